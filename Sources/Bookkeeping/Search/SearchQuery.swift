/// What one search over everything is asked for.
public struct SearchQuery: Hashable, Sendable {
    /// Case and accents don't count.
    public let text: String
    /// What is looked for, each once, in the order of their numbers.
    public let kinds: [SearchKind]
    /// Whether a whole field must be the text, and not only hold it.
    public var isExact = false
    /// From 1; of each kind.
    public var page: Int64 = 1
    /// Of each kind, as many as `Bounds.pageRows` allows.
    public var perPage: Int64 = 10
    /// By date, and by name where a kind has none. Nil, when nothing was asked for: the newest first, names from A.
    public var isDescending: Bool?

    public init(_ text: String, in kinds: Set<SearchKind>) {
        self.text = text
        self.kinds = SearchKind.allCases.filter(kinds.contains)
    }
}
