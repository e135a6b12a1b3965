import Bookkeeping
import Store

extension Transaction {
    /// A nominal by the number people see, a bank account's too; nil when none has it.
    public func nominal(code: Int64) throws -> Nominal? {
        try first(selectNominal + " WHERE code = ?1", code, as: Nominal.init(row:))
    }

    /// A nominal by its id; nil when there is none, or it was deleted.
    public func nominal(id: Int64) throws -> Nominal? {
        try first(selectNominal + " WHERE id = ?1 AND code > 0", id, as: Nominal.init(row:))
    }

    /// Those of these ids that there are.
    public func nominals(ids: Set<Int64>) throws -> [Int64: Nominal] {
        let found = try some(selectNominal + " WHERE code > 0 AND id", of: ids)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    }

    /// Those of these codes that there are, by code.
    public func nominals(codes: Set<Int64>) throws -> [Int64: Nominal] {
        let found = try some(selectNominal + " WHERE code", of: codes)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.code, $0) })
    }

    /// Asks for eight at a time: what most documents need is one statement, which stays prepared.
    private func some(_ select: SQL, of numbers: Set<Int64>) throws -> [Nominal] {
        var found: [Nominal] = []
        var rest = numbers.sorted()[...]
        while let last = rest.last {
            var eight = rest.prefix(8).map(SQLValue.integer)
            rest = rest.dropFirst(8)
            while eight.count < 8 { eight.append(.integer(last)) }
            try query(select + " IN (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", eight) { row in
                found.append(try Nominal(row: row))
                return true
            }
        }
        return found
    }
}

extension Nominal {
    /// In the order of `selectNominal`.
    init(row: any Row) throws(StoreError) {
        var columns = Columns(row)
        let (id, code) = (columns.integer(), columns.integer())
        var details = NominalDetails()
        details.name = columns.text()
        let (type, area) = (columns.integer(), columns.integer())
        guard let type = NominalType(rawValue: type), let area = NominalArea(rawValue: area) else {
            throw .damaged("nominal \(code) has no type or area")
        }
        (details.type, details.area) = (type, area)
        let (special, isBank) = (columns.integer(), columns.flag())
        details.isArchived = columns.flag()
        details.isDisallowed = columns.flag()
        details.sa103Code = columns.integer()
        details.complianceCode = columns.optionalText()
        details.cisRate = Percentage(tenThousandths: columns.integer())
        details.isDigitalService = columns.flag()
        details.isForPrepayments = columns.flag()
        details.isInECSalesList = columns.flag()
        details.isProduct = columns.flag()
        details.fillsLines = columns.flag()
        details.price = ExactDecimal(millionths: columns.integer())
        details.wholesalePrice = ExactDecimal(millionths: columns.integer())
        details.vatRate = Percentage(tenThousandths: columns.integer())
        details.isVATExempt = columns.flag()
        details.description = columns.text()
        details.managesStock = columns.flag()
        details.stock = ExactDecimal(millionths: columns.integer())
        details.stockWarning = ExactDecimal(millionths: columns.integer())
        details.raisesStockOnPurchase = columns.flag()
        details.purchaseNominal = columns.integer()
        details.purchaseProduct = columns.integer()
        self.init(id: id, code: code, details: details, special: special, isBank: isBank)
    }
}

/// Every column, as `Nominal.init(row:)` reads them.
let selectNominal: SQL = """
    SELECT id, code, name, type, area, special, is_bank, is_archived, disallowed, sa103, compliance_code, cis_rate,
        digital_service, prepayments, in_ec_list, is_product, autofill, price, wholesale_price, vat_rate, vat_exempt,
        description, manages_stock, stock, stock_warning, stock_on_purchase, purchase_nominal, purchase_product
    FROM nominal
    """
