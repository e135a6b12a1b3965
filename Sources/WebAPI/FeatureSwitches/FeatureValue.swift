import Bookkeeping
import Surroundings
import WebCore

/// The values that `GET /FeatureValue/{valueName}` knows, by their names on the wire.
enum FeatureValue: String, CaseIterable {
    case latestTaxYear = "LatestTaxYear"
    case postponedVATStart = "PVAStartDate"

    static let unknown = WebError.notFound(
        "There is no such value: ask for \(allCases.map(\.rawValue).joined(separator: " or ")).")

    /// - Parameter name: in any case.
    /// - Throws: `unknown`.
    init(named name: String) throws(WebError) {
        let sent = name.lowercased()
        guard let value = Self.allCases.first(where: { $0.rawValue.lowercased() == sent }) else {
            throw Self.unknown
        }
        self = value
    }

    func text(at now: Instant) -> String {
        switch self {
        case .latestTaxYear: TaxYear(of: CalendarDate(inUKAtMilliseconds: now.milliseconds)).name
        // Since this day import VAT may be accounted for on the VAT return instead of at the border
        // (reference-data.md, "Feature switches").
        case .postponedVATStart: "2021-01-01T00:00:00"
        }
    }
}
