/// A heading under which documents of one kind are put: `Draft`, `Sent`.
public struct DocumentCategory: Hashable, Sendable {
    /// From 1 within its kind, never given twice.
    public let number: Int64
    public let name: String
    public let icon: CategoryIcon

    public init(number: Int64, name: String, icon: CategoryIcon) {
        self.number = number
        self.name = name
        self.icon = icon
    }
}
