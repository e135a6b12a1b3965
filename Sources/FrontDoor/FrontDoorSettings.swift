/// The numbers of the front door that an owner may set; the defaults are those of its rules.
public struct FrontDoorSettings: Sendable {
    // Sessions (FD-7, FD-8, FD-10).
    public var sessionIdle: Duration = .seconds(60 * 60)
    public var sessionIdleKept: Duration = .seconds(14 * 24 * 60 * 60)
    public var sessionLifetime: Duration = .seconds(30 * 24 * 60 * 60)
    public var sessionCacheEntries = 10_000
    public var lastUseEvery: Duration = .seconds(15)
    public var sessionsPerIdentityMax = 100
    // Signing in (FD-12, FD-13, FD-16, FD-22, FD-24).
    public var passwordCharactersMin = 15
    public var hashPermits = 1
    public var hashesWaitingMax = 64
    public var hashWaitMax: Duration = .seconds(2)
    public var temporaryTokenLifetime: Duration = .seconds(5 * 60)
    public var temporaryTokensPerIdentityMax = 20
    public var externalTokenLifetime: Duration = .seconds(60)
    public var activationLinkLifetime: Duration = .seconds(7 * 24 * 60 * 60)
    public var resetLinkLifetime: Duration = .seconds(24 * 60 * 60)
    // Locks and throttles (FD-18, FD-19, FD-20).
    public var lockout = Lockout.documented
    public var failuresBeforeLock = 5
    /// Nil: a lock stays until it is lifted.
    public var unlockAfter: Duration?
    public var addressFailuresMax = 30
    public var addressFailuresWindow: Duration = .seconds(15 * 60)
    // Several processes on one control database (FD-9).
    /// Whether other processes write to the control database too.
    public var isShared = false
    /// How often it is read what they changed.
    public var changesEvery: Duration = .milliseconds(500)
    /// How long ago that was begun at most when what is in memory is believed.
    var changesSeenWithin: Duration = .seconds(1)
    // The security log (FD-23).
    public var securityLogKept: Duration = .seconds(2 * 365 * 24 * 60 * 60)
    /// Where links in mails lead, without a trailing slash: `https://books.example/v2` (FD-24).
    public var publicURL: String?

    /// What a password hash costs: no owner's choice, only lower in tests (FD-12).
    var passwordCost = PasswordHash.Cost.today

    public enum Lockout: String, Sendable, CaseIterable {
        /// Five failures lock the identity, as the vendor documents.
        case documented
        /// Wrong passwords pause sign-in and never touch open sessions; wrong letters lock.
        case gentle
    }

    public init() {}
}
