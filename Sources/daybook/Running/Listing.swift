import WebCore

/// What a command lists, once: from it come aligned columns for people and one JSON array for scripts.
struct Listing: Sendable {
    enum Cell: Sendable {
        case number(Int64)
        case text(String)
        case flag(Bool)
        case nothing
        /// A list within the row; `inWords` is what people read of it.
        case listing(Listing, inWords: String)
    }

    /// The members' names in JSON: `lastUsed` heads its column as `LAST USED`.
    let columns: [StaticString]
    let rows: [[Cell]]

    init(_ columns: [StaticString], _ rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows
    }

    /// One array, ids as numbers.
    var json: String {
        var writer = WireWriter()
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The first row alone, as an object: for commands that make one thing.
    var firstAsJSON: String {
        var writer = WireWriter()
        if let row = rows.first { write(row, to: &writer) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Columns with two blanks between, a heading above, and no line for nothing.
    var text: String {
        guard !rows.isEmpty else { return "" }
        let lines = [columns.map { heading("\($0)") }] + rows.map { $0.map(\.text) }
        let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            zip(line, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
                .joined(separator: "  ").trimmingEnd
        }.joined(separator: "\n")
    }

    private func write(to writer: inout WireWriter) {
        writer.list(rows) { row, writer in write(row, to: &writer) }
    }

    private func write(_ row: [Cell], to writer: inout WireWriter) {
        writer.object { writer in
            for (column, cell) in zip(columns, row) {
                writer.key(column)
                switch cell {
                case .number(let number): writer.integer(number)
                case .text(let text): writer.text(text)
                case .flag(let flag): writer.flag(flag)
                case .nothing: writer.null()
                case .listing(let listing, _): listing.write(to: &writer)
                }
            }
        }
    }

    private func heading(_ name: String) -> String {
        name.reduce(into: "") { heading, character in
            if character.isUppercase { heading.append(" ") }
            heading.append(contentsOf: character.uppercased())
        }
    }
}

extension Listing.Cell {
    static func text(orNothing text: String?) -> Listing.Cell {
        text.map { .text($0) } ?? .nothing
    }

    static func number(orNothing number: Int64?) -> Listing.Cell {
        number.map { .number($0) } ?? .nothing
    }

    fileprivate var text: String {
        switch self {
        case .number(let number): String(number)
        case .text(let text): oneLine(text)
        case .flag(let flag): flag ? "yes" : "no"
        case .nothing: "-"
        case .listing(_, let words): oneLine(words)
        }
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self[...]
        while text.hasSuffix(" ") { text.removeLast() }
        return String(text)
    }
}
