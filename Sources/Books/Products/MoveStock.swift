import Bookkeeping
import Store

extension Transaction {
    /// Books what a document takes out of stock, or gives back: the difference between its old lines and its new ones.
    ///
    /// A line with a product moves the product where that manages stock; one without moves its nominal. A credit of
    /// price alone, with a negative rate, moves nothing.
    ///
    /// - Source: `products.md`, Stock rules.
    func moveStock(
        from old: [SalesLine], to new: [SalesLine], of document: DocumentKey, _ pen: LedgerPen
    ) throws {
        guard old != new, try bookSettings().flag(.managesStock) else { return }
        var moves: [StockTarget: Int64] = [:]
        for line in old { moves[StockTarget(line), default: 0] += line.stockQuantity }
        for line in new { moves[StockTarget(line), default: 0] -= line.stockQuantity }
        for (target, quantity) in moves.sorted(by: { ($0.key.nominal, $0.key.product ?? 0) < ($1.key.nominal, $1.key.product ?? 0) })
        where quantity != 0 {
            try move(quantity, of: target, document, pen)
        }
    }

    private func move(_ quantity: Int64, of target: StockTarget, _ document: DocumentKey, _ pen: LedgerPen) throws {
        let changed =
            if let product = target.product {
                try run("UPDATE product SET stock = stock + ?2 WHERE id = ?1 AND manages_stock = 1", product, quantity)
            } else {
                try run(
                    "UPDATE nominal SET stock = stock + ?2 WHERE id = ?1 AND manages_stock = 1", target.nominal,
                    quantity)
            }
        guard changed > 0 else { return }
        try post(
            """
            INSERT INTO stock_movement (product, nominal, quantity, kind, document, moved_at, moved_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, target.product, target.product == nil ? target.nominal : nil, quantity, document.kind.rawValue,
            document.id, pen.instant, pen.author)
    }
}

/// What a line moves.
private struct StockTarget: Hashable {
    let nominal: Int64
    let product: Int64?

    init(_ line: SalesLine) {
        nominal = line.nominal.id
        product = line.product?.id
    }
}

extension SalesLine {
    /// Millionths.
    fileprivate var stockQuantity: Int64 {
        rate.millionths < 0 && quantity.millionths > 0 ? 0 : quantity.millionths
    }
}
