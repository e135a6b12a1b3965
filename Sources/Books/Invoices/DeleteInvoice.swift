import Bookkeeping
import Store

extension Book {
    /// Deletes an invoice or credit note with its payments; what it posted is reversed, credits that it used are free
    /// again. Its number is not given again.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`, `.dateLocked`, `.locked`, `.inUse`; then nothing was written.
    public func deleteInvoice(_ number: Int64) async throws {
        let pen = pen
        try await store.write { try $0.deleteInvoice(number, pen) }
    }
}

extension Transaction {
    /// Deletes an invoice within a command's own transaction.
    func deleteInvoice(_ number: Int64, _ pen: LedgerPen) throws {
        let invoice = try invoice(number: number)
        let key = DocumentKey(.invoice, invoice.id)
        let payments = try payments(of: key)
        let roles = try nominalRoles()
        try requireOpen(invoice.details.issuedOn)
        try requireUnfiled(invoice)
        try deletePayments(payments, of: invoice, roles, pen)
        try unpost(key, pen)
        try moveStock(from: invoice.lines, to: [], of: key, pen)
        try addToProjects(from: invoice.lines, to: [])
        try count(invoice, -1)
        try addToCustomer(invoice.customer.id, paid: .zero, outstanding: -invoice.totals.homeGross)
        try deleteNotes(on: .invoices, invoice.id)
        try deleteLines(of: .invoice, invoice.id)
        try post("DELETE FROM invoice WHERE id = ?1", invoice.id)
        try spend(number, of: .invoice)
    }
}
