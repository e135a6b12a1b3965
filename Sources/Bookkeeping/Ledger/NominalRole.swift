/// What the posting rules ask a nominal for. They know the role, never a code.
///
/// - Source: `ledger.md`; the codes of the default chart and the numbers of `Special` are `nominals.md`'s.
public enum NominalRole: String, CaseIterable, Sendable {
    case debtors, creditors
    case vatOutput, vatInput, vatOutputDeferred, vatInputDeferred, vatLiability
    case salesDefault, purchasesDefault, bankDefault
    case exchangeGainsLosses, badDebts, discountsAllowed, discountsReceived, suspense, openingBalances
    case withholdingTaxPayable, withholdingTaxReceivable, retainedEarnings
    case customerPrepayments, supplierPrepayments, importDuty, flatRateAdjustment

    /// The number of `Special` on the wire; nil for the three defaults, which any ordinary nominal may be.
    public var special: Int64? {
        switch self {
        case .debtors: 1
        case .creditors: 2
        case .vatOutput: 3
        case .vatInput: 4
        case .vatLiability: 5
        case .retainedEarnings: 6
        case .exchangeGainsLosses: 7
        case .discountsAllowed: 8
        case .discountsReceived: 9
        case .badDebts: 10
        case .withholdingTaxReceivable: 11
        case .withholdingTaxPayable: 12
        case .flatRateAdjustment: 13
        case .customerPrepayments: 14
        case .supplierPrepayments: 15
        case .suspense: 16
        case .vatOutputDeferred: 18
        case .vatInputDeferred: 19
        case .openingBalances: 24
        case .importDuty: 25
        case .salesDefault, .purchasesDefault, .bankDefault: nil
        }
    }

    /// The code that has the role in a new business.
    public var defaultCode: Int64 {
        switch self {
        case .debtors: 1100
        case .creditors: 2100
        case .vatOutput: 2200
        case .vatInput: 2201
        case .vatOutputDeferred: 2205
        case .vatInputDeferred: 2206
        case .vatLiability: 2202
        case .salesDefault: 4000
        case .purchasesDefault: 5000
        case .bankDefault: 7901
        case .exchangeGainsLosses: 7906
        case .badDebts: 8100
        case .discountsAllowed: 4009
        case .discountsReceived: 5009
        case .suspense: 9999
        case .openingBalances: 9998
        case .withholdingTaxPayable: 2220
        case .withholdingTaxReceivable: 1131
        case .retainedEarnings: 3200
        case .customerPrepayments: 2110
        case .supplierPrepayments: 1110
        case .importDuty: 5101
        case .flatRateAdjustment: 4910
        }
    }
}

/// Which nominal has each role in one book.
public struct NominalRoles: Hashable, Sendable {
    private var nominals: [NominalRole: Int64]

    /// - Parameter nominals: ids; a role that is not there is a damaged book's, and the caller's to refuse.
    public init(_ nominals: [NominalRole: Int64]) {
        self.nominals = nominals
    }

    /// The nominal's id; 0, which no nominal has, for a role that none has.
    public subscript(role: NominalRole) -> Int64 { nominals[role] ?? 0 }

    /// The role that a nominal has, one with a `Special` number first.
    public func role(of nominal: Int64) -> NominalRole? {
        let roles = NominalRole.allCases.filter { nominals[$0] == nominal }
        return roles.first { $0.special != nil } ?? roles.first
    }
}
