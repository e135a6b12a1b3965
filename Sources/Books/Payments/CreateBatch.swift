import Bookkeeping
import Store

extension Book {
    /// Adds one payment for several invoices, as one sum of money: a payment on each of them.
    ///
    /// - Throws: `BookkeepingError.invalid` with every wrong item, `.numberTaken`, `.locked`, `.dateLocked`; then
    ///   nothing was written.
    public func createBatch(ofInvoices draft: CheckedBatchDraft) async throws -> BatchInFull {
        let pen = pen
        return try await store.write { transaction in
            let number = try transaction.createBatch(ofInvoices: draft, pen)
            return try transaction.batch(ofInvoices: number)
        }
    }
}

extension Transaction {
    /// Adds a batch within a command's own transaction.
    ///
    /// - Returns: its number.
    func createBatch(ofInvoices sent: CheckedBatchDraft, _ pen: LedgerPen) throws -> Int64 {
        let (desk, roles) = (try paymentDesk(.invoice, pen), try nominalRoles())
        let (account, method) = try sent.money(desk)
        let date = sent.draft.date ?? pen.today
        try desk.requireOpen(account, on: date)
        try requireOpen(date)
        let number = try batchNumber(sent.draft.number)
        let key = pen.newKey()
        let id = try insert(
            insertBatch, DocumentKind.invoice.rawValue, number, date.text, sent.draft.comment, account,
            method,
            sent.draft.feed, key, pen.instant, pen.author)
        let batch = PaymentBatch(
            id: id, kind: .invoice, number: number, date: date, comment: sent.draft.comment, account: account,
            method: method, feed: sent.draft.feed, linkKey: key)
        try write(sent.items, of: batch, over: [], desk, roles, pen)
        return number
    }

    /// - Throws: `BookkeepingError.numberTaken`.
    func batchNumber(_ sent: Int64?) throws -> Int64 {
        try documentNumber(sent, of: .invoiceBatch) {
            try exists(
                "SELECT 1 FROM payment_batch WHERE kind = ?1 AND number = ?2", DocumentKind.invoice.rawValue,
                $0)
        }
    }

    /// Writes the items of a batch, over those that it has, and posts the batch.
    ///
    /// - Parameter old: an item of the same document is changed, one whose document is not sent goes.
    /// - Throws: `BookkeepingError.invalid` with every wrong item, `.locked`, `.dateLocked`.
    func write(
        _ items: [CheckedBatchDraft.Item], of batch: PaymentBatch, over old: [BatchItem], _ desk: PaymentDesk,
        _ roles: NominalRoles, _ pen: LedgerPen
    ) throws {
        var problems: [FieldProblem] = []
        var left = Dictionary(uniqueKeysWithValues: old.map { ($0.documentNumber, $0.payment) })
        var parts: [(payment: Int64, amount: Money, customer: Int64)] = []
        for (place, item) in items.enumerated() {
            let path = "PaymentItems[\(place)]"
            guard let invoice = try paidInvoice(number: item.document) else {
                problems.append(
                    FieldProblem(
                        "\(path).ObjectNumber", "must be an invoice's number; there is no \(item.document)"))
                continue
            }
            let before = left.removeValue(forKey: item.document)
            guard item.id == 0 || item.id == before?.id else {
                problems.append(
                    FieldProblem(
                        "\(path).Id", "must be 0 or the Id of this batch's payment of \(invoice.name)"))
                continue
            }
            let others = try payments(of: invoice.key).filter { $0.id != before?.id }
            guard try invoice.allows(paid: others.map(\.amount).total() + item.amount) else {
                problems.append(FieldProblem("\(path).Amount", "\(invoice.refusalOfMore)"))
                continue
            }
            let payment = try write(item.amount, of: batch, on: invoice, over: before, others, desk, pen)
            try settle(invoice, others + [payment], touched: [payment.id], desk, roles, pen)
            parts.append((payment.id, item.amount, invoice.party))
        }
        guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
        for item in old where left[item.documentNumber] != nil { try drop(item.payment, desk, roles, pen) }
        let sorted = parts.sorted { $0.payment < $1.payment }.map {
            (amount: $0.amount, customer: $0.customer)
        }
        let entries = try batch.salesEntries(sorted, bank: desk.nominal(ofAccount: batch.account) ?? 0, roles)
        try repost(entries, of: batch.ledgerKey, pen)
    }

    /// Takes a line of a batch off its invoice.
    func drop(_ payment: Payment, _ desk: PaymentDesk, _ roles: NominalRoles, _ pen: LedgerPen) throws {
        try takeOff(payment, desk, roles, pen)
        guard let invoice = try paidInvoice(id: payment.document.id) else { return }
        let rest = try payments(of: invoice.key)
        guard try invoice.allows(paid: rest.map(\.amount).total()) else {
            throw BookkeepingError.conflict(
                "On \(invoice.name) more was given back than the other payments come to; take that off first."
            )
        }
        try settle(invoice, rest, touched: [], desk, roles, pen)
    }

    private func write(
        _ amount: Money, of batch: PaymentBatch, on invoice: PaidDocument, over before: Payment?,
        _ others: [Payment],
        _ desk: PaymentDesk, _ pen: LedgerPen
    ) throws -> Payment {
        guard var payment = before else {
            var new = NewPayment(
                on: invoice.key, date: batch.date, amount: amount, account: batch.account,
                method: batch.method)
            (new.batch, new.note) = (batch.id, batch.comment)
            return try insert(new, on: invoice, after: others, pen)
        }
        if payment.amount != amount || payment.date != batch.date { try desk.requireUnfiled(payment) }
        (payment.date, payment.amount) = (batch.date, amount)
        (payment.account, payment.method) = (batch.account, batch.method)
        try update(payment)
        return payment
    }
}

private let insertBatch: SQL = """
    INSERT INTO payment_batch (kind, number, date, comment, account, method, feed, link_key, created_at, created_by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id
    """
