import Bookkeeping
import Store

/// The columns that the tables of customers and suppliers share, as commands write them: the first 21 parameters.
let sharedColumns: SQL = """
    code, code_key, name, name_key, email, note, currency, terms_start, terms_days, default_nominal, vat_number,
    trade_border, cis_reverse_charge, applies_withholding, withholding_rate, unique_entity_number, is_archived,
    contact_count, field_count, updated_at, updated_on
    """

/// The same for an update.
let sharedAssignments: SQL = """
    code = ?1, code_key = ?2, name = ?3, name_key = ?4, email = ?5, note = ?6, currency = ?7,
    terms_start = ?8, terms_days = ?9, default_nominal = ?10, vat_number = ?11, trade_border = ?12,
    cis_reverse_charge = ?13, applies_withholding = ?14, withholding_rate = ?15, unique_entity_number = ?16,
    is_archived = ?17, contact_count = ?18, field_count = ?19, updated_at = ?20, updated_on = ?21
    """

extension KeptParty {
    /// What the row is to hold: the shared columns and then its own.
    func values(_ code: PartyCode, _ moment: Moment) -> [SQLValue] {
        let shared: [any SQLConvertible] = [
            code.text, code.key, name, name.folded, email, note, currencyCode,
            paymentTerms?.start.rawValue, paymentTerms?.days, defaultNominalCode, vatNumber,
            tradeBorder.rawValue, isCISReverseCharge, appliesWithholdingTax,
            withholdingTaxRate?.tenThousandths,
            uniqueEntityNumber, isArchived, contacts.count, fields.count, moment.instant, moment.day,
        ]
        return (shared + ownValues).map(\.sqlValue)
    }
}

/// The shared columns as a read wants them: what `PartyRow` is made from.
let sharedColumnsToRead: PartyStatement = """
    id, code, {party}_key, created_on, updated_on, contact_count, field_count, total_paid, outstanding, name, note,
    currency, terms_days, terms_start, default_nominal, vat_number, trade_border, cis_reverse_charge,
    applies_withholding, withholding_rate, unique_entity_number, is_archived
    """

/// The shared part of a party's row, before its lists are read.
struct PartyRow<Details: KeptParty> {
    let id: Int64
    let code: PartyCode
    let key: String
    let createdOn: CalendarDate
    let updatedOn: CalendarDate
    let contactCount: Int64
    let fieldCount: Int64
    let paid: Money
    let outstanding: Money
    var details = Details()

    init(_ columns: inout Columns) throws(StoreError) {
        id = columns.integer()
        code = PartyCode(checked: columns.text())
        key = columns.text()
        createdOn = try columns.date()
        updatedOn = try columns.date()
        contactCount = columns.integer()
        fieldCount = columns.integer()
        paid = columns.money()
        outstanding = columns.money()
        details.name = columns.text()
        details.note = columns.optionalText()
        details.currencyCode = columns.optionalText()
        if let days = columns.optionalInteger() {
            details.paymentTerms = PaymentTerms(days: days, after: try columns.name())
        } else {
            _ = columns.optionalText()
        }
        details.defaultNominalCode = columns.optionalInteger()
        details.vatNumber = columns.optionalText()
        details.tradeBorder = try columns.name()
        details.isCISReverseCharge = columns.flag()
        details.appliesWithholdingTax = columns.flag()
        details.withholdingTaxRate = columns.optionalPercentage()
        details.uniqueEntityNumber = columns.optionalText()
        details.isArchived = columns.flag()
    }
}

extension Transaction {
    /// Reads the shared lists of a party: a statement for each kind that it has.
    func readLists<Details>(of row: inout PartyRow<Details>) throws {
        if row.contactCount > 0 { row.details.contacts = try contacts(of: Details.party, row.id) }
        if row.fieldCount > 0 { row.details.fields = try fields(of: Details.party, row.id) }
    }
}
