import Bookkeeping
import Store

extension Transaction {
    /// For what refers to a business source: that it is there. 0 means none and is always right.
    ///
    /// - Throws: `BookkeepingError.invalid`, which names the field `Source`.
    func requireSource(_ id: Int64) throws {
        guard id != 0, try sourceName(id) == nil else { return }
        throw BookkeepingError.invalid([FieldProblem("Source", "must be 0 or the Id of a business source")])
    }

    /// A source's name by its id; nil where there is none, as for 0.
    func sourceName(_ id: Int64) throws -> String? {
        guard id != 0 else { return nil }
        return try first(selectName, id) { $0.text(0) }
    }
}

private let selectName: SQL = "SELECT name FROM source WHERE id = ?1"
