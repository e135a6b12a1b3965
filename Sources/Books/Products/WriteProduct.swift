import Bookkeeping
import Store

extension Book {
    /// Adds a product. A code that was not sent is made from the name, inside the transaction, so that no two get the
    /// same.
    ///
    /// - Throws: `BookkeepingError.invalid`, `.taken`; then nothing was written.
    public func create(_ draft: CheckedProductDraft) async throws -> ProductInFull {
        let pen = pen
        return try await store.write { try $0.productInFull(id: $0.createProduct(draft, pen)) }
    }

    /// Puts what was sent in the place of a product's details. What was left out has its default then, but code,
    /// nominal and stock stay.
    ///
    /// Lines keep the nominal that they were written with.
    ///
    /// - Returns: the product, and whether it lives elsewhere now. Upper and lower case alone make no other code.
    /// - Throws: `BookkeepingError.unknown`, `.invalid`, `.taken`; then nothing was written.
    public func changeProduct(
        nominalCode: Int64, code: String, to draft: CheckedProductDraft
    ) async throws -> (product: ProductInFull, isMoved: Bool) {
        let pen = pen
        return try await store.write { transaction in
            let old = try transaction.productInFull(nominalCode: nominalCode, code: code).product
            try transaction.change(old, to: draft, pen)
            let new = try transaction.productInFull(id: old.id)
            let isMoved =
                new.product.nominal != old.nominal || new.product.code.caseFolded != old.code.caseFolded
            return (new, isMoved)
        }
    }

    /// Deletes a product. Lines keep its code and name; what was linked to its purchases is linked to none.
    ///
    /// - Throws: `BookkeepingError.unknown`.
    /// - Source: `products.md`: never refused.
    public func deleteProduct(nominalCode: Int64, code: String) async throws {
        let pen = pen
        try await store.write { transaction in
            let product = try transaction.productInFull(nominalCode: nominalCode, code: code).product
            for table in LinesTable.allCases { try transaction.post(releaseLines[table], product.id) }
            try transaction.post(unlinkProducts, product.id)
            try transaction.post(unlinkNominals, product.id)
            // Its movements stay, and come to nothing.
            try transaction.countStock(from: product.details.stock, to: .zero, of: .product(product.id), pen)
            try transaction.post("DELETE FROM product WHERE id = ?1", product.id)
            try transaction.freed(productCode: product.code, under: product.nominal)
            try transaction.count(product.details, -1)
        }
    }
}

extension Transaction {
    /// Adds a product within a command's own transaction.
    ///
    /// - Returns: its id.
    /// - Throws: `BookkeepingError.invalid`, `.taken`.
    func createProduct(_ draft: CheckedProductDraft, _ pen: LedgerPen) throws -> Int64 {
        let (nominal, details) = try details(draft.draft, over: nil)
        let code = try freeProductCode(draft.draft.code, for: details.name, under: nominal.id)
        if details.isDefault { try clearDefault(of: nominal.id) }
        var id: Int64 = 0
        try query(insertRow, rowValues(nominal.id, code, details).map(\.sqlValue)) { row in
            id = row.integer(0)
            return true
        }
        try countStock(from: .zero, to: details.stock, of: .product(id), pen)
        try count(details, 1)
        return id
    }

    fileprivate func change(_ old: Product, to draft: CheckedProductDraft, _ pen: LedgerPen) throws {
        let (nominal, details) = try details(draft.draft, over: old)
        let code = try freeProductCode(
            draft.draft.code ?? old.code, for: details.name, under: nominal.id, except: old.id)
        if details.isDefault { try clearDefault(of: nominal.id) }
        let more: [any SQLConvertible] = [old.id]
        try post(updateRow, (rowValues(nominal.id, code, details) + more).map(\.sqlValue))
        if nominal.id != old.nominal || code.caseFolded != old.code.caseFolded {
            try freed(productCode: old.code, under: old.nominal)
        }
        try countStock(from: old.details.stock, to: details.stock, of: .product(old.id), pen)
        if details.isInUse != old.details.isInUse {
            try count(old.details, -1)
            try count(details, 1)
        }
    }

    fileprivate func count(_ details: ProductDetails, _ rows: Int64) throws {
        var change = ListChange()
        change.count(rows, isArchived: !details.isInUse)
        try self.change(.products, by: change)
    }

    private func clearDefault(of nominal: Int64) throws {
        try post("UPDATE product SET is_default = 0 WHERE nominal = ?1 AND is_default = 1", nominal)
    }

    /// In the order of both statements below.
    private func rowValues(_ nominal: Int64, _ code: String, _ details: ProductDetails)
        -> [any SQLConvertible]
    {
        [
            nominal, code, code.caseFolded, details.name, details.name.folded, details.description,
            details.fillsLines, details.price.millionths, details.wholesalePrice.millionths,
            details.vatRate.tenThousandths, details.isVATExempt, details.managesStock,
            details.stock.millionths,
            details.stockWarning.millionths, details.raisesStockOnPurchase, details.purchaseNominal,
            details.purchaseProduct, details.isDefault, details.isInUse,
        ]
    }
}

private let insertRow: SQL = """
    INSERT INTO product (nominal, code, code_key, name, name_key, description, autofill, price, wholesale_price,
        vat_rate, vat_exempt, manages_stock, stock, stock_warning, stock_on_purchase, purchase_nominal,
        purchase_product, is_default, in_use)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
    RETURNING id
    """
private let updateRow: SQL = """
    UPDATE product SET nominal = ?1, code = ?2, code_key = ?3, name = ?4, name_key = ?5, description = ?6,
        autofill = ?7, price = ?8, wholesale_price = ?9, vat_rate = ?10, vat_exempt = ?11, manages_stock = ?12,
        stock = ?13, stock_warning = ?14, stock_on_purchase = ?15, purchase_nominal = ?16, purchase_product = ?17,
        is_default = ?18, in_use = ?19
    WHERE id = ?20
    """
private let releaseLines: LineStatement = "UPDATE {document}_line SET product = NULL WHERE product = ?1"
private let unlinkProducts: SQL = """
    UPDATE product SET purchase_nominal = 0, purchase_product = 0 WHERE purchase_product = ?1
    """
private let unlinkNominals: SQL = """
    UPDATE nominal SET purchase_nominal = 0, purchase_product = 0 WHERE purchase_product = ?1
    """
