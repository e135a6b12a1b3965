import Bookkeeping
import Store

extension Transaction {
    /// A product by its nominal's id and its code; nil when there is none.
    func product(_ key: ProductKey) throws -> Product? {
        try first(
            selectProduct + " WHERE product.nominal = ?1 AND product.code_key = ?2", key.nominal, key.code
        ) {
            Product(row: $0)
        }
    }

    /// Those of these products that there are. One is asked for by itself; several eight at a time, in one statement that
    /// stays prepared.
    func products(_ keys: Set<ProductKey>) throws -> [ProductKey: Product] {
        var found: [ProductKey: Product] = [:]
        guard keys.count > 1 else {
            for key in keys { found[key] = try product(key) }
            return found
        }
        var rest = keys.sorted { ($0.nominal, $0.code) < ($1.nominal, $1.code) }[...]
        while let last = rest.last {
            var eight = Array(rest.prefix(8))
            rest = rest.dropFirst(8)
            while eight.count < 8 { eight.append(last) }
            try query(selectEight, eight.flatMap { [.integer($0.nominal), .text($0.code)] }) { row in
                let product = Product(row: row)
                found[ProductKey(nominal: product.nominal, code: product.code)] = product
                return true
            }
        }
        return found
    }
}

extension Product {
    /// In the order of `selectProduct`.
    init(row: any Row) {
        var columns = Columns(row)
        self.init(&columns)
    }

    init(_ columns: inout Columns) {
        let (id, nominal, nominalCode, code) = (
            columns.integer(), columns.integer(), columns.integer(), columns.text()
        )
        var details = ProductDetails()
        details.name = columns.text()
        details.description = columns.text()
        details.fillsLines = columns.flag()
        details.price = ExactDecimal(millionths: columns.integer())
        details.wholesalePrice = ExactDecimal(millionths: columns.integer())
        details.vatRate = Percentage(tenThousandths: columns.integer())
        details.isVATExempt = columns.flag()
        details.managesStock = columns.flag()
        details.stock = ExactDecimal(millionths: columns.integer())
        details.stockWarning = ExactDecimal(millionths: columns.integer())
        details.raisesStockOnPurchase = columns.flag()
        details.purchaseNominal = columns.integer()
        details.purchaseProduct = columns.integer()
        details.isDefault = columns.flag()
        details.isInUse = columns.flag()
        self.init(id: id, nominal: nominal, nominalCode: nominalCode, code: code, details: details)
    }
}

/// The rows without the codes of what they point at.
let selectProduct: SQL =
    "SELECT " + productColumns + " FROM product JOIN nominal ON nominal.id = product.nominal"

/// Every column, as `Product.init(row:)` reads them.
let productColumns: SQL = """
    product.id, product.nominal, nominal.code, product.code, product.name, product.description,
        product.autofill, product.price, product.wholesale_price, product.vat_rate, product.vat_exempt,
        product.manages_stock, product.stock, product.stock_warning, product.stock_on_purchase,
        product.purchase_nominal, product.purchase_product, product.is_default, product.in_use
    """

private let selectEight: SQL =
    selectProduct + """
         WHERE (product.nominal = ?1 AND product.code_key = ?2) OR (product.nominal = ?3 AND product.code_key = ?4)
            OR (product.nominal = ?5 AND product.code_key = ?6) OR (product.nominal = ?7 AND product.code_key = ?8)
            OR (product.nominal = ?9 AND product.code_key = ?10) OR (product.nominal = ?11 AND product.code_key = ?12)
            OR (product.nominal = ?13 AND product.code_key = ?14) OR (product.nominal = ?15 AND product.code_key = ?16)
        """
