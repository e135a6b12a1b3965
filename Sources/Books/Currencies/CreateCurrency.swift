import Bookkeeping
import Store

extension Book {
    /// Sets a currency up.
    ///
    /// - Parameter day: from which its rate holds; nil for today in the United Kingdom.
    /// - Throws: `BookkeepingError.currencyTaken`, `.invalid` for a draft without a code; then nothing was written.
    public func create(_ sent: CheckedCurrencyDraft, from day: CalendarDate? = nil) async throws -> Currency {
        let day = day ?? today
        let draft = sent.draft
        guard let code = draft.code else {
            throw BookkeepingError.invalid([FieldProblem("Code", "is required")])
        }
        return try await store.write { transaction in
            guard try !transaction.exists(selectCode, code) else {
                throw BookkeepingError.currencyTaken(code: code)
            }
            let id = try transaction.insertCurrency(code, draft)
            try transaction.setRate(draft.rate ?? .one, ofCurrency: id, from: day)
            return try transaction.currency(id: id, on: day)
        }
    }
}

extension Transaction {
    /// Requires that what a customer, supplier or document is in is set up. One that comes with a rate is set up with
    /// it; the rate of one that is there stays as it is.
    ///
    /// - Parameters:
    ///   - code: checked, in capitals; nil for the home currency, which always is.
    ///   - rate: as it was sent, within `Bounds.exchangeRate`.
    ///   - field: the object's name on the wire.
    ///   - day: from which the rate holds.
    /// - Throws: `BookkeepingError.invalid`; then nothing was written.
    /// - Source: `reference-data.md`, "Currencies".
    func requireCurrency(
        _ code: String?, rate: ExactDecimal?, field: String = "Currency", on day: CalendarDate
    ) throws {
        guard let code, try !exists(selectCode, code) else { return }
        guard let rate else {
            throw BookkeepingError.invalid([FieldProblem("\(field).Code", notSetUp(field))])
        }
        let id = try insertCurrency(code, CurrencyDraft())
        try setRate(rate, ofCurrency: id, from: day)
    }

    /// Writes a currency's row, without a rate. Returns its id.
    func insertCurrency(_ code: String, _ draft: CurrencyDraft, isHome: Bool = false) throws -> Int64 {
        let standard = ISOCurrency.of(code)
        return try insert(
            insertRow, code, draft.name ?? standard?.name ?? code, draft.symbol ?? standard?.symbol ?? code,
            draft.isSymbolOnRight, draft.updatesItself, isHome)
    }

    /// Lets a rate hold from a day on, until the next one that is known.
    func setRate(_ rate: ExactDecimal, ofCurrency id: Int64, from day: CalendarDate) throws {
        if try run(updateRate, id, day.text, rate.millionths) == 0 {
            try run(insertRate, id, day.text, rate.millionths)
        }
    }
}

private func notSetUp(_ field: String) -> String {
    "must be a currency that is set up; POST /currencies first or send \(field).ExchangeRate"
}

private let selectCode: SQL = "SELECT 1 FROM currency WHERE code = ?1"
private let insertRow: SQL = """
    INSERT INTO currency (code, name, symbol, symbol_on_right, auto_update, is_home)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id
    """
private let updateRate: SQL = "UPDATE currency_rate SET rate = ?3 WHERE currency = ?1 AND from_day = ?2"
private let insertRate: SQL = "INSERT INTO currency_rate (currency, from_day, rate) VALUES (?1, ?2, ?3)"
