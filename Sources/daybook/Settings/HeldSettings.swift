import Configuration
import Foundation

/// What holds for this run: flags over environment over file over defaults, all checked.
struct HeldSettings: Sendable {
    enum Source: Sendable, Hashable {
        case flag, environment, file(String), fallback
    }

    struct Held: Sendable {
        let text: String
        let source: Source
    }

    private let held: [String: Held]

    /// - Parameters:
    ///   - flags: what was given on the command line, by the setting's name.
    ///   - environment: all variables; those that begin with `DAYBOOK_` have to be known.
    /// - Throws: `Refusal` that names every unknown key and every wrong value.
    init(flags: [String: String], environment: [String: String] = ProcessInfo.processInfo.environment) throws
    {
        var problems = Self.unknown(in: environment)
        let outer = [Self.layer(ofFlags: flags), Self.layer(ofEnvironment: environment)]
        let file = try SettingsFile.find(
            config: Self.first(Settings.config.fact, in: outer)?.text,
            data: Self.first(Settings.data.fact, in: outer)?.text ?? Settings.data.fallback)
        problems += file?.problems ?? []
        let layers = outer + (file.map { [$0.layer] } ?? [])
        var held: [String: Held] = [:]
        for fact in Settings.all {
            guard let found = Self.first(fact, in: layers) else { continue }
            held[fact.name] = found
            if !fact.isValid(found.text) { problems.append(fact.complaint(found)) }
        }
        guard problems.isEmpty else { throw Refusal(problems.joined(separator: " ")) }
        self.held = held
    }

    subscript<Value>(_ setting: Setting<Value>) -> Value {
        guard let text = held[setting.fact.name]?.text, let value = setting.read(text) else {
            return setting.fallback
        }
        return value
    }

    func source(of fact: SettingFact) -> Source {
        held[fact.name]?.source ?? .fallback
    }

    func text(of fact: SettingFact) -> String? {
        held[fact.name]?.text ?? fact.fallback
    }
}

/// One place that settings come from.
struct SettingsLayer: Sendable {
    let source: HeldSettings.Source
    let snapshot: any ConfigSnapshot
    /// What stands before each name: `daybook` in the environment.
    var prefix: [String] = []

    func text(of fact: SettingFact) -> String? {
        let key = AbsoluteConfigKey(prefix + [fact.name])
        if let found = try? snapshot.value(forKey: key, type: .string).value,
            case .string(let text) = found.content
        {
            return text
        }
        guard let found = try? snapshot.value(forKey: key, type: .stringArray).value,
            case .stringArray(let texts) = found.content
        else { return nil }
        return texts.joined(separator: ",")
    }
}

extension HeldSettings {
    private static func layer(ofFlags flags: [String: String]) -> SettingsLayer {
        let values = flags.map {
            (AbsoluteConfigKey([$0.key]), ConfigValue(.string($0.value), isSecret: false))
        }
        let provider = InMemoryProvider(values: Dictionary(values) { $1 })
        return SettingsLayer(source: .flag, snapshot: provider.snapshot())
    }

    private static func layer(ofEnvironment environment: [String: String]) -> SettingsLayer {
        // A variable that is set to nothing counts as not set, as shells and unit files have it.
        let provider = EnvironmentVariablesProvider(
            environmentVariables: environment.filter { !$0.value.isEmpty })
        return SettingsLayer(source: .environment, snapshot: provider.snapshot(), prefix: [Program.name])
    }

    private static func first(_ fact: SettingFact, in layers: [SettingsLayer]) -> Held? {
        layers.lazy.compactMap { layer in layer.text(of: fact).map { Held(text: $0, source: layer.source) } }
            .first
    }

    private static func unknown(in environment: [String: String]) -> [String] {
        let known = Set(Settings.all.map(\.environment))
        return environment.keys.filter { $0.hasPrefix("DAYBOOK_") && !known.contains($0) }.sorted().map {
            "\($0) in the environment is no setting."
        }
    }
}

extension SettingFact {
    /// A sentence that names the setting as it was written there.
    func complaint(_ held: HeldSettings.Held) -> String {
        let place =
            switch held.source {
            case .flag: flag
            case .environment: "\(environment) in the environment"
            case .file(let path): "\(name) in \(path)"
            case .fallback: name
            }
        // A value can be long or hold control characters; the message is one line.
        let shown = isSecret || show != nil ? "" : ", not \"\(oneLine(String(held.text.prefix(100))))\""
        return "\(place) must be \(bounds)\(shown)."
    }
}
