import Store

/// Ends of the books' chains of postings, noted outside of them: a book that is cut short or written anew lacks them.
let chainHeadMigrations = [
    Migration(
        "010 chain heads",
        [
            """
            CREATE TABLE chain_head (
                business BIGINT NOT NULL REFERENCES business (id),
                place BIGINT NOT NULL,
                hash TEXT NOT NULL,
                noted_at TEXT NOT NULL,
                PRIMARY KEY (business, place)
            )
            """
        ])
]
