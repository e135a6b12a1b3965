import Bookkeeping
import Store

extension Book {
    /// Deletes a nominal, once all that points at it was moved to another.
    ///
    /// - Parameters:
    ///   - target: what takes its place; nil where nothing points at the nominal.
    ///   - field: what the target is called on the wire.
    /// - Throws: `BookkeepingError.unknown`, `.conflict` for one that stays, `.invalid` for a target that can't take
    ///   over, `.inUse` where there is no target and something points at it, `.dateLocked`, `.locked`; then nothing was
    ///   written.
    public func deleteNominal(_ key: NominalKey, movingTo target: NominalKey?, field: String) async throws {
        let pen = pen
        try await store.write { transaction in
            let nominal = try transaction.ownNominal(key)
            let heir = try target.map { try transaction.heir($0, of: [nominal.id], field: field) }
            try transaction.delete(nominal, movingTo: heir, pen)
        }
    }

    /// Deletes nominals, once all that points at any of them was moved to another: all of them, or none.
    ///
    /// - Throws: as `deleteNominal`; codes that no nominal has are `.invalid`, as `[1]`.
    public func deleteNominals(_ codes: [Int64], movingTo target: Int64) async throws {
        let pen = pen
        try await store.write { transaction in
            let heir = try transaction.ownNominal(.code(target))
            let found = try transaction.nominals(codes: Set(codes))
            let problems = codes.enumerated().compactMap { place, code -> FieldProblem? in
                if let nominal = found[code], !nominal.isBank { return nil }
                return FieldProblem(field: "[\(place)]", message: "There is no nominal \(code).")
            }
            guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
            let nominals = Set(codes).sorted().compactMap { found[$0] }
            _ = try transaction.heir(.code(target), of: nominals.map(\.id), field: "assignedCode")
            for nominal in nominals { try transaction.delete(nominal, movingTo: heir, pen) }
        }
    }
}

extension Transaction {
    /// What takes the place of nominals that go.
    ///
    /// - Throws: `BookkeepingError.invalid`.
    fileprivate func heir(_ key: NominalKey, of going: [Int64], field: String) throws -> Nominal {
        let fault: String
        if let found = try findNominal(key) {
            guard going.contains(found.id) || found.isControl else { return found }
            fault =
                found.isControl
                ? "must not be \(found.title): only documents and payments move it"
                : "must be another nominal than what is deleted"
        } else {
            fault = "must be another nominal's; there is no \(key.text)"
        }
        throw BookkeepingError.invalid([FieldProblem(field, fault)])
    }

    fileprivate func delete(_ nominal: Nominal, movingTo heir: Nominal?, _ pen: LedgerPen) throws {
        if let hold = try hold(on: nominal) {
            throw BookkeepingError.conflict("\(nominal.title) \(hold.words).")
        }
        if let heir {
            try move(from: nominal, to: heir, pen)
            if let document = try documentOn(nominal) { throw BookkeepingError.inUse(by: document) }
        } else if let user = try userOfNominal(nominal) {
            throw BookkeepingError.inUse(by: user)
        }
        try remove(nominal)
    }

    /// A nominal that was ever posted to keeps its row, for the entries of old, under a code that nobody can send.
    func remove(_ nominal: Nominal) throws {
        try post("DELETE FROM product_code_series WHERE nominal = ?1", nominal.id)
        guard try exists("SELECT 1 FROM entry WHERE nominal = ?1", nominal.id) else {
            return try post("DELETE FROM nominal WHERE id = ?1", nominal.id)
        }
        try post(
            "UPDATE nominal SET code = -id, is_archived = 1, manages_stock = 0 WHERE id = ?1", nominal.id)
    }
}
