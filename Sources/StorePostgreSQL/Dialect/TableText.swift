import Store

/// A `CREATE TABLE` as the migrations write it, taken apart so that PostgreSQL's form can be made of it.
///
/// The shared dialect is small: columns of `INTEGER PRIMARY KEY AUTOINCREMENT`, `BIGINT`, `TEXT` and `BLOB`, with
/// `NOT NULL`, `DEFAULT`, `UNIQUE`, `CHECK` and `REFERENCES`, and the table constraints of the same words.
struct TableText {
    struct Column {
        let name: String
        let type: String
        /// `NOT NULL DEFAULT 0 CHECK (…)`, as it stands.
        let rest: String
    }

    struct Reference {
        let columns: [String]
        let table: String
        let targets: [String]
        /// `ON DELETE CASCADE`, `DEFERRABLE …`.
        let rest: String
    }

    let name: String
    let isOptional: Bool
    private(set) var columns: [Column] = []
    private(set) var primaryKey: [String] = []
    private(set) var uniques: [[String]] = []
    private(set) var references: [Reference] = []
    private(set) var checks: [String] = []
    /// The column whose values are given by the engine.
    private(set) var numbered: String?

    /// Nil when `text` is no `CREATE TABLE`.
    /// - Throws: `StoreError.misuse` for one that is not of the dialect.
    init?(_ text: String) throws(StoreError) {
        var words = Words(text)
        guard words.take("CREATE", "TABLE") else { return nil }
        isOptional = words.take("IF", "NOT", "EXISTS")
        guard let name = words.next(), let body = words.parenthesised() else {
            throw .misuse("no table: \(text)")
        }
        self.name = name
        for item in Words.items(of: body) { try add(item) }
    }

    /// A table of one column, which another one is given: `name TYPE …`, as it stands behind `ADD COLUMN`.
    /// - Throws: `StoreError.misuse` for one that can't be added in both engines.
    init(_ table: String, adding column: String) throws(StoreError) {
        name = table
        isOptional = false
        try add(column)
        guard columns.count == 1, primaryKey.isEmpty, uniques.isEmpty else {
            throw .misuse("no column to add: \(column)")
        }
    }

    private mutating func add(_ item: String) throws(StoreError) {
        var words = Words(item)
        if words.take("PRIMARY", "KEY") {
            primaryKey = try Self.names(&words)
        } else if words.take("UNIQUE") {
            uniques.append(try Self.names(&words))
        } else if words.take("CHECK") {
            checks.append("CHECK (\(words.parenthesised() ?? ""))")
        } else if words.take("FOREIGN", "KEY") {
            let columns = try Self.names(&words)
            guard words.take("REFERENCES") else { throw .misuse("no reference: \(item)") }
            references.append(try Self.reference(from: columns, &words))
        } else {
            try addColumn(&words, item)
        }
    }

    private mutating func addColumn(_ words: inout Words, _ item: String) throws(StoreError) {
        guard let name = words.next(), let type = words.next() else { throw .misuse("no column: \(item)") }
        var rest: [String] = []
        while !words.isAtEnd {
            if words.take("PRIMARY", "KEY") {
                primaryKey = [name]
                if words.take("AUTOINCREMENT") { numbered = name }
            } else if words.take("UNIQUE") {
                uniques.append([name])
            } else if words.take("REFERENCES") {
                references.append(try Self.reference(from: [name], &words))
            } else if let inner = words.parenthesised() {
                rest.append("(\(inner))")
            } else if let word = words.next() {
                rest.append(word)
            }
        }
        columns.append(
            Column(name: name, type: try Self.kind(type, item), rest: rest.joined(separator: " ")))
    }

    private static func kind(_ type: String, _ item: String) throws(StoreError) -> String {
        switch type.uppercased() {
        case "INTEGER", "BIGINT": return "BIGINT"
        case "BLOB": return "BYTEA"
        case "TEXT": return "TEXT"
        default: throw .misuse("no type of a column: \(item)")
        }
    }

    private static func names(_ words: inout Words) throws(StoreError) -> [String] {
        guard let list = words.parenthesised() else { throw .misuse("no list of columns") }
        return Words.items(of: list)
    }

    private static func reference(from columns: [String], _ words: inout Words) throws(StoreError)
        -> Reference
    {
        guard let table = words.next() else { throw .misuse("a reference to nothing") }
        let targets = try names(&words)
        var rest: [String] = []
        while let word = words.next() { rest.append(word) }
        return Reference(columns: columns, table: table, targets: targets, rest: rest.joined(separator: " "))
    }
}

/// A statement's words, and what stands in parentheses as one.
struct Words {
    private var words: [Substring] = []
    private var place = 0

    init(_ text: String) {
        var scanner = SQLScanner(text)
        var spelled: [UInt8] = []
        // Comments are nothing; literals and quoted names are part of a word.
        while let piece = scanner.next() {
            switch piece {
            case .code(let byte) where byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")"):
                spelled += [UInt8(ascii: " "), byte, UInt8(ascii: " ")]
            case .code(let byte) where byte == UInt8(ascii: "\n"): spelled.append(UInt8(ascii: " "))
            case .code(let byte): spelled.append(byte)
            case .verbatim(let bytes) where bytes.starts(with: "--".utf8) || bytes.starts(with: "/*".utf8):
                spelled.append(UInt8(ascii: " "))
            // Literals in tables have single blanks at most, which are put back when the words are joined.
            case .verbatim(let bytes): spelled += bytes
            }
        }
        words = String(decoding: spelled, as: UTF8.self).split(separator: " ")
    }

    var isAtEnd: Bool { place >= words.count }

    mutating func next() -> String? {
        guard place < words.count else { return nil }
        place += 1
        return String(words[place - 1])
    }

    /// Passes over these words, in any case, if they come next.
    mutating func take(_ expected: String...) -> Bool {
        guard place + expected.count <= words.count,
            zip(words[place...], expected).allSatisfy({ $0.uppercased() == $1 })
        else { return false }
        place += expected.count
        return true
    }

    /// What stands in the parentheses that come next; nil when none do.
    mutating func parenthesised() -> String? {
        guard place < words.count, words[place] == "(" else { return nil }
        place += 1
        var depth = 1
        var inner: [Substring] = []
        while place < words.count {
            let word = words[place]
            place += 1
            if word == "(" { depth += 1 }
            if word == ")" { depth -= 1 }
            if depth == 0 { break }
            inner.append(word)
        }
        return inner.joined(separator: " ")
    }

    /// All that is left.
    mutating func remainder() -> String {
        defer { place = words.count }
        return words[place...].joined(separator: " ")
    }

    /// The parts of a list, cut at its own commas.
    static func items(of list: String) -> [String] {
        var items: [String] = [""]
        var depth = 0
        for character in list {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 {
                items.append("")
            } else {
                items[items.count - 1].append(character)
            }
        }
        return items.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }
}
