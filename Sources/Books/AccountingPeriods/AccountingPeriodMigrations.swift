import Store

/// The financial years of a book, each beginning the day after the one before it ends.
let accountingPeriodMigrations = [
    Migration(
        "024 accounting periods",
        [
            """
            CREATE TABLE accounting_period (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                starts_on TEXT NOT NULL UNIQUE,
                ends_on TEXT NOT NULL
            )
            """
        ])
]
