import Foundation
import HTTPTypes
import Store
import Testing

/// Invoices for tests that need many, and what lists say of them.
extension SignedInServer {
    /// Creates an invoice of one line without VAT, unless `more` has other lines.
    ///
    /// - Parameters:
    ///   - customer: its code.
    ///   - rate: JSON number; negative for a credit note.
    ///   - more: further members, each with a comma before it.
    func issue(_ customer: String = "HARB01", _ rate: String = "100", _ more: String = "") async throws {
        let lines = more.contains("LineItems") ? "" : #","LineItems":[{"Rate":\#(rate),"VATLevel":0}]"#
        let answer = try await post("/v2/invoices", #"{"CustomerCode":"\#(customer)"\#(lines)\#(more)}"#)
        try #require(answer.status == .created, "\(answer.text)")
    }

    /// The numbers of a list, in its order.
    func invoices(_ query: String = "") async throws -> [Int] {
        let answer = try await get("/v2/invoices" + query)
        #expect(answer.status == .ok, "\(answer.text)")
        let rows = try #require(answer.object["Data"] as? [[String: Any]])
        return rows.compactMap { $0["Number"] as? Int }
    }

    /// What a list says of all its pages: how many, and the sum as it is written.
    func invoiceTotals(_ query: String = "") async throws -> String {
        let text = try await get("/v2/invoices" + query).text
        let count = try #require(try #/"TotalRecords":(\d+)/#.firstMatch(in: text)).output.1
        let amount = try #require(try #/"TotalAmount":(-?[\d.]+)/#.firstMatch(in: text)).output.1
        return "\(count) \(amount)"
    }

    /// One invoice as an object.
    func invoice(_ number: Int) async throws -> [String: Any] {
        try await get("/v2/invoices/\(number)").object
    }
}

extension SignedInServer {
    /// Locks the books up to a day, itself included.
    func lockBooks(until day: String) async throws {
        let answer = try await put(
            "/v2/settings/advanced", #"{"TransactionLock":true,"TransactionLockDate":"\#(day)"}"#)
        try #require(answer.status == .ok, "\(answer.text)")
    }

    /// Active projects with the numbers 1, 2 and so on.
    func addProjects(_ names: String...) async throws {
        for name in names { try await addProject(name) }
    }
}
