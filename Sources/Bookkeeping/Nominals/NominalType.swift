/// Where a nominal's balance is reported.
///
/// - Source: `nominals.md`, Types.
public enum NominalType: Int64, CaseIterable, Sendable {
    case turnover = 1
    case costOfSale
    case expense
    case fixedAsset
    case currentAssetLiability
    case capitalAndReserves

    /// As the wire writes it.
    public var name: String {
        switch self {
        case .turnover: "Turnover"
        case .costOfSale: "CostOfSale"
        case .expense: "Expense"
        case .fixedAsset: "FixedAsset"
        case .currentAssetLiability: "CurrentAssetLiability"
        case .capitalAndReserves: "CapitalAndReserves"
        }
    }

    /// Reads the name in any case, with or without blanks, or the number.
    public init?(sent: String) {
        let folded = sent.lowercased().filter { $0 != " " }
        guard
            let type = Self.allCases.first(where: {
                $0.name.lowercased() == folded || String($0.rawValue) == folded
            })
        else { return nil }
        self = type
    }

    /// Whether its balance belongs to a year's profit and loss.
    public var isProfitAndLoss: Bool {
        switch self {
        case .turnover, .costOfSale, .expense: true
        case .fixedAsset, .currentAssetLiability, .capitalAndReserves: false
        }
    }

    /// The section of the profit and loss, 0 for none.
    public var profitAndLossSection: Int64 { isProfitAndLoss ? rawValue : 0 }

    /// The section of the balance sheet, 0 for none.
    public var balanceSheetSection: Int64 { isProfitAndLoss ? 0 : rawValue }

    /// Where its codes are offered when nothing else is said.
    public var defaultArea: NominalArea {
        switch self {
        case .turnover: .sales
        case .costOfSale, .expense, .fixedAsset: .purchases
        case .currentAssetLiability, .capitalAndReserves: .bank
        }
    }
}

/// Where a nominal is offered first: on invoices and quotes, on purchases, or on bank transactions.
///
/// - Source: `nominals.md`, Areas.
public enum NominalArea: Int64, CaseIterable, Sendable {
    case sales = 1
    case purchases
    case bank

    /// As the wire writes it in `Classification`.
    public var name: String {
        switch self {
        case .sales: "Sales"
        case .purchases: "Purchases"
        case .bank: "Bank"
        }
    }

    /// Reads the name in any case, or the number.
    public init?(sent: String) {
        let folded = sent.lowercased()
        guard
            let area = Self.allCases.first(where: {
                $0.name.lowercased() == folded || String($0.rawValue) == folded
            })
        else { return nil }
        self = area
    }

    /// The type of a nominal whose area alone was said.
    public var defaultType: NominalType {
        switch self {
        case .sales: .turnover
        case .purchases: .expense
        case .bank: .currentAssetLiability
        }
    }
}
