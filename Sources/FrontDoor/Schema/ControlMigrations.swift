import Store

/// The control tables: who may come in, and what happened at the door. Hashes and sealed values are
/// lower-case hexadecimal text, instants are `Instant.text`, dates `YYYY-MM-DD`.
let controlMigrations: [Migration] =
    firstMigrations + userMigrations + addressMigrations + alertMigrations + linkMigrations
    + homeMigrations + credentialMigrations + changeMigrations + keptAnswerMigrations + chainHeadMigrations
    + recurringBookMigrations

private let firstMigrations: [Migration] = [
    Migration(
        "001 front door",
        [
            // Small single values: the sealed name key, the secret key's fingerprint, the highest wall clock
            // seen.
            "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
            """
            CREATE TABLE business (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                country TEXT NOT NULL,
                currency TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('making', 'live', 'removing')),
                package TEXT NOT NULL,
                until TEXT,
                permalink_key TEXT NOT NULL UNIQUE,
                last_member_number BIGINT NOT NULL DEFAULT 0,
                created_at TEXT NOT NULL
            )
            """,
            // sign_in_key: HMAC of username_key, the key of sign_in_count, so that a guard can join the lock.
            // challenge: the positions asked until answered rightly, as `2,5,6`.
            """
            CREATE TABLE identity (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                username TEXT NOT NULL,
                username_key TEXT NOT NULL UNIQUE,
                sign_in_key TEXT NOT NULL UNIQUE,
                full_name TEXT NOT NULL,
                email TEXT,
                email_key TEXT UNIQUE,
                home_business BIGINT NOT NULL REFERENCES business (id),
                password_hash TEXT,
                temporary_password BIGINT NOT NULL DEFAULT 0,
                word_sealed TEXT,
                challenge TEXT,
                generation BIGINT NOT NULL DEFAULT 1,
                disabled BIGINT NOT NULL DEFAULT 0,
                created_at TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE role (
                business BIGINT NOT NULL REFERENCES business (id),
                number BIGINT NOT NULL,
                name TEXT NOT NULL,
                description TEXT NOT NULL,
                permissions BIGINT NOT NULL,
                PRIMARY KEY (business, number)
            )
            """,
            """
            CREATE TABLE membership (
                business BIGINT NOT NULL REFERENCES business (id),
                identity BIGINT NOT NULL REFERENCES identity (id),
                number BIGINT NOT NULL,
                role BIGINT NOT NULL,
                administrator BIGINT NOT NULL DEFAULT 0,
                disabled BIGINT NOT NULL DEFAULT 0,
                last_used_at TEXT,
                PRIMARY KEY (business, identity),
                UNIQUE (business, number),
                FOREIGN KEY (business, role) REFERENCES role (business, number)
            )
            """,
            "CREATE INDEX membership_of_identity ON membership (identity)",
            """
            CREATE TABLE session (
                hash TEXT PRIMARY KEY,
                identity BIGINT NOT NULL REFERENCES identity (id),
                business BIGINT NOT NULL REFERENCES business (id),
                generation BIGINT NOT NULL,
                keep BIGINT NOT NULL,
                created_at TEXT NOT NULL,
                last_used_at TEXT NOT NULL,
                ends_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX session_of_identity ON session (identity, last_used_at)",
            "CREATE INDEX session_of_business ON session (business)",
            "CREATE INDEX session_by_end ON session (ends_at)",
            """
            CREATE TABLE temporary_token (
                hash TEXT PRIMARY KEY,
                identity BIGINT NOT NULL REFERENCES identity (id),
                generation BIGINT NOT NULL,
                positions TEXT NOT NULL,
                created_at TEXT NOT NULL,
                expires_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX temporary_token_of_identity ON temporary_token (identity, created_at)",
            """
            CREATE TABLE external_token (
                hash TEXT PRIMARY KEY,
                identity BIGINT NOT NULL REFERENCES identity (id),
                generation BIGINT NOT NULL,
                expires_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX external_token_of_identity ON external_token (identity)",
            """
            CREATE TABLE credential_link (
                hash TEXT PRIMARY KEY,
                identity BIGINT NOT NULL REFERENCES identity (id),
                kind TEXT NOT NULL CHECK (kind IN ('activation', 'reset')),
                expires_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX credential_link_of_identity ON credential_link (identity)",
            // One row per name that was tried, known or not, by the HMAC of the folded name.
            """
            CREATE TABLE sign_in_count (
                name_key TEXT PRIMARY KEY,
                failures BIGINT NOT NULL DEFAULT 0,
                locked_at TEXT,
                wrong_passwords BIGINT NOT NULL DEFAULT 0,
                paused_until TEXT,
                changed_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX sign_in_count_by_change ON sign_in_count (changed_at)",
            // A try that is being hashed holds one of the places that are left before the lock.
            """
            CREATE TABLE sign_in_reservation (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name_key TEXT NOT NULL,
                expires_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX sign_in_reservation_of_name ON sign_in_reservation (name_key)",
            """
            CREATE TABLE security_log (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                at TEXT NOT NULL,
                kind TEXT NOT NULL,
                identity BIGINT,
                username TEXT,
                business BIGINT,
                actor TEXT,
                address TEXT,
                user_agent TEXT,
                request_id TEXT,
                detail TEXT
            )
            """,
            "CREATE INDEX security_log_by_time ON security_log (at)",
            """
            CREATE TRIGGER security_log_is_not_changed BEFORE UPDATE ON security_log
            BEGIN SELECT RAISE(ABORT, 'the security log is append-only'); END
            """,
            // Rows older than what is kept may go: the mark is set first, in the same transaction.
            """
            CREATE TRIGGER security_log_is_not_deleted BEFORE DELETE ON security_log
            WHEN OLD.at >= COALESCE((SELECT value FROM setting WHERE name = 'security-log-kept-from'), '')
            BEGIN SELECT RAISE(ABORT, 'the security log is append-only'); END
            """,
        ])
]
