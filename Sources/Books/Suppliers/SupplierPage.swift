import Bookkeeping
import Store

/// One page of a list of suppliers.
public struct SupplierPage: Hashable, Sendable {
    /// Rows on all pages.
    public let total: Int64
    public let rows: [SupplierRow]
}

/// What a list shows of a supplier.
public struct SupplierRow: Hashable, Sendable {
    public let id: Int64
    public let code: PartyCode
    public let name: String
    public let totalPaid: Money
    public let outstanding: Money
    /// 0 for the account's theme.
    public let pdfThemeID: Int64
    public let tradeBorder: TradeBorderType
    public let isArchived: Bool
    public let isCISReverseCharge: Bool
    public let appliesWithholdingTax: Bool
    public let presetsVATRate: Bool
    public let defaultVATRate: Percentage?
    public let isVATExempt: Bool

    init(_ columns: inout Columns) throws(StoreError) {
        id = columns.integer()
        code = PartyCode(checked: columns.text())
        name = columns.text()
        totalPaid = columns.money()
        outstanding = columns.money()
        pdfThemeID = columns.integer()
        tradeBorder = try columns.name()
        isArchived = columns.flag()
        isCISReverseCharge = columns.flag()
        appliesWithholdingTax = columns.flag()
        presetsVATRate = columns.flag()
        defaultVATRate = columns.optionalPercentage()
        isVATExempt = columns.flag()
    }
}

extension Book {
    /// A page of the suppliers.
    ///
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds.
    public func supplierPage(_ filter: PartyFilter) async throws -> SupplierPage {
        try await store.read { try $0.supplierPage(filter) }
    }
}

extension Transaction {
    /// A page of the suppliers. One beyond the end has no rows and the true total.
    ///
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds.
    public func supplierPage(_ filter: PartyFilter) throws -> SupplierPage {
        let (total, rows) = try page(filter, of: .supplier, rowColumns) { try SupplierRow(&$0) }
        return SupplierPage(total: total, rows: rows)
    }
}

private let rowColumns: SQL = """
    id, code, name, total_paid, outstanding, pdf_theme, trade_border, is_archived, cis_reverse_charge,
        applies_withholding, presets_vat_rate, default_vat_rate, vat_exempt
    """
