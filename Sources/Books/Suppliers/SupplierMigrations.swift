import Store

/// The suppliers' tables, as the customers' but for what suppliers alone have: one address and one bank account, in the
/// row itself.
let supplierMigrations = [Migration("004 suppliers", tables + indexes)]

private let tables: [SQL] = [
    """
    CREATE TABLE supplier (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL,
        code_key TEXT NOT NULL UNIQUE,
        supplier_key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        email TEXT,
        note TEXT,
        line1 TEXT,
        line2 TEXT,
        line3 TEXT,
        line4 TEXT,
        post_code TEXT,
        country TEXT,
        bank_name TEXT,
        bank_number TEXT,
        bank_sort_code TEXT,
        currency TEXT,
        terms_start TEXT,
        terms_days BIGINT,
        payment_method BIGINT,
        default_nominal BIGINT,
        pdf_theme BIGINT NOT NULL,
        vat_number TEXT,
        presets_vat_rate BIGINT NOT NULL,
        default_vat_rate BIGINT,
        vat_exempt BIGINT NOT NULL,
        trade_border TEXT NOT NULL,
        cis_reverse_charge BIGINT NOT NULL,
        applies_withholding BIGINT NOT NULL,
        withholding_rate BIGINT,
        unique_entity_number TEXT,
        is_archived BIGINT NOT NULL,
        total_paid BIGINT NOT NULL DEFAULT 0,
        outstanding BIGINT NOT NULL DEFAULT 0,
        contact_count BIGINT NOT NULL,
        field_count BIGINT NOT NULL,
        created_at TEXT NOT NULL,
        created_on TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_on TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE supplier_contact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        supplier BIGINT NOT NULL REFERENCES supplier (id),
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
    CREATE TABLE supplier_field (
        supplier BIGINT NOT NULL REFERENCES supplier (id),
        kind TEXT NOT NULL CHECK (kind IN ('withholding')),
        place BIGINT NOT NULL,
        name TEXT NOT NULL,
        value TEXT,
        PRIMARY KEY (supplier, kind, place)
    )
    """,
    "CREATE TABLE supplier_code_series (stem TEXT PRIMARY KEY, lowest BIGINT NOT NULL)",
    """
    CREATE TABLE supplier_search (
        supplier BIGINT PRIMARY KEY REFERENCES supplier (id),
        search_text TEXT NOT NULL
    )
    """,
    // Where a client shows the suppliers' statistics; a place without a row shows them.
    "CREATE TABLE supplier_statistics (place TEXT PRIMARY KEY, is_visible BIGINT NOT NULL)",
]

private let indexes: [SQL] = [
    "CREATE INDEX supplier_by_name ON supplier (name_key, id)",
    "CREATE INDEX supplier_by_archived_name ON supplier (is_archived, name_key, id)",
    "CREATE INDEX supplier_by_archived_code ON supplier (is_archived, code_key, id)",
    "CREATE INDEX supplier_by_paid ON supplier (total_paid, id)",
    "CREATE INDEX supplier_by_outstanding ON supplier (outstanding, id)",
    """
    CREATE INDEX supplier_by_archived_paid ON supplier (is_archived, total_paid, id) WHERE is_archived = 1
    """,
    """
    CREATE INDEX supplier_by_archived_outstanding ON supplier (is_archived, outstanding, id)
    WHERE is_archived = 1
    """,
    "CREATE INDEX supplier_by_creation ON supplier (created_on)",
    "CREATE INDEX supplier_by_currency ON supplier (currency) WHERE currency IS NOT NULL",
    "CREATE INDEX supplier_contact_of_supplier ON supplier_contact (supplier, place)",
]
