/// Which modules each target may import: the picture of docs/architecture.md as a table.
///
/// It is kept apart from Package.swift on purpose: an edge that is drawn there by haste fails here.
enum Floors {
    static let imports: [String: Set<String>] = [
        "Surroundings": system,
        "Bookkeeping": [],
        "Mail": system.union(["Surroundings"]),
        "Sample": ["Books", "Bookkeeping", "Surroundings"],
        "Store": system,
        "StoreSQLite": system.union(["Store", "GRDB", "GRDBSQLite"]),
        "StorePostgreSQL": system.union(["Store", "CPostgreSQL"]),
        "FrontDoor": system.union([
            "Store", "Surroundings", "Mail", "CSodium", "CEmbedded", "Crypto", "Logging",
        ]),
        "Books": system.union(["Store", "Surroundings", "Bookkeeping", "Crypto"]),
        "Installation": system.union([
            "Store", "StoreSQLite", "StorePostgreSQL", "FrontDoor", "Books", "Bookkeeping", "Mail",
            "Surroundings",
            "Crypto", "Logging",
        ]),
        "WebCore": system.union([
            "FrontDoor", "Books", "Bookkeeping", "Store", "Surroundings", "CJSONReader", "CExpat", "CZlib",
            "Hummingbird",
            "HummingbirdCore", "HTTPTypes", "Logging", "Metrics", "NIOCore", "NIOHTTP1", "NIOHTTPTypes",
            "NIOPosix", "ServiceLifecycle",
        ]),
        "WebAPI": system.union([
            "WebCore", "FrontDoor", "Books", "Bookkeeping", "Surroundings", "CEmbedded", "Hummingbird",
            "HTTPTypes", "Logging",
        ]),
        "daybook": system.union([
            "WebAPI", "WebCore", "Installation", "FrontDoor", "Books", "Bookkeeping", "Mail", "Sample",
            "Store", "Surroundings", "ArgumentParser", "Configuration", "HTTPTypes", "Hummingbird",
            "HummingbirdCore",
            "HummingbirdTLS",
            "Logging", "Metrics", "NIOCore", "NIOPosix", "NIOSSL", "ServiceLifecycle", "UnixSignals", "Yams",
        ]),
    ]

    /// Files that may import more than their floor, each for a reason that it gives.
    static let exceptions: [String: Set<String>] = [
        "Sources/Bookkeeping/Text/NormalForm.swift": ["Foundation"]
    ]

    /// What comes with the toolchain. `Bookkeeping` goes without: it has no clock, no files and no locks.
    private static let system: Set<String> = [
        "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Synchronization",
    ]
}

extension SourceFile {
    /// Every import with its line, however it is written: with access or attributes, of a module or one
    /// declaration of it.
    var imports: [(module: String, line: Int)] {
        code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            line.split(separator: ";").compactMap { importedModule($0).map { (module: $0, line: index + 1) } }
        }
    }

    private func importedModule(_ statement: Substring) -> String? {
        var words = statement.split { $0 == " " || $0 == "\t" }[...]
        words = words.drop { $0.hasPrefix("@") || Self.accessWords.contains($0) }
        guard words.popFirst() == "import" else { return nil }
        words = words.drop { Self.kindWords.contains($0) }
        return words.first.flatMap { $0.split(separator: ".").first }.map(String.init)
    }

    private static let accessWords: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
    private static let kindWords: Set<Substring> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
    ]
}
