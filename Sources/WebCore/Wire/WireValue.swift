/// What was sent, as a small tree of exact values: JSON and XML both become this before a wire table reads it.
public enum WireValue: Hashable, Sendable {
    case null
    case flag(Bool)
    /// The number as it was written: no binary floating point stands between the wire and the books.
    case number(String)
    case text(String)
    case list([WireValue])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public let name: String
        public let value: WireValue

        public init(name: String, value: WireValue) {
            self.name = name
            self.value = value
        }
    }
}
