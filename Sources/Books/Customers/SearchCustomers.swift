import Bookkeeping
import Store

/// What `searchBy` looks in, by its name on the wire.
public enum CustomerSearchField: String, CaseIterable, Sendable {
    case code
    case email
    case name
}

/// A customer that was found, and the text in which it was.
public struct CustomerHit: Hashable, Sendable {
    public let id: Int64
    public let text: String
}

extension Book {
    /// The most hits a search gives.
    public static let customerHitsMax = 1_000

    /// Customers whose code, name or e-mail address contains a text, whatever its case; by that field in
    /// order.
    ///
    /// - Throws: `BookkeepingError.invalid` for an empty text or one that no field could hold.
    public func searchCustomers(_ field: CustomerSearchField, containing text: String) async throws
        -> [CustomerHit]
    {
        let text = try searchable(text)
        let (statement, key) =
            switch field {
            case .code: (searchCode, text.caseFolded)
            case .email: (searchEmail, text.folded)
            case .name: (searchName, text.folded)
            }
        let pattern = likePattern(containing: key)
        return try await store.read { transaction in
            try transaction.all(statement, pattern, Self.customerHitsMax) {
                CustomerHit(id: $0.integer(0), text: $0.text(1))
            }
        }
    }

    private func searchable(_ text: String) throws(BookkeepingError) -> String {
        do throws(FieldFault) {
            let text = try text.tidied(.line, max: TextKind.lineMax)
            guard !text.isEmpty else { throw FieldFault.empty }
            return text
        } catch {
            throw .invalid([FieldProblem("searchText", error)])
        }
    }
}

private let searchCode: SQL = """
    SELECT id, code FROM customer WHERE code_key LIKE ?1 ESCAPE '!' ORDER BY code_key, id LIMIT ?2
    """

private let searchEmail: SQL = """
    SELECT id, email FROM customer WHERE email_key LIKE ?1 ESCAPE '!' ORDER BY email_key, id LIMIT ?2
    """

private let searchName: SQL = """
    SELECT id, name FROM customer WHERE name_key LIKE ?1 ESCAPE '!' ORDER BY name_key, id LIMIT ?2
    """
