/// One value that an owner may set: its facts, how its text is read, and what holds when nobody set it.
struct Setting<Value: Sendable>: Sendable {
    let fact: SettingFact
    /// Nil for a text that is none of its values.
    let read: @Sendable (String) -> Value?
    let fallback: Value

    /// - Parameter bounds: what goes, in words that complete "must be …".
    init(
        _ name: String, _ section: SettingFact.Section, _ placeholder: String, _ bounds: String,
        default fallback: Value, as text: String?, _ meaning: String,
        from places: SettingFact.Places = .anywhere,
        completion: SettingFact.Completion = .none, isList: Bool = false,
        show: (@Sendable (String) -> String)? = nil,
        read: @escaping @Sendable (String) -> Value?
    ) {
        fact = SettingFact(
            name: name, section: section, placeholder: placeholder, bounds: bounds, fallback: text,
            meaning: meaning, places: places, completion: completion, isList: isList, show: show,
            isValid: { read($0) != nil })
        self.read = read
        self.fallback = fallback
    }
}

/// All that help, documentation and checks need to know of a setting.
struct SettingFact: Sendable {
    /// `session-idle-minutes`: as the file and `--print-config` say it.
    let name: String
    let section: Section
    /// What stands for the value in help; the unit where there is one.
    let placeholder: String
    /// Completes "must be …".
    let bounds: String
    /// The default as text; nil when there is none.
    let fallback: String?
    let meaning: String
    let places: Places
    let completion: Completion
    /// Whether the file may have it as a list; elsewhere it is written with commas between.
    let isList: Bool
    /// What is shown of a value that may have a secret in it.
    let show: (@Sendable (String) -> String)?
    let isValid: @Sendable (String) -> Bool

    var flag: String { "--\(name)" }

    var environment: String {
        "DAYBOOK_" + name.uppercased().replacing("-", with: "_")
    }

    /// A secret is never shown, and comes from the environment alone: arguments can be read by all, files get copied.
    var isSecret: Bool { places == .environmentOnly }

    /// A valid value as it may be shown.
    func shown(_ text: String) -> String {
        isSecret ? "(hidden)" : oneLine(show.map { $0(text) } ?? text)
    }

    enum Places: Sendable {
        case anywhere
        /// Says where the file is, so it can't come from there.
        case outsideTheFile
        case environmentOnly
    }

    enum Completion: Sendable {
        case none, file, folder
        case choice([String])
    }

    enum Section: String, CaseIterable, Sendable {
        case folder = "Where the data is"
        case database = "A database"
        case listening = "Listening"
        case callers = "Callers"
        case limits = "Limits"
        case sessions = "Sessions"
        case signingIn = "Signing in"
        case locks = "Locks and throttles"
        case mail = "Mail"
        case logs = "Logs and metrics"
    }
}
