import Bookkeeping
import Store

extension Book {
    /// Adds a nominal, or tells of the one that has the code where the draft allows that.
    ///
    /// - Returns: the nominal, and whether it is new.
    /// - Throws: `BookkeepingError.taken`, `.invalid`; then nothing was written.
    public func create(
        _ draft: CheckedNominalDraft
    ) async throws -> (nominal: NominalInFull, isNew: Bool) {
        let pen = pen
        return try await store.write { transaction in
            if draft.makesWhenMissing, let code = draft.code,
                let holder = try transaction.findNominal(.code(code))
            {
                return (try transaction.inFull(holder), false)
            }
            let id = try transaction.createNominal(draft, pen)
            return (try transaction.nominalInFull(.id(id)), true)
        }
    }

    /// Adds the nominal of a role, or tells of the one that has it.
    ///
    /// - Throws: `BookkeepingError.taken`, `.invalid`; then nothing was written.
    public func createSpecial(_ draft: CheckedSpecialNominalDraft) async throws -> NominalInFull {
        try await store.write { transaction in
            let holder = try transaction.first(
                selectNominal + " WHERE special = ?1", draft.special, as: Nominal.init(row:))
            if let holder { return try transaction.inFull(holder) }
            var code = draft.code
            if code == 0 {
                code = firstFree(from: draft.standardCode, try transaction.codes(from: draft.standardCode))
            }
            try transaction.requireFree(code)
            let id = try transaction.insertNominal(code: code, draft.details, special: draft.special)
            if let role = NominalRole.allCases.first(where: { $0.special == draft.special }) {
                try transaction.give(role, to: id)
            }
            return try transaction.nominalInFull(.id(id))
        }
    }
}

extension Transaction {
    /// Adds a nominal within a command's own transaction.
    ///
    /// - Parameter code: what it gets where the draft has none; nil for the next free one of its area.
    /// - Returns: its id.
    /// - Throws: `BookkeepingError.taken`, `.invalid`.
    func createNominal(_ draft: CheckedNominalDraft, code: Int64? = nil, _ pen: LedgerPen) throws -> Int64 {
        let links = try nominalLinks(draft)
        let details = try draft.details(links, defaultRate: try vatSettings().defaultRate)
        let sent = draft.code ?? 0
        let area = details.area
        let code = try sent != 0 ? sent : code ?? area.nextCode(codes(from: area.newCodes.lowerBound))
        try requireFree(code)
        let id = try insertNominal(code: code, details)
        try countStock(from: .zero, to: details.stock, of: .nominal(id), pen)
        return id
    }

    /// - Throws: `BookkeepingError.taken` for a code of a nominal or a bank account; `.amountOutOfRange` past the last
    ///   code there can be.
    func requireFree(_ code: Int64) throws {
        guard NominalDraft.codes.contains(code) else { throw BookkeepingError.amountOutOfRange }
        guard try nominal(code: code) == nil else {
            throw BookkeepingError.taken("nominal code", String(code))
        }
    }

    /// Every code from a number on, bank accounts' too, in their order.
    func codes(from start: Int64) throws -> [Int64] {
        try all("SELECT code FROM nominal WHERE code >= ?1 ORDER BY code", start) { $0.integer(0) }
    }

    /// What a draft's links come to.
    ///
    /// - Throws: `BookkeepingError.invalid` for a code that no nominal or product has.
    func nominalLinks(_ draft: CheckedNominalDraft) throws -> NominalLinks {
        var links = NominalLinks()
        let code = draft.purchaseNominalCode
        guard code != 0 else {
            guard draft.purchaseProductCode == nil else {
                throw invalid("PurchaseSubNominalCode", "must be empty where PurchaseNominalCode is 0")
            }
            return links
        }
        guard let nominal = try findNominal(.code(code)) else {
            throw invalid("PurchaseNominalCode", "must be 0 or the code of a nominal; there is no \(code)")
        }
        links.purchaseNominal = nominal.id
        if let sent = draft.purchaseProductCode {
            guard let product = try product(ProductKey(nominal: nominal.id, code: sent)) else {
                throw invalid(
                    "PurchaseSubNominalCode", "must be empty or the code of a product under \(code)")
            }
            links.purchaseProduct = product.id
        }
        return links
    }
}

private func invalid(_ field: String, _ fault: String) -> BookkeepingError {
    .invalid([FieldProblem(field, fault)])
}
