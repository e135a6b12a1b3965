import Store

/// The ledger: nominals, their roles, postings with their entries, and the totals kept beside them.
///
/// Amounts are minor units of the home currency, debits positive; a column `foreign_amount` is in `currency`. Prices
/// and quantities are millionths, percentages ten-thousandths of one per cent. Postings and entries are never changed
/// or deleted, which the triggers see to.
let ledgerMigrations = [Migration("012 ledger", nominals + postings + totals + locks)]

private let nominals: [SQL] = [
    // A purchase link names a nominal, or a product of it, whose purchases raise the stock.
    """
    CREATE TABLE nominal (
        id BIGINT PRIMARY KEY,
        code BIGINT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        type BIGINT NOT NULL CHECK (type BETWEEN 1 AND 6),
        area BIGINT NOT NULL CHECK (area BETWEEN 1 AND 3),
        special BIGINT NOT NULL DEFAULT 0,
        is_bank BIGINT NOT NULL DEFAULT 0,
        is_archived BIGINT NOT NULL DEFAULT 0,
        disallowed BIGINT NOT NULL DEFAULT 0,
        sa103 BIGINT NOT NULL DEFAULT 0,
        compliance_code TEXT,
        cis_rate BIGINT NOT NULL DEFAULT 0,
        digital_service BIGINT NOT NULL DEFAULT 0,
        prepayments BIGINT NOT NULL DEFAULT 0,
        in_ec_list BIGINT NOT NULL DEFAULT 0,
        is_product BIGINT NOT NULL DEFAULT 1,
        autofill BIGINT NOT NULL DEFAULT 0,
        price BIGINT NOT NULL DEFAULT 0,
        wholesale_price BIGINT NOT NULL DEFAULT 0,
        vat_rate BIGINT NOT NULL DEFAULT 0,
        vat_exempt BIGINT NOT NULL DEFAULT 0,
        description TEXT NOT NULL DEFAULT '',
        manages_stock BIGINT NOT NULL DEFAULT 0,
        stock BIGINT NOT NULL DEFAULT 0,
        stock_warning BIGINT NOT NULL DEFAULT 0,
        stock_on_purchase BIGINT NOT NULL DEFAULT 0,
        purchase_nominal BIGINT NOT NULL DEFAULT 0,
        purchase_product BIGINT NOT NULL DEFAULT 0
    )
    """,
    "CREATE UNIQUE INDEX nominal_special ON nominal (special) WHERE special > 0",
    """
    CREATE TABLE nominal_role (
        role TEXT PRIMARY KEY,
        nominal BIGINT NOT NULL REFERENCES nominal (id)
    )
    """,
    // The highest number that was ever given in each series.
    "CREATE TABLE number_series (series TEXT PRIMARY KEY, highest BIGINT NOT NULL)",
]

private let postings: [SQL] = [
    // The id is the place in the chain, from 1 without a gap. The hash is SHA-256 over the hash before it and the
    // posting's canonical text.
    """
    CREATE TABLE posting (
        id BIGINT PRIMARY KEY,
        kind TEXT NOT NULL,
        document BIGINT NOT NULL,
        version BIGINT NOT NULL,
        rules BIGINT NOT NULL,
        date TEXT NOT NULL,
        created_at TEXT NOT NULL,
        created_by BIGINT NOT NULL,
        reverses BIGINT REFERENCES posting (id),
        hash BLOB NOT NULL
    )
    """,
    "CREATE INDEX posting_of_document ON posting (kind, document, id)",
    "CREATE UNIQUE INDEX posting_reversed_once ON posting (reverses) WHERE reverses IS NOT NULL",
    // The date is the posting's, so that one nominal's entries are read in their order.
    """
    CREATE TABLE entry (
        posting BIGINT NOT NULL REFERENCES posting (id),
        line BIGINT NOT NULL,
        nominal BIGINT NOT NULL REFERENCES nominal (id),
        date TEXT NOT NULL,
        amount BIGINT NOT NULL,
        currency TEXT,
        foreign_amount BIGINT,
        party BIGINT,
        project BIGINT,
        document_line BIGINT,
        PRIMARY KEY (posting, line)
    )
    """,
    "CREATE INDEX entry_of_nominal ON entry (nominal, date, posting, line)",
    """
    CREATE TRIGGER posting_is_not_changed BEFORE UPDATE ON posting
    BEGIN SELECT RAISE(ABORT, 'postings are never changed'); END
    """,
    """
    CREATE TRIGGER posting_is_not_deleted BEFORE DELETE ON posting
    BEGIN SELECT RAISE(ABORT, 'postings are never deleted'); END
    """,
    """
    CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END
    """,
    """
    CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END
    """,
]

/// What each nominal gained on each day and in each month: a balance of years reads some hundred rows.
private let totals: [SQL] = [
    """
    CREATE TABLE nominal_day (
        nominal BIGINT NOT NULL,
        day TEXT NOT NULL,
        amount BIGINT NOT NULL,
        PRIMARY KEY (nominal, day)
    )
    """,
    """
    CREATE TABLE nominal_month (
        nominal BIGINT NOT NULL,
        month TEXT NOT NULL,
        amount BIGINT NOT NULL,
        PRIMARY KEY (nominal, month)
    )
    """,
]

/// The lock, and each change of it with the last posting's place at that time.
private let locks: [SQL] = [
    """
    CREATE TABLE book_lock (
        id BIGINT PRIMARY KEY CHECK (id = 1),
        is_on BIGINT NOT NULL,
        locked_until TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE book_lock_change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        place BIGINT NOT NULL,
        is_on BIGINT NOT NULL,
        locked_until TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        changed_by BIGINT NOT NULL
    )
    """,
]
