/// When a document falls due: so many days after its date or after the end of its month.
public struct PaymentTerms: Hashable, Sendable {
    /// What the days are counted from, by its name on the wire.
    public enum Start: String, CaseIterable, Sendable {
        case issuedDate = "AfterIssuedDate"
        case monthEnd = "AfterMonthEnd"
    }

    public var start: Start
    public var days: Int64

    /// More days than any terms have; ten years.
    public static let daysMax: Int64 = 3_650

    public init(days: Int64, after start: Start) {
        self.days = days
        self.start = start
    }
}
