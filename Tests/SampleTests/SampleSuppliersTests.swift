import Bookkeeping
import Sample
import Testing

@Suite struct SampleSuppliersTests {
    @Test func aThousandAreTheSameToTheLastLetter() {
        let suppliers = SampleSuppliers(seed: 1)
        #expect(suppliers[0].details.name == "Tamar Valley Timber Ltd")
        #expect(
            Fingerprint.hash((0..<1_000).map { Fingerprint.line(suppliers[$0].details) })
                == 0xe503_88c9_39a6_9d4f)
    }

    @Test func theyAreNobodysCustomers() {
        let (suppliers, customers) = (SampleSuppliers(seed: 1), SampleCustomers(seed: 1))
        let names = Set((0..<1_000).map { suppliers[$0].details.name })
        #expect(names.count > 960, "\(names.count)")
        #expect(!names.contains { $0.contains("{") || $0.contains("}") })
        let both = names.intersection((0..<1_000).map { customers[$0].details.name })
        #expect(both.count < 20, "\(both)")
    }

    @Test(arguments: [1, 2, UInt64.max])
    func everyDraftKeepsToEveryRule(seed: UInt64) throws {
        let suppliers = SampleSuppliers(seed: seed)
        for place in 0..<1_000 {
            let draft = suppliers[place]
            #expect(try draft.checked().details == draft.details)
        }
    }

    @Test func nobodyRealIsReachedOrPaid() throws {
        let suppliers = SampleSuppliers(seed: 1)
        for place in 0..<1_000 {
            let details = suppliers[place].details
            try expectMadeUp(details.contacts)
            if let number = details.vatNumber { #expect(isRight(vatNumber: number), "\(number)") }
            if let account = details.bankAccount {
                #expect(account.sortCode?.wholeMatch(of: /00-[0-9]{2}-[0-9]{2}/) != nil)
                #expect(account.number?.wholeMatch(of: /[0-9]{8}/) != nil)
            }
        }
    }

    @Test func theyAreAMixture() {
        let suppliers = SampleSuppliers(seed: 1)
        let all = (0..<1_000).map { suppliers[$0].details }
        let shares: [(String, ClosedRange<Int>, (SupplierDetails) -> Bool)] = [
            ("archived", 20...70, \.isArchived), ("abroad", 30...120, { $0.tradeBorder != .domestic }),
            ("registered for VAT", 550...850, { $0.vatNumber != nil }),
            ("with tax withheld", 50...150, \.appliesWithholdingTax),
            ("with an account", 500...800, { $0.bankAccount != nil }),
        ]
        for (what, expected, has) in shares {
            let count = all.count(where: has)
            #expect(expected.contains(count), "\(count) \(what)")
        }
        #expect(all.allSatisfy { $0.currencyCode == nil && $0.address?.line1 != nil })
    }
}
