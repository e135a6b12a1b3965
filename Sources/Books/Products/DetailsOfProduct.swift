import Bookkeeping
import Store

extension Transaction {
    /// A draft held against the book: its nominal, its VAT rate, and whose purchases raise its stock.
    ///
    /// - Parameter old: the product that the draft takes the place of.
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    /// - Source: `products.md`, Fields.
    func details(_ draft: ProductDraft, over old: Product?) throws -> (
        nominal: Nominal, details: ProductDetails
    ) {
        var problems: [FieldProblem] = []
        let nominal = try parent(draft, of: old, &problems)
        var details = ProductDetails()
        details.name = draft.name
        details.description = draft.description ?? ""
        details.fillsLines = draft.fillsLines
        details.price = draft.price
        details.wholesalePrice = draft.wholesalePrice
        details.vatRate = draft.vatRate ?? nominal?.details.vatRate ?? .zero
        details.isVATExempt = draft.isVATExempt
        details.managesStock = draft.managesStock
        details.stock = draft.stock ?? old?.details.stock ?? .zero
        details.stockWarning = draft.stockWarning
        details.raisesStockOnPurchase = draft.raisesStockOnPurchase
        details.isDefault = draft.isDefault
        details.isInUse = draft.isInUse
        if let rate = draft.vatRate, rate != old?.details.vatRate {
            let rates = try vatRates().map(\.rate)
            if !rates.contains(rate) {
                let choices = rates.sorted().map(\.shortText).joined(separator: ", ")
                problems.append(
                    FieldProblem("VATRate", "must be a VAT rate of the account, which are \(choices)"))
            }
        }
        let link = try purchaseLink(draft.purchaseLink, &problems)
        (details.purchaseNominal, details.purchaseProduct) = (link.nominal, link.product)
        guard problems.isEmpty, let nominal else { throw BookkeepingError.invalid(problems) }
        return (nominal, details)
    }

    private func parent(
        _ draft: ProductDraft, of old: Product?, _ problems: inout [FieldProblem]
    ) throws -> Nominal? {
        guard let code = draft.nominalCode, code != 0 else {
            return try nominal(id: old?.nominal ?? nominalRoles()[.salesDefault])
        }
        guard let nominal = try nominal(code: code) else {
            problems.append(FieldProblem("NominalCode", "must be the code of a nominal; there is no \(code)"))
            return nil
        }
        guard !nominal.isControl, !nominal.isBank else {
            problems.append(
                FieldProblem(
                    "NominalCode", "must not be \(code), \(nominal.name), which can have no products"))
            return nil
        }
        return nominal
    }

    /// The ids of the nominal, and of the product under it, whose purchases raise the stock; 0 for none.
    private func purchaseLink(
        _ sent: PurchaseLinkDraft, _ problems: inout [FieldProblem]
    ) throws -> (nominal: Int64, product: Int64) {
        guard let bought = try boughtNominal(sent, &problems) else { return (0, 0) }
        if let code = sent.productCode, !code.isEmpty {
            guard let product = try product(ProductKey(nominal: bought.id, code: code)) else {
                problems.append(
                    FieldProblem(
                        "PurchaseSubNominalCode",
                        "must be the code of a product under \(bought.code); there is no \(code)"))
                return (0, 0)
            }
            return (bought.id, product.id)
        }
        // An id beside the code of another nominal is the one that was read before the code changed.
        guard sent.productCode == nil, let id = sent.productID, id != 0,
            sent.nominalID ?? bought.id == bought.id
        else { return (bought.id, 0) }
        guard try exists("SELECT 1 FROM product WHERE id = ?1 AND nominal = ?2", id, bought.id) else {
            problems.append(
                FieldProblem(
                    "PurchaseSubNominalId",
                    "must be the Id of a product under \(bought.code); there is no \(id)"))
            return (0, 0)
        }
        return (bought.id, id)
    }

    private func boughtNominal(_ sent: PurchaseLinkDraft, _ problems: inout [FieldProblem]) throws -> Nominal?
    {
        let (field, asked, found): (String, Int64, Nominal?)
        if let code = sent.nominalCode, code != 0 {
            (field, asked, found) = ("PurchaseNominalCode", code, try nominal(code: code))
        } else if sent.nominalCode == nil, let id = sent.nominalID, id != 0 {
            (field, asked, found) = ("PurchaseNominalId", id, try nominal(id: id))
        } else {
            if let code = sent.productCode, !code.isEmpty {
                problems.append(
                    FieldProblem(
                        "PurchaseSubNominalCode", "needs PurchaseNominalCode, under which \(code) is"))
            }
            return nil
        }
        guard let found, !found.isControl, !found.isBank else {
            problems.append(
                FieldProblem(field, "must be a nominal that purchases can be on; \(asked) is none"))
            return nil
        }
        return found
    }
}
