import Store

/// The business sources. `name_key` is the name folded by case, by which a source is found; `sort_key` is folded
/// by accents too, as everything that is sorted.
let sourceMigrations = [
    Migration(
        "006 sources",
        [
            """
            CREATE TABLE source (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL UNIQUE,
                sort_key TEXT NOT NULL,
                cost BIGINT NOT NULL
            )
            """,
            "CREATE INDEX source_by_name ON source (sort_key, id)",
            // Numbers that were kept unchecked before there were sources must not come to mean one.
            "UPDATE customer SET source = 0 WHERE source <> 0",
            "CREATE INDEX customer_by_source ON customer (source, id)",
        ])
]
