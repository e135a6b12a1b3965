import FrontDoor

/// The numbers that the rules of the front door leave to the owner.
extension Settings {
    // MARK: Sessions

    static let sessionIdleMinutes = Setting<Int>.number(
        "session-idle-minutes", .sessions, "minutes", 60, in: 1...525_600,
        "A session that is unused for longer ends (FD-7).")
    static let sessionIdleKeptDays = Setting<Int>.number(
        "session-idle-kept-days", .sessions, "days", 14, in: 1...3_650,
        "The same for sessions whose user asked to be kept logged in (FD-7).")
    static let sessionLifetimeDays = Setting<Int>.number(
        "session-lifetime-days", .sessions, "days", 30, in: 1...3_650,
        "Every session ends so long after sign-in, used or not (FD-7).")
    static let sessionsPerIdentityMax = Setting<Int>.number(
        "sessions-per-identity-max", .sessions, "number", 100, in: 1...100_000,
        "Sessions of one user at once; one more ends the longest unused (FD-10).")
    static let sessionCacheEntries = Setting<Int>.number(
        "session-cache-entries", .sessions, "number", 10_000, in: 100...10_000_000,
        "Sessions that are answered from memory; each takes about half a KiB (FD-8).")
    static let lastUseSeconds = Setting<Int>.number(
        "last-use-seconds", .sessions, "seconds", 15, in: 1...300,
        "How often it is written down when sessions were last used: so much early may one end after a crash (FD-8)."
    )

    // MARK: Signing in

    static let passwordCharactersMin = Setting<Int>.number(
        "password-characters-min", .signingIn, "characters", 15, in: 8...128,
        "The shortest new password (FD-12).")
    static let hashesWaitingMax = Setting<Int>.number(
        "hashes-waiting-max", .signingIn, "number", 64, in: 1...10_000,
        "Sign-ins that wait for their password hash; one more is told to come again (FD-13).")
    static let temporaryTokenMinutes = Setting<Int>.number(
        "temporary-token-minutes", .signingIn, "minutes", 5, in: 1...60,
        "How long the second step of sign-in may follow the first (FD-16).")
    static let temporaryTokensPerIdentityMax = Setting<Int>.number(
        "temporary-tokens-per-identity-max", .signingIn, "number", 20, in: 1...1_000,
        "Sign-ins of one user between the two steps at once; one more ends the oldest (FD-16).")
    static let activationLinkDays = Setting<Int>.number(
        "activation-link-days", .signingIn, "days", 7, in: 1...90,
        "How long an activation link is good (FD-24).")
    static let resetLinkHours = Setting<Int>.number(
        "reset-link-hours", .signingIn, "hours", 24, in: 1...720, "How long a reset link is good (FD-24).")

    // MARK: Locks and throttles

    static let lockout = Setting<FrontDoorSettings.Lockout>.choice(
        "lockout", .locks, .documented,
        "What failed sign-ins do: documented locks the user; gentle makes wrong passwords wait longer and longer and "
            + "locks for wrong letters only. Take gentle on the open internet (FD-18).")
    static let failuresBeforeLock = Setting<Int>.number(
        "failures-before-lock", .locks, "number", 5, in: 1...100,
        "Failed sign-ins in a row that lock (FD-18).")
    static let unlockAfter = Setting<Int?>.number(
        "unlock-after", .locks, "minutes", in: 1...525_600,
        "A lock lifts itself after so many minutes (FD-19).")
    static let addressFailuresMax = Setting<Int>.number(
        "address-failures-max", .locks, "number", 30, in: 1...100_000,
        "Failed sign-ins of one address, whoever it tries, before it has to wait (FD-20).")
    static let addressFailuresMinutes = Setting<Int>.number(
        "address-failures-minutes", .locks, "minutes", 15, in: 1...1_440,
        "The time within which they are counted (FD-20).")

    /// All there are, in the order of documentation.
    static let all: [SettingFact] =
        [data.fact, config.fact, secretKey.fact, openBooksMax.fact] + databaseFacts + served

    private static let served: [SettingFact] = [
        host.fact, port.fact, tlsCertificate.fact, tlsKey.fact, insecureHTTP.fact, eventLoops.fact,
        publicURL.fact, trustedProxies.fact, corsOrigins.fact,
        featureSwitches.fact,
        bodyBytesMax.fact, connectionsMax.fact, connectionsPerAddressMax.fact,
        sessionIdleMinutes.fact, sessionIdleKeptDays.fact, sessionLifetimeDays.fact,
        sessionsPerIdentityMax.fact,
        sessionCacheEntries.fact, lastUseSeconds.fact,
        passwordCharactersMin.fact, hashesWaitingMax.fact, temporaryTokenMinutes.fact,
        temporaryTokensPerIdentityMax.fact, activationLinkDays.fact, resetLinkHours.fact,
        lockout.fact, failuresBeforeLock.fact, unlockAfter.fact, addressFailuresMax.fact,
        addressFailuresMinutes.fact,
        mailFolder.fact, mailFrom.fact,
        logLevel.fact, logFormat.fact, metricsPort.fact, securityLogDays.fact,
    ]
}
