import Bookkeeping
import Store

extension Transaction {
    /// Writes a new nominal, under the next id.
    ///
    /// - Parameter code: free; the caller has asked.
    /// - Returns: its id.
    @discardableResult
    func insertNominal(
        code: Int64, _ details: NominalDetails, special: Int64 = 0, isBank: Bool = false
    ) throws -> Int64 {
        let id = try takeNumber(of: .nominal)
        try post(insertRow, ([id, code, special, isBank] + details.values).map(\.sqlValue))
        return id
    }

    /// Writes over a nominal's code and details.
    func updateNominal(_ id: Int64, code: Int64, _ details: NominalDetails) throws {
        try post(updateRow, ([id, code] + details.values).map(\.sqlValue))
    }
}

extension NominalDetails {
    /// In the order of the two statements below.
    fileprivate var values: [any SQLConvertible] {
        [
            name, name.folded, type.rawValue, area.rawValue, isArchived, isDisallowed, sa103Code,
            complianceCode,
            cisRate.tenThousandths, isDigitalService, isForPrepayments, isInECSalesList, isProduct,
            fillsLines,
            price.millionths, wholesalePrice.millionths, vatRate.tenThousandths, isVATExempt, description,
            managesStock, stock.millionths, stockWarning.millionths, raisesStockOnPurchase, purchaseNominal,
            purchaseProduct,
        ]
    }
}

private let insertRow: SQL = """
    INSERT INTO nominal (id, code, special, is_bank, name, name_key, type, area, is_archived, disallowed, sa103,
        compliance_code, cis_rate, digital_service, prepayments, in_ec_list, is_product, autofill, price,
        wholesale_price, vat_rate, vat_exempt, description, manages_stock, stock, stock_warning, stock_on_purchase,
        purchase_nominal, purchase_product)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
        ?24, ?25, ?26, ?27, ?28, ?29)
    """
private let updateRow: SQL = """
    UPDATE nominal SET code = ?2, name = ?3, name_key = ?4, type = ?5, area = ?6, is_archived = ?7, disallowed = ?8,
        sa103 = ?9, compliance_code = ?10, cis_rate = ?11, digital_service = ?12, prepayments = ?13, in_ec_list = ?14,
        is_product = ?15, autofill = ?16, price = ?17, wholesale_price = ?18, vat_rate = ?19, vat_exempt = ?20,
        description = ?21, manages_stock = ?22, stock = ?23, stock_warning = ?24, stock_on_purchase = ?25,
        purchase_nominal = ?26, purchase_product = ?27
    WHERE id = ?1
    """
