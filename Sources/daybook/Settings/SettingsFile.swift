import Configuration
import Foundation
import Yams

/// The YAML file with settings: the one that `--config` names, else `daybook.yaml` in the data folder if there.
struct SettingsFile {
    let path: String
    let layer: SettingsLayer
    /// A sentence for each key that can't stand here.
    let problems: [String]

    /// What it is called in the data folder.
    static let name = "daybook.yaml"

    static func find(config: String?, data: String) throws -> SettingsFile? {
        if let config { return try SettingsFile(config, inDataFolder: false) }
        let own = DataFolderPath.join(data, name)
        return FileManager.default.fileExists(atPath: own) ? try SettingsFile(own, inDataFolder: true) : nil
    }

    private init(_ path: String, inDataFolder: Bool) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Refusal("The configuration file \(path) can't be read.")
        }
        self.path = path
        do {
            // Read twice, which costs microseconds: the library's snapshot does not tell which keys there are.
            let entries = try Self.entries(of: data)
            problems = entries.compactMap { Self.problem(with: $0, $1, path, inDataFolder) }
            let bytes = Array(entries.isEmpty ? Data("{}".utf8) : data)
            layer = SettingsLayer(
                source: .file(path),
                snapshot: try YAMLSnapshot(
                    data: bytes.span.bytes, providerName: path, parsingOptions: .default))
        } catch {
            // The parser's message shows the place on lines of its own.
            let reason = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
            throw Refusal("The configuration file \(path) can't be read: \(oneLine(reason))")
        }
    }

    private static func entries(of data: Data) throws -> [(String, Node)] {
        guard let root = try Yams.compose(yaml: String(decoding: data, as: UTF8.self)) else { return [] }
        // A file of comments alone is one empty value.
        if root.scalar?.string.isEmpty == true { return [] }
        guard let mapping = root.mapping else { throw Refusal("it must be a list of `name: value`.") }
        return mapping.map { ($0.string ?? "a key that is no text", $1) }
    }

    private static func problem(
        with key: String, _ value: Node, _ path: String, _ inDataFolder: Bool
    ) -> String? {
        guard let fact = Settings.all.first(where: { $0.name == key }) else {
            return "\(oneLine(key)) in \(path) is no setting."
        }
        switch fact.places {
        case .anywhere:
            guard key == Settings.data.fact.name, inDataFolder else {
                let fits = value.scalar != nil || (fact.isList && value.sequence != nil)
                return fits ? nil : "\(key) in \(path) must be \(fact.bounds)."
            }
            return "data in \(path) can't say where the data folder is: the file lies in it."
        case .outsideTheFile: return "\(key) can't be set in a file."
        case .environmentOnly: return "\(key) can't be set in a file, only as \(fact.environment)."
        }
    }
}

/// Paths as they are typed.
enum DataFolderPath {
    static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// `path` as seen from `folder`.
    static func absolute(_ path: String, from folder: String) -> String {
        var path = path[...]
        while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
        if path.isEmpty || path == "." { return folder }
        return path.hasPrefix("/") ? String(path) : join(folder, String(path))
    }
}
