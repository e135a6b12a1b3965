import Foundation
import FrontDoor
import Installation
import Logging
import Mail
import WebCore

/// The settings as each floor takes them.
extension HeldSettings {
    var folder: DataFolder {
        DataFolder(
            path: DataFolderPath.absolute(self[Settings.data], from: FileManager.default.currentDirectoryPath)
        )
    }

    func installation(logger: Logger) -> InstallationSettings {
        var settings = InstallationSettings(logger: logger)
        settings.frontDoor = frontDoor
        settings.database = database
        settings.secretKey = self[Settings.secretKey]
        settings.openBooksMax = self[Settings.openBooksMax]
        settings.mail = MailFolder(
            path: mailFolder, from: self[Settings.mailFrom], clock: settings.clock, random: settings.random)
        return settings
    }

    /// Nil when all lies in the data folder.
    private var database: DatabaseSettings? {
        guard let address = self[Settings.database],
            var database = DatabaseSettings(address: address, password: self[Settings.databasePassword])
        else { return nil }
        database.connectionsMax = self[Settings.databaseConnectionsMax]
        database.waitMax = .seconds(self[Settings.databaseWaitSeconds])
        database.statementMax = .seconds(self[Settings.databaseStatementSeconds])
        database.transactionMax = .seconds(self[Settings.databaseTransactionSeconds])
        return database
    }

    private var mailFolder: String {
        guard let path = self[Settings.mailFolder] else { return folder.mail }
        return DataFolderPath.absolute(path, from: FileManager.default.currentDirectoryPath)
    }

    var frontDoor: FrontDoorSettings {
        var settings = FrontDoorSettings()
        settings.sessionIdle = .minutes(self[Settings.sessionIdleMinutes])
        settings.sessionIdleKept = .days(self[Settings.sessionIdleKeptDays])
        settings.sessionLifetime = .days(self[Settings.sessionLifetimeDays])
        settings.sessionCacheEntries = self[Settings.sessionCacheEntries]
        settings.lastUseEvery = .seconds(self[Settings.lastUseSeconds])
        settings.sessionsPerIdentityMax = self[Settings.sessionsPerIdentityMax]
        settings.passwordCharactersMin = self[Settings.passwordCharactersMin]
        // One fewer than cores, at least one (FD-13).
        settings.hashPermits = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
        settings.hashesWaitingMax = self[Settings.hashesWaitingMax]
        settings.temporaryTokenLifetime = .minutes(self[Settings.temporaryTokenMinutes])
        settings.temporaryTokensPerIdentityMax = self[Settings.temporaryTokensPerIdentityMax]
        settings.activationLinkLifetime = .days(self[Settings.activationLinkDays])
        settings.resetLinkLifetime = .minutes(self[Settings.resetLinkHours] * 60)
        settings.lockout = self[Settings.lockout]
        settings.failuresBeforeLock = self[Settings.failuresBeforeLock]
        settings.unlockAfter = self[Settings.unlockAfter].map { .minutes($0) }
        settings.addressFailuresMax = self[Settings.addressFailuresMax]
        settings.addressFailuresWindow = .minutes(self[Settings.addressFailuresMinutes])
        settings.securityLogKept = .days(self[Settings.securityLogDays])
        settings.publicURL = self[Settings.publicURL]
        return settings
    }

    func web(isTLS: Bool) -> WebSettings {
        var settings = WebSettings()
        settings.publicURL = self[Settings.publicURL]
        settings.trustedProxies = self[Settings.trustedProxies]
        settings.corsOrigins = self[Settings.corsOrigins]
        settings.featureSwitches = self[Settings.featureSwitches]
        settings.bodyBytesMax = self[Settings.bodyBytesMax]
        settings.connectionsMax = self[Settings.connectionsMax]
        settings.connectionsPerAddressMax = self[Settings.connectionsPerAddressMax]
        settings.isTLS = isTLS
        return settings
    }
}

extension Duration {
    fileprivate static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    fileprivate static func days(_ count: Int) -> Duration { .seconds(count * 24 * 60 * 60) }
}
