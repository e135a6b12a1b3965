import Bookkeeping
import Sample

/// What a draft says, as text that changes only when the draft does.
enum Fingerprint {
    static func line(_ details: CustomerDetails) -> String {
        line(
            details,
            details.addresses.map(words)
                + details.deliveryAddresses.map { [$0.name] + words($0.address) },
            [details.discountRate?.decimalText, details.creditLimit?.decimalText, details.defaultReference])
    }

    static func line(_ details: SupplierDetails) -> String {
        line(
            details, (details.address.map { [words($0)] } ?? []),
            [
                details.bankAccount?.sortCode, details.bankAccount?.number,
                details.withholdingTaxReferences.first?.value,
            ])
    }

    /// FNV-1a over the lines' bytes.
    static func hash(_ lines: [String]) -> UInt64 {
        lines.reduce(0xcbf2_9ce4_8422_2325) { hash, line in
            line.utf8.reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
    }

    private static func line(
        _ details: some PartyDetails, _ addresses: [[String?]], _ own: [String?]
    ) -> String {
        let shared = [
            details.vatNumber, details.paymentTerms.map { "\($0.days) \($0.start.rawValue)" }, details.note,
            details.tradeBorder.rawValue, details.isArchived ? "archived" : nil,
        ]
        let parts = [[details.name]] + details.contacts.map(words) + addresses + [shared + own]
        return parts.map { $0.compactMap(\.self).joined(separator: ", ") }.joined(separator: " | ")
    }

    private static func words(_ contact: Contact) -> [String?] {
        [
            contact.title, contact.firstName, contact.lastName, contact.telephone, contact.mobile,
            contact.fax,
            contact.email, contact.website, contact.receivesEmails ? nil : "no e-mails",
        ]
    }

    private static func words(_ address: PostalAddress) -> [String?] {
        [address.line1, address.line2, address.line3, address.line4, address.postCode, address.countryCode]
    }
}
