import Foundation

/// One text file of the checkout, by its path from the root.
struct SourceFile: Sendable {
    let path: String
    let text: String

    /// The folder below `Sources` or `Tests` that the file lies in; nil for a file elsewhere.
    var target: String? {
        let parts = path.split(separator: "/")
        guard parts.count > 2, parts[0] == "Sources" || parts[0] == "Tests" else { return nil }
        return String(parts[1])
    }

    var isSwift: Bool { path.hasSuffix(".swift") }

    func isUnder(_ folders: String...) -> Bool {
        folders.contains { path.hasPrefix($0 + "/") }
    }
}

extension SourceFile {
    /// Every file that is written by hand: Swift, and the C and C++ of the small targets.
    static func all() throws -> [SourceFile] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try ["Sources", "Tests"].flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
                .map { "\(folder)/\($0)" }
                .filter { path in [".swift", ".c", ".cpp", ".h"].contains { path.hasSuffix($0) } }
                .sorted()
                .map { path in
                    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
                    return SourceFile(path: path, text: text)
                }
        }
    }
}
