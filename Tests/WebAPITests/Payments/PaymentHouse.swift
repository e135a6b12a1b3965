import Bookkeeping
import Books
import HTTPTypes
import Store
import Testing

/// What tests of payments begin with.
extension SignedInServer {
    /// A server with the customer Harbour Joinery, without VAT: 1,200.00 is 1,200.00. Whatever is done there, the book
    /// verifies afterwards.
    static func house(_ body: (SignedInServer) async throws -> Void) async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            try await body(server)
            #expect(try await server.complaints() == [])
        }
    }

    /// Posts an invoice of one line, or a credit note where the amount is negative; gives its number.
    @discardableResult
    func issueInvoice(
        _ net: String, to customer: String = "HARB01", on date: String = "2026-03-01", more: String = ""
    ) async throws -> Int {
        let line = #"{"Quantity":1,"Rate":\#(net),"NominalCode":4000\#(more.isEmpty ? "" : ",\(more)")}"#
        let answer = try await post(
            "/v2/invoices", #"{"CustomerCode":"\#(customer)","IssuedDate":"\#(date)","LineItems":[\#(line)]}"#
        )
        try #require(answer.status == .created, "\(answer.text)")
        return try #require(answer.object["Number"] as? Int)
    }

    /// PUTs an invoice as it is, with these entries as its payment lines.
    func pay(_ number: Int, _ lines: String) async throws -> TestAnswer {
        let invoice = try await get("/v2/invoices/\(number)").text
        let start = try #require(invoice.range(of: #""PaymentLines":["#)).upperBound
        var depth = 1
        var end = start
        while depth > 0 {
            if invoice[end] == "[" { depth += 1 }
            if invoice[end] == "]" { depth -= 1 }
            end = invoice.index(after: end)
        }
        let body = invoice[..<start] + lines + "]" + invoice[end...]
        return try await put("/v2/invoices/\(number)", String(body))
    }

    /// `Paid 1200 0`: status, paid and due.
    func standing(of number: Int) async throws -> String {
        let invoice = try await get("/v2/invoices/\(number)").object
        let status = invoice["Status"] as? String ?? ""
        return "\(status) \(plain(invoice["TotalPaidAmount"])) \(plain(invoice["DueAmount"]))"
    }

    func paymentIDs(of number: Int) async throws -> [Int] {
        let lines = try await get("/v2/invoices/\(number)").object["PaymentLines"] as? [[String: Any]]
        return lines?.compactMap { $0["Id"] as? Int } ?? []
    }

    func id(of number: Int) async throws -> Int {
        try #require(await get("/v2/invoices/\(number)").object["Id"] as? Int)
    }

    /// `1200 0`: what a customer has paid and owes.
    func totals(of customer: String = "HARB01") async throws -> String {
        let found = try await get("/v2/customers/\(customer)").object
        return "\(plain(found["TotalPaidAmount"])) \(plain(found["OutstandingBalance"]))"
    }

    /// The balance of a nominal, as `-1200.00`, from the entries themselves.
    func balance(_ code: Int64) async throws -> String {
        try await server.services.bookshelf.withBook(server.business) { book in
            try await book.store.read { transaction in
                let sum = try transaction.first(
                    """
                    SELECT CAST(COALESCE(SUM(entry.amount), 0) AS BIGINT) FROM entry
                        JOIN nominal ON nominal.id = entry.nominal WHERE nominal.code = ?1
                    """, code
                ) { Money(minorUnits: $0.integer(0)) }
                return (sum ?? .zero).decimalText
            }
        }
    }

    /// An advance of Harbour Joinery's; gives the bank transaction's id.
    func addAdvance(_ amount: String, on date: String = "2026-02-01") async throws -> Int {
        let answer = try await post(
            "/v2/bankaccounts/1/transactions",
            #"{"Date":"\#(date)","MoneyType":1100,"CustomerCode":"HARB01","PaidIn":\#(amount),"Comment":"Deposit"}"#
        )
        try #require(answer.status == .created, "\(answer.text)")
        return try #require(answer.object["Id"] as? Int)
    }

    /// Runs statements on the book beside the program: what no call can do.
    func tamper(_ statements: SQL...) async throws {
        try await server.services.bookshelf.withBook(server.business) { book in
            try await book.store.write { transaction in
                for statement in statements { try transaction.run(statement) }
            }
        }
    }
}

/// A number of an answer as short as it can be: `1200`, `338.8`.
func plain(_ value: Any?) -> String {
    guard let number = value as? Double else { return "none" }
    return number == number.rounded() ? "\(Int(number))" : "\(number)"
}
