import Bookkeeping
import WebCore

/// A customer's statement as data.
struct ShownStatement: Sendable {
    let code: String
    let name: String
    let currency: Currency
    let from: CalendarDate
    let to: CalendarDate
    let statement: Statement
    let today: CalendarDate
}

enum StatementWire {
    static let shape = WireShape<ShownStatement>(
        "CustomerStatement",
        [
            .text("CustomerCode", max: TextKind.codeMax, "The customer's code.", get: { $0.code })
                .neverNull(),
            .text("CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.name })
                .neverNull(),
            .date("StartDate", "The first day.", get: { $0.from.wireText }).neverNull(),
            .date("EndDate", "The last day.", get: { $0.to.wireText }).neverNull(),
            .object("Currency", "The home currency.", get: { CurrencyWire($0.currency) }),
            .amount("OpeningBalance", "Owed before the first day.", get: { $0.statement.opening }),
            .amount("ClosingBalance", "Owed after the last row.", get: { $0.statement.closing }),
            .amount("TotalDebit", "Sum of the debits.", get: { (try? $0.statement.debit) ?? .zero }),
            .amount("TotalCredit", "Sum of the credits.", get: { (try? $0.statement.credit) ?? .zero }),
            .list("Transactions", max: nil, "By date, then number.", get: { $0.rows }),
        ])
}

extension ShownStatement {
    fileprivate var rows: [StatementRowWire] {
        statement.rows.map { StatementRowWire($0, on: today) }
    }
}

/// A row of a statement.
struct StatementRowWire: WireTable {
    private var shown: Statement.Row?
    private var today = CalendarDate.first

    init() {}

    init(_ row: Statement.Row, on today: CalendarDate) {
        shown = row
        self.today = today
    }

    private var row: StatementRow? { shown?.row }

    private var status: String? {
        guard let row, let dueOn = row.dueOn else { return nil }
        return InvoiceStatus(gross: row.gross, paid: row.paid, dueOn: dueOn, today: today).rawValue
    }

    private var link: String? {
        guard let row, let key = row.linkKey else { return nil }
        return row.dueOn == nil ? "/v2/documents/invoice/payment/\(key)" : "/v2/documents/invoice/\(key)"
    }

    private var debit: Money { max(row?.amount ?? .zero, .zero) }
    private var credit: Money { max((try? -(row?.amount ?? .zero)) ?? .zero, .zero) }

    static let shape = WireShape<StatementRowWire>(
        "StatementRow",
        [
            .integer(
                "Id", in: Bounds.id, "Of the document, payment or bank transaction.", get: { $0.row?.id ?? 0 }
            ),
            .date("Date", "Of issue, or of payment.", get: { $0.row?.date.wireText }).neverNull(),
            .text(
                "Type", "Invoice, CreditNote, Payment, UnallocatedPayment or Refund.",
                get: { $0.row?.kind.rawValue }
            ).neverNull().example(#""Invoice""#),
            .integer("Number", "The document's number, 0 for none.", get: { $0.row?.number ?? 0 }),
            .text("Reference", "The customer's, or the bank's.", get: { $0.row?.reference }),
            .text("Description", max: TextKind.linesMax, "A payment's note.", get: { $0.row?.text ?? "" })
                .neverNull(),
            .amount("Debit", "What makes the balance larger.", get: { $0.debit }),
            .amount("Credit", "What makes it smaller.", get: { $0.credit }),
            .amount("Balance", "Owed after this row.", get: { $0.shown?.balance ?? .zero }),
            .date("DueDate", "Of documents.", get: { $0.row?.dueOn?.wireText }),
            .text("Status", "Of documents, today.", get: { $0.status }),
            .text("Permalink", "The paper; opens without a token.", get: { $0.link }),
        ])
}
