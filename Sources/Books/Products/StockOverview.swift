import Bookkeeping
import Store

/// What is in stock, and what it is worth.
public struct StockOverview: Sendable {
    public let rows: [StockRow]
    /// Of the rows, home currency.
    public let value: Money
}

/// A product, or a nominal as a whole, whose stock is kept.
public struct StockRow: Sendable {
    public let nominalCode: Int64
    public let nominalName: String
    /// Nil on the row of a nominal.
    public let product: ProductLink?
    public let description: String
    /// Net, for one, home currency.
    public let price: ExactDecimal
    public let stock: ExactDecimal
    /// What is there at its price; zero for a stock below zero.
    public let value: Money
    /// Bought and not yet received, and on open orders.
    public let pending: ExactDecimal
    /// The level below which the stock is low.
    public let warning: ExactDecimal
}

/// Which rows of the overview are wanted.
public struct StockFilter: Hashable, Sendable {
    /// Only what is still to come.
    public var isPendingOnly = false
    /// Only what is below its level.
    public var isLowOnly = false
    /// Of what is below its level, not what comes lifts to it. Counts beside `isLowOnly` alone.
    public var leavesOutOrdered = false

    public init() {}

    func takes(_ row: StockRow) -> Bool {
        if isPendingOnly, row.pending <= .zero { return false }
        guard isLowOnly else { return true }
        guard row.stock < row.warning else { return false }
        let (lifted, overflow) = row.stock.millionths.addingReportingOverflow(row.pending.millionths)
        return !leavesOutOrdered || !overflow && lifted < row.warning.millionths
    }
}

extension Transaction {
    /// Everything whose stock is kept, by nominal and product, in one statement; nothing while stock management is off.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `products.md`, `GET /reports/business/stockoverview`.
    public func stockOverview(_ filter: StockFilter) throws -> StockOverview {
        guard try bookSettings().flag(.managesStock) else { return StockOverview(rows: [], value: .zero) }
        let rows = try all(selectStocks) { try StockRow($0) }.filter(filter.takes)
        return StockOverview(rows: rows, value: try rows.map(\.value).total())
    }
}

extension StockRow {
    fileprivate init(_ row: any Row) throws {
        var columns = Columns(row)
        (nominalCode, nominalName) = (columns.integer(), columns.text())
        let (id, code, name) = (columns.optionalInteger(), columns.optionalText(), columns.optionalText())
        product = code.map { ProductLink(id: id, code: $0, name: name ?? "") }
        description = columns.text()
        price = ExactDecimal(millionths: columns.integer())
        stock = ExactDecimal(millionths: columns.integer())
        warning = ExactDecimal(millionths: columns.integer())
        // Nothing is pending before there are purchases and orders.
        pending = .zero
        value = stock > .zero ? try stock.times(price) : .zero
    }
}

/// A nominal's own row before those of its products.
private let selectStocks: SQL = """
    SELECT code, name, product, product_code, product_name, description, price, stock, stock_warning FROM (
        SELECT nominal.code AS code, nominal.name AS name, CAST(NULL AS BIGINT) AS product,
            CAST(NULL AS TEXT) AS product_code, CAST(NULL AS TEXT) AS product_name, nominal.description AS description,
            nominal.price AS price, nominal.stock AS stock, nominal.stock_warning AS stock_warning, '' AS code_key
        FROM nominal WHERE nominal.manages_stock = 1
        UNION ALL
        SELECT nominal.code, nominal.name, product.id, product.code, product.name, product.description, product.price,
            product.stock, product.stock_warning, product.code_key
        FROM product JOIN nominal ON nominal.id = product.nominal WHERE product.manages_stock = 1
    ) AS stocks ORDER BY code, code_key
    """
