import Store

/// The customers' tables. Money is in minor units, percentages in ten-thousandths, dates `YYYY-MM-DD`,
/// instants `Instant.text`; a column `…_key` or `search_text` holds the folded form by which rows are found
/// and sorted.
let customerMigrations = [
    Migration("002 customers", tables + indexes),
    Migration("003 archived customers by money", archivedByMoney),
]

/// What searches look in goes into a table of its own: reading all of that takes half as long as reading all rows.
let customerSearchMigrations = [
    Migration(
        "010 search texts of customers",
        [
            """
            CREATE TABLE customer_search (
                customer BIGINT PRIMARY KEY REFERENCES customer (id),
                search_text TEXT NOT NULL
            )
            """,
            "INSERT INTO customer_search (customer, search_text) SELECT id, search_text FROM customer ORDER BY id",
            "ALTER TABLE customer DROP COLUMN search_text",
        ])
]

private let tables: [SQL] = [
    // The counts of contacts, addresses and fields spare a read the questions that have no answer.
    """
    CREATE TABLE customer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL,
        code_key TEXT NOT NULL UNIQUE,
        customer_key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        search_text TEXT NOT NULL,
        email TEXT,
        email_key TEXT,
        note TEXT,
        source BIGINT NOT NULL,
        uses_delivery_address BIGINT NOT NULL,
        currency TEXT,
        terms_start TEXT,
        terms_days BIGINT,
        default_nominal BIGINT,
        default_reference TEXT,
        discount_rate BIGINT,
        shows_discount BIGINT NOT NULL,
        wholesale_pricing BIGINT NOT NULL,
        vat_number TEXT,
        includes_vat_number BIGINT NOT NULL,
        trade_border TEXT NOT NULL,
        cis_reverse_charge BIGINT NOT NULL,
        applies_withholding BIGINT NOT NULL,
        withholding_rate BIGINT,
        email_template BIGINT,
        overrides_file_format BIGINT NOT NULL,
        invoice_file_format TEXT,
        pdf_theme BIGINT,
        unique_entity_number TEXT,
        credit_control BIGINT NOT NULL,
        has_credit_limit BIGINT NOT NULL,
        credit_limit BIGINT,
        is_archived BIGINT NOT NULL,
        total_paid BIGINT NOT NULL DEFAULT 0,
        outstanding BIGINT NOT NULL DEFAULT 0,
        contact_count BIGINT NOT NULL,
        address_count BIGINT NOT NULL,
        field_count BIGINT NOT NULL,
        created_at TEXT NOT NULL,
        created_on TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_on TEXT NOT NULL
    )
    """,
    // Ids are kept across changes: clients send them back.
    """
    CREATE TABLE customer_contact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer BIGINT NOT NULL REFERENCES customer (id),
        place BIGINT NOT NULL,
        is_primary BIGINT NOT NULL,
        receives_emails BIGINT NOT NULL,
        name TEXT,
        title TEXT,
        first_name TEXT,
        last_name TEXT,
        telephone TEXT,
        fax TEXT,
        mobile TEXT,
        website TEXT,
        email TEXT
    )
    """,
    """
    CREATE TABLE customer_address (
        customer BIGINT NOT NULL REFERENCES customer (id),
        kind TEXT NOT NULL CHECK (kind IN ('billing', 'delivery')),
        place BIGINT NOT NULL,
        name TEXT,
        line1 TEXT,
        line2 TEXT,
        line3 TEXT,
        line4 TEXT,
        post_code TEXT,
        country TEXT,
        PRIMARY KEY (customer, kind, place)
    )
    """,
    // The value of a check box is 1 or 0.
    """
    CREATE TABLE customer_field (
        customer BIGINT NOT NULL REFERENCES customer (id),
        kind TEXT NOT NULL CHECK (kind IN ('check box', 'text box', 'withholding')),
        place BIGINT NOT NULL,
        name TEXT NOT NULL,
        value TEXT,
        PRIMARY KEY (customer, kind, place)
    )
    """,
    // For each four letters the lowest number that may be free: all below it are taken.
    "CREATE TABLE customer_code_series (stem TEXT PRIMARY KEY, lowest BIGINT NOT NULL)",
]

/// One for each sort, with the id that breaks ties, and one for each filter that leaves little. The sorts by
/// money walk over archived rows rather than have more indexes that every payment would write; those of archived
/// customers alone are below.
private let indexes: [SQL] = [
    "CREATE INDEX customer_by_name ON customer (name_key, id)",
    "CREATE INDEX customer_by_archived_name ON customer (is_archived, name_key, id)",
    "CREATE INDEX customer_by_archived_code ON customer (is_archived, code_key, id)",
    "CREATE INDEX customer_by_paid ON customer (total_paid, id)",
    "CREATE INDEX customer_by_outstanding ON customer (outstanding, id)",
    "CREATE INDEX customer_by_creation ON customer (created_on)",
    "CREATE INDEX customer_by_email ON customer (email_key, id)",
    "CREATE INDEX customer_contact_of_customer ON customer_contact (customer, place)",
]

/// Archived customers alone, by money. They hold archived rows only, so that payments of the others write nothing to
/// them; the flag leads all the same, since SQLite would else take another index of the flag and sort.
private let archivedByMoney: [SQL] = [
    """
    CREATE INDEX customer_by_archived_paid ON customer (is_archived, total_paid, id) WHERE is_archived = 1
    """,
    """
    CREATE INDEX customer_by_archived_outstanding ON customer (is_archived, outstanding, id)
    WHERE is_archived = 1
    """,
]
