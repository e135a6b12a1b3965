/// What a business is in law, by its number on the wire. It decides which chart of accounts it is given and which tax
/// reports it sees.
public enum BusinessType: Int64, CaseIterable, Sendable {
    case notSet = 0
    case limited = 1
    case soleTrader = 2
    case partnership = 3
    case generalPractitioner = 4
    case other = 20

    /// As the wire lists it: `SoleTrader`.
    public var name: String {
        switch self {
        case .notSet: "NotSet"
        case .limited: "Limited"
        case .soleTrader: "SoleTrader"
        case .partnership: "Partnership"
        case .generalPractitioner: "GeneralPractitioner"
        case .other: "Other"
        }
    }
}

/// On which basis reports are drawn up unless they are asked for the other one, by its number on the wire. It is not
/// the basis of the VAT return.
public enum AccountingType: Int64, CaseIterable, Sendable {
    case cash = 0
    case accrual = 1

    public var name: String {
        switch self {
        case .cash: "Cash"
        case .accrual: "Accrual"
        }
    }
}

/// In which order papers and screens write a date, by its pattern; never how the wire does.
public enum DateOrder: String, CaseIterable, Sendable {
    case british = "dd/MM/yyyy"
    case american = "MM/dd/yyyy"
}

/// How many people work in the business, by its id on the wire.
///
/// - Source: `settings.md`, "Company".
public enum EmployeeCountRange: String, CaseIterable, Sendable {
    case none = "1"
    case upTo4 = "2"
    case upTo9 = "3"
    case upTo49 = "4"
    case upTo249 = "5"
    case more = "6"

    public var name: String {
        switch self {
        case .none: "0"
        case .upTo4: "1 to 4"
        case .upTo9: "5 to 9"
        case .upTo49: "10 to 49"
        case .upTo249: "50 to 249"
        case .more: "250 or more"
        }
    }
}
