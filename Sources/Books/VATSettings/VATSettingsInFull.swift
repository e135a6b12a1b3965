import Bookkeeping
import Store

/// How the business deals with VAT, with what the book tells of it.
public struct VATSettingsInFull: Hashable, Sendable {
    public let settings: VATSettings
    public let state: VATRegistration.State
    /// The code of the nominal for what the flat rate scheme keeps or loses.
    public let flatRateCode: Int64
    /// Nominals for digital services.
    public let digitalServiceCount: Int64
    /// Whether the turnover of the last twelve months has passed what may be turned over without registering.
    public let hasReachedThreshold: Bool
    /// The first period with VAT in it, none of them being filed yet; nil while there is no VAT, or no registration.
    public let nextPeriod: ClosedRange<CalendarDate>?
}

extension Transaction {
    /// How the business deals with VAT, with what the book tells of it on a day.
    public func vatSettingsInFull(on today: CalendarDate) throws -> VATSettingsInFull {
        let company = try company()
        let (settings, roles) = (try vatSettings(company), try nominalRoles())
        return VATSettingsInFull(
            settings: settings, state: settings.registration.state(at: company.address),
            flatRateCode: try nominal(id: roles[.flatRateAdjustment])?.code ?? 0,
            digitalServiceCount: try first(countDigitalServices) { $0.integer(0) } ?? 0,
            hasReachedThreshold: try company.homeCurrency.code == "GBP"
                && turnover(untilEndOf: today) > VATSettings.registrationThreshold,
            nextPeriod: try settings.isRegistered
                ? firstDayWithVAT(roles).map(settings.period(holding:)) : nil)
    }

    /// What was sold in the twelve months that end with a day.
    private func turnover(untilEndOf day: CalendarDate) throws -> Money {
        let from = day.adding(months: -12)?.adding(days: 1) ?? .first
        let credits = try first(sumTurnover, NominalType.turnover.rawValue, from.text, day.text) {
            $0.integer(0)
        }
        return try -Money(minorUnits: credits ?? 0)
    }

    private func firstDayWithVAT(_ roles: NominalRoles) throws -> CalendarDate? {
        try first(selectFirstDay, roles[.vatOutput], roles[.vatInput]) { row in
            var columns = Columns(row)
            return try columns.optionalDate()
        } ?? nil
    }
}

private let countDigitalServices: SQL = "SELECT COUNT(*) FROM nominal WHERE digital_service = 1"
private let sumTurnover: SQL = """
    SELECT CAST(COALESCE(SUM(nominal_day.amount), 0) AS BIGINT)
    FROM nominal JOIN nominal_day ON nominal_day.nominal = nominal.id
    WHERE nominal.type = ?1 AND nominal_day.day BETWEEN ?2 AND ?3
    """
private let selectFirstDay: SQL = """
    SELECT MIN(day) FROM (
        SELECT MIN(day) AS day FROM nominal_day WHERE nominal = ?1
        UNION ALL SELECT MIN(day) FROM nominal_day WHERE nominal = ?2
    ) AS days
    """
