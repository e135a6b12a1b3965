import Bookkeeping
import Testing

@testable import WebCore

private struct RowWire: WireTable {
    var name = ""
    static let shape = WireShape<RowWire>(
        "Row", [.text("Name", "A name.", get: { $0.name }, set: { $0.name = $1 ?? "" })])
}

/// A table whose books refuse a row named `bad`, and an empty list.
private struct RowsWire: WireTable {
    var rows: [RowWire] = []
    static let shape = WireShape<RowsWire>(
        "Rows", [.list("Rows", "Rows.", get: { $0.rows }, set: { $0.rows = $1 }).required()])

    func check(_ problems: inout WireProblems) {
        problems.addRefusals(of: checked)
    }

    private func checked() throws(BookkeepingError) {
        let bad = rows.enumerated().filter { ["", "bad"].contains($1.name) }
        let found = bad.map { FieldProblem("Rows[\($0.offset)].Name", "must be good") }
        if rows.isEmpty { throw .invalid([FieldProblem("Rows", .empty)]) }
        if !found.isEmpty { throw .invalid(found) }
    }
}

/// What the books refuse, beside what reading has found already.
@Suite struct BooksProblemsTests {
    @Test(arguments: [
        (#"{"Rows":[{"Name":"bad"},{"Name":"ok"}]}"#, ["Rows[0].Name must be good."]),
        // A row that is none keeps its place, and nothing more is said of it.
        (#"{"Rows":[7,{"Name":"bad"}]}"#, ["Rows[0] has the wrong type.", "Rows[1].Name must be good."]),
        (#"{"Rows":[{"Name":7}]}"#, ["Rows[0].Name has the wrong type."]),
        (#"{"Rows":[]}"#, ["Rows must not be empty."]), ("{}", ["Rows is required."]),
    ])
    func standBesideWhatReadingFound(json: String, messages: [String]) throws {
        do throws(WebError) {
            _ = try RowsWire(JSONReader.read(Array(json.utf8)))
            Issue.record("\(json) was taken")
        } catch {
            guard case .validation(let problems) = error else { throw error }
            #expect(problems.map(\.message) == messages)
        }
    }
}
