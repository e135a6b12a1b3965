import Bookkeeping

/// The sample's suppliers: eight that were written down, and after them as many as anyone asks for, made from a seed as
/// `SampleCustomers` are.
public struct SampleSuppliers: Sendable {
    public let seed: UInt64

    /// Keeps suppliers from being the customers of the same seed and place.
    private static let apart: UInt64 = 0x5be7_7a1d_0c5c_3e91

    public init(seed: UInt64 = SampleBusiness.seed) {
        self.seed = seed
    }

    /// How many were written down: what the sample has where no number is asked for.
    public static var writtenCount: Int { written.count }

    /// - Parameter place: from 0.
    public subscript(place: Int) -> SupplierDraft {
        place < Self.written.count
            ? SupplierDraft(details: Self.written[place]) : made(Dice(seed: seed ^ Self.apart, place: place))
    }

    private func made(_ dice: Dice) -> SupplierDraft {
        let (party, kind) = SampleParty.made(PartyKind.suppliers, dice)
        var details = SupplierDetails(party)
        if party.border == .domestic, dice.happens(70) {
            details.pay(party.name, at: "00-\(dice.digits(2))-\(dice.digits(2))", dice.digits(8))
        }
        if kind.isSubcontractor, dice.happens(80) { details.withholdTax(dice.digits(10)) }
        return SupplierDraft(details: details)
    }

    private static let written: [SupplierDetails] = [
        SupplierDetails(
            SampleParty(
                "Tamar Valley Timber Ltd", "Bryn", "Rowlands", "sales@tamarvalley.example", "01632 960201",
                ["The Sawmill", "Station Road", "Tavistock"], "PL19 8LS", days: 30,
                "Order before eleven for next-day delivery.", vat: VATNumber.checked(949_0355)),
            account: ("10482216", "00-14-62")),
        SupplierDetails(
            SampleParty(
                "Pengelly & Son Ironmongers", "Loveday", "Pengelly", "counter@pengelly.example",
                "01632 960202",
                ["17 Lemon Quay", "Truro"], "TR1 2LW", days: 30, vat: VATNumber.checked(949_0472)),
            account: ("33019478", "00-27-05")),
        SupplierDetails(
            SampleParty(
                "Sharp & Steady Saw Doctors", "Winston", "Braithwaite", "winston@sharpsteady.example",
                "01632 960203", ["Unit 3, Faraday Mill", "Plymouth"], "PL4 0ST", days: 14,
                "Blades go on Thursdays and come back on Mondays.")),
        SupplierDetails(
            SampleParty(
                "Westward Glass Ltd", "Nia", "Prosser", "orders@westwardglass.example", "01632 960204",
                ["9 Marsh Barton Road", "Exeter"], "EX2 8NU", days: 30, vat: VATNumber.checked(949_0589)),
            account: ("57620931", "00-14-62")),
        SupplierDetails(
            SampleParty(
                "Moorland Insurance Brokers", "Harriet", "Yelland", "renewals@moorland.example",
                "01632 960205",
                ["First Floor", "2 Fore Street", "Okehampton"], "EX20 1AJ", days: 14,
                "Renewal every first of March.")),
        SupplierDetails(
            SampleParty(
                "Quillet Accountants LLP", "Amit", "Mehta", "amit@quillet.example", "01632 960206",
                ["41 North Hill", "Plymouth"], "PL4 8EU", days: 30, vat: VATNumber.checked(949_0693)),
            account: ("20774150", "00-31-18")),
        SupplierDetails(
            SampleParty(
                "Hoe Van Hire", "Kasia", "Nowak", "bookings@hoevanhire.example", "01632 960207",
                ["Millbay Road", "Plymouth"], "PL1 3LF", days: 7, "Tail lift must be ordered.")),
        SupplierDetails(
            SampleParty(
                "Denzel Rundle", "Denzel", "Rundle", "denzel.rundle@seamail.example", "07700 900208",
                ["6 Silver Street", "Saltash"], "PL12 4AW", days: 7, "Own tools, own van."),
            account: ("71938264", "00-27-05"), taxpayer: "4820917365"),
    ]
}

extension SupplierDetails {
    /// - Parameters:
    ///   - account: number and sort code.
    ///   - taxpayer: the reference of one from whom tax is withheld.
    fileprivate init(_ party: SampleParty, account: (String, String)? = nil, taxpayer: String? = nil) {
        self.init(of: party)
        address = party.address
        if let account { pay(party.name, at: account.1, account.0) }
        if let taxpayer { withholdTax(taxpayer) }
    }

    /// - Parameter sortCode: one that begins with 00, as no bank's does.
    fileprivate mutating func pay(_ name: String, at sortCode: String, _ number: String) {
        var account = PayeeAccount()
        account.name = name
        account.number = number
        account.sortCode = sortCode
        bankAccount = account
    }

    /// The deduction from a registered subcontractor, under its unique taxpayer reference.
    ///
    /// - Source: HMRC, "Construction Industry Scheme": 20 %.
    fileprivate mutating func withholdTax(_ taxpayer: String) {
        appliesWithholdingTax = true
        withholdingTaxRate = Percentage(tenThousandths: 200_000)
        withholdingTaxReferences = [CustomField(name: "UTR", value: taxpayer)]
    }
}
