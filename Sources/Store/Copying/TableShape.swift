/// A table as the migrations made it: what has to be known to copy its rows from one engine to another.
public struct TableShape: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case integer, text, blob
    }

    public struct Column: Hashable, Sendable {
        public let name: String
        public let kind: Kind

        public init(name: String, kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    public let name: String
    public let columns: [Column]

    public init(name: String, columns: [Column]) {
        self.name = name
        self.columns = columns
    }

    /// The columns' names with commas between.
    public var columnList: String { columns.map(\.name).joined(separator: ", ") }
}
