import Bookkeeping
import Books
import WebCore

/// An entry as the breakdown of a nominal shows it.
enum BreakdownRowWire {
    static let shape = WireShape<LedgerLine>(
        "NominalBreakdownRow", element: "NominalBreakdown",
        [
            .integer("Id", in: Bounds.id, "The document's.", get: { $0.id }).example("12"),
            .integer(
                "LineId", "The line's number in the document; 0 where no line caused it.", get: { $0.line }
            )
            .example("1"),
            .text("ProductCode", max: TextKind.codeMax, "The line's product.", get: { $0.productCode }),
            .text("ProductName", max: TextKind.nameMax, "Its name.", get: { $0.productName }),
            .date("Date", "The entry's.", get: { $0.date.wireText }).neverNull(),
            .text("Reference", "The document's number, or the bank account's name.", get: { $0.reference })
                .neverNull().example(#""318""#),
            .text(
                "SecondaryReference", max: TextKind.linesMax, "The customer's name, or the comment.",
                get: { $0.secondReference }
            ).example(#""Harbour Joinery Ltd""#),
            .text("Narrative", max: TextKind.linesMax, "The line's text.", get: { $0.narrative })
                .example(#""Oak stair, fitted""#),
            .amount("DebitValue", "0 for a credit.", get: { max($0.amount, .zero) }),
            .amount("CreditValue", "0 for a debit.", get: { $0.credit }).example("200.0000"),
            .text(
                "ResourceNumber", "The document's number, of a bank transaction the Id.",
                get: { String($0.number) }
            )
            .neverNull().example(#""318""#),
            .text("EntityType", "Invoice, Purchase, Bank or Journal.", get: { $0.source.name }).neverNull()
                .example(#""Invoice""#),
            .integer(
                "BankAccountId", in: 0...Int64.max, "The bank account's, 0 for none.", get: { $0.account }),
            .flag(
                "IsLocked", "Whether a lock date or a filed VAT return holds the document.",
                get: { $0.isLocked }),
        ])

    /// What the page tells beside its rows.
    static let figures = PageFigures(
        "NominalBreakdown",
        [
            ("TotalDebit", "The debits on all pages.", "0.0000"),
            ("TotalCredit", "The credits on all pages.", "200.0000"),
            ("BalanceCredit", "Credits less debits, where there are more credits; else 0.", "200.0000"),
            ("BalanceDebit", "Debits less credits, where there are more debits; else 0.", "0.0000"),
        ])

    /// The figures of a page.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    static func figures(of page: NominalBreakdown) throws -> [(name: String, amount: Money)] {
        let (balance, other) = (try page.balance, try page.credit - page.debit)
        return [
            ("TotalDebit", page.debit), ("TotalCredit", page.credit), ("BalanceCredit", max(other, .zero)),
            ("BalanceDebit", max(balance, .zero)),
        ]
    }
}

extension LedgerLine {
    /// Its amount as a credit; zero for a debit. An entry is never the one amount that has no opposite.
    fileprivate var credit: Money { amount.isNegative ? (try? -amount) ?? .zero : .zero }
}
