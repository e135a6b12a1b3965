import Store

/// Projects. Amounts are minor units of the home currency; the status is 0 completed, 1 active, 2 archived.
let projectMigrations = [
    Migration(
        "017 projects",
        [
            """
            CREATE TABLE project (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                number BIGINT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                reference TEXT,
                reference_key TEXT,
                description TEXT,
                note TEXT,
                status BIGINT NOT NULL,
                starts_on TEXT,
                ends_on TEXT,
                customer BIGINT,
                target_sales BIGINT NOT NULL,
                target_purchases BIGINT NOT NULL,
                excludes_vat BIGINT NOT NULL,
                created_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX project_by_name ON project (name_key, id)",
            "CREATE INDEX project_by_reference ON project (reference_key, id)",
            "CREATE INDEX project_by_status ON project (status, number)",
            "CREATE INDEX project_of_customer ON project (customer, number)",
        ])
]
