import Bookkeeping
import Store

/// What the details of a customer and of a supplier have to say for the books to keep both by the same code.
protocol KeptParty: PartyDetails {
    /// The party in full, as the books answer it.
    associatedtype Whole: WholeParty where Whole.Details == Self

    /// Parameters: the shared columns, its own, then key, instant and day of creation.
    static var insertRow: SQL { get }
    /// Parameters: the shared columns, its own, then the id.
    static var updateRow: SQL { get }

    /// The values of its own columns, in the order of the two statements.
    var ownValues: [any SQLConvertible] { get }
    /// The values that have names, by kind.
    var fields: [PartyField] { get set }

    /// - Throws: `BookkeepingError.invalid` where it refers to what is not there.
    func requireOwnReferences(in transaction: any Transaction) throws

    /// Writes the lists that only this kind has.
    /// - Parameter old: what was there before; nil for a new party.
    func writeOwnLists(_ id: Int64, over old: Self?, in transaction: any Transaction) throws

    /// What was just written, as `whole` would read it.
    static func made(_ made: MadeParty<Self>, in transaction: any Transaction) throws -> Whole

    /// - Throws: `BookkeepingError.partyUnknown`.
    static func whole(_ code: String, on day: CalendarDate, in transaction: any Transaction) throws -> Whole
}

/// A customer or supplier in full.
protocol WholeParty: Sendable {
    associatedtype Details: PartyDetails

    var id: Int64 { get }
    var code: PartyCode { get }
    var details: Details { get }
}

extension Transaction {
    /// Holds details to what only the book knows, and tells of all that is wrong with them.
    ///
    /// A currency that is not set up and comes with a rate is set up by this.
    ///
    /// - Parameters:
    ///   - rate: of the currency, as it was sent.
    ///   - old: the contacts that the party has.
    /// - Throws: `BookkeepingError.invalid`.
    func requireReferences<Details: KeptParty>(
        of details: Details, rate: ExactDecimal?, contacts old: [Contact], on day: CalendarDate
    ) throws {
        let checks: [() throws -> Void] = [
            { try details.requireOwnReferences(in: self) },
            { try self.requireDefaultNominal(details.defaultNominalCode) },
            { try details.contacts.requireKnown(among: old, of: Details.party) },
            { try self.requireCurrency(details.currencyCode, rate: rate, on: day) },
            { try self.requireRateOfHome(details.currencyCode, rate) },
        ]
        var problems: [FieldProblem] = []
        for check in checks {
            do {
                try check()
            } catch BookkeepingError.invalid(let found) {
                problems += found
            }
        }
        guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
    }

    /// The home currency is one of itself: any other rate is a mistake, and would be lost.
    private func requireRateOfHome(_ code: String?, _ rate: ExactDecimal?) throws {
        guard let code, let rate, rate != .one, try code == homeCurrency().code else { return }
        throw BookkeepingError.invalid([
            FieldProblem("Currency.ExchangeRate", "must be 1: \(code) is the home currency")
        ])
    }
}
