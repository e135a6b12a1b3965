/// A right that a role can give, by the number and name of the documentation's permission page.
public enum Permission: Int, CaseIterable, Sendable {
    case fullAccess = 1
    case viewInvoice, createInvoice, editInvoice, deleteInvoice
    case viewQuote, createQuote, editQuote, deleteQuote
    case viewCustomer, createCustomer, editCustomer, deleteCustomer
    case viewReceipt, createReceipt, editReceipt
    case viewProject, createProject, editProject, deleteProject
    case manageRole, manageUser

    /// `EditCustomer`: as it stands on the wire.
    public var name: String { Self.names[rawValue - 1] }

    /// Made once: what asks for a case's name at run time is slow.
    private static let names = allCases.map { permission in
        let text = String(describing: permission)
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

/// A set of permissions, as one integer.
public struct Permissions: OptionSet, Hashable, Sendable {
    public let rawValue: Int64

    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    public init(_ permissions: Permission...) {
        rawValue = permissions.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    }

    /// Whether `permission` is held, by itself or through `FullAccess`.
    public func allow(_ permission: Permission) -> Bool {
        !isDisjoint(with: Permissions(permission, .fullAccess))
    }
}
