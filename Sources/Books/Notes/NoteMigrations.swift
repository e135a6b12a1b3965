import Store

/// Notes, by the kind and id of what they are about: `kind` is the documentation's number for it. The series
/// keeps the highest number that was ever given, so that none is given twice.
let noteMigrations = [
    Migration(
        "005 notes",
        [
            """
            CREATE TABLE note (
                kind BIGINT NOT NULL,
                parent BIGINT NOT NULL,
                number BIGINT NOT NULL,
                text TEXT NOT NULL,
                date TEXT NOT NULL,
                last_modified_by TEXT NOT NULL,
                PRIMARY KEY (kind, parent, number)
            )
            """,
            """
            CREATE TABLE note_series (
                kind BIGINT NOT NULL,
                parent BIGINT NOT NULL,
                highest BIGINT NOT NULL,
                PRIMARY KEY (kind, parent)
            )
            """,
        ])
]
