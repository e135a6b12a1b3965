import Store

/// What passwords, words and their letters need beside the first tables.
let credentialMigrations = [
    Migration(
        "007 credentials",
        [
            // Whether somebody else chose the word. Until now that was told of the password alone, and nearly always
            // meant both.
            "ALTER TABLE identity ADD COLUMN temporary_word BIGINT NOT NULL DEFAULT 0",
            """
            UPDATE identity SET temporary_word = temporary_password WHERE word_sealed IS NOT NULL
            """,
            // For counting an identity's letters of the last day.
            "CREATE INDEX security_log_of_links ON security_log (identity, at) WHERE kind = 'link-made'",
        ])
]
