/// How long a schedule goes on.
///
/// - Source: `invoices.md`, Recurring invoices; the names are inferred there.
public enum RunDuration: Hashable, Sendable {
    case indefinite
    /// So many times, at least once.
    case count(Int64)
    /// The last time is on this day or before it.
    case till(CalendarDate)
    /// Not at all, until it is changed.
    case disabled

    /// The names on the wire and in the tables.
    public enum Kind: String, CaseIterable, Sendable {
        case indefinite = "Indefinite"
        case count = "RecurCount"
        case till = "TillSpecificDate"
        case disabled = "Disabled"

        /// - Parameter name: in any case.
        public init?(named name: String) {
            let name = name.lowercased()
            guard let kind = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
                return nil
            }
            self = kind
        }
    }

    public var kind: Kind {
        switch self {
        case .indefinite: .indefinite
        case .count: .count
        case .till: .till
        case .disabled: .disabled
        }
    }

    /// A schedule that ends after more times than this may as well go on for ever.
    ///
    /// - Source: our choice.
    public static let countMax: Int64 = 10_000
}
