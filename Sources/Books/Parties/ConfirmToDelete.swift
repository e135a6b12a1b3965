import Bookkeeping
import Store

/// What the deletion of a customer or supplier would take with it.
public struct PartyDeletion: Hashable, Sendable {
    /// The party's own spelling, or as it was sent when nobody has it.
    public let code: String
    public let name: String?
    /// Nil when it can be deleted.
    public let obstacle: BookkeepingError?
    /// Invoices or purchases.
    public var documents: Int64 = 0
    /// Quotes or purchase orders.
    public var offers: Int64 = 0
    /// Recurring invoices or purchases.
    public var recurring: Int64 = 0
    public var payments: Int64 = 0
}

extension Book {
    /// Tells what deleting customers or suppliers would do, and changes nothing. In the order named, each once.
    ///
    /// - Parameter named: each value is a code, or codes with commas between them. Since a code may have commas
    ///   of its own, a value that as a whole is somebody's code means that one.
    /// - Throws: `BookkeepingError.invalid` when these name no code, or more than one call can.
    public func confirmDeletion(_ named: [String], of party: Party) async throws -> [PartyDeletion] {
        try await store.read { transaction in
            let codes = try transaction.codes(named, of: party)
            guard Bounds.codesInCall.contains(codes.count) else {
                throw BookkeepingError.invalid([
                    FieldProblem("\(party.rawValue)Codes", party.codesRule)
                ])
            }
            let found = try transaction.picked(codes, of: party, party.deletionColumns) { columns in
                var deletion = PartyDeletion(code: columns.text(), name: columns.text(), obstacle: nil)
                deletion.documents = columns.integer()
                deletion.offers = columns.integer()
                deletion.recurring = columns.integer()
                deletion.payments = columns.integer()
                return deletion
            }
            return zip(codes, found).map { code, found in
                let shown = PartyCode.shown(code)
                return found
                    ?? PartyDeletion(code: shown, name: nil, obstacle: .partyUnknown(party, code: shown))
            }
        }
    }
}

extension Transaction {
    /// The codes that values name, each once.
    fileprivate func codes(_ named: [String], of party: Party) throws -> [String] {
        let several = named.filter { $0.contains(",") }
        let isWhole = try zip(several, picked(several, of: party, "id") { $0.integer() })
            .reduce(into: [String: Bool]()) { $0[$1.0] = $1.1 != nil }
        return named.flatMap { value in
            guard let isWhole = isWhole[value], !isWhole else { return [value] }
            return value.split(separator: ",").map(String.init)
        }.map(\.tidied).filter { !$0.isEmpty }.uniqueCodes
    }
}

extension Party {
    /// Code and name, and how many of each kind of document would go too.
    fileprivate var deletionColumns: SQL {
        switch self {
        case .customer: ofCustomers
        case .supplier: "code, name, 0, 0, 0, 0"
        }
    }

    fileprivate var codesRule: String {
        """
        must name \(Bounds.codesInCall.lowerBound) to \(Bounds.codesInCall.upperBound) \(plural), with commas \
        between their codes
        """
    }
}

private let ofCustomers: SQL = """
    code, name, (SELECT COUNT(*) FROM invoice WHERE invoice.customer = customer.id),
        (SELECT COUNT(*) FROM quote WHERE quote.customer = customer.id),
        (SELECT COUNT(*) FROM recurring_invoice WHERE recurring_invoice.customer = customer.id),
        (SELECT COUNT(*) FROM bank_transaction WHERE bank_transaction.customer = customer.id)
    """
