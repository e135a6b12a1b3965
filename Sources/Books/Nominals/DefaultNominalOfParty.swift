import Bookkeeping
import Store

extension Transaction {
    /// For what a customer or supplier falls back to: that lines can be on it, or could before it was archived. Nil and
    /// 0 mean none and are always right.
    ///
    /// - Throws: `BookkeepingError.invalid`, which names the field `DefaultNominalCode`.
    /// - Source: `conventions.md`, "References to what is not built yet".
    func requireDefaultNominal(_ code: Int64?) throws {
        guard let code, code != 0 else { return }
        if let nominal = try findNominal(.code(code)), !nominal.isControl { return }
        throw BookkeepingError.invalid([
            FieldProblem("DefaultNominalCode", "must be 0 or the code of a nominal that lines can be on")
        ])
    }
}
