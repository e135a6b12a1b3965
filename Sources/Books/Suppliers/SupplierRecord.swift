import Bookkeeping
import Store

extension Supplier: WholeParty {}

extension SupplierDetails: KeptParty {
    static var insertRow: SQL { insertSupplier }
    static var updateRow: SQL { updateSupplier }

    var ownValues: [any SQLConvertible] {
        [
            address?.line1, address?.line2, address?.line3, address?.line4, address?.postCode,
            address?.countryCode, bankAccount?.name, bankAccount?.number, bankAccount?.sortCode,
            paymentMethod,
            pdfThemeID, presetsVATRate, defaultVATRate?.tenThousandths, isVATExempt,
        ]
    }

    var fields: [PartyField] {
        get { withholdingFields }
        set { withholdingTaxReferences = newValue.map(\.customField) }
    }

    func requireOwnReferences(in transaction: any Transaction) throws {}

    func writeOwnLists(_ id: Int64, over old: SupplierDetails?, in transaction: any Transaction) throws {}

    static func made(_ made: MadeParty<SupplierDetails>, in transaction: any Transaction) throws -> Supplier {
        Supplier(
            id: made.id, code: made.code, key: made.key, createdOn: made.day, updatedOn: made.day,
            totals: SupplierTotals(), details: made.details,
            currency: try made.details.currencyCode.flatMap { try transaction.currency($0, on: made.day) })
    }

    static func whole(_ code: String, on day: CalendarDate, in transaction: any Transaction) throws
        -> Supplier
    {
        try transaction.supplier(code, on: day)
    }
}

private let insertSupplier: SQL =
    "INSERT INTO supplier (" + sharedColumns + """
        , line1, line2, line3, line4, post_code, country, bank_name, bank_number, bank_sort_code, payment_method,
            pdf_theme, presets_vat_rate, default_vat_rate, vat_exempt, supplier_key, created_at, created_on)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
            ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38)
        RETURNING id
        """

private let updateSupplier: SQL =
    "UPDATE supplier SET " + sharedAssignments + """
        , line1 = ?22, line2 = ?23, line3 = ?24, line4 = ?25, post_code = ?26, country = ?27, bank_name = ?28,
            bank_number = ?29, bank_sort_code = ?30, payment_method = ?31, pdf_theme = ?32,
            presets_vat_rate = ?33, default_vat_rate = ?34, vat_exempt = ?35
        WHERE id = ?36
        """
