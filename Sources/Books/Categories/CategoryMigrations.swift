import Store

/// The categories of quotes and of purchase orders, each kind with numbers of its own, and the highest that was
/// ever given. That names differ is the command's to keep: two categories may swap theirs in one call.
let categoryMigrations = [
    Migration(
        "007 categories",
        [
            """
            CREATE TABLE category (
                kind TEXT NOT NULL CHECK (kind IN ('Quote', 'PurchaseOrder')),
                number BIGINT NOT NULL,
                name TEXT NOT NULL,
                icon BIGINT NOT NULL,
                PRIMARY KEY (kind, number)
            )
            """,
            "CREATE TABLE category_series (kind TEXT PRIMARY KEY, highest BIGINT NOT NULL)",
        ])
]
