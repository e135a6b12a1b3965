import Bookkeeping
import Sample
import Testing

@Suite struct SampleCustomersTests {
    @Test func theFirstOnesAfterThoseWrittenDownAreAlwaysTheSame() {
        let customers = SampleCustomers(seed: 1)
        let first = SampleCustomers.writtenCount
        #expect(customers[0].details.name == "Anchor Lane Bakery")
        let lines = (first..<first + 4).map { Fingerprint.line(customers[$0].details) }
        #expect(
            lines == [
                """
                Holly Tours Ltd | Stephen, Cole, 01632 960632, ledger@holly-tours.example \
                | 45 Cross Terrace, Brixham, TQ5 6QS, GB \
                | 30 AfterIssuedDate, Safety induction before the first day on site., Domestic
                """,
                """
                The Waterfront Inn, Penton | Maeve, Kavanagh, 07700 900576, info@waterfront-inn-penton.example \
                | 44 Cedar Road, Plymouth, PL2 7PS, GB | 7 AfterIssuedDate, Domestic
                """,
                """
                Gulford Community Shop | Seán, Corrigan, 01632 960867, treasurer@gulford-community-shop.example, \
                https://gulford-community-shop.example | 76 Bridge Street, Swansea, SA5 6HZ, GB \
                | GB953456305, 14 AfterIssuedDate, Needs two more quotes for the committee., Domestic
                """,
                """
                Price & Daughters | Aled, Price, 07700 900130, aled@price-daughters.example \
                | Sandwell Barns, Little Granhill, St Austell, PL25 2DP, GB \
                | GB959724565, 30 AfterIssuedDate, Domestic
                """,
            ])
    }

    /// Of everything that a thousand customers have. It changes with every word of the lists, and with nothing else:
    /// not with the machine, the compiler or the day.
    @Test func aThousandAreTheSameToTheLastLetter() {
        let customers = SampleCustomers(seed: 1)
        #expect(
            Fingerprint.hash((0..<1_000).map { Fingerprint.line(customers[$0].details) })
                == 0x240c_50d6_185d_767a)
    }

    @Test func anotherSeedGivesOthers() {
        let (one, two) = (SampleCustomers(seed: 1), SampleCustomers(seed: 2))
        let places = SampleCustomers.writtenCount..<200
        let alike = places.count { one[$0].details.name == two[$0].details.name }
        #expect(alike <= 2, "\(alike) of \(places.count)")
    }

    @Test(arguments: [1, 2, 3, UInt64.max])
    func everyDraftKeepsToEveryRule(seed: UInt64) throws {
        let customers = SampleCustomers(seed: seed, sources: [1, 2, 3])
        for place in 0..<1_000 {
            let draft = customers[place]
            // Tidied already, too: what is kept is what was made.
            #expect(try draft.checked().details == draft.details)
        }
    }

    @Test func amongAThousandHardlyTwoHaveOneName() {
        let customers = SampleCustomers(seed: 1)
        let names = Set((0..<1_000).map { customers[$0].details.name })
        #expect(names.count > 980, "\(names.count)")
        #expect(!names.contains { $0.contains("{") || $0.contains("}") })
    }

    @Test func sourcesAreUsedAndChangeNothingElse() {
        let (without, with) = (SampleCustomers(seed: 1), SampleCustomers(seed: 1, sources: [7, 8, 9]))
        var used: Set<Int64> = []
        for place in 0..<300 {
            var details = with[place].details
            used.insert(details.source)
            details.source = 0
            #expect(details == without[place].details)
        }
        #expect(used == [0, 7, 8, 9])
    }

    @Test func nobodyRealIsReached() throws {
        let customers = SampleCustomers(seed: 1)
        for place in 0..<2_000 {
            let details = customers[place].details
            try expectMadeUp(details.contacts)
            if let number = details.vatNumber { #expect(isRight(vatNumber: number), "\(number)") }
        }
    }

    @Test func aPostCodeHasItsTownsForm() {
        let customers = SampleCustomers(seed: 1)
        let addresses = (0..<1_000).flatMap { customers[$0].details.addresses }
        let british = addresses.filter { $0.countryCode == "GB" }
        let form = /[A-Z]{1,2}[0-9]{1,2} [0-9][ABD-HJLNP-UW-Z]{2}/
        #expect(british.allSatisfy { ($0.postCode ?? "").wholeMatch(of: form) != nil })
        let plymouth = british.filter { $0.line2 == "Plymouth" || $0.line3 == "Plymouth" }
        #expect(plymouth.count > 20 && plymouth.allSatisfy { $0.postCode?.hasPrefix("PL") == true })
    }

    @Test func theyAreAMixture() {
        let customers = SampleCustomers(seed: 1)
        let all = (0..<1_000).map { customers[$0].details }
        let shares: [(String, ClosedRange<Int>, (CustomerDetails) -> Bool)] = [
            ("archived", 20...70, \.isArchived), ("with a note", 250...400, { $0.note != nil }),
            ("abroad", 10...80, { $0.tradeBorder != .domestic }),
            ("registered for VAT", 250...500, { $0.vatNumber != nil }),
            ("with several contacts", 60...200, { $0.contacts.count > 1 }),
            ("with a place to deliver to", 30...120, { !$0.deliveryAddresses.isEmpty }),
            ("on the account's own terms", 150...400, { $0.paymentTerms == nil }),
            ("with a discount", 40...150, { $0.discountRate != nil }),
            ("with a credit limit", 40...150, \.hasCreditLimit),
        ]
        for (what, expected, has) in shares {
            let count = all.count(where: has)
            #expect(expected.contains(count), "\(count) \(what)")
        }
        #expect(all.allSatisfy { $0.currencyCode == nil })
    }
}
