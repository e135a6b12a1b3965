import Store

/// A role as an administrator names it.
public enum RoleChoice: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case number(Int64)
    /// In any case.
    case name(String)

    /// Reads what was typed: digits are a number, anything else a name.
    public init(_ text: String) {
        self = Int64(text.trimmed).map(RoleChoice.number) ?? .name(text)
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    public init(integerLiteral number: Int64) {
        self = .number(number)
    }

    fileprivate var text: String {
        switch self {
        case .number(let number): String(number)
        case .name(let name): name
        }
    }
}

extension Transaction {
    /// The number of the chosen role of `business`.
    /// - Throws: `FrontDoorError.noSuchRole`, `StoreError`.
    func roleNumber(_ choice: RoleChoice, business: Int64) throws -> Int64 {
        let roles = try all(selectRoles, business) {
            (number: $0.integer(0), key: FoldedName.key($0.text(1)))
        }
        let chosen =
            switch choice {
            case .number(let number): roles.first { $0.number == number }
            case .name(let name): roles.first { $0.key == FoldedName.key(name) }
            }
        guard let chosen else { throw FrontDoorError.noSuchRole(choice.text) }
        return chosen.number
    }
}

private let selectRoles: SQL = "SELECT number, name FROM role WHERE business = ?1 ORDER BY number"
