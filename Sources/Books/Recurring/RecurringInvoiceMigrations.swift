import Store

/// Templates of invoices, their lines, and what became of each of their dates. Amounts are minor units, of the home
/// currency where the name says `home` and for payments; rates of exchange, quantities and prices are millionths,
/// percentages ten-thousandths of one per cent; months are `1,4,7`.
let recurringInvoiceMigrations = [Migration("023 recurring invoices", tables + indexes)]

private let tables: [SQL] = [
    """
    CREATE TABLE recurring_invoice (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number BIGINT NOT NULL UNIQUE,
        description TEXT,
        description_key TEXT,
        customer BIGINT NOT NULL REFERENCES customer (id),
        reference TEXT,
        reference_key TEXT,
        project BIGINT REFERENCES project (id),
        currency TEXT NOT NULL,
        rate BIGINT NOT NULL,
        uses_latest_rate BIGINT NOT NULL,
        emails BIGINT NOT NULL,
        email_template BIGINT,
        start_on TEXT NOT NULL,
        frequency TEXT NOT NULL,
        day_of_month BIGINT,
        week_day TEXT,
        months TEXT,
        counted_from TEXT,
        interval_days BIGINT,
        duration TEXT NOT NULL,
        recur_count BIGINT,
        till TEXT,
        passed BIGINT NOT NULL,
        last_on TEXT,
        next_on TEXT,
        expires_on TEXT,
        payment_kind TEXT NOT NULL,
        payment_account BIGINT,
        payment_method BIGINT,
        payment_amount BIGINT,
        payment_note TEXT,
        net BIGINT NOT NULL,
        vat BIGINT NOT NULL,
        gross BIGINT NOT NULL,
        home_gross BIGINT NOT NULL,
        home_vat BIGINT NOT NULL,
        vat_registered BIGINT NOT NULL,
        vat_per_unit BIGINT NOT NULL,
        created_at TEXT NOT NULL,
        created_on TEXT NOT NULL,
        created_by BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE recurring_invoice_line (
        recurring_invoice BIGINT NOT NULL REFERENCES recurring_invoice (id),
        number BIGINT NOT NULL,
        description TEXT NOT NULL,
        quantity BIGINT NOT NULL,
        rate BIGINT NOT NULL,
        vat_level BIGINT NOT NULL,
        vat_exempt BIGINT NOT NULL,
        net BIGINT NOT NULL,
        vat BIGINT NOT NULL,
        home_net BIGINT NOT NULL,
        home_vat BIGINT NOT NULL,
        nominal BIGINT NOT NULL REFERENCES nominal (id),
        product BIGINT,
        product_code TEXT,
        product_name TEXT,
        project BIGINT,
        tax_code TEXT,
        disallowed BIGINT NOT NULL,
        is_withholding BIGINT NOT NULL,
        PRIMARY KEY (recurring_invoice, number)
    )
    """,
    // A date has one row whatever became of it, so that none is gone through twice.
    """
    CREATE TABLE recurring_run (
        recurring_invoice BIGINT NOT NULL REFERENCES recurring_invoice (id),
        date TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('made', 'locked', 'archived', 'refused')),
        invoice BIGINT,
        reason TEXT,
        is_told BIGINT NOT NULL,
        PRIMARY KEY (recurring_invoice, date)
    )
    """,
]

private let indexes: [SQL] = [
    "CREATE INDEX recurring_invoice_due ON recurring_invoice (next_on, number) WHERE next_on IS NOT NULL",
    "CREATE INDEX recurring_invoice_of_customer ON recurring_invoice (customer, number)",
    "CREATE INDEX recurring_invoice_of_project ON recurring_invoice (project, number) WHERE project IS NOT NULL",
    "CREATE INDEX recurring_invoice_line_of_nominal ON recurring_invoice_line (nominal, recurring_invoice)",
    "CREATE INDEX recurring_invoice_line_of_product ON recurring_invoice_line (product) WHERE product IS NOT NULL",
    "CREATE INDEX recurring_run_untold ON recurring_run (date, recurring_invoice) WHERE is_told = 0",
    "CREATE INDEX recurring_run_unmade ON recurring_run (date, recurring_invoice) WHERE invoice IS NULL",
]
