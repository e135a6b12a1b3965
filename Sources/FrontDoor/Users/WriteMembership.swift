import Store

extension Transaction {
    /// Disables a membership, or enables it again. Sessions are the caller's to end.
    func setDisabled(_ disabled: Bool, of identity: Int64, business: Int64) throws {
        try run(updateDisabled, business, identity, disabled)
    }

    /// Gives a member another role. An administrator whose new role has no Full Access is none any more.
    func setRole(_ role: Int64, giving permissions: Permissions, of identity: Int64, business: Int64) throws {
        try run(updateRole, business, identity, role)
        if !permissions.hasFullAccess { try run(dropAdministrator, business, identity) }
    }
}

private let updateDisabled: SQL =
    "UPDATE membership SET disabled = ?3 WHERE business = ?1 AND identity = ?2"
private let updateRole: SQL = "UPDATE membership SET role = ?3 WHERE business = ?1 AND identity = ?2"
private let dropAdministrator: SQL =
    "UPDATE membership SET administrator = 0 WHERE business = ?1 AND identity = ?2"
