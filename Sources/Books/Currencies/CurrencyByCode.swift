import Bookkeeping
import Store

extension Book {
    /// The currencies that are set up, by code, with the rates of one day.
    ///
    /// - Parameter day: nil for today in the United Kingdom.
    public func currencies(on day: CalendarDate? = nil) async throws -> [Currency] {
        let day = day ?? today
        return try await store.read { try $0.currencies(on: day) }
    }

    /// - Parameter day: nil for today in the United Kingdom.
    /// - Throws: `BookkeepingError.currencyUnknown`.
    public func currency(id: Int64, on day: CalendarDate? = nil) async throws -> Currency {
        let day = day ?? today
        return try await store.read { try $0.currency(id: id, on: day) }
    }
}

// A rate holds from its day until the next one's; the first one holds for all days before it too, since nothing else
// is known of them.
extension Transaction {
    /// The currencies that are set up, the home currency among them, by code.
    public func currencies(on day: CalendarDate) throws -> [Currency] {
        try all(selectCurrency + " ORDER BY code", day.text, as: Currency.init)
    }

    /// - Throws: `BookkeepingError.currencyUnknown`.
    public func currency(id: Int64, on day: CalendarDate) throws -> Currency {
        guard let currency = try first(selectCurrency + " WHERE id = ?2", day.text, id, as: Currency.init)
        else { throw BookkeepingError.currencyUnknown(String(id)) }
        return currency
    }

    /// What a customer's, supplier's or document's code stands for; nil when it is not set up.
    ///
    /// - Parameter code: ISO 4217, in capitals.
    public func currency(_ code: String, on day: CalendarDate) throws -> Currency? {
        try first(selectCurrency + " WHERE code = ?2", day.text, code, as: Currency.init)
    }

    /// What the ledger is kept in.
    public func homeCurrency() throws -> Currency {
        guard
            let home = try first(
                selectCurrency + " WHERE is_home = 1", CalendarDate.first.text, as: Currency.init)
        else { throw StoreError.damaged("no home currency") }
        return home
    }
}

extension Currency {
    fileprivate init(_ row: any Row) {
        var columns = Columns(row)
        self.init(
            id: columns.integer(), code: columns.text(), name: columns.text(), symbol: columns.text(),
            isSymbolOnRight: columns.flag(), rate: ExactDecimal(millionths: columns.integer()),
            updatesItself: columns.flag(), isHome: columns.flag())
    }
}

private let selectCurrency: SQL = """
    SELECT id, code, name, symbol, symbol_on_right,
        COALESCE(
            (SELECT rate FROM currency_rate AS past
                WHERE past.currency = currency.id AND past.from_day <= ?1
                ORDER BY past.from_day DESC LIMIT 1),
            (SELECT rate FROM currency_rate AS first WHERE first.currency = currency.id
                ORDER BY first.from_day LIMIT 1),
            1000000),
        auto_update, is_home
    FROM currency
    """
