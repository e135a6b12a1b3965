import FrontDoor
import WebCore

/// What every answer of sign-in tells of the user and the business.
protocol AccountAnswer: WireTable {
    var account: Account? { get }
    var keepLoggedIn: Bool { get }
}

extension WireField where Owner: AccountAnswer {
    /// The members that all answers of sign-in share, in the documented order.
    static var account: [WireField<Owner>] {
        [
            .flag("IsLockedOut", "Always false: a locked user gets a 401.", get: { _ in false }),
            .integer(
                "CompanyUserId", "The user's number, as uid of an external token.",
                get: { $0.account?.identity ?? 0 }),
            .integer("CompanyId", "The business.", get: { $0.account?.business ?? 0 }),
            .integer("PartnerId", "Always 0.", get: { _ in 0 }).example("0"),
            .integer("ConnectedUserPartnerId", "Always 0.", get: { _ in 0 }).example("0"),
            .integer("ClientManagerId", "Always 0.", get: { _ in 0 }).example("0"),
            .flag("PartnerBrandingOptOut", "Always false.", get: { _ in false }),
            .text("PackageName", "The subscription's package.", get: { $0.account?.package })
                .example(#""Daybook""#),
            .flag("IsPackageRestricted", "Always false.", get: { _ in false }),
            .flag(
                "SubscriptionExpired", "Whether the subscription has lapsed.",
                get: { $0.account?.subscriptionExpired ?? false }),
            .object(
                "IntegrationsSettings", "Always null: nothing is connected.",
                get: { _ -> NoIntegrationsWire? in nil }
            ).example("null"),
            .flag(
                "HasTemporaryPassword",
                "Whether the password, the memorable word or both must be changed before anything else.",
                get: { $0.account?.temporaryPassword ?? false }),
            .flag(
                "IsAdmin", "Whether the user owns the account.", get: { $0.account?.administrator ?? false }),
            .flag("Disabled", "Always false: a disabled user gets a 401.", get: { _ in false }),
            .text("CompanyUserFullName", "The user's full name.", get: { $0.account?.fullName })
                .example(#""Ines Okafor""#),
            .text("EmailId", "The user's e-mail address.", get: { $0.account?.email })
                .example(#""ines@harbour.example""#),
            .integer("PartnerCompanyUserId", "Always 0.", get: { _ in 0 }).example("0"),
        ]
    }

    static var tenant: WireField<Owner> {
        .integer("TenantId", "The business.", get: { $0.account?.business ?? 0 })
    }

    static var kept: WireField<Owner> {
        .flag("KeepUserLoggedIn", "Whether the session may idle for 14 days.", get: { $0.keepLoggedIn })
    }
}

/// The documentation names the member and not what is in it.
struct NoIntegrationsWire: WireTable {
    static let shape = WireShape<NoIntegrationsWire>("IntegrationsSettings", [])
}
