import Bookkeeping
import FrontDoor
import WebCore

/// The company's details, as `/settings/companydetails` answers and takes them. A member that is left out of what is
/// sent keeps its value.
struct CompanyWire: WireTable {
    /// What is answered.
    var company: Company?
    var standing: BusinessStanding?
    /// What was sent.
    var change = CompanyChange()
    var sentName: String?
    var sentBusinessType: Int64?
    var sentAccountingType: Int64?
    var sentHome: CurrencyWire?
    private var checked: CheckedCompanyChange?

    init() {}

    init(_ company: Company, _ standing: BusinessStanding) {
        self.company = company
        self.standing = standing
    }

    /// What was sent for the book, checked.
    ///
    /// - Throws: `BookkeepingError.invalid` where the table was not read from a body, which checks it.
    var sent: CheckedCompanyChange {
        get throws(BookkeepingError) { if let checked { checked } else { try change.checked(.standard) } }
    }

    /// The books' own bounds and the front door's for the name, so that one answer names every wrong field.
    mutating func check(_ problems: inout WireProblems) {
        if let sentName {
            do {
                self.sentName = try FrontDoor.businessName(sentName, field: "CompanyName")
            } catch {
                if case .invalidField(let field, let reason) = error { problems.note(field, "\(reason).") }
            }
        }
        change.businessType = choose(sentBusinessType, "BusinessType", &problems) { $0.name }
        change.accountingType = choose(sentAccountingType, "AccountingType", &problems) { $0.name }
        if let sentHome {
            change.homeCurrency = sentHome.code
            if sentHome.code == nil, !problems.name("HomeCurrency.Code") {
                problems.note("HomeCurrency.Code", "is required.")
            }
            if let rate = sentHome.rate, rate != .one {
                problems.note("HomeCurrency.ExchangeRate", "must be 1, since this is the home currency.")
            }
        }
        checked = problems.addRefusals { () throws(BookkeepingError) in try change.checked(.standard) }
    }

    static let shape = WireShape<CompanyWire>("CompanyDetails", people + account + trading)
}

/// What `saveBusinessTypeOnly` takes: the one member, whatever else is sent.
struct BusinessTypeWire: WireTable {
    private var sent: Int64?
    private var change = CompanyChange()

    init() {}

    var businessType: BusinessType? { change.businessType }

    mutating func check(_ problems: inout WireProblems) {
        change.businessType = choose(sent, "BusinessType", &problems) { $0.name }
    }

    static let shape = WireShape<BusinessTypeWire>(
        "BusinessTypeOnly", [.businessType(get: { _ in nil }, set: { $0.sent = $1 })])
}

extension WireField {
    static func businessType(
        get: @escaping @Sendable (Owner) -> Int64?, set: @escaping @Sendable (inout Owner, Int64?) -> Void
    ) -> WireField {
        .optionalInteger(
            "BusinessType",
            "0 NotSet, 1 Limited, 2 SoleTrader, 3 Partnership, 4 GeneralPractitioner, 20 Other.",
            get: get, set: set
        ).neverNull().required().example("1")
    }
}

/// The case whose number was sent, or a note of what there is to choose from.
private func choose<Choice: RawRepresentable<Int64> & CaseIterable>(
    _ sent: Int64?, _ field: String, _ problems: inout WireProblems, name: (Choice) -> String
) -> Choice? {
    guard let sent else { return nil }
    if let choice = Choice(rawValue: sent) { return choice }
    problems.note(field, .notOneOf(Choice.allCases.map { "\($0.rawValue) \(name($0))" }))
    return nil
}
