import Bookkeeping
import Store

/// What is set and stands in no family with a path of its own: the codes of nominals by their role, and how the book
/// began.
///
/// - Source: `settings.md`, No path in the API.
public struct UnpathedSettings: Sendable {
    public let withholding: WithholdingSettings
    /// The last day of the first financial year.
    public let yearEnd: CalendarDate
    private let codes: [String: Int64]

    fileprivate init(_ withholding: WithholdingSettings, yearEnd: CalendarDate, codes: [String: Int64]) {
        self.withholding = withholding
        self.yearEnd = yearEnd
        self.codes = codes
    }

    /// The code of the nominal that has a role.
    public func code(of role: NominalRole) -> Int64 { codes[role.rawValue] ?? 0 }

    /// The code of the nominal for charges on what is paid late.
    public var lateChargeCode: Int64 { codes[""] ?? 0 }
}

extension Transaction {
    /// - Parameter today: in whose financial year a book without any begins.
    public func unpathedSettings(on today: CalendarDate) throws -> UnpathedSettings {
        var codes: [String: Int64] = [:]
        try query(selectCodes, []) { row in
            codes[row.text(0)] = row.integer(1)
            return true
        }
        let periods = try accountingPeriods()
        return UnpathedSettings(
            try withholdingSettings(),
            yearEnd: (periods.all.first?.days ?? periods.year(holding: today)).upperBound,
            codes: codes)
    }
}

/// The number of `Special` of late payment charges, which no posting rule asks for, is 20.
private let selectCodes: SQL = """
    SELECT nominal_role.role, nominal.code FROM nominal_role JOIN nominal ON nominal.id = nominal_role.nominal
    UNION ALL SELECT '', code FROM nominal WHERE special = 20
    """
