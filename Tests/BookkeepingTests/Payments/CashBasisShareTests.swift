import Bookkeeping
import Testing

@Suite struct CashBasisShareTests {
    private func document(gross: Int64, _ vats: Int64...) -> PaidDocument {
        PaidDocument(
            key: DocumentKey(.invoice, 1), number: 1, party: 1, currency: "GBP", isHomeCurrency: true,
            gross: Money(minorUnits: gross), paid: .zero, isCashBasis: true,
            vats: vats.map(Money.init(minorUnits:)))
    }

    private func payment(_ id: Int64, _ amount: Int64, _ share: Int64 = 0, on day: Int = 1) throws -> Payment
    {
        var payment = Payment(
            id: id, kind: .money, document: DocumentKey(.invoice, 1),
            date: try #require(CalendarDate(year: 2026, month: 3, day: day)),
            amount: Money(minorUnits: amount),
            account: 1, method: 1, linkKey: "")
        payment.vatShare = Money(minorUnits: share)
        return payment
    }

    @Test func eachLinesShareIsRoundedAndTheLastTakesTheRest() throws {
        let invoice = document(gross: 3_079, 171, 171, 171)
        var payments: [Payment] = []
        for (id, amount) in [(Int64(1), Int64(1_000)), (2, 1_000), (3, 1_079)] {
            let share = try invoice.share(of: Money(minorUnits: amount), after: payments)
            payments.append(try payment(id, amount, share.minorUnits))
        }
        // 171 × 1000 ÷ 3079 = 55.54, three times 56; 171 × 2000 ÷ 3079 = 111.07.
        #expect(payments.map(\.vatShare.minorUnits) == [168, 165, 180])
    }

    @Test func nothingMovesBeyondTheGrossOrBelowNothing() throws {
        let invoice = document(gross: 12_000, 2_000)
        #expect(try invoice.vatDue(paid: Money(minorUnits: 15_000)) == Money(minorUnits: 2_000))
        #expect(try invoice.vatDue(paid: Money(minorUnits: -100)) == .zero)
        let note = document(gross: -12_000, -2_000)
        #expect(try note.vatDue(paid: Money(minorUnits: -6_000)) == Money(minorUnits: -1_000))
        #expect(try note.vatDue(paid: Money(minorUnits: 6_000)) == .zero)
    }

    @Test func sharesThatComeToTheRightSumStay() throws {
        let invoice = document(gross: 12_000, 2_000)
        #expect(try invoice.sharedAnew([payment(1, 6_000, 1_000), payment(2, 6_000, 1_000)]) == nil)
    }

    @Test func wrongSharesAreWorkedOutAnewByDate() throws {
        let invoice = document(gross: 12_000, 2_000)
        let anew = try #require(
            try invoice.sharedAnew([payment(1, 9_000, 0, on: 9), payment(2, 6_000, 1_000, on: 2)]))
        #expect(anew.map(\.id) == [2, 1])
        #expect(anew.map(\.vatShare.minorUnits) == [1_000, 1_000])
    }

    @Test(arguments: 1...20)
    func whateverIsPaidInWhateverPartsAllVATMovesOnce(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let vats = (0..<Int(random.next() % 5 + 1)).map { _ in Int64(random.next() % 10_000) }
        let gross = vats.reduce(0, +) * 6 + Int64(random.next() % 100) + 1
        let invoice = PaidDocument(
            key: DocumentKey(.invoice, 1), number: 1, party: 1, currency: "GBP", isHomeCurrency: true,
            gross: Money(minorUnits: gross), paid: .zero, isCashBasis: true,
            vats: vats.map(Money.init(minorUnits:)))
        var (payments, left): ([Payment], Int64) = ([], gross)
        while left > 0 {
            let amount = min(left, Int64(random.next() % UInt64(gross)) / 3 + 1)
            let share = try invoice.share(of: Money(minorUnits: amount), after: payments)
            payments.append(try payment(Int64(payments.count + 1), amount, share.minorUnits))
            left -= amount
        }
        #expect(try payments.map(\.vatShare).total().minorUnits == vats.reduce(0, +), "seed \(seed)")
    }
}
