/// The words of a letter that asks for an overdue invoice.
///
/// Title and text may hold tokens, as `#INVNUM#`, which are replaced when a letter is made of them.
public struct ReminderLetter: Hashable, Sendable {
    /// 1, 2 or 3: each is firmer than the one before.
    public let number: Int64
    public let title: String
    /// Several lines.
    public let text: String
}
