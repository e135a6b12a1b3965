import Bookkeeping
import Store

/// Which products a list shows, in which order, and which part of it.
public struct ProductFilter: Hashable, Sendable {
    /// With its number on the wire.
    public enum Sort: Int, Sendable, CaseIterable {
        case code, name, nominalCode
    }

    /// From 1.
    public var page: Int64 = 1
    /// Rows on a page, as many as `Bounds.pageRows` allows.
    public var perPage: Int64 = 10
    public var sort = Sort.code
    public var isDescending = false
    /// What the name begins with, whatever its case and accents. Empty is as good as nil.
    public var nameStartsWith: String?
    /// Whether products that are not in use are left out.
    public var isInUseOnly = true
    /// The code of one nominal; nil for all.
    public var nominalCode: Int64?

    public init() {}
}

/// One page of a list of products.
public struct ProductPage: Sendable {
    /// Rows on all pages.
    public let total: Int64
    public let rows: [ProductInFull]
}

extension Transaction {
    /// A page of the products, in one statement; another counts where the total is not kept. A page beyond the end has
    /// no rows and the true total.
    ///
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds, `.unknown` for a nominal that is not there.
    public func productPage(_ filter: ProductFilter) throws -> ProductPage {
        try filter.check()
        var conditions = Conditions()
        if let code = filter.nominalCode { conditions.add("product.nominal = {value}", try nominalID(code)) }
        let prefix = filter.nameStartsWith?.tidied.folded ?? ""
        if !prefix.isEmpty {
            conditions.add("product.name_key >= {value}", prefix)
            conditions.add("product.name_key < {value}", prefix + afterEveryText)
        }
        let isKept = conditions.isEmpty
        if filter.isInUseOnly { conditions.add("product.in_use = 1") }
        let total = try isKept ? keptTotal(filter) : countedTotal(conditions)
        guard let offset = filter.offset, offset < total else { return ProductPage(total: total, rows: []) }
        if filter.sort == .nominalCode { conditions.add("product.nominal = nominal.id") }
        conditions.order(by: filter.ordering)
        conditions.addPage(filter.perPage, after: offset)
        // Of the rows before the page, only what they are sorted by is read.
        let page = "(SELECT product.id FROM " + filter.source + conditions.sql + ") AS page"
        let statement =
            "SELECT " + productInFullColumns + " FROM " + page + " CROSS JOIN product" + besideProduct
            + " WHERE product.id = page.id ORDER BY " + filter.ordering
        var rows: [ProductInFull] = []
        try query(statement, conditions.parameters) { row in
            rows.append(ProductInFull(row: row))
            return true
        }
        return ProductPage(total: total, rows: rows)
    }

    /// A bank account's nominal has no products, and is no row of the nominals.
    private func nominalID(_ code: Int64) throws -> Int64 {
        guard let nominal = try nominal(code: code), !nominal.isBank else {
            throw BookkeepingError.unknown("nominal", String(code))
        }
        return nominal.id
    }

    private func keptTotal(_ filter: ProductFilter) throws -> Int64 {
        let kept = try total(of: .products)
        return filter.isInUseOnly ? kept.live : kept.live + kept.archived
    }

    private func countedTotal(_ conditions: Conditions) throws -> Int64 {
        var count: Int64 = 0
        try query("SELECT COUNT(*) FROM product" + conditions.sql, conditions.parameters) { row in
            count = row.integer(0)
            return false
        }
        return count
    }
}

extension ProductFilter {
    /// - Throws: `BookkeepingError.invalid` for a page or size out of bounds.
    fileprivate func check() throws(BookkeepingError) {
        var problems: [FieldProblem] = []
        for (field, number, range) in [("page", page, 1...Int64.max), ("perpage", perPage, Bounds.pageRows)]
        where !range.contains(number) {
            problems.append(FieldProblem(field, .notWhole(range)))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    /// How many rows come before the page; nil when that passes 64 bits, where no rows are.
    fileprivate var offset: Int64? {
        let (offset, overflow) = (page - 1).multipliedReportingOverflow(by: perPage)
        return overflow ? nil : offset
    }

    /// The cross join has SQLite go through the nominals by code, and through the products of each by theirs.
    fileprivate var source: SQL {
        switch sort {
        case .code, .name: "product"
        case .nominalCode: "nominal CROSS JOIN product"
        }
    }

    /// Ties are broken in the direction of the sort, so that one order is the other backwards.
    fileprivate var ordering: SQL {
        switch (sort, isDescending) {
        case (.code, false): "product.code_key, product.id"
        case (.code, true): "product.code_key DESC, product.id DESC"
        case (.name, false): "product.name_key, product.id"
        case (.name, true): "product.name_key DESC, product.id DESC"
        case (.nominalCode, false): "nominal.code, product.code_key"
        case (.nominalCode, true): "nominal.code DESC, product.code_key DESC"
        }
    }
}
