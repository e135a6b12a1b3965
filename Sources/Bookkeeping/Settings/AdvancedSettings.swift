/// The settings that stand with the book's lock and have no other place.
///
/// - Source: `settings.md`, Advanced.
public struct AdvancedSettings: Hashable, Sendable {
    public var lock = BookLock.none
    /// Reminder letters go out by themselves.
    public var sendsReminders = false
    /// A customer's discount goes on a new invoice only when that is asked for.
    public var appliesManualDiscount = false
    // For the screens alone, as the next two.
    public var showsJournals = true
    public var opensPapersInNewWindow = false
    public var offersPostalService = false

    public init() {}

    /// - Throws: `BookkeepingError.invalid` for a lock that is on and has no date, which would lock nothing.
    public func check() throws(BookkeepingError) {
        guard !lock.isOn || lock.until > .never else {
            throw .invalid([
                FieldProblem("TransactionLockDate", "must be after 1900-01-01 while TransactionLock is true")
            ])
        }
    }
}
