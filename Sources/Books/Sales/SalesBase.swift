import Bookkeeping
import Store

/// What every command on a sales document asks of the book before anything else.
struct SalesBase {
    let roles: NominalRoles
    let company: Company
    let settings: BookSettings
    let vat: VATSettings

    init(_ transaction: any Transaction) throws {
        roles = try transaction.nominalRoles()
        company = try transaction.company()
        settings = try transaction.bookSettings()
        vat = try transaction.vatSettings(company, settings)
    }
}

extension Transaction {
    /// The customer that a document names.
    ///
    /// - Throws: `BookkeepingError.invalid` for a code that is nobody's.
    func customerOfDocument(_ code: String, on day: CalendarDate) throws -> Customer {
        guard !code.isEmpty else { throw BookkeepingError.invalid([FieldProblem("CustomerCode", .empty)]) }
        do {
            return try customer(code, on: day)
        } catch BookkeepingError.partyUnknown {
            throw BookkeepingError.invalid([
                FieldProblem(
                    "CustomerCode", "must be a customer's code; there is no \(PartyCode.shown(code))")
            ])
        }
    }

    /// The currency of a new document: what was sent, else its customer's, else the home currency; at the rate that was
    /// sent, else at the one of the day.
    ///
    /// - Throws: `BookkeepingError.invalid` for a currency that is not set up and has no rate, and for another rate than
    ///   one of the home currency.
    func documentCurrency(
        _ code: String?, rate: ExactDecimal?, _ base: SalesBase, on day: CalendarDate
    ) throws -> DocumentCurrency {
        let home = base.company.homeCurrency
        guard let code, code != home.code else {
            guard rate ?? .one == .one else {
                throw BookkeepingError.invalid([
                    FieldProblem("Currency.ExchangeRate", "must be 1: \(home.code) is the home currency")
                ])
            }
            return DocumentCurrency(code: home.code, rate: .one, isHome: true)
        }
        try requireCurrency(code, rate: rate, on: day)
        let stored = try currency(code, on: day)?.rate ?? .one
        return DocumentCurrency(code: code, rate: rate ?? stored, isHome: false)
    }

    /// The project that a document names; nil for none.
    ///
    /// - Throws: `BookkeepingError.invalid` for a number that is no project's.
    func projectOfDocument(_ number: Int64?) throws -> ProjectLink? {
        guard let number, number != 0 else { return nil }
        guard let project = try projectLink(number: number) else {
            throw BookkeepingError.invalid([
                FieldProblem("ProjectNumber", "must be 0 or the number of a project; there is no \(number)")
            ])
        }
        return project
    }

    /// The number of a new document: what was sent, where nothing has or had it; else the next.
    ///
    /// - Parameter taken: whether a document has the number now.
    /// - Throws: `BookkeepingError.numberTaken`.
    func documentNumber(
        _ sent: Int64?, of series: NumberSeries, taken: (Int64) throws -> Bool
    ) throws -> Int64 {
        if let sent, sent != 0 {
            guard try !taken(sent) else { throw BookkeepingError.numberTaken(series, sent) }
            try requireUnspent(sent, of: series)
        }
        return try takeNumber(sent, of: series)
    }
}
