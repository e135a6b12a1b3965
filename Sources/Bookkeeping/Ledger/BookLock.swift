/// The lock of a whole book: nothing dated on or before the day may be made, changed or deleted.
///
/// - Source: `settings.md`, "The transaction lock"; `ledger.md`, "Locks".
public struct BookLock: Hashable, Sendable {
    public var isOn: Bool
    public var until: CalendarDate

    /// As a new book has it: off.
    public static let none = BookLock(isOn: false, until: .never)

    public init(isOn: Bool, until: CalendarDate) {
        self.isOn = isOn
        self.until = until
    }

    /// - Throws: `BookkeepingError.dateLocked`.
    public func require(_ date: CalendarDate) throws(BookkeepingError) {
        guard !isOn || date > until else { throw .dateLocked(until: until) }
    }
}
