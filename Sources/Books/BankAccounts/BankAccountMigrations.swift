import Store

/// Bank accounts, payment methods, and money that moved without a document. Amounts are minor units of the home
/// currency, in is positive; percentages ten-thousandths of one per cent.
let bankAccountMigrations = [
    Migration(
        "018 bank accounts",
        [
            """
            CREATE TABLE bank_account (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                nominal BIGINT NOT NULL UNIQUE REFERENCES nominal (id),
                name TEXT NOT NULL,
                name_key TEXT NOT NULL UNIQUE,
                place BIGINT NOT NULL,
                is_default BIGINT NOT NULL,
                is_archived BIGINT NOT NULL,
                starting_on TEXT,
                starting_amount BIGINT NOT NULL,
                reconciled_until TEXT,
                is_locked BIGINT NOT NULL,
                locked_until TEXT,
                invoice_method BIGINT,
                purchase_method BIGINT,
                on_dashboard BIGINT NOT NULL,
                paid_in_first BIGINT NOT NULL,
                icon BIGINT NOT NULL,
                note TEXT,
                period TEXT
            )
            """,
            "CREATE UNIQUE INDEX bank_account_default ON bank_account (is_default) WHERE is_default = 1",
            """
            CREATE TABLE payment_method (
                id BIGINT PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind IN ('invoice', 'purchase')),
                name TEXT NOT NULL,
                is_default BIGINT NOT NULL
            )
            """,
            // What is left of an advance is `free`, with the amount's sign; 0 for all else.
            """
            CREATE TABLE bank_transaction (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                number BIGINT NOT NULL,
                account BIGINT NOT NULL REFERENCES bank_account (id),
                date TEXT NOT NULL,
                amount BIGINT NOT NULL,
                nominal BIGINT NOT NULL REFERENCES nominal (id),
                comment TEXT,
                is_vatable BIGINT NOT NULL,
                vat_rate BIGINT NOT NULL,
                vat BIGINT NOT NULL,
                project BIGINT,
                customer BIGINT,
                supplier BIGINT,
                free BIGINT NOT NULL,
                disallowed BIGINT NOT NULL,
                vat_registered BIGINT NOT NULL,
                feed BIGINT NOT NULL,
                vat_return BIGINT,
                reconciliation BIGINT,
                created_at TEXT NOT NULL,
                created_by BIGINT NOT NULL
            )
            """,
            // What a transaction that gives advances back takes of each.
            """
            CREATE TABLE advance_given_back (
                given_back BIGINT NOT NULL REFERENCES bank_transaction (id),
                advance BIGINT NOT NULL REFERENCES bank_transaction (id),
                amount BIGINT NOT NULL,
                PRIMARY KEY (given_back, advance)
            )
            """,
            "CREATE INDEX advance_given_back_of_advance ON advance_given_back (advance)",
            "CREATE INDEX bank_transaction_of_nominal ON bank_transaction (nominal, date, id)",
            "CREATE INDEX bank_transaction_of_account ON bank_transaction (account, date, id)",
            "CREATE INDEX bank_transaction_of_customer ON bank_transaction (customer, date, id) WHERE customer IS NOT NULL",
            "CREATE INDEX bank_transaction_of_supplier ON bank_transaction (supplier, date, id) WHERE supplier IS NOT NULL",
        ])
]
