import Bookkeeping
import Store

extension Transaction {
    /// The book's lock; off where none was ever set.
    public func bookLock() throws -> BookLock {
        try first("SELECT is_on, locked_until FROM book_lock WHERE id = 1") { row in
            var columns = Columns(row)
            return BookLock(isOn: columns.flag(), until: try columns.date())
        } ?? .none
    }

    /// - Throws: `BookkeepingError.dateLocked` when the book's lock covers the date.
    func requireOpen(_ date: CalendarDate) throws {
        try bookLock().require(date)
    }

    /// Sets the lock, and notes the change with the place of the last posting made before it.
    func setLock(_ lock: BookLock, _ pen: LedgerPen) throws {
        try run(
            """
            INSERT INTO book_lock (id, is_on, locked_until) VALUES (1, ?1, ?2)
            ON CONFLICT (id) DO UPDATE SET is_on = excluded.is_on, locked_until = excluded.locked_until
            """, lock.isOn, lock.until.text)
        try run(
            """
            INSERT INTO book_lock_change (place, is_on, locked_until, changed_at, changed_by)
            VALUES (?1, ?2, ?3, ?4, ?5)
            """, try chainHead().place, lock.isOn, lock.until.text, pen.instant, pen.author)
    }
}
