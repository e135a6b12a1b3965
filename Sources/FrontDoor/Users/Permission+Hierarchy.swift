extension Permission {
    /// What must be held to hold this one: each of Create, Edit and Delete rests on the one before it.
    ///
    /// - Source: spec/users.md, "Reading them".
    public var required: Permission? {
        switch self {
        case .fullAccess, .viewInvoice, .viewQuote, .viewCustomer, .viewReceipt, .viewProject, .manageRole,
            .manageUser:
            nil
        case .createInvoice, .editInvoice, .deleteInvoice, .createQuote, .editQuote, .deleteQuote,
            .createCustomer, .editCustomer, .deleteCustomer, .createReceipt, .editReceipt, .createProject,
            .editProject, .deleteProject:
            Permission(rawValue: rawValue - 1)
        }
    }

    /// Reads a name in any case; `UpdateQuote`, as old role samples have it, is `EditQuote`.
    public init?(name: String) {
        let sent = name.trimmed.lowercased()
        let known = sent.hasPrefix("update") ? "edit" + sent.dropFirst("update".count) : sent
        guard let permission = Self.allCases.first(where: { $0.name.lowercased() == known }) else {
            return nil
        }
        self = permission
    }
}

extension Permissions {
    /// The permissions with all that each of them rests on, as a role is stored.
    public init(spelledOut permissions: some Sequence<Permission>) {
        self = Permissions()
        for permission in permissions {
            var next: Permission? = permission
            while let held = next {
                formUnion(Permissions(held))
                next = held.required
            }
        }
    }

    public var hasFullAccess: Bool { contains(Permissions(.fullAccess)) }

    /// Whether whoever holds these holds all of `others`.
    func cover(_ others: Permissions) -> Bool {
        hasFullAccess || isSuperset(of: others)
    }
}
