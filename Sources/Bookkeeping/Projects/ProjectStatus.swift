/// How far a project is. Raw values are kept in the tables, and are the numbers of the old documentation.
///
/// - Source: `projects.md`.
public enum ProjectStatus: Int64, CaseIterable, Sendable {
    case completed = 0
    case active = 1
    case archived = 2

    /// As the wire spells it.
    public var name: String {
        switch self {
        case .completed: "Completed"
        case .active: "Active"
        case .archived: "Archived"
        }
    }

    /// By name in any case, or by number.
    public init?(sent: String) {
        let wanted = sent.lowercased()
        let found = Self.allCases.first { $0.name.lowercased() == wanted || String($0.rawValue) == wanted }
        guard let found else { return nil }
        self = found
    }
}
