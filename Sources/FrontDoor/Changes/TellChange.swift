import Store
import Surroundings

extension FrontDoor {
    /// Tells the other processes what `transaction` changes; they read it again within a second of its commit (FD-9).
    ///
    /// Call it where the change itself is written, so that no command can forget it. Where one process owns the
    /// tables nobody else has to be told, and no row is written.
    func tell(_ change: DoorChange, in transaction: any Transaction) throws {
        guard settings.isShared else { return }
        let row = change.row
        try transaction.run(insertChange, clock.now().text, process, row.kind, row.subject, row.count)
    }

    /// Drops what every process has read long since; who has not reads everything again.
    func dropOldChanges(in transaction: any Transaction) throws {
        guard settings.isShared else { return }
        let old = clock.now().advanced(by: .zero - changesKept).text
        guard let last = try transaction.first(lastBefore, old, as: { $0.optionalInteger(0) }) ?? nil else {
            return
        }
        try transaction.set(changesClearedThrough, to: String(last))
        try transaction.run(deleteThrough, last)
    }
}

/// The last row that was dropped: who has read less has missed something.
let changesClearedThrough = "changes-cleared-through"

/// A hundred and twenty times what passes between two readings.
private let changesKept: Duration = .seconds(60)

private let insertChange: SQL = """
    INSERT INTO change (at, process, kind, subject, count) VALUES (?1, ?2, ?3, ?4, ?5)
    """
private let lastBefore: SQL = "SELECT MAX(seq) FROM change WHERE at < ?1"
private let deleteThrough: SQL = "DELETE FROM change WHERE seq <= ?1"
