import FrontDoor
import Logging
import Mail
import Store
import Surroundings

/// What an installation needs to know from outside its folder.
public struct InstallationSettings: Sendable {
    public var frontDoor = FrontDoorSettings()
    /// The database in which all lies; nil: the files of the folder.
    public var database: DatabaseSettings?
    /// The key from the configuration (`DAYBOOK_SECRET_KEY`); nil: the one in the folder (FD-14). With a database it
    /// is required.
    public var secretKey: SecretKey?
    /// How many books stay open though nobody uses them: each takes up to a MiB.
    public var openBooksMax = 16
    public var clock: any Timekeeper = SystemTimekeeper()
    public var random: any Randomness = SystemRandomness()
    /// What letters leave by; nil keeps them in.
    public var mail: (any MailTransport)?
    public var logger: Logger

    public init(logger: Logger) {
        self.logger = logger
    }
}

extension InstallationSettings {
    func door(over control: any Store, with key: SecretKey) async throws -> FrontDoor {
        try await FrontDoor(
            store: control, settings: frontDoor, secretKey: key, clock: clock, random: random, mail: mail,
            logger: logger)
    }
}
