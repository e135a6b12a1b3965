import Bookkeeping
import Store

extension Book {
    /// Puts what was sent in the place of a batch: invoices that are not named any more lose its payment.
    ///
    /// What was left out of its head has its default then, but number, date, account and method stay.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`, `.invalid`, `.numberTaken`, `.locked`, `.dateLocked`; then nothing
    ///   was written.
    public func changeBatch(ofInvoices number: Int64, to sent: CheckedBatchDraft) async throws -> BatchInFull
    {
        let pen = pen
        return try await store.write { transaction in
            try transaction.batch(
                ofInvoices: transaction.changeBatch(ofInvoices: number, to: sent, pen))
        }
    }

    /// Deletes a batch with all its payments.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`, `.locked`, `.dateLocked`; then nothing was written.
    public func deleteBatch(ofInvoices number: Int64) async throws {
        let pen = pen
        try await store.write { transaction in
            let old = try transaction.batch(ofInvoices: number)
            let desk = try transaction.paymentDesk(.invoice, changing: old.items.map(\.payment), pen)
            try desk.requireOpen(old.batch.account, on: old.batch.date)
            let roles = try transaction.nominalRoles()
            for item in old.items { try transaction.drop(item.payment, desk, roles, pen) }
            try transaction.deleteEmpty(old.batch, pen)
        }
    }
}

extension Transaction {
    /// Changes a batch within a command's own transaction.
    ///
    /// - Returns: the number that it has then.
    func changeBatch(ofInvoices number: Int64, to sent: CheckedBatchDraft, _ pen: LedgerPen) throws -> Int64 {
        let old = try batch(ofInvoices: number)
        let payments = old.items.map(\.payment)
        let (desk, roles) = (try paymentDesk(.invoice, changing: payments, pen), try nominalRoles())
        var batch = old.batch
        (batch.account, batch.method) = try sent.money(desk, over: old.batch)
        batch.date = sent.draft.date ?? batch.date
        (batch.comment, batch.feed) = (sent.draft.comment, sent.draft.feed)
        if batch.reconciliation != 0 {
            guard sent.draft.resetsReconciliation else {
                throw BookkeepingError.locked(
                    """
                    The batch payment \(number) is in the bank reconciliation \(batch.reconciliation); \
                    send resetBankReconciliation to take it out.
                    """)
            }
            batch.reconciliation = 0
        }
        if let wanted = sent.draft.number, wanted != 0, wanted != number {
            batch.number = try batchNumber(wanted)
            try spend(number, of: .invoiceBatch)
        }
        if batch.moves(old, to: sent.items) {
            try desk.requireOpen(old.batch.account, on: old.batch.date)
            try desk.requireOpen(batch.account, on: batch.date)
        }
        try run(
            updateBatch, batch.id, batch.number, batch.date.text, batch.comment, batch.account, batch.method,
            batch.feed, batch.reconciliation == 0 ? nil : batch.reconciliation)
        let items = old.items.map { BatchItem($0, note: batch.comment, over: old.batch.comment) }
        try write(sent.items, of: batch, over: items, desk, roles, pen)
        return batch.number
    }

    /// Deletes a batch that has no payments any more; its number is not given again.
    func deleteEmpty(_ batch: PaymentBatch, _ pen: LedgerPen) throws {
        try unpost(batch.ledgerKey, pen)
        try post("DELETE FROM payment_batch WHERE id = ?1", batch.id)
        try spend(batch.number, of: batch.kind.batchSeries)
    }
}

extension PaymentBatch {
    /// Whether any money of the batch moves by the change.
    fileprivate func moves(_ old: BatchInFull, to items: [CheckedBatchDraft.Item]) -> Bool {
        let before = Dictionary(
            uniqueKeysWithValues: old.items.map { ($0.documentNumber, $0.payment.amount) })
        let after = Dictionary(uniqueKeysWithValues: items.map { ($0.document, $0.amount) })
        return date != old.batch.date || account != old.batch.account || before != after
    }
}

extension BatchItem {
    /// The item with the batch's new comment as its note, unless somebody wrote another one there; and in no
    /// reconciliation, out of which the batch was taken.
    fileprivate init(_ item: BatchItem, note: String?, over old: String?) {
        var payment = item.payment
        if payment.note == old { payment.note = note }
        payment.reconciliation = 0
        self.payment = payment
        documentNumber = item.documentNumber
        (partyID, partyCode, partyName) = (item.partyID, item.partyCode, item.partyName)
        (reference, issuedOn, dueOn, email) = (item.reference, item.issuedOn, item.dueOn, item.email)
    }
}

private let updateBatch: SQL = """
    UPDATE payment_batch SET number = ?2, date = ?3, comment = ?4, account = ?5, method = ?6, feed = ?7,
        reconciliation = ?8
    WHERE id = ?1
    """
