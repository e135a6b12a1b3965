import ArgumentParser

/// The flags of `daybook serve`: one for each setting of the table that may be one, by its name.
struct ServeOptions: ParsableArguments {
    @Option(Settings.data) var data: String?
    @Option(Settings.config) var config: String?
    @Option(Settings.openBooksMax) var openBooksMax: String?
    @Option(Settings.database) var database: String?
    @Option(Settings.databaseConnectionsMax) var databaseConnectionsMax: String?
    @Option(Settings.databaseWaitSeconds) var databaseWaitSeconds: String?
    @Option(Settings.databaseStatementSeconds) var databaseStatementSeconds: String?
    @Option(Settings.databaseTransactionSeconds) var databaseTransactionSeconds: String?
    @Option(Settings.host) var host: String?
    @Option(Settings.port) var port: String?
    @Option(Settings.tlsCertificate) var tlsCertificate: String?
    @Option(Settings.tlsKey) var tlsKey: String?
    @Flag(Settings.insecureHTTP) var insecureHTTP: Bool
    @Option(Settings.eventLoops) var eventLoops: String?
    @Option(Settings.publicURL) var publicURL: String?
    @Option(Settings.trustedProxies) var trustedProxies: String?
    @Option(Settings.corsOrigins) var corsOrigins: String?
    @Option(Settings.featureSwitches) var featureSwitches: String?
    @Option(Settings.bodyBytesMax) var bodyBytesMax: String?
    @Option(Settings.connectionsMax) var connectionsMax: String?
    @Option(Settings.connectionsPerAddressMax) var connectionsPerAddressMax: String?
    @Option(Settings.sessionIdleMinutes) var sessionIdleMinutes: String?
    @Option(Settings.sessionIdleKeptDays) var sessionIdleKeptDays: String?
    @Option(Settings.sessionLifetimeDays) var sessionLifetimeDays: String?
    @Option(Settings.sessionsPerIdentityMax) var sessionsPerIdentityMax: String?
    @Option(Settings.sessionCacheEntries) var sessionCacheEntries: String?
    @Option(Settings.lastUseSeconds) var lastUseSeconds: String?
    @Option(Settings.passwordCharactersMin) var passwordCharactersMin: String?
    @Option(Settings.hashesWaitingMax) var hashesWaitingMax: String?
    @Option(Settings.temporaryTokenMinutes) var temporaryTokenMinutes: String?
    @Option(Settings.temporaryTokensPerIdentityMax) var temporaryTokensPerIdentityMax: String?
    @Option(Settings.activationLinkDays) var activationLinkDays: String?
    @Option(Settings.resetLinkHours) var resetLinkHours: String?
    @Option(Settings.lockout) var lockout: String?
    @Option(Settings.failuresBeforeLock) var failuresBeforeLock: String?
    @Option(Settings.unlockAfter) var unlockAfter: String?
    @Option(Settings.addressFailuresMax) var addressFailuresMax: String?
    @Option(Settings.addressFailuresMinutes) var addressFailuresMinutes: String?
    @Option(Settings.mailFolder) var mailFolder: String?
    @Option(Settings.mailFrom) var mailFrom: String?
    @Option(Settings.logLevel) var logLevel: String?
    @Option(Settings.logFormat) var logFormat: String?
    @Option(Settings.metricsPort) var metricsPort: String?
    @Option(Settings.securityLogDays) var securityLogDays: String?

    mutating func validate() throws {
        try requireValidSettings()
    }
}

/// The flags that every command has.
struct FolderOptions: ParsableArguments {
    @Option(Settings.data) var data: String?
    @Option(Settings.database) var database: String?
    @Option(Settings.config) var config: String?

    mutating func validate() throws {
        try requireValidSettings()
    }
}

extension ParsableArguments {
    /// The settings that were given as flags, by name. Found as the parser itself finds its options: by reflection.
    var givenSettings: [String: String] {
        var given: [String: String] = [:]
        for child in Mirror(reflecting: self).children {
            guard let label = child.label else { continue }
            switch child.value {
            case let option as Option<String?>: given[settingName(label)] = option.wrappedValue
            case let flag as Flag<Bool>: given[settingName(label)] = flag.wrappedValue ? "true" : nil
            default: continue
            }
        }
        return given
    }

    /// A wrong value of a flag is wrong usage; one from elsewhere is refused later.
    fileprivate func requireValidSettings() throws {
        let given = givenSettings
        for fact in Settings.all {
            guard let text = given[fact.name], !fact.isValid(text) else { continue }
            throw ValidationError(fact.complaint(HeldSettings.Held(text: text, source: .flag)))
        }
    }
}

/// `_sessionIdleMinutes` is the storage of `session-idle-minutes`, `_publicURL` that of `public-url`.
private func settingName(_ label: String) -> String {
    var name = ""
    var before: Character = "A"
    for character in label where character != "_" {
        if character.isUppercase, before.isLowercase { name.append("-") }
        name.append(contentsOf: character.lowercased())
        before = character
    }
    return name
}

extension Option where Value == String? {
    fileprivate init<Kind>(_ setting: Setting<Kind>) {
        self.init(
            name: .customLong(setting.fact.name), help: setting.fact.help,
            completion: setting.fact.completionKind)
    }
}

extension Flag where Value == Bool {
    fileprivate init(_ setting: Setting<Bool>) {
        self.init(wrappedValue: false, name: .customLong(setting.fact.name), help: setting.fact.help)
    }
}

extension SettingFact {
    fileprivate var help: ArgumentHelp {
        let shown = fallback.map { $0 == "false" ? "" : " (default: \($0))" } ?? ""
        return ArgumentHelp("\(meaning)\(shown)", valueName: placeholder.isEmpty ? nil : placeholder)
    }

    fileprivate var completionKind: CompletionKind? {
        switch completion {
        case .none: nil
        case .file: .file()
        case .folder: .directory
        case .choice(let values): .list(values)
        }
    }
}
