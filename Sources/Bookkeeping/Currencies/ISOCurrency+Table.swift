/// Code, sign and English name, one currency a line; the code stands again where there is no sign of its own.
///
/// Funds and metals have codes and rates as currencies do. The codes for tests and for no currency at all are left
/// out; currencies that went in the last years stay, since older books are kept in them.
///
/// - Source: ISO 4217 for codes and names.
let currencyTable = """
    AED AED UAE Dirham
    AFN ؋ Afghani
    ALL ALL Lek
    AMD ֏ Armenian Dram
    ANG ƒ Netherlands Antillean Guilder
    AOA AOA Kwanza
    ARS $ Argentine Peso
    AUD $ Australian Dollar
    AWG ƒ Aruban Florin
    AZN ₼ Azerbaijan Manat
    BAM KM Convertible Mark
    BBD $ Barbados Dollar
    BDT ৳ Taka
    BGN лв Bulgarian Lev
    BHD BHD Bahraini Dinar
    BIF BIF Burundi Franc
    BMD $ Bermudian Dollar
    BND $ Brunei Dollar
    BOB Bs Boliviano
    BOV BOV Mvdol
    BRL R$ Brazilian Real
    BSD $ Bahamian Dollar
    BTN BTN Ngultrum
    BWP P Pula
    BYN Br Belarusian Ruble
    BZD $ Belize Dollar
    CAD $ Canadian Dollar
    CDF CDF Congolese Franc
    CHE CHE WIR Euro
    CHF CHF Swiss Franc
    CHW CHW WIR Franc
    CLF CLF Unidad de Fomento
    CLP $ Chilean Peso
    CNY ¥ Yuan Renminbi
    COP $ Colombian Peso
    COU COU Unidad de Valor Real
    CRC ₡ Costa Rican Colon
    CUC CUC Peso Convertible
    CUP $ Cuban Peso
    CVE CVE Cabo Verde Escudo
    CZK Kč Czech Koruna
    DJF DJF Djibouti Franc
    DKK kr Danish Krone
    DOP $ Dominican Peso
    DZD DZD Algerian Dinar
    EGP £ Egyptian Pound
    ERN ERN Nakfa
    ETB Br Ethiopian Birr
    EUR € Euro
    FJD $ Fiji Dollar
    FKP £ Falkland Islands Pound
    GBP £ Pound Sterling
    GEL ₾ Lari
    GHS GH₵ Ghana Cedi
    GIP £ Gibraltar Pound
    GMD GMD Dalasi
    GNF GNF Guinean Franc
    GTQ Q Quetzal
    GYD $ Guyana Dollar
    HKD $ Hong Kong Dollar
    HNL L Lempira
    HRK kn Kuna
    HTG G Gourde
    HUF Ft Forint
    IDR Rp Rupiah
    ILS ₪ New Israeli Sheqel
    INR ₹ Indian Rupee
    IQD IQD Iraqi Dinar
    IRR IRR Iranian Rial
    ISK kr Iceland Krona
    JMD $ Jamaican Dollar
    JOD JOD Jordanian Dinar
    JPY ¥ Yen
    KES KSh Kenyan Shilling
    KGS KGS Som
    KHR ៛ Riel
    KMF KMF Comorian Franc
    KPW KPW North Korean Won
    KRW ₩ Won
    KWD KWD Kuwaiti Dinar
    KYD $ Cayman Islands Dollar
    KZT ₸ Tenge
    LAK ₭ Lao Kip
    LBP LBP Lebanese Pound
    LKR Rs Sri Lanka Rupee
    LRD $ Liberian Dollar
    LSL LSL Loti
    LYD LYD Libyan Dinar
    MAD MAD Moroccan Dirham
    MDL MDL Moldovan Leu
    MGA MGA Malagasy Ariary
    MKD ден Denar
    MMK MMK Kyat
    MNT ₮ Tugrik
    MOP MOP Pataca
    MRU MRU Ouguiya
    MUR Rs Mauritius Rupee
    MVR Rf Rufiyaa
    MWK MWK Malawi Kwacha
    MXN $ Mexican Peso
    MXV MXV Mexican Unidad de Inversion (UDI)
    MYR RM Malaysian Ringgit
    MZN MZN Mozambique Metical
    NAD $ Namibia Dollar
    NGN ₦ Naira
    NIO C$ Cordoba Oro
    NOK kr Norwegian Krone
    NPR Rs Nepalese Rupee
    NZD $ New Zealand Dollar
    OMR OMR Rial Omani
    PAB B/. Balboa
    PEN S/ Sol
    PGK K Kina
    PHP ₱ Philippine Peso
    PKR Rs Pakistan Rupee
    PLN zł Zloty
    PYG ₲ Guarani
    QAR QAR Qatari Rial
    RON lei Romanian Leu
    RSD RSD Serbian Dinar
    RUB ₽ Russian Ruble
    RWF RWF Rwanda Franc
    SAR SAR Saudi Riyal
    SBD $ Solomon Islands Dollar
    SCR Rs Seychelles Rupee
    SDG SDG Sudanese Pound
    SEK kr Swedish Krona
    SGD $ Singapore Dollar
    SHP £ Saint Helena Pound
    SLE Le Leone
    SLL Le Leone (until 2024)
    SOS SOS Somali Shilling
    SRD $ Surinam Dollar
    SSP £ South Sudanese Pound
    STN STN Dobra
    SVC ₡ El Salvador Colon
    SYP SYP Syrian Pound
    SZL E Lilangeni
    THB ฿ Baht
    TJS TJS Somoni
    TMT TMT Turkmenistan New Manat
    TND TND Tunisian Dinar
    TOP T$ Pa'anga
    TRY ₺ Turkish Lira
    TTD $ Trinidad and Tobago Dollar
    TWD NT$ New Taiwan Dollar
    TZS TSh Tanzanian Shilling
    UAH ₴ Hryvnia
    UGX USh Uganda Shilling
    USD $ US Dollar
    USN USN US Dollar (Next day)
    UYI UYI Uruguay Peso en Unidades Indexadas (UI)
    UYU $ Peso Uruguayo
    UYW UYW Unidad Previsional
    UZS UZS Uzbekistan Sum
    VED VED Bolívar Digital
    VES Bs Bolívar Soberano
    VND ₫ Dong
    VUV VT Vatu
    WST $ Tala
    XAD XAD Arab Accounting Dinar
    XAF XAF CFA Franc BEAC
    XAG XAG Silver
    XAU XAU Gold
    XBA XBA Bond Markets Unit European Composite Unit (EURCO)
    XBB XBB Bond Markets Unit European Monetary Unit (E.M.U.-6)
    XBC XBC Bond Markets Unit European Unit of Account 9 (E.U.A.-9)
    XBD XBD Bond Markets Unit European Unit of Account 17 (E.U.A.-17)
    XCD $ East Caribbean Dollar
    XCG Cg Caribbean Guilder
    XDR XDR SDR (Special Drawing Right)
    XOF XOF CFA Franc BCEAO
    XPD XPD Palladium
    XPF XPF CFP Franc
    XPT XPT Platinum
    XSU XSU Sucre
    XUA XUA ADB Unit of Account
    YER YER Yemeni Rial
    ZAR R Rand
    ZMW K Zambian Kwacha
    ZWG ZWG Zimbabwe Gold
    ZWL ZWL Zimbabwe Dollar
    """
