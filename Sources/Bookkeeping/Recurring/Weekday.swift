/// A day of the week, by its English name.
public enum Weekday: String, CaseIterable, Sendable {
    case monday = "Monday"
    case tuesday = "Tuesday"
    case wednesday = "Wednesday"
    case thursday = "Thursday"
    case friday = "Friday"
    case saturday = "Saturday"
    case sunday = "Sunday"

    /// - Parameter name: in any case.
    public init?(named name: String) {
        let name = name.lowercased()
        guard let day = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else { return nil }
        self = day
    }

    /// 0 for Monday.
    fileprivate var place: Int64 {
        switch self {
        case .monday: 0
        case .tuesday: 1
        case .wednesday: 2
        case .thursday: 3
        case .friday: 4
        case .saturday: 5
        case .sunday: 6
        }
    }
}

extension CalendarDate {
    public var weekday: Weekday {
        let place = mondayPlace
        return Weekday.allCases.first { $0.place == place } ?? .monday
    }

    /// The first such day of the week on this day or after it; nil past the year 9999.
    func first(_ weekday: Weekday) -> CalendarDate? {
        let ahead = weekday.place - mondayPlace
        return adding(days: Int(ahead < 0 ? ahead + 7 : ahead))
    }

    /// 0 for a Monday. 1970-01-01 was a Thursday.
    private var mondayPlace: Int64 {
        let days = daysSince1970 + 3
        return days - days.floored(by: 7) * 7
    }
}
