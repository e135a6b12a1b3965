import Bookkeeping
import Store

extension Transaction {
    /// Writes the default chart, the nominal of the first bank account, and who has which role.
    ///
    /// - Returns: the id of the bank account's nominal.
    func writeFirstNominals(for type: BusinessType, isVATRegistered: Bool) throws -> Int64 {
        var ids: [Int64: Int64] = [:]
        for row in DefaultChart.rows(for: type, isVATRegistered: isVATRegistered) {
            ids[row.code] = try insertNominal(code: row.code, row.details, special: row.special)
        }
        for role in NominalRole.allCases {
            guard let id = ids[role.defaultCode] else {
                throw StoreError.misuse("the chart has no \(role.rawValue)")
            }
            try give(role, to: id)
        }
        return try insertNominal(code: 1200, .ofBankAccount(named: "Current Account"), isBank: true)
    }
}

extension NominalDetails {
    /// What the nominal of a bank account is.
    static func ofBankAccount(named name: String) -> NominalDetails {
        var details = NominalDetails()
        details.name = name
        details.type = .currentAssetLiability
        details.area = .bank
        details.isVATExempt = true
        details.isProduct = false
        return details
    }
}
