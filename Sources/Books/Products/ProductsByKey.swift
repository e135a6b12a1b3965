import Bookkeeping
import Store

extension Transaction {
    /// A product by its nominal's id and its code; nil when there is none.
    func product(_ key: ProductKey) throws -> Product? {
        try first(selectProduct + " WHERE product.nominal = ?1 AND product.code_key = ?2", key.nominal, key.code) {
            Product(row: $0)
        }
    }

    /// Those of these products that there are. Documents name few different ones, each asked for once.
    func products(_ keys: Set<ProductKey>) throws -> [ProductKey: Product] {
        var found: [ProductKey: Product] = [:]
        for key in keys { found[key] = try product(key) }
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

let selectProduct: SQL = "SELECT " + productColumns + " FROM product JOIN nominal ON nominal.id = product.nominal"

/// Every column, as `Product.init(row:)` reads them.
let productColumns: SQL = """
    product.id, product.nominal, nominal.code, product.code, product.name, product.description,
        product.autofill, product.price, product.wholesale_price, product.vat_rate, product.vat_exempt,
        product.manages_stock, product.stock, product.stock_warning, product.stock_on_purchase,
        product.purchase_nominal, product.purchase_product, product.is_default, product.in_use
    """
