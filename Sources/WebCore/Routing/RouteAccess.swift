import FrontDoor

/// Who may call a route (FD-1, FD-4, FD-21).
public struct RouteAccess: Sendable, Hashable {
    enum Open: Sendable, Hashable {
        case never
        case always
        /// Open when this query parameter is there.
        case withQuery(String)
    }

    var open = Open.never
    /// Any one of these is needed; none: any valid token will do. A refusal names the first.
    public private(set) var permissions: [Permission] = []
    /// What is needed instead, for each value of a path parameter.
    public private(set) var kinds: Kinds?
    /// It ends or leaves the session itself, which a lapsed business and a caller from an address that is not listed
    /// can do too: who is shut out here may work in another of their companies.
    var isOfSession = false
    /// A session with a temporary password can do it.
    var withTemporaryPassword = false

    /// The permission that a refusal names; nil where none is needed, or which one hangs on the path.
    public var permission: Permission? { permissions.first }
    public var isOpen: Bool { open != .never }
    /// A secret in the query is what opens it.
    var isOpenWithQuery: Bool {
        switch open {
        case .withQuery: true
        case .never, .always: false
        }
    }

    /// The permissions for the values of one path parameter.
    public struct Kinds: Sendable, Hashable {
        public let parameter: String
        /// By the parameter's values in lower case; any other value is no path.
        public let permissions: [String: Permission]
    }
}

extension RouteAccess {
    /// Without a token: one of the few of FD-1.
    public static let open = RouteAccess(open: .always)
    /// Any valid token.
    public static let anyToken = RouteAccess()
    /// What changes one's own password and word: open to temporary ones. No other call is, but those that end a session.
    public static let ownPassword = RouteAccess(withTemporaryPassword: true)

    public static func needs(_ permission: Permission) -> RouteAccess {
        RouteAccess(permissions: [permission])
    }

    /// Any one of several; a refusal names the first.
    public static func needs(_ permission: Permission, or alternatives: Permission...) -> RouteAccess {
        RouteAccess(permissions: [permission] + alternatives)
    }

    /// What hangs on a path parameter: `/{objectType}/{objectNumber}/notes` needs what its parent needs. A value that
    /// is not in the table is no path.
    /// - Parameter permissions: by the parameter's values in lower case.
    public static func needs(by parameter: String, _ permissions: [String: Permission]) -> RouteAccess {
        RouteAccess(kinds: Kinds(parameter: parameter, permissions: permissions))
    }

    /// Without a token when `query` is there; with one otherwise.
    public static func openWith(query: String) -> RouteAccess {
        RouteAccess(open: .withQuery(query))
    }

    /// Any valid token, in a lapsed business and from any address too; `andTemporary`: with a temporary password too.
    public static func session(andTemporary: Bool) -> RouteAccess {
        RouteAccess(isOfSession: true, withTemporaryPassword: andTemporary)
    }
}

extension RouteAccess {
    /// What is needed, for people: `ViewCustomer`, `ManageRole or ManageUser`, `any token`. The contract and
    /// docs/permissions.md show it.
    public var words: String {
        switch open {
        case .always: return "no token"
        case .withQuery(let name): return "no token with `\(name)`, else any token"
        case .never: break
        }
        if let kinds { return kinds.words }
        guard permissions.isEmpty else { return permissions.map(\.name).joined(separator: " or ") }
        return withTemporaryPassword ? "any token, one of a temporary password too" : "any token"
    }
}

extension RouteAccess.Kinds {
    /// by `objectType`: ViewCustomer for customer, customers; ViewReceipt for suppliers
    fileprivate var words: String {
        let kinds = Permission.allCases.compactMap { permission -> String? in
            let values = permissions.filter { $0.value == permission }.keys.sorted()
            return values.isEmpty ? nil : "\(permission.name) for \(values.joined(separator: ", "))"
        }
        return "by `\(parameter)`: \(kinds.joined(separator: "; "))"
    }
}
