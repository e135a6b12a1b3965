import Bookkeeping
import Books
import HTTPTypes
import Store
import Testing

/// What tests of sales begin with, and how they look into the ledger.
extension SignedInServer {
    /// Registers Harbour Joinery for VAT.
    func registerForVAT() async throws {
        let answer = try await put(
            "/v2/settings/companydetails",
            #"{"BusinessType":1,"VATRegistered":true,"VATNumber":"GB123456789"}"#)
        try #require(answer.status == .created, "\(answer.text)")
    }

    /// A customer with terms of 14 days, the spec's own, where `more` has no others.
    func addHarbour(_ more: String = "") async throws {
        let terms = #","PaymentTerms":{"Days":14,"Type":"AfterIssuedDate"}"#
        let members = (more.contains("PaymentTerms") ? "" : terms) + more
        let answer = try await post(
            "/v2/customers",
            #"""
            {"Code":"HARB01","Name":"Harbour Joinery Ltd"\#(members)}
            """#)
        try #require(answer.status == .created, "\(answer.text)")
    }

    /// Every posting as `invoice 1: 2026-05-12 1100 +240.00, 4000 -200.00`, a reversal with `reversed` before it.
    func postings() async throws -> [String] {
        try await server.services.bookshelf.withBook(server.business) { book in
            try await book.store.read { transaction in
                var postings: [String] = []
                var last: Int64 = 0
                try transaction.query(selectEntries, []) { row in
                    let amount = Money(minorUnits: row.integer(6))
                    let entry = "\(row.integer(5)) \(amount.isNegative ? "" : "+")\(amount.decimalText)"
                    if row.integer(0) == last {
                        postings[postings.count - 1] += ", \(entry)"
                    } else {
                        let mark = row.isNull(3) ? "" : "reversed "
                        postings.append("\(mark)\(row.text(1)) \(row.integer(2)): \(row.text(4)) \(entry)")
                    }
                    last = row.integer(0)
                    return true
                }
                return postings
            }
        }
    }
}

private let selectEntries: SQL = """
    SELECT posting.id, posting.kind, posting.document, posting.reverses, posting.date, nominal.code, entry.amount
    FROM posting JOIN entry ON entry.posting = posting.id JOIN nominal ON nominal.id = entry.nominal
    ORDER BY posting.id, entry.line
    """
