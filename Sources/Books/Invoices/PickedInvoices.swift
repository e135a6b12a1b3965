import Bookkeeping
import Store

/// What calls for many invoices ask of each.
struct PickedInvoice {
    let id: Int64
    let number: Int64
    let isArchived: Bool
    let homeGross: Money
}

extension Transaction {
    /// The invoices with these numbers, each once, in one statement.
    ///
    /// - Throws: `BookkeepingError.invalid` with every entry that is no invoice's number.
    func pickedInvoices(_ numbers: [Int64]) throws -> [PickedInvoice] {
        guard !numbers.isEmpty else { return [] }
        var found: [Int64: PickedInvoice] = [:]
        try query(PickedIDs.table + selectPicked, PickedIDs(numbers).parameters) { row in
            var columns = Columns(row)
            let invoice = PickedInvoice(
                id: columns.integer(), number: columns.integer(), isArchived: columns.flag(),
                homeGross: columns.money())
            found[invoice.number] = invoice
            return true
        }
        let unknown = zip(0..., numbers).filter { found[$0.1] == nil }
        guard unknown.isEmpty else {
            throw BookkeepingError.invalid(
                unknown.map { FieldProblem(field: "[\($0.0)]", message: "There is no invoice \($0.1).") })
        }
        var seen: Set<Int64> = []
        return numbers.compactMap { seen.insert($0).inserted ? found[$0] : nil }
    }
}

private let selectPicked: SQL = """
    SELECT invoice.id, invoice.number, invoice.is_archived, invoice.home_gross
    FROM picked CROSS JOIN invoice WHERE invoice.number = picked.id
    """
