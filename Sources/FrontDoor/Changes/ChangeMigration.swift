import Store

/// Where processes that share the control tables tell each other what they changed (FD-9).
let changeMigrations = [
    Migration(
        "008 changes",
        [
            // kind and subject: see DoorChange. count: of failures. process: who wrote it.
            """
            CREATE TABLE change (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                at TEXT NOT NULL,
                process TEXT NOT NULL,
                kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                count BIGINT NOT NULL
            )
            """
        ])
]
