import Bookkeeping
import Store

extension Book {
    /// Puts what was sent in the place of a currency's name, sign and flags. What was left out has its default then,
    /// but for the rates: they stay, and one that is sent is added to them.
    ///
    /// - Parameter day: from which the rate holds; nil for today in the United Kingdom, where the rate that holds
    ///   already is not noted anew.
    /// - Throws: `BookkeepingError.currencyUnknown`; `.invalid` for another code, and for a rate of the home currency
    ///   other than one; then nothing was written.
    public func changeCurrency(
        id: Int64, to sent: CheckedCurrencyDraft, from day: CalendarDate? = nil
    ) async throws -> Currency {
        let (draft, today) = (sent.draft, today)
        return try await store.write { transaction in
            let old = try transaction.currency(id: id, on: day ?? today)
            try old.requireChangeable(to: draft)
            let standard = ISOCurrency.of(old.code)
            try transaction.run(
                updateRow, id, draft.name ?? standard?.name ?? old.code,
                draft.symbol ?? standard?.symbol ?? old.code, draft.isSymbolOnRight, draft.updatesItself)
            if let rate = draft.rate, !old.isHome, day != nil || rate != old.rate {
                try transaction.setRate(rate, ofCurrency: id, from: day ?? today)
            }
            return try transaction.currency(id: id, on: day ?? today)
        }
    }
}

extension Currency {
    fileprivate func requireChangeable(to draft: CurrencyDraft) throws(BookkeepingError) {
        var problems: [FieldProblem] = []
        if let code = draft.code, code != self.code {
            problems.append(FieldProblem("Code", "must stay \(self.code)"))
        }
        if isHome, let rate = draft.rate, rate != .one {
            problems.append(FieldProblem("ExchangeRate", "must be 1, since this is the home currency"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}

private let updateRow: SQL = """
    UPDATE currency SET name = ?2, symbol = ?3, symbol_on_right = ?4, auto_update = ?5 WHERE id = ?1
    """
