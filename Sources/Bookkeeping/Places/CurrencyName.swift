/// The names and signs of the currencies that are traded in most.
///
/// - Source: ISO 4217 for codes and names.
public enum CurrencyName {
    /// - Parameter code: ISO 4217, in capitals.
    /// - Returns: nil for a currency that is not in the table.
    public static func of(_ code: String) -> String? {
        currencies[code]?.name
    }

    /// What is written beside an amount: the code itself where there is no sign of its own.
    public static func symbol(of code: String) -> String {
        currencies[code]?.symbol ?? code
    }
}

private let currencies: [String: (name: String, symbol: String)] = [
    "AED": ("UAE Dirham", "AED"),
    "AUD": ("Australian Dollar", "$"),
    "BGN": ("Bulgarian Lev", "лв"),
    "BHD": ("Bahraini Dinar", "BHD"),
    "BRL": ("Brazilian Real", "R$"),
    "CAD": ("Canadian Dollar", "$"),
    "CHF": ("Swiss Franc", "CHF"),
    "CLP": ("Chilean Peso", "$"),
    "CNY": ("Yuan Renminbi", "¥"),
    "COP": ("Colombian Peso", "$"),
    "CZK": ("Czech Koruna", "Kč"),
    "DKK": ("Danish Krone", "kr"),
    "EGP": ("Egyptian Pound", "£"),
    "EUR": ("Euro", "€"),
    "GBP": ("Pound Sterling", "£"),
    "GHS": ("Ghana Cedi", "GH₵"),
    "GIP": ("Gibraltar Pound", "£"),
    "HKD": ("Hong Kong Dollar", "$"),
    "HUF": ("Forint", "Ft"),
    "IDR": ("Rupiah", "Rp"),
    "ILS": ("New Israeli Sheqel", "₪"),
    "INR": ("Indian Rupee", "₹"),
    "ISK": ("Iceland Krona", "kr"),
    "JPY": ("Yen", "¥"),
    "KES": ("Kenyan Shilling", "KSh"),
    "KRW": ("Won", "₩"),
    "KWD": ("Kuwaiti Dinar", "KWD"),
    "MAD": ("Moroccan Dirham", "MAD"),
    "MXN": ("Mexican Peso", "$"),
    "MYR": ("Malaysian Ringgit", "RM"),
    "NGN": ("Naira", "₦"),
    "NOK": ("Norwegian Krone", "kr"),
    "NZD": ("New Zealand Dollar", "$"),
    "OMR": ("Rial Omani", "OMR"),
    "PEN": ("Sol", "S/"),
    "PHP": ("Philippine Peso", "₱"),
    "PKR": ("Pakistan Rupee", "Rs"),
    "PLN": ("Zloty", "zł"),
    "QAR": ("Qatari Rial", "QAR"),
    "RON": ("Romanian Leu", "lei"),
    "RSD": ("Serbian Dinar", "RSD"),
    "SAR": ("Saudi Riyal", "SAR"),
    "SEK": ("Swedish Krona", "kr"),
    "SGD": ("Singapore Dollar", "$"),
    "THB": ("Baht", "฿"),
    "TRY": ("Turkish Lira", "₺"),
    "TWD": ("New Taiwan Dollar", "NT$"),
    "UAH": ("Hryvnia", "₴"),
    "USD": ("US Dollar", "$"),
    "VND": ("Dong", "₫"),
    "ZAR": ("Rand", "R"),
]
