import Store

/// Payments of invoices and purchases, and the batches that some are lines of. Amounts are minor units of the home
/// currency with the sign of the wire: positive settles an invoice.
let paymentMigrations = [
    Migration(
        "021 payments",
        [
            """
            CREATE TABLE payment_batch (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                kind TEXT NOT NULL CHECK (kind IN ('invoice', 'purchase')),
                number BIGINT NOT NULL,
                date TEXT NOT NULL,
                comment TEXT,
                account BIGINT NOT NULL REFERENCES bank_account (id),
                method BIGINT NOT NULL,
                feed BIGINT NOT NULL,
                link_key TEXT NOT NULL,
                reconciliation BIGINT,
                created_at TEXT NOT NULL,
                created_by BIGINT NOT NULL,
                UNIQUE (kind, number)
            )
            """,
            // `pair` is the other half of a set-off, `advance` the bank transaction that came before the document.
            """
            CREATE TABLE payment (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                document_kind TEXT NOT NULL CHECK (document_kind IN ('invoice', 'purchase')),
                document BIGINT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('money', 'advance', 'set-off', 'write-off', 'settlement')),
                date TEXT NOT NULL,
                amount BIGINT NOT NULL,
                account BIGINT REFERENCES bank_account (id),
                method BIGINT NOT NULL,
                note TEXT,
                reference TEXT,
                batch BIGINT REFERENCES payment_batch (id),
                pair BIGINT,
                advance BIGINT REFERENCES bank_transaction (id),
                used_on TEXT,
                vat_share BIGINT NOT NULL,
                vat_return BIGINT,
                reconciliation BIGINT,
                link_key TEXT NOT NULL,
                created_at TEXT NOT NULL,
                created_by BIGINT NOT NULL
            )
            """,
            "CREATE INDEX payment_of_document ON payment (document_kind, document, date, id)",
            "CREATE INDEX payment_on_account ON payment (account, date, id)",
            "CREATE INDEX payment_of_batch ON payment (batch, id) WHERE batch IS NOT NULL",
            "CREATE INDEX payment_from_advance ON payment (advance) WHERE advance IS NOT NULL",
        ])
]
