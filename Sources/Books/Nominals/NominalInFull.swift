import Bookkeeping
import Store

/// How a path names a nominal.
public enum NominalKey: Hashable, Sendable {
    case code(Int64)
    case id(Int64)

    /// The number, for refusals.
    public var text: String {
        switch self {
        case .code(let number), .id(let number): String(number)
        }
    }
}

/// A nominal with all that its single resource tells.
public struct NominalInFull: Hashable, Sendable {
    public let nominal: Nominal
    /// What keeps it from being deleted.
    public let hold: NominalHold?
    /// 0 for none.
    public let purchaseNominalCode: Int64
    /// Nil for none.
    public let purchaseProductCode: String?
}

extension Transaction {
    /// A nominal with all that its single resource tells.
    ///
    /// - Throws: `BookkeepingError.unknown`, for a bank account's too.
    public func nominalInFull(_ key: NominalKey) throws -> NominalInFull {
        try inFull(ownNominal(key))
    }

    /// A nominal that is a row of the chart: neither a bank account's nor deleted.
    ///
    /// - Throws: `BookkeepingError.unknown`.
    func ownNominal(_ key: NominalKey) throws -> Nominal {
        guard let nominal = try findNominal(key) else { throw BookkeepingError.unknown("nominal", key.text) }
        return nominal
    }

    /// The same; nil where there is none.
    func findNominal(_ key: NominalKey) throws -> Nominal? {
        let found =
            switch key {
            case .code(let code): try nominal(code: code)
            case .id(let id): try nominal(id: id)
            }
        guard let found, !found.isBank, !found.isDeleted else { return nil }
        return found
    }

    func inFull(_ nominal: Nominal) throws -> NominalInFull {
        let details = nominal.details
        var purchase: (code: Int64, product: String?) = (0, nil)
        if details.purchaseNominal != 0 {
            purchase.code = try self.nominal(id: details.purchaseNominal)?.code ?? 0
        }
        if details.purchaseProduct != 0 {
            purchase.product = try first("SELECT code FROM product WHERE id = ?1", details.purchaseProduct) {
                $0.text(0)
            }
        }
        return NominalInFull(
            nominal: nominal, hold: try hold(on: nominal), purchaseNominalCode: purchase.code,
            purchaseProductCode: purchase.product)
    }

    /// What keeps a nominal from being deleted.
    func hold(on nominal: Nominal) throws -> NominalHold? {
        let isDefault = try hasRole(nominal)
        let hasOthers = try exists(
            "SELECT 1 FROM nominal WHERE area = ?1 AND is_bank = 0 AND code > 0 AND id <> ?2",
            nominal.details.area.rawValue, nominal.id)
        return nominal.hold(isDefault: isDefault, isLastOfArea: !hasOthers)
    }

    /// Whether a nominal is what lines fall back to, or the system's own.
    func hasRole(_ nominal: Nominal) throws -> Bool {
        try exists("SELECT 1 FROM nominal_role WHERE nominal = ?1", nominal.id)
    }
}
