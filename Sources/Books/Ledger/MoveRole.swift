import Bookkeeping
import Store

extension Transaction {
    /// Moves a role from the nominal that has it to another, with its `Special` number. What is posted stays where it
    /// is; so one whose balance must lie on one nominal moves only while there are no entries, which the caller asks.
    ///
    /// - Parameter nominal: its id.
    func move(_ role: NominalRole, to nominal: Int64) throws {
        try give(role, to: nominal)
        guard let special = role.special else { return }
        try run("UPDATE nominal SET special = 0 WHERE special = ?1", special)
        try run("UPDATE nominal SET special = ?2 WHERE id = ?1", nominal, special)
    }
}
