import Bookkeeping
import Testing

@Suite struct OverpaymentCreditTests {
    private func payment(_ id: Int64, _ amount: Int64, on day: Int) throws -> Payment {
        Payment(
            id: id, kind: .money, document: DocumentKey(.invoice, 4),
            date: try #require(CalendarDate(year: 2026, month: 3, day: day)),
            amount: Money(minorUnits: amount),
            account: 1, method: 1, linkKey: "")
    }

    @Test func theLatestPaymentsArePassedFirst() throws {
        let credits = Credit.overpayments(
            [try payment(1, 10_000, on: 1), try payment(2, 5_000, on: 2), try payment(3, 2_000, on: 3)],
            excess: Money(minorUnits: 4_000))
        #expect(credits.map(\.id) == [3, 2])
        #expect(credits.map(\.amount.minorUnits) == [2_000, 2_000])
        #expect(credits.allSatisfy { $0.document == 4 && $0.kind == .overpayment })
    }

    @Test func whatWasGivenBackIsNoCredit() throws {
        let credits = Credit.overpayments(
            [try payment(1, 15_000, on: 1), try payment(2, -1_000, on: 2)], excess: Money(minorUnits: 4_000))
        #expect(credits.map(\.id) == [1])
    }

    @Test(arguments: [(12_000, 2_000), (-12_000, -2_000), (1, 0), (3, 1), (100, 17), (0, 0)])
    func theVATInAnAmountIsRoundedHalfUp(gross: Int64, vat: Int64) throws {
        let rate = Percentage(tenThousandths: 200_000)
        #expect(try rate.vat(inGross: Money(minorUnits: gross)) == Money(minorUnits: vat))
    }
}

@Suite struct BankTransactionEntriesTests {
    private let roles = NominalRoles([.vatOutput: 90, .vatInput: 91])

    private func entries(_ type: NominalType, _ amount: Int64, vat: Int64) throws -> [String] {
        var transaction = BankTransaction(
            id: 1, number: 1, account: 1, date: .first, amount: Money(minorUnits: amount),
            counterpart: .init(id: 50, code: 50, name: "", type: type, isBank: false), isVATRegistered: true)
        transaction.vat = Money(minorUnits: vat)
        return try transaction.entries(bank: 12, roles).entries.map {
            "\($0.nominal) \($0.amount.minorUnits)"
        }
    }

    @Test func theTypeSaysWhereTheVATGoes() throws {
        #expect(try entries(.turnover, 120, vat: 20) == ["12 120", "50 -100", "90 -20"])
        #expect(try entries(.turnover, -120, vat: -20) == ["12 -120", "50 100", "90 20"])
        #expect(try entries(.expense, -120, vat: -20) == ["12 -120", "50 100", "91 20"])
        #expect(try entries(.fixedAsset, -120, vat: -20) == ["12 -120", "50 100", "91 20"])
        #expect(try entries(.fixedAsset, 120, vat: 20) == ["12 120", "50 -100", "90 -20"])
    }

    @Test func anAdvanceNamesItsParty() throws {
        var advance = BankTransaction(
            id: 1, number: 1, account: 1, date: .first, amount: Money(minorUnits: 500),
            counterpart: .init(id: 11, code: 1_100, name: "", type: .currentAssetLiability, isBank: false),
            isVATRegistered: false)
        advance.customer = .init(id: 7, code: "HARB01", name: "Harbour")
        advance.free = Money(minorUnits: 200)
        #expect(advance.isAdvance && !advance.isGivenBack)
        #expect(try advance.used == Money(minorUnits: 300))
        #expect(try advance.entries(bank: 12, roles).entries.last?.party == 7)
    }
}
