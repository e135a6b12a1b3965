import Bookkeeping

/// What `daybook demo` makes: a joinery on the coast and whom it works for. All of it is made up; the domains are of
/// those that are kept free for examples (RFC 2606).
enum SampleBusiness {
    static let name = "Harbour Joinery Ltd"
    static let username = "ines"
    static let fullName = "Ines Okafor"
    static let email = "ines@harbour-joinery.example"

    static let customers: [CustomerDraft] = [
        customer(
            "Anchor Lane Bakery", "Rosa", "Lindqvist", "rosa@anchorlane.example", "01752 555 0101",
            ["4 Anchor Lane", "Plymouth"], "PL1 2AB", days: 14, "Opens at five; deliver before seven."),
        customer(
            "Breakwater Yachts Ltd", "Callum", "Reid", "accounts@breakwater.example", "01752 555 0102",
            ["Unit 7, Queen Anne's Battery", "Plymouth"], "PL4 0LP", days: 30, vat: "GB123456789"),
        customer(
            "Coombe Valley School", "Margaret", "Oduya", "bursar@coombevalley.example", "01803 555 0103",
            ["Coombe Road", "Dartmouth"], "TQ6 9PH", days: 30, "Purchase order number on every invoice."),
        customer(
            "Dart Estuary Holidays", "Tom", "Penhaligon", "tom@dartestuary.example", "01803 555 0104",
            ["12 Lower Street", "Dartmouth"], "TQ6 9AJ", days: 14),
        customer(
            "E. Marchetti & Daughters", "Elena", "Marchetti", "elena@marchetti.example", "01872 555 0105",
            ["31 Pydar Street", "Truro"], "TR1 2AY", days: 7),
        customer(
            "Foxhole Architects LLP", "Priya", "Raman", "studio@foxhole.example", "01392 555 0106",
            ["The Old Granary", "4 Haven Road", "Exeter"], "EX2 8DP", days: 30, vat: "GB987654321"),
        customer(
            "Gull Rock Surf School", "Jago", "Trevena", "jago@gullrock.example", "01637 555 0107",
            ["Beach Road", "Newquay"], "TR7 1DA", days: 14, discount: 5),
        customer(
            "Hallett Property Management", "Susan", "Hallett", "maintenance@hallett.example",
            "01752 555 0108",
            ["88 Mutley Plain", "Plymouth"], "PL4 6LF", days: 30, "Statements on the first of the month."),
        customer(
            "Isle of Tides Hotel", "Niamh", "Brennan", "purchasing@isleoftides.example", "01736 555 0109",
            ["The Quay", "St Ives"], "TR26 1PT", days: 30, discount: 10),
        customer(
            "Jetty Street Pharmacy", "Owen", "Davies", "owen@jettystreet.example", "01326 555 0110",
            ["2 Jetty Street", "Falmouth"], "TR11 3DR", days: 14),
    ]

    private static func customer(
        _ name: String, _ first: String, _ last: String, _ email: String, _ telephone: String,
        _ street: [String],
        _ postCode: String, days: Int64, _ note: String? = nil, vat: String? = nil, discount: Int64? = nil
    ) -> CustomerDraft {
        var contact = Contact()
        contact.isPrimary = true
        contact.receivesEmails = true
        contact.name = name
        contact.firstName = first
        contact.lastName = last
        contact.email = email
        contact.telephone = telephone
        var address = PostalAddress()
        address.line1 = street.first
        address.line2 = street.dropFirst().first
        address.line3 = street.dropFirst(2).first
        address.postCode = postCode
        address.countryCode = "GB"
        var details = CustomerDetails()
        details.name = name
        details.note = note
        details.contacts = [contact]
        details.addresses = [address]
        details.paymentTerms = PaymentTerms(days: days, after: .issuedDate)
        details.vatNumber = vat
        if let discount {
            details.discountRate = Percentage(tenThousandths: discount * 10_000)
            details.showsDiscount = true
        }
        return CustomerDraft(details: details)
    }
}
