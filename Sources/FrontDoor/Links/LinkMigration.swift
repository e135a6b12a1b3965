import Store

/// What links of activation and reset need beside the first tables.
let linkMigrations = [
    Migration(
        "005 links",
        [
            // A reset link can give the memorable word anew too.
            "ALTER TABLE credential_link ADD COLUMN with_word BIGINT NOT NULL DEFAULT 0",
            "CREATE INDEX credential_link_by_end ON credential_link (expires_at)",
        ])
]
