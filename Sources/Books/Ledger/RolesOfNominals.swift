import Bookkeeping
import Store

extension Transaction {
    /// Which nominal has each role.
    ///
    /// - Throws: `StoreError.damaged` when a role has none.
    public func nominalRoles() throws -> NominalRoles {
        var nominals: [NominalRole: Int64] = [:]
        try query("SELECT role, nominal FROM nominal_role", []) { row in
            guard let role = NominalRole(rawValue: row.text(0)) else {
                throw StoreError.damaged("no role: \(row.text(0))")
            }
            nominals[role] = row.integer(1)
            return true
        }
        guard nominals.count == NominalRole.allCases.count else {
            throw StoreError.damaged("a role without a nominal")
        }
        return NominalRoles(nominals)
    }

    /// Gives a role to a nominal, whoever had it before.
    ///
    /// - Parameter nominal: its id.
    func give(_ role: NominalRole, to nominal: Int64) throws {
        try run(
            """
            INSERT INTO nominal_role (role, nominal) VALUES (?1, ?2)
            ON CONFLICT (role) DO UPDATE SET nominal = excluded.nominal
            """, role.rawValue, nominal)
    }

    /// Whether anything was ever posted.
    public func hasPostings() throws -> Bool {
        try exists("SELECT 1 FROM posting LIMIT 1")
    }
}
