import Testing

@testable import Bookkeeping

@Suite struct ISOCurrencyTests {
    /// The standard's list of today, without the codes for tests and for no currency.
    private static let standard = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE \
        CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
        GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR \
        LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN \
        PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS \
        TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC \
        XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG
        """.split(separator: " ").map(String.init)

    /// Gone since 2023.
    private static let former = ["ANG", "BGN", "CUC", "HRK", "SLL", "ZWL"]

    @Test func everyCurrencyOfTheStandardIsThereOnce() {
        #expect(ISOCurrency.all.map(\.code) == (Self.standard + Self.former).sorted())
    }

    @Test func eachHasANameAndASign() {
        for currency in ISOCurrency.all {
            #expect(currency.name.tidied == currency.name && !currency.name.isEmpty)
            #expect((1...CurrencyDraft.symbolMax).contains(currency.symbol.unicodeScalars.count))
            #expect(!currency.symbol.contains(" "))
        }
    }

    @Test(arguments: [
        ("GBP", "Pound Sterling", "£"), ("EUR", "Euro", "€"), ("USD", "US Dollar", "$"),
        ("CHF", "Swiss Franc", "CHF"), ("KZT", "Tenge", "₸"), ("SYP", "Syrian Pound", "SYP"),
        ("XCG", "Caribbean Guilder", "Cg"),
    ])
    func nameAndSign(code: String, name: String, symbol: String) {
        #expect(ISOCurrency.of(code)?.name == name)
        #expect(ISOCurrency.of(code)?.symbol == symbol)
    }

    @Test func aCodeIsReadInAnyCaseAndAnUnknownOneRefused() throws {
        #expect(try ISOCurrency.meant(by: " eur ").code == "EUR")
        for sent in [String(repeating: "X", count: 3), "XTS", "EURO", "€", "", "EU"] {
            #expect(throws: FieldFault.notACurrency) { try ISOCurrency.meant(by: sent) }
        }
    }
}
