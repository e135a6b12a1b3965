import Bookkeeping
import Store

extension Book {
    /// Counts one more e-mail of an invoice.
    ///
    /// - Parameter marksAsSent: whether today is noted as the day on which it was sent, too.
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func countEmail(ofInvoice number: Int64, marksAsSent: Bool) async throws {
        let today = today
        try await store.write { transaction in
            let changed =
                marksAsSent
                ? try transaction.run(
                    "UPDATE invoice SET email_count = email_count + 1, sent_on = ?2 WHERE number = ?1",
                    number, today.text)
                : try transaction.run(
                    "UPDATE invoice SET email_count = email_count + 1 WHERE number = ?1", number)
            guard changed > 0 else { throw BookkeepingError.documentUnknown(.invoice, String(number)) }
        }
    }

    /// Sets the count of an invoice's e-mails back to none.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func resetEmails(ofInvoice number: Int64) async throws {
        try await store.write { transaction in
            let changed = try transaction.run("UPDATE invoice SET email_count = 0 WHERE number = ?1", number)
            guard changed > 0 else { throw BookkeepingError.documentUnknown(.invoice, String(number)) }
        }
    }
}
