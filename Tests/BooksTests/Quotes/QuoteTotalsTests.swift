import Bookkeeping
import Store
import Testing

@testable import Books

/// What is kept of quotes and templates follows from their lines, and a look at the book finds what does not.
@Suite struct QuoteTotalsTests {
    private func fill(_ test: TestBook) async throws {
        try await test.add("Harbour Joinery", code: "HARB01")
        try await test.addTemplate()
        for count in 1...3 {
            var draft = QuoteDraft()
            draft.customerCode = "HARB01"
            draft.lines = (1...count).map { _ in
                var line = SalesLineDraft()
                (line.description, line.rate) = ("A door", ExactDecimal(millionths: 99_990_000))
                return line
            }
            _ = try await test.book.create(draft.checked())
        }
        _ = try await test.book.changeQuote(
            3, to: draft(rate: 50_000_000))
        #expect(try await test.book.deleteQuotes([1, 9]).map(\.number) == [9])
        _ = try await test.book.convertQuotes([2], retaining: true)
        _ = try await test.book.copy(.quote, .number(2), to: .quote)
    }

    private func draft(rate: Int64) throws -> CheckedQuoteDraft {
        var (draft, line) = (QuoteDraft(), SalesLineDraft())
        draft.customerCode = "HARB01"
        (line.description, line.rate) = ("A window", ExactDecimal(millionths: rate))
        draft.lines = [line]
        return try draft.checked()
    }

    @Test func whatTheCommandsLeaveAgrees() async throws {
        try await TestBook.run { test in
            try await fill(test)
            _ = try await test.run(until: "2026-03-09")
            let found = try await test.book.verify()
            #expect(found.complaints.isEmpty, "\(found.complaints)")
            let page = try await test.book.store.read { try $0.quotePage(QuoteFilter()) }
            #expect(page.total == 3 && page.amount.decimalText == "449.96")
        }
    }

    @Test(arguments: [
        ("UPDATE quote SET net = net + 1 WHERE number = 2" as SQL, 5),
        ("UPDATE quote SET home_gross = home_gross + 1 WHERE number = 2", 5),
        ("UPDATE quote_line SET vat = vat + 1 WHERE quote = 2", 5),
        ("UPDATE recurring_invoice SET gross = 0", 5),
        ("UPDATE list_total SET amount = amount + 1 WHERE list = 'quotes'", 12),
        ("UPDATE list_total SET live = live + 1 WHERE list = 'quotes'", 12),
    ])
    func whatIsChangedByHandIsFound(statement: SQL, check: Int) async throws {
        try await TestBook.run { test in
            try await fill(test)
            try await test.book.store.write { _ = try $0.run(statement) }
            #expect(try await test.book.verify().complaints.map(\.check).contains(check), "\(statement.text)")
        }
    }
}
