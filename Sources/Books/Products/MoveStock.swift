import Bookkeeping
import Store

extension Transaction {
    /// Books what a document takes out of stock: all of its lines when it is new, the difference when it changes. When
    /// it goes, what it took is given back, and no more.
    ///
    /// A line takes from its product where that manages stock, else from its nominal where that does.
    ///
    /// - Parameters:
    ///   - old: none for a new document.
    ///   - new: none for one that goes.
    ///   - settings: of the book, where they were read already.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `products.md`, Stock rules.
    func moveStock(
        from old: [SalesLine], to new: [SalesLine], of document: DocumentKey, settings: BookSettings? = nil,
        _ pen: LedgerPen
    ) throws {
        guard old != new else { return }
        if new.isEmpty { return try giveStockBack(document, pen) }
        guard try (settings ?? bookSettings()).flag(.managesStock) else { return }
        let levels = try stockLevels(
            products: Set((old + new).compactMap { $0.product?.id }),
            nominals: Set((old + new).map(\.nominal.id)))
        var moves: [StockTarget: Int64] = [:]
        for line in old { try moves.add(line.stockTaken.millionths, to: levels.target(of: line)) }
        for line in new { try moves.add(-line.stockTaken.millionths, to: levels.target(of: line)) }
        try move(moves, from: levels, document, pen)
    }

    /// Keeps a level that was counted or typed: the difference to what there was is a movement of its own. The level
    /// itself is the caller's to write.
    func countStock(
        from old: ExactDecimal, to new: ExactDecimal, of target: StockTarget, _ pen: LedgerPen
    ) throws {
        let (difference, overflow) = new.millionths.subtractingReportingOverflow(old.millionths)
        guard !overflow else { throw BookkeepingError.amountOutOfRange }
        guard difference != 0 else { return }
        try note(difference, of: target, nil, pen)
    }

    private func giveStockBack(_ document: DocumentKey, _ pen: LedgerPen) throws {
        var moves: [StockTarget: Int64] = [:]
        try query(selectMoved, [.text(document.kind.rawValue), .integer(document.id)]) { row in
            let target = row.optionalInteger(0).map(StockTarget.product) ?? .nominal(row.integer(1))
            try moves.add(-row.integer(2), to: target)
            return true
        }
        guard !moves.isEmpty else { return }
        let levels = try stockLevels(
            products: Set(moves.keys.compactMap { if case .product(let id) = $0 { id } else { nil } }),
            nominals: Set(moves.keys.compactMap { if case .nominal(let id) = $0 { id } else { nil } }))
        try move(moves, from: levels, document, pen)
    }

    private func move(
        _ moves: [StockTarget: Int64], from levels: StockLevels, _ document: DocumentKey, _ pen: LedgerPen
    ) throws {
        for (target, quantity) in moves.sorted(by: { $0.key.place < $1.key.place }) where quantity != 0 {
            // What is deleted has no stock to give back to.
            guard let level = levels[target] else { continue }
            let (stock, overflow) = level.stock.addingReportingOverflow(quantity)
            guard !overflow else { throw BookkeepingError.amountOutOfRange }
            switch target {
            case .product(let id): try post("UPDATE product SET stock = ?2 WHERE id = ?1", id, stock)
            case .nominal(let id): try post("UPDATE nominal SET stock = ?2 WHERE id = ?1", id, stock)
            }
            try note(quantity, of: target, document, pen)
        }
    }

    /// - Parameter document: what made it; nil for a count.
    private func note(
        _ quantity: Int64, of target: StockTarget, _ document: DocumentKey?, _ pen: LedgerPen
    ) throws {
        var (product, nominal): (Int64?, Int64?) = (nil, nil)
        switch target {
        case .product(let id): product = id
        case .nominal(let id): nominal = id
        }
        try post(
            insertMovement, product, nominal, quantity, document?.kind.rawValue ?? countKind, document?.id,
            pen.instant, pen.author)
    }

    private func stockLevels(products: Set<Int64>, nominals: Set<Int64>) throws -> StockLevels {
        var levels = StockLevels()
        for (ids, select, target) in [
            (products, selectProductLevels, StockTarget.product),
            (nominals, selectNominalLevels, StockTarget.nominal),
        ] where !ids.isEmpty {
            try query(PickedIDs.table + select, PickedIDs(ids.sorted()).parameters) { row in
                levels[target(row.integer(0))] = StockLevel(isManaged: row.flag(1), stock: row.integer(2))
                return true
            }
        }
        return levels
    }
}

private struct StockLevel {
    let isManaged: Bool
    /// Millionths.
    let stock: Int64
}

/// The stocks that a document can move.
private struct StockLevels {
    private var levels: [StockTarget: StockLevel] = [:]

    subscript(target: StockTarget) -> StockLevel? {
        get { levels[target] }
        set { levels[target] = newValue }
    }

    /// Nil for a line that moves nothing.
    func target(of line: SalesLine) -> StockTarget? {
        if let product = line.product?.id, levels[.product(product)]?.isManaged == true {
            return .product(product)
        }
        return levels[.nominal(line.nominal.id)]?.isManaged == true ? .nominal(line.nominal.id) : nil
    }
}

extension StockTarget {
    /// Products before nominals, each by id: movements stand in one order whatever a set gives.
    fileprivate var place: (Int, Int64) {
        switch self {
        case .product(let id): (0, id)
        case .nominal(let id): (1, id)
        }
    }
}

extension [StockTarget: Int64] {
    fileprivate mutating func add(_ quantity: Int64, to target: StockTarget?) throws(BookkeepingError) {
        guard let target else { return }
        let (sum, overflow) = self[target, default: 0].addingReportingOverflow(quantity)
        guard !overflow else { throw .amountOutOfRange }
        self[target] = sum
    }
}

/// Stands where a document's kind would.
let countKind = "count"

private let selectMoved: SQL = """
    SELECT product, nominal, CAST(SUM(quantity) AS BIGINT) FROM stock_movement WHERE kind = ?1 AND document = ?2
    GROUP BY product, nominal
    """
private let insertMovement: SQL = """
    INSERT INTO stock_movement (product, nominal, quantity, kind, document, moved_at, moved_by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """
// The cross join has SQLite look up the few that were picked.
private let selectProductLevels: SQL = """
    SELECT product.id, product.manages_stock, product.stock FROM picked CROSS JOIN product WHERE product.id = picked.id
    """
private let selectNominalLevels: SQL = """
    SELECT nominal.id, nominal.manages_stock, nominal.stock FROM picked CROSS JOIN nominal WHERE nominal.id = picked.id
    """
