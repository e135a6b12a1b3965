import Foundation
import HTTPTypes
import Testing

/// The answer for one project, at its defaults but for what is said.
struct ProjectText {
    private var members: [(name: String, value: String)]

    init(_ id: Int, _ number: Int, _ name: String) {
        members = [
            ("Id", "\(id)"), ("Number", "\(number)"), ("Name", #""\#(name)""#), ("Reference", "null"),
            ("Description", "null"), ("Note", "null"), ("Status", #""Active""#), ("StartDate", "null"),
            ("EndDate", "null"), ("CustomerCode", "null"), ("CustomerName", "null"),
            ("TargetSalesAmount", "0.0000"),
            ("TargetPurchasesAmount", "0.0000"), ("ExcludeVAT", "false"), ("AssociatedQuotesCount", "0"),
            ("ActualSalesAmount", "0.0000"), ("ActualPurchasesAmount", "0.0000"),
            ("ActualSalesVATAmount", "0.0000"),
            ("ActualPurchasesVATAmount", "0.0000"), ("ActualJournalsAmount", "0.0000"),
            ("ActualBankTransactionAmount", "0.0000"), ("VatAmountBankTransactions", "0.0000"),
            ("WorkInProgressAmount", "0.0000"),
        ]
    }

    /// The same with one member as JSON text.
    func with(_ member: String, _ value: String) -> ProjectText {
        var text = self
        for place in text.members.indices where text.members[place].name == member {
            text.members[place].value = value
        }
        return text
    }

    var text: String {
        "{" + members.map { #""\#($0.name)":\#($0.value)"# }.joined(separator: ",") + "}"
    }
}

extension SignedInServer {
    /// Creates a project; gives its number.
    @discardableResult
    func addProject(_ name: String, _ more: String = "") async throws -> Int {
        let answer = try await post("/v2/projects", #"{"Name":"\#(name)"\#(more)}"#)
        return try #require(answer.object["Number"] as? Int, "\(answer.text)")
    }

    /// An invoice of one line, net, at 20 % where the business is registered, in a project.
    func sell(_ net: Int, in project: Int) async throws {
        let line = #"{"NominalCode":4000,"Rate":\#(net)}"#
        let answer = try await post(
            "/v2/invoices",
            #"{"CustomerCode":"HARB01","IssuedDate":"2026-03-02","ProjectNumber":\#(project),"LineItems":[\#(line)]}"#
        )
        try #require(answer.status == .created, "\(answer.text)")
    }

    /// The numbers of a page.
    func projects(_ query: String = "", at path: String = "/v2/projects") async throws -> [Int] {
        let answer = try await get(path + query)
        #expect(answer.status == .ok, "\(answer.text)")
        let rows = try #require(answer.object["Data"] as? [[String: Any]])
        return rows.compactMap { $0["Number"] as? Int }
    }

    /// Everything there is of projects: what a refusal must not change.
    func allProjects() async throws -> String {
        try await get("/v2/projects?perpage=1000").text
    }
}
