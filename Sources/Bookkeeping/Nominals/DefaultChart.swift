/// The chart of accounts that a new business in the United Kingdom gets.
///
/// - Source: `nominals.md`, Default UK chart.
public enum DefaultChart {
    /// A nominal before a book has given it an id.
    public struct Row: Hashable, Sendable {
        public let code: Int64
        public let special: Int64
        public let details: NominalDetails
    }

    /// Every row, by code.
    public static let rows: [Row] = defaultChartTable.split(separator: "\n").compactMap(Row.init)

    /// The rows for a kind of business: some nominals are a company's alone.
    ///
    /// - Parameter isRegistered: for VAT; where it is not, no VAT applies to any of them.
    public static func rows(for type: BusinessType, isVATRegistered: Bool) -> [Row] {
        rows.compactMap { row in
            var details = row.details
            if !isVATRegistered {
                details.isVATExempt = true
                details.vatRate = .zero
            }
            switch type {
            case .soleTrader, .partnership:
                guard !companiesOwn.contains(row.code) else { return nil }
                if row.code == directorsLoan { details.isArchived = true }
            default: break
            }
            return Row(code: row.code, special: row.special, details: details)
        }
    }

    /// Share capital, dividends, corporation tax, directors' pay.
    private static let companiesOwn: Set<Int64> = [2320, 2350, 3000, 3010, 3250, 7001, 8300]
    private static let directorsLoan: Int64 = 2330
}

extension DefaultChart.Row {
    /// Nil for a line that is no row, of which the table has none.
    fileprivate init?(_ line: Substring) {
        let words = line.split(separator: " ", maxSplits: 8)
        guard words.count == 9, let code = Int64(words[0]),
            let type = Int64(words[1]).flatMap(NominalType.init(rawValue:)),
            let area = Int64(words[2]).flatMap(NominalArea.init(rawValue:)), let sa103 = Int64(words[5]),
            let special = Int64(words[6])
        else { return nil }
        var details = NominalDetails()
        details.name = String(words[8])
        details.type = type
        details.area = area
        details.isVATExempt = words[3] == "x"
        details.vatRate = Percentage(tenThousandths: (Int64(words[3]) ?? 0) * 10_000)
        details.isProduct = words[4] == "1"
        details.sa103Code = sa103
        details.isDisallowed = words[7] == "d"
        details.isInECSalesList = area == .sales
        self.init(code: code, special: special, details: details)
    }
}
