import Logging
import Mail
import Store
import Surroundings

/// Who may come in: sign-in, session tokens, locks, subscriptions, and the administration of those who sign in.
///
/// One instance for each control database of a process; several processes may share one (`catchUp`). The rules it
/// keeps are numbered `FD-1` … in its files.
public final class FrontDoor: Sendable {
    let store: any Store
    let settings: FrontDoorSettings
    /// What time it is, here and wherever the door is asked from.
    public let clock: any Timekeeper
    let random: any Randomness
    let logger: Logger
    let doorClock: DoorClock
    let limits: SessionLimits
    let sessions: SessionTokenCache
    let changes: ChangesSeen
    /// Names this process among those that share the tables.
    let process: String
    let line = SignInLine(waitingMax: 1_024)
    let refusals = RepeatedRefusals()
    let hashGate: HashGate
    let throttle: Throttle
    let clientErrors = Throttle(
        failuresMax: ClientErrorReport.most, window: ClientErrorReport.window)
    let secrets: Secrets
    /// Of what callers send and are answered.
    public let marks: Marks
    let postbox: Postbox

    /// Opens the door over `store`: migrates the control tables and checks that `secretKey` is the one that sealed
    /// what lies there (FD-14).
    /// - Parameter mail: what activation and reset letters leave by; nil keeps them in.
    /// - Throws: `FrontDoorError.otherSecretKey`, `StoreError`.
    public init(
        store: any Store, settings: FrontDoorSettings, secretKey: SecretKey, clock: any Timekeeper,
        random: any Randomness, mail: (any MailTransport)? = nil, logger: Logger
    ) async throws {
        try await store.migrate(controlMigrations)
        self.store = store
        self.settings = settings
        self.clock = clock
        self.random = random
        postbox = Postbox(mail, logger)
        self.logger = logger
        doorClock = DoorClock(clock)
        changes = ChangesSeen(settings)
        process = settings.isShared ? random.bytes(8).hexadecimal : ""
        limits = SessionLimits(settings)
        sessions = SessionTokenCache(capacity: settings.sessionCacheEntries, limits: limits)
        hashGate = HashGate(
            permits: settings.hashPermits, waitingMax: settings.hashesWaitingMax, wait: settings.hashWaitMax)
        throttle = Throttle(
            failuresMax: settings.addressFailuresMax, window: settings.addressFailuresWindow,
            tells: settings.isShared)
        secrets = try await Secrets(store: store, key: secretKey, random: random)
        marks = Marks(secrets)
        try await openSessions()
        try await startCatchingUp()
    }
}
