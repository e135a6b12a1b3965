import Bookkeeping
import Store

extension Transaction {
    /// What the live documents of a kind post by the rules, from the documents themselves, for ids in a range; nil for a
    /// kind that this program makes none of. Totals are held against lines on the way (check 5).
    func expectedEntries(
        of kind: DocumentKind, in range: ClosedRange<Int64>, _ roles: NominalRoles,
        _ found: inout BookVerification
    ) throws -> [Int64: LedgerEntries]? {
        switch kind {
        case .invoice: try expectedOfInvoices(range, roles, &found)
        case .payment, .setOff, .settlement: try expectedOfPayments(kind, range, roles)
        case .batchPayment: try expectedOfBatches(range, roles)
        case .bankTransaction, .transfer: try expectedOfBankTransactions(kind, range, roles)
        case .openingBalance: try expectedOfStartingAmounts(range, roles)
        case .purchase, .journal, .advanceMove, .vatReturn, .schemeChange: nil
        }
    }

    private func expectedOfInvoices(
        _ range: ClosedRange<Int64>, _ roles: NominalRoles, _ found: inout BookVerification
    ) throws -> [Int64: LedgerEntries] {
        var invoices: [Int64: Invoice] = [:]
        try query(
            selectInvoice + " WHERE invoice.id BETWEEN ?1 AND ?2",
            [.integer(range.lowerBound), .integer(range.upperBound)]
        ) { row in
            let invoice = try Invoice(row: row)
            invoices[invoice.id] = invoice
            return true
        }
        try query(
            "SELECT " + lineColumns + """
                , line.invoice
                FROM invoice_line AS line JOIN nominal ON nominal.id = line.nominal
                    LEFT JOIN project ON project.id = line.project
                WHERE line.invoice BETWEEN ?1 AND ?2 ORDER BY line.invoice, line.number
                """, [.integer(range.lowerBound), .integer(range.upperBound)]
        ) { row in
            var columns = Columns(row)
            let line = SalesLine(&columns)
            invoices[columns.integer()]?.lines.append(line)
            return true
        }
        var expected: [Int64: LedgerEntries] = [:]
        for invoice in invoices.values.sorted(by: { $0.id < $1.id }) {
            try check(invoice, &found)
            do throws(BookkeepingError) {
                expected[invoice.id] = try invoice.entries(roles)
            } catch {
                guard case .unbalanced(let difference) = error else { throw error }
                let document = DocumentKey(.invoice, invoice.id)
                found.note(
                    Complaint(
                        4, document: document, "its lines and its gross differ by \(difference.decimalText)"))
                expected[invoice.id] = try liveEntries(of: document)
            }
        }
        return expected
    }

    /// Check 5.
    private func check(_ invoice: Invoice, _ found: inout BookVerification) throws {
        let document = DocumentKey(.invoice, invoice.id)
        let totals = try SalesTotals(of: invoice.lines)
        if totals != invoice.totals {
            found.note(Complaint(5, document: document, "its totals are not the sums of its lines"))
        }
        if try invoice.totals.gross.atHome(invoice.details.currency.rate) != invoice.totals.homeGross {
            found.note(Complaint(5, document: document, "its home gross is not the gross at its rate"))
        }
        let rules = invoice.details.rules(invoice.posted)
        for line in invoice.lines {
            if try line.quantity.times(line.rate) != line.net {
                found.note(
                    Complaint(
                        5, document: document, "the net of line \(line.number) is not quantity times rate"))
            }
            if try !rules.admits(line) {
                found.note(
                    Complaint(
                        5, document: document, "the VAT of line \(line.number) is none that its rate admits"))
            }
        }
    }

    /// Payments, set-offs and settlements are rows of one table; which of them a row posts as, its kind tells.
    private func expectedOfPayments(
        _ kind: DocumentKind, _ range: ClosedRange<Int64>, _ roles: NominalRoles
    ) throws -> [Int64: LedgerEntries] {
        let banks = try Dictionary(uniqueKeysWithValues: bankAccounts().map { ($0.id, $0.nominal) })
        let parties = try customersPaying(in: range)
        var expected: [Int64: LedgerEntries] = [:]
        try query(
            selectPayment + " WHERE payment.id BETWEEN ?1 AND ?2",
            [.integer(range.lowerBound), .integer(range.upperBound)]
        ) { row in
            let payment = try Payment(row: row)
            guard payment.ledgerKey.kind == kind, let customer = parties[payment.id] else { return true }
            let bank = payment.account.flatMap { banks[$0] }
            expected[payment.id] = try payment.salesEntries(bank: bank, customer: customer, roles)
            return true
        }
        return expected
    }

    private func customersPaying(in range: ClosedRange<Int64>) throws -> [Int64: Int64] {
        var customers: [Int64: Int64] = [:]
        try query(
            """
            SELECT payment.id, invoice.customer FROM payment JOIN invoice ON invoice.id = payment.document
            WHERE payment.document_kind = 'invoice' AND payment.id BETWEEN ?1 AND ?2
            """, [.integer(range.lowerBound), .integer(range.upperBound)]
        ) { row in
            customers[row.integer(0)] = row.integer(1)
            return true
        }
        return customers
    }
}

extension LineRules {
    /// Whether a line's VAT is one that could have been kept.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func admits(_ line: SalesLine) throws(BookkeepingError) -> Bool {
        guard line.vat != .zero else { return true }
        if isReverseCharge || line.isVATExempt || !posted.isVATRegistered || line.vatLevel == .zero {
            return false
        }
        if line.net == .zero { return true }
        let ruled = try ruledVAT(
            net: line.net, quantity: line.quantity, rate: line.rate, level: line.vatLevel)
        return try (line.vat - ruled).minorUnits.magnitude <= 1
    }
}
