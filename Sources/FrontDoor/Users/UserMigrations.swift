import Store

/// What the administration of users needs beside the first tables: who was let in when, and series of numbers.
let userMigrations = [
    Migration(
        "002 users",
        [
            // The instant of the last session made here, in which `users` shows the day.
            "ALTER TABLE membership ADD COLUMN last_log_in_at TEXT",
            // Every session ever made in a business, also those whose rows below had their time.
            "ALTER TABLE business ADD COLUMN log_ins BIGINT NOT NULL DEFAULT 0",
            // Seven is the number of the last role that a business is made with.
            "ALTER TABLE business ADD COLUMN last_role_number BIGINT NOT NULL DEFAULT 7",
            // One row for each session token. It outlives its user, so that it names them by text.
            """
            CREATE TABLE log_in (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                business BIGINT NOT NULL REFERENCES business (id),
                identity BIGINT NOT NULL,
                username TEXT NOT NULL,
                username_key TEXT NOT NULL,
                user_type TEXT NOT NULL CHECK (user_type IN ('MasterAdmin', 'Subuser')),
                address TEXT,
                at TEXT NOT NULL
            )
            """,
            "CREATE INDEX log_in_by_time ON log_in (business, at, id)",
            "CREATE INDEX log_in_by_name ON log_in (business, username_key, at, id)",
            "CREATE INDEX log_in_by_type ON log_in (business, user_type, at, id)",
            "CREATE INDEX log_in_of_all_by_time ON log_in (at)",
        ])
]

/// What homes need beside the first tables.
let homeMigrations = [
    Migration(
        "006 homes",
        [
            // 0: at home nowhere. home_business, which can't be empty, then only says whose name letters bear.
            "ALTER TABLE identity ADD COLUMN at_home BIGINT NOT NULL DEFAULT 1"
        ])
]
