import Bookkeeping
import Store

/// A product with the codes of what it points at.
public struct ProductInFull: Hashable, Sendable {
    public let product: Product
    /// The code of the nominal whose purchases raise the stock, 0 for none.
    public let purchaseNominalCode: Int64
    /// The code of the product under it, empty for any.
    public let purchaseProductCode: String
}

extension Transaction {
    /// One product by its nominal's code and its own, in any case.
    ///
    /// - Throws: `BookkeepingError.unknown`.
    public func productInFull(nominalCode: Int64, code: String) throws -> ProductInFull {
        let found = try first(
            selectProductInFull + " WHERE nominal.code = ?1 AND product.code_key = ?2", nominalCode,
            code.tidied.caseFolded, as: ProductInFull.init(row:))
        guard let found else {
            throw BookkeepingError.unknown("product", "\(nominalCode)/\(code.shown())")
        }
        return found
    }

    func productInFull(id: Int64) throws -> ProductInFull {
        guard
            let found = try first(
                selectProductInFull + " WHERE product.id = ?1", id, as: ProductInFull.init(row:))
        else { throw BookkeepingError.unknown("product", String(id)) }
        return found
    }

    /// The preselected product of each nominal that has one, by the nominals' ids.
    public func defaultProducts() throws -> [Int64: Product] {
        let found = try all(selectProduct + " WHERE product.is_default = 1", as: Product.init(row:))
        return Dictionary(uniqueKeysWithValues: found.map { ($0.nominal, $0) })
    }

    /// The preselected product of one nominal, by the nominal's id.
    public func defaultProduct(of nominal: Int64) throws -> Product? {
        try first(
            selectProduct + " WHERE product.nominal = ?1 AND product.is_default = 1", nominal,
            as: Product.init(row:))
    }
}

extension ProductInFull {
    /// In the order of `productInFullColumns`.
    init(row: any Row) {
        var columns = Columns(row)
        product = Product(&columns)
        purchaseNominalCode = columns.optionalInteger() ?? 0
        purchaseProductCode = columns.optionalText() ?? ""
    }
}

let productInFullColumns: SQL = productColumns + ", bought.code, bought_product.code"

/// What the columns are read from beside the product itself.
let besideProduct: SQL = """
     JOIN nominal ON nominal.id = product.nominal
        LEFT JOIN nominal AS bought ON bought.id = product.purchase_nominal
        LEFT JOIN product AS bought_product ON bought_product.id = product.purchase_product
    """

private let selectProductInFull: SQL = "SELECT " + productInFullColumns + " FROM product" + besideProduct
