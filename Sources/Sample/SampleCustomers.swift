import Bookkeeping

/// The sample's customers: ten that were written down, and after them as many as anyone asks for, made from a seed.
///
/// Each depends on the seed and its place alone: the first thousand of a hundred thousand are the thousand.
public struct SampleCustomers: Sendable {
    public let seed: UInt64
    /// Ids of the business's sources, in the order of `SampleBusiness.sources`; none leaves customers without.
    public let sources: [Int64]

    public init(seed: UInt64 = SampleBusiness.seed, sources: [Int64] = []) {
        self.seed = seed
        self.sources = sources
    }

    /// How many were written down: what the sample has where no number is asked for.
    public static var writtenCount: Int { written.count }

    /// - Parameter place: from 0.
    public subscript(place: Int) -> CustomerDraft {
        place < Self.written.count
            ? CustomerDraft(details: Self.written[place]) : made(Dice(seed: seed, place: place))
    }

    private func made(_ dice: Dice) -> CustomerDraft {
        let (party, kind) = SampleParty.made(PartyKind.customers, dice)
        var details = CustomerDetails(party)
        if kind.isPrivate ? dice.happens(3) : dice.happens(14) {
            details.discountRate = Percentage(tenThousandths: dice.pick([25_000, 50_000, 50_000, 100_000]))
            details.showsDiscount = dice.happens(70)
        }
        if !kind.isPrivate, dice.happens(12) {
            details.hasCreditLimit = true
            details.creditLimit = Money(
                minorUnits: dice.pick([50_000, 100_000, 250_000, 500_000, 1_000_000]))
        }
        if !kind.isPrivate, dice.happens(6) { details.defaultReference = "PO \(dice.digits(5))" }
        // Drawn in any case: who has sources and who has none get the same customers.
        let source = dice.number(0...SampleBusiness.sources.count * 2 - 1)
        if source < sources.count { details.source = sources[source] }
        return CustomerDraft(details: details)
    }

    private static let written: [CustomerDetails] = [
        CustomerDetails(
            SampleParty(
                "Anchor Lane Bakery", "Rosa", "Lindqvist", "rosa@anchorlane.example", "01632 960101",
                ["4 Anchor Lane", "Plymouth"], "PL1 2AB", days: 14, "Opens at five; deliver before seven.")),
        CustomerDetails(
            SampleParty(
                "Breakwater Yachts Ltd", "Callum", "Reid", "accounts@breakwater.example", "01632 960102",
                ["Unit 7, Queen Anne's Battery", "Plymouth"], "PL4 0LP", days: 30,
                vat: VATNumber.checked(949_0117))),
        CustomerDetails(
            SampleParty(
                "Coombe Valley School", "Margaret", "Oduya", "bursar@coombevalley.example", "01632 960103",
                ["Coombe Road", "Dartmouth"], "TQ6 9PH", days: 30, "Purchase order number on every invoice.")),
        CustomerDetails(
            SampleParty(
                "Dart Estuary Holidays", "Tom", "Penhaligon", "tom@dartestuary.example", "01632 960104",
                ["12 Lower Street", "Dartmouth"], "TQ6 9AJ", days: 14)),
        CustomerDetails(
            SampleParty(
                "E. Marchetti & Daughters", "Elena", "Marchetti", "elena@marchetti.example", "01632 960105",
                ["31 Pydar Street", "Truro"], "TR1 2AY", days: 7)),
        CustomerDetails(
            SampleParty(
                "Foxhole Architects LLP", "Priya", "Raman", "studio@foxhole.example", "01632 960106",
                ["The Old Granary", "4 Haven Road", "Exeter"], "EX2 8DP", days: 30,
                vat: VATNumber.checked(949_0238))),
        CustomerDetails(
            SampleParty(
                "Gull Rock Surf School", "Jago", "Trevena", "jago@gullrock.example", "01632 960107",
                ["Beach Road", "Newquay"], "TR7 1DA", days: 14), discount: 5),
        CustomerDetails(
            SampleParty(
                "Hallett Property Management", "Susan", "Hallett", "maintenance@hallett.example",
                "01632 960108",
                ["88 Mutley Plain", "Plymouth"], "PL4 6LF", days: 30, "Statements on the first of the month.")
        ),
        CustomerDetails(
            SampleParty(
                "Isle of Tides Hotel", "Niamh", "Brennan", "purchasing@isleoftides.example", "01632 960109",
                ["The Quay", "St Ives"], "TR26 1PT", days: 30), discount: 10),
        CustomerDetails(
            SampleParty(
                "Jetty Street Pharmacy", "Owen", "Davies", "owen@jettystreet.example", "01632 960110",
                ["2 Jetty Street", "Falmouth"], "TR11 3DR", days: 14)),
    ]
}

extension CustomerDetails {
    /// - Parameter discount: in whole per cent.
    fileprivate init(_ party: SampleParty, discount: Int64? = nil) {
        self.init(of: party)
        addresses = [party.address]
        deliveryAddresses = party.deliveries
        usesCustomDeliveryAddress = !party.deliveries.isEmpty
        if let discount {
            discountRate = Percentage(tenThousandths: discount * 10_000)
            showsDiscount = true
        }
    }
}
