import Bookkeeping

/// Somebody to trade with, before it is anybody's customer or supplier.
struct SampleParty {
    var name = ""
    var note: String?
    var contacts: [Contact] = []
    var address = PostalAddress()
    var deliveries: [DeliveryAddress] = []
    /// Nil for the account's own terms.
    var terms: PaymentTerms?
    var vatNumber: String?
    var border = TradeBorderType.domestic
    var isArchived = false

    /// A party with one contact and an address in the United Kingdom, as it is written down by hand.
    ///
    /// - Parameters:
    ///   - email: its domain is one that is kept free for examples (RFC 2606).
    ///   - telephone: of a range that is kept for drama (`Exchange`).
    ///   - days: from the date of the document.
    init(
        _ name: String, _ first: String, _ last: String, _ email: String, _ telephone: String,
        _ lines: [String], _ postCode: String, days: Int64, _ note: String? = nil, vat: String? = nil
    ) {
        self.name = name
        self.note = note
        var contact = Contact()
        contact.isPrimary = true
        contact.receivesEmails = true
        contact.name = name
        contact.firstName = first
        contact.lastName = last
        contact.email = email
        contact.telephone = telephone
        contacts = [contact]
        address = PostalAddress(lines, postCode)
        terms = PaymentTerms(days: days, after: .issuedDate)
        vatNumber = vat
    }

    init() {}
}

extension PartyDetails {
    /// What customers and suppliers have alike.
    init(of party: SampleParty) {
        self.init()
        name = party.name
        note = party.note
        contacts = party.contacts
        paymentTerms = party.terms
        vatNumber = party.vatNumber
        tradeBorder = party.border
        isArchived = party.isArchived
    }
}

extension PostalAddress {
    /// In the United Kingdom; at most four lines.
    init(_ lines: [String], _ postCode: String) {
        self.init()
        line1 = lines.first
        line2 = lines.dropFirst().first
        line3 = lines.dropFirst(2).first
        line4 = lines.dropFirst(3).first
        self.postCode = postCode
        countryCode = "GB"
    }
}
