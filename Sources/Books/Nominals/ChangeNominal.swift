import Bookkeeping
import Store

extension Book {
    /// Puts what was sent in the place of a nominal; entries follow its id. One that is not there is made where the
    /// draft allows that and its code is known.
    ///
    /// - Returns: the nominal, and whether it is new or has another code now.
    /// - Throws: `BookkeepingError.unknown`, `.invalid`, `.taken`, `.conflict` for a default that would be archived,
    ///   `.dateLocked` for another type while entries lie in the locked period; then nothing was written.
    public func changeNominal(
        _ key: NominalKey, to draft: CheckedNominalDraft
    ) async throws -> (nominal: NominalInFull, isElsewhere: Bool) {
        let pen = pen
        return try await store.write { transaction in
            guard let old = try transaction.findNominal(key) else {
                guard draft.makesWhenMissing, case .code(let code) = key else {
                    throw BookkeepingError.unknown("nominal", key.text)
                }
                let id = try transaction.createNominal(draft, code: code, pen)
                return (try transaction.nominalInFull(.id(id)), true)
            }
            let new = try old.changed(
                to: draft, transaction.nominalLinks(draft), defaultRate: transaction.vatSettings().defaultRate
            )
            try transaction.write(new, over: old, pen)
            return (try transaction.nominalInFull(.id(old.id)), new.code != old.code)
        }
    }

    /// Changes how nominals go into the tax return: all of them, or none.
    ///
    /// - Throws: `BookkeepingError.invalid` with paths as `nomList[1].Id`, `.dateLocked`; then nothing was written.
    public func mapNominals(_ mappings: [NominalMapping]) async throws {
        let pen = pen
        try await store.write { transaction in
            var nominals = try transaction.nominals(ids: Set(mappings.map(\.id)))
            var problems: [FieldProblem] = []
            for (place, mapping) in mappings.enumerated() {
                guard let old = nominals[mapping.id], !old.isBank, !old.isDeleted else {
                    let fault = "must be the Id of a nominal; there is no \(mapping.id)"
                    problems.append(FieldProblem("nomList[\(place)].Id", fault))
                    continue
                }
                do {
                    let new = try old.mapped(by: mapping, path: "nomList[\(place)]")
                    try transaction.write(new, over: old, pen)
                    nominals[old.id] = new
                } catch BookkeepingError.invalid(let found) {
                    problems += found
                }
            }
            guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
        }
    }

    /// Makes a nominal what lines of its kind fall back to that name none.
    ///
    /// - Parameter area: of the lines: sales, purchases or bank.
    /// - Throws: `BookkeepingError.unknown`, `.conflict` for one that is archived or a control account.
    public func makeDefault(_ code: Int64, of area: NominalArea) async throws {
        try await store.write { transaction in
            let nominal = try transaction.ownNominal(.code(code))
            guard nominal.isForLines else {
                let why = nominal.isControl ? "only documents and payments move it" : "it is archived"
                throw BookkeepingError.conflict("\(nominal.title) can't be a default code: \(why).")
            }
            try transaction.give(area.defaultRole, to: nominal.id)
        }
    }
}

extension Transaction {
    fileprivate func write(_ new: Nominal, over old: Nominal, _ pen: LedgerPen) throws {
        guard new != old else { return }
        if new.details.isArchived, !old.details.isArchived, try hasRole(old) {
            throw BookkeepingError.conflict(
                "\(old.title) can't be archived: it is a default code; make another one the default first.")
        }
        if new.details.type != old.details.type {
            try requireNoLockedEntries(on: old)
            try repostBankTransactions(of: old, as: new, pen)
        }
        if new.code != old.code {
            try requireFree(new.code)
            try moveDefaults(from: old.code, to: new.code)
        }
        try updateNominal(old.id, code: new.code, new.details)
        try countStock(from: old.details.stock, to: new.details.stock, of: .nominal(old.id), pen)
    }

    /// Another type restates history, which a lock forbids.
    private func requireNoLockedEntries(on nominal: Nominal) throws {
        let lock = try bookLock()
        guard lock.isOn,
            try exists("SELECT 1 FROM entry WHERE nominal = ?1 AND date <= ?2", nominal.id, lock.until.text)
        else { return }
        throw BookkeepingError.dateLocked(until: lock.until)
    }

    /// Has customers and suppliers fall back to another code, which they keep as a number.
    func moveDefaults(from old: Int64, to new: Int64) throws {
        try post("UPDATE customer SET default_nominal = ?2 WHERE default_nominal = ?1", old, new)
        try post("UPDATE supplier SET default_nominal = ?2 WHERE default_nominal = ?1", old, new)
    }
}

extension NominalArea {
    /// What the default code of its lines is kept as.
    fileprivate var defaultRole: NominalRole {
        switch self {
        case .sales: .salesDefault
        case .purchases: .purchasesDefault
        case .bank: .bankDefault
        }
    }
}
