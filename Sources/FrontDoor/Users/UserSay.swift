/// What a caller may do to whom. The route has asked for `ManageUser` already; these keep it from being more than
/// that: nobody gives themselves a right, nor a password to somebody who has more than they.
///
/// Whether whom `ManageRole` raises later is a user whose password its holder chose, none of this can tell: the security
/// log does.
extension Caller {
    /// Who holds Full Access is changed only by who holds it.
    /// - Throws: `.permissionDenied`.
    func requireSay(over member: Member) throws(FrontDoorError) {
        guard permissions.hasFullAccess || !member.permissions.hasFullAccess else {
            throw .permissionDenied(.fullAccess)
        }
    }

    /// Whoever sets a user's password, word or e-mail can sign in as that user.
    ///
    /// - Parameter worksElsewhere: with rights that are another business's to give; only Full Access, which FD-21 means
    ///   by an administrator, reaches so far.
    /// - Throws: `.permissionDenied`.
    func requireMayStandIn(for member: Member, worksElsewhere: Bool) throws(FrontDoorError) {
        try requireSay(over: member)
        guard permissions.hasFullAccess || !worksElsewhere else { throw .permissionDenied(.fullAccess) }
        guard permissions.cover(member.permissions) else { throw .permissionDenied(.fullAccess) }
    }

    /// A role within one's own rights may be given to a new user with `ManageUser` alone; `ManageRole` gives any but
    /// Full Access to somebody else who comes in with secrets of their own.
    /// - Parameter canStandIn: it goes to oneself, or to somebody as whom the caller could then sign in: only what one
    ///   has already.
    /// - Throws: `.permissionDenied`.
    func requireMayGive(_ given: Permissions, canStandIn: Bool) throws(FrontDoorError) {
        guard !permissions.cover(given) else { return }
        guard !given.hasFullAccess, !canStandIn else { throw .permissionDenied(.fullAccess) }
        guard permissions.allow(.manageRole) else { throw .permissionDenied(.manageRole) }
    }
}
