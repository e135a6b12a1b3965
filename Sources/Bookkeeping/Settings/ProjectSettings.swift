/// How projects are used and what they are called.
///
/// - Source: `settings.md`, Projects.
public struct ProjectSettings: Hashable, Sendable {
    /// What a list of projects is ordered by, by its name on the wire.
    public enum Order: String, CaseIterable, Sendable {
        case number = "Number"
        case name = "Name"
        case created = "Created"

        /// Reads the name in any case, or the old number 0, 1 or 2.
        public init?(sent: String) {
            let orders = Self.allCases.enumerated().first { number, order in
                order.rawValue.lowercased() == sent.lowercased() || String(number) == sent
            }
            guard let order = orders?.element else { return nil }
            self = order
        }
    }

    /// For the screens: the API takes projects whatever this says.
    public var isEnabled = true
    public var text = "Project"
    public var isOnPapers = false
    // A project for each line, not one for the document: for the screens alone.
    public var isOnInvoiceLines = false
    public var isOnPurchaseLines = false
    public var isOnBankLines = false
    public var isOnJournalLines = false
    public var startDateName = "Start Date"
    public var endDateName = "End Date"
    public var showsWorkInProgress = false
    /// For the screens: whether a project may belong to a customer.
    public var hasCustomer = true
    public var order = Order.number
    public var isDescending = false

    public init() {}

    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func check() throws(BookkeepingError) {
        var check = FieldCheck()
        check.label(text, "ProjectText")
        check.label(startDateName, "ProjectStartDateName")
        check.label(endDateName, "ProjectEndDateName")
        try check.finish()
    }
}
