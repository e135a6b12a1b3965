import Bookkeeping
import Store

/// Which nominals a list shows. Bank accounts' are in none.
public struct NominalFilter: Hashable, Sendable {
    public var type: NominalType?
    public var area: NominalArea?
    /// Part of the name in any case, or what the code begins with.
    public var searchText: String?

    public init() {}

    fileprivate func admits(_ nominal: Nominal, _ key: String) -> Bool {
        if let type, nominal.details.type != type { return false }
        if let area, nominal.details.area != area { return false }
        return key.isEmpty || nominal.name.folded.contains(key) || String(nominal.code).hasPrefix(key)
    }
}

/// What the list shows of a nominal.
public struct NominalRow: Hashable, Sendable {
    public let nominal: Nominal
    /// What keeps it from being deleted.
    public let hold: NominalHold?
    public let defaultProduct: Product?
}

extension Transaction {
    /// The chart by code, archived nominals too: a statement each for the nominals, their roles and their default
    /// products.
    public func nominals(_ filter: NominalFilter) throws -> [NominalRow] {
        let nominals = try chart()
        var defaults: Set<Int64> = []
        try query("SELECT nominal FROM nominal_role", []) { row in
            defaults.insert(row.integer(0))
            return true
        }
        let products = try defaultProducts()
        var inArea: [NominalArea: Int] = [:]
        for nominal in nominals { inArea[nominal.details.area, default: 0] += 1 }
        let key = filter.searchText?.tidied.folded ?? ""
        return nominals.filter { filter.admits($0, key) }.map { nominal in
            let isLast = inArea[nominal.details.area] == 1
            let hold = nominal.hold(isDefault: defaults.contains(nominal.id), isLastOfArea: isLast)
            return NominalRow(nominal: nominal, hold: hold, defaultProduct: products[nominal.id])
        }
    }

    /// What could take over the entries of a nominal that is to be deleted: those of one area, by code, but for itself,
    /// control accounts and archived ones.
    ///
    /// - Parameter id: the nominal's.
    /// - Throws: `BookkeepingError.unknown`.
    public func candidates(
        for id: Int64, in area: NominalArea
    ) throws -> (candidates: [Nominal], nominal: NominalInFull) {
        let nominal = try nominalInFull(.id(id))
        let others = try chart().filter { $0.id != id && $0.details.area == area && $0.isForLines }
        return (others, nominal)
    }

    /// Every nominal that is a row of the chart, by code.
    func chart() throws -> [Nominal] {
        try all(selectNominal + " WHERE is_bank = 0 AND code > 0 ORDER BY code", as: Nominal.init(row:))
    }
}
