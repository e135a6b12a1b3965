import Bookkeeping
import Store

/// The tables that keep sales lines, alike but for their names.
enum LinesTable: String, CaseIterable {
    case invoice
    case quote
    case recurringInvoice = "recurring_invoice"

}

/// A statement on any of them, with `{document}` for its name; made once for each.
struct LineStatement: Sendable, ExpressibleByStringLiteral {
    private let statements: [LinesTable: SQL]

    init(stringLiteral literal: StaticString) {
        self.init(SQL(stringLiteral: literal))
    }

    init(_ text: SQL) {
        statements = [
            .invoice: text.replacing("{document}", with: "invoice"),
            .quote: text.replacing("{document}", with: "quote"),
            .recurringInvoice: text.replacing("{document}", with: "recurring_invoice"),
        ]
    }

    subscript(table: LinesTable) -> SQL { statements[table] ?? "" }
}

extension Transaction {
    /// The lines of one document, in their order, with the names of what they point at.
    func lines(of table: LinesTable, _ document: Int64) throws -> [SalesLine] {
        try all(selectLines[table], document) { row in
            var columns = Columns(row)
            return SalesLine(&columns)
        }
    }

    /// The lines of several documents, by the documents' ids, in one statement.
    func lines(of table: LinesTable, _ documents: [Int64]) throws -> [Int64: [SalesLine]] {
        guard !documents.isEmpty else { return [:] }
        var lines: [Int64: [SalesLine]] = [:]
        try query(PickedIDs.table + selectPickedLines[table], PickedIDs(documents).parameters) { row in
            var columns = Columns(row)
            let line = SalesLine(&columns)
            lines[documents[Int(columns.integer()) - 1], default: []].append(line)
            return true
        }
        return lines
    }

    /// Writes the lines of a new document.
    func insert(_ lines: [SalesLine], of table: LinesTable, _ document: Int64) throws {
        for line in lines {
            try post(
                insertLine[table], document, line.number, line.description, line.quantity.millionths,
                line.rate.millionths, line.vatLevel.tenThousandths, line.isVATExempt, line.net.minorUnits,
                line.vat.minorUnits, line.homeNet.minorUnits, line.homeVAT.minorUnits, line.nominal.id,
                line.product?.id, line.product?.code, line.product?.name, line.project?.id, line.taxCode,
                line.isDisallowed, line.isWithholding)
        }
    }

    /// Puts lines in the place of those there were; nothing where they are the same.
    func replace(_ old: [SalesLine], with lines: [SalesLine], of table: LinesTable, _ document: Int64) throws
    {
        guard lines != old else { return }
        try deleteLines(of: table, document)
        try insert(lines, of: table, document)
    }

    func deleteLines(of table: LinesTable, _ document: Int64) throws {
        try post(deleteAll[table], document)
    }
}

extension SalesLine {
    /// In the order of `lineColumns`.
    init(_ columns: inout Columns) {
        let (number, description) = (columns.integer(), columns.text())
        let (quantity, rate) = (
            ExactDecimal(millionths: columns.integer()), ExactDecimal(millionths: columns.integer())
        )
        let (level, isExempt) = (Percentage(tenThousandths: columns.integer()), columns.flag())
        let (net, vat, homeNet, homeVAT) = (
            columns.money(), columns.money(), columns.money(), columns.money()
        )
        let nominal = NominalLink(id: columns.integer(), code: columns.integer(), name: columns.text())
        self.init(
            number: number, description: description, quantity: quantity, rate: rate, vatLevel: level,
            isVATExempt: isExempt, net: net, vat: vat, homeNet: homeNet, homeVAT: homeVAT, nominal: nominal)
        let (productID, productCode, productName) = (
            columns.optionalInteger(), columns.optionalText(), columns.optionalText()
        )
        if let productCode {
            product = ProductLink(id: productID, code: productCode, name: productName ?? "")
        }
        let (projectID, projectNumber, projectName) = (
            columns.optionalInteger(), columns.optionalInteger(), columns.optionalText()
        )
        if let projectID, let projectNumber {
            project = ProjectLink(id: projectID, number: projectNumber, name: projectName ?? "")
        }
        taxCode = columns.optionalText()
        isDisallowed = columns.flag()
        isWithholding = columns.flag()
    }
}

/// Every column of a line, as `SalesLine.init` reads them.
let lineColumns: SQL = """
    line.number, line.description, line.quantity, line.rate, line.vat_level, line.vat_exempt, line.net,
        line.vat, line.home_net, line.home_vat, line.nominal, nominal.code, nominal.name, line.product,
        line.product_code, line.product_name, line.project, project.number, project.name, line.tax_code,
        line.disallowed, line.is_withholding
    """
private let selectLines = LineStatement(
    "SELECT " + lineColumns + """
         FROM {document}_line AS line JOIN nominal ON nominal.id = line.nominal
            LEFT JOIN project ON project.id = line.project
        WHERE line.{document} = ?1 ORDER BY line.number
        """)
private let selectPickedLines = LineStatement(
    "SELECT " + lineColumns + """
        , picked.place
        FROM picked CROSS JOIN {document}_line AS line JOIN nominal ON nominal.id = line.nominal
            LEFT JOIN project ON project.id = line.project
        WHERE line.{document} = picked.id ORDER BY picked.place, line.number
        """)
private let insertLine: LineStatement = """
    INSERT INTO {document}_line ({document}, number, description, quantity, rate, vat_level, vat_exempt, net, vat,
        home_net, home_vat, nominal, product, product_code, product_name, project, tax_code, disallowed,
        is_withholding)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
    """
private let deleteAll: LineStatement = "DELETE FROM {document}_line WHERE {document} = ?1"
