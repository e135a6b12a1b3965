import Store

/// How a business may be called. A business without a row in `api_setting` has the defaults.
let addressMigrations: [Migration] = [
    Migration(
        "003 addresses and API settings",
        [
            // auto_auth_key is shown to those with Full Access and opens nothing.
            """
            CREATE TABLE api_setting (
                business BIGINT PRIMARY KEY REFERENCES business (id),
                soap_enabled BIGINT NOT NULL,
                rest_enabled BIGINT NOT NULL,
                auto_auth_enabled BIGINT NOT NULL,
                auto_auth_key TEXT,
                listed_addresses_only BIGINT NOT NULL,
                remote_login BIGINT NOT NULL
            )
            """,
            // address: in the one form that a block has, `10.0.0.0/8`.
            """
            CREATE TABLE allowed_address (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                business BIGINT NOT NULL REFERENCES business (id),
                address TEXT NOT NULL,
                comment TEXT,
                created_at TEXT NOT NULL,
                UNIQUE (business, address)
            )
            """,
        ])
]

extension Transaction {
    /// How a business may be called goes with it.
    func removeAddresses(ofBusiness business: Int64) throws {
        try run("DELETE FROM allowed_address WHERE business = ?1", business)
        try run("DELETE FROM api_setting WHERE business = ?1", business)
    }
}
