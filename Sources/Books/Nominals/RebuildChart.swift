import Bookkeeping
import Store

extension Transaction {
    /// Builds the chart anew for a kind of business, while nothing is posted: every row of the default chart is as a
    /// new business has it, what the kind has no use for goes, what users added stays.
    ///
    /// - Throws: `BookkeepingError.conflict` once something was posted.
    /// - Source: `nominals.md`, Default UK chart.
    func rebuildChart(for company: Company) throws {
        guard try !hasPostings() else {
            throw BookkeepingError.conflict("The chart can't be built anew: something was posted already.")
        }
        let rows = DefaultChart.rows(for: company.businessType, isVATRegistered: company.vat.isRegistered)
        let old = try nominals(codes: Set(DefaultChart.rows.map(\.code)))
        for row in rows {
            if let there = old[row.code] {
                guard !there.isBank else { continue }
                var details = row.details
                details.stock = there.details.stock
                try updateNominal(there.id, code: row.code, details)
            } else {
                try insertNominal(code: row.code, row.details, special: row.special)
            }
        }
        let kept = try nominals(codes: Set(NominalRole.allCases.map(\.defaultCode)))
        for role in NominalRole.allCases {
            if let nominal = kept[role.defaultCode] { try give(role, to: nominal.id) }
        }
        let wanted = Set(rows.map(\.code))
        for nominal in old.values.sorted(by: { $0.code < $1.code }) where !wanted.contains(nominal.code) {
            try drop(nominal)
        }
    }

    /// Deletes a nominal that the kind of business has no use for; one that something points at is archived instead.
    private func drop(_ nominal: Nominal) throws {
        guard !nominal.isBank else { return }
        guard try userOfNominal(nominal) == nil else {
            var details = nominal.details
            details.isArchived = true
            return try updateNominal(nominal.id, code: nominal.code, details)
        }
        try remove(nominal)
    }
}
