import Testing

/// The answer for a company's details, as it is when only a few members were set: the others at their defaults.
struct CompanyText {
    private var members = [
        ("Username", #""harbour.admin""#), ("Contact", #"{"Name":"","Telephone":"","Mobile":"","Email":""}"#),
        ("PaymentTerms", #"{"Type":"AfterIssuedDate","Days":30}"#), ("BusinessType", "0"),
        ("IndustrySector", #"{"TopLevel":null,"MiddleLevel":null,"BottomLevel":null}"#),
        ("BetaParticipation", "false"), ("EmployeeCountRangeId", #""""#), ("SubscriptionStatus", "0"),
        ("VatRegisteredState", "0"), ("IsVatNumberReadOnly", "false"), ("IsDemoAccount", "false"),
        ("SubscriptionType", #""Daybook""#), ("AppleProductId", #""""#), ("Application", "1"),
        ("AccountingType", "1"), ("CompanyName", #""Harbour Joinery Ltd""#),
        (
            "HomeCurrency",
            #"{"Name":"Pound Sterling","Symbol":"£","DisplaySymbolOnRight":false,"Code":"GBP","ExchangeRate":1.0000}"#
        ),
        ("DateFormat", #""dd/MM/yyyy""#), ("VATRegistered", "false"),
        ("VatRegisteredIn", #""NotRegistered""#),
        ("VATNumber", #""""#),
        (
            "Address",
            #"""
            {"CountryName":"United Kingdom","CountryCode":"GB","Line1":null,"Line2":null,"Line3":null,"Line4":null,\#
            "PostCode":null}
            """#
        ),
        ("ShowRebrandUI", "false"),
    ]

    /// Another value for a member.
    func with(_ member: String, _ value: String) -> CompanyText {
        var text = self
        guard let place = members.firstIndex(where: { $0.0 == member }) else {
            Issue.record("no member \(member)")
            return self
        }
        text.members[place].1 = value
        return text
    }

    var text: String {
        "{" + members.map { #""\#($0.0)":\#($0.1)"# }.joined(separator: ",") + "}"
    }
}

let companyPath = "/v2/settings/companydetails"
