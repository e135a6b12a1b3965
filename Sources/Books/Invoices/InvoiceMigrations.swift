import Store

/// Invoices and credit notes with their lines. Amounts are minor units, of the home currency where the name says `home`
/// and for `paid` and `due`; rates of exchange, quantities and prices are millionths, percentages ten-thousandths of
/// one per cent.
let invoiceMigrations = [Migration("020 invoices", tables + indexes)]

private let tables: [SQL] = [
    // Numbers that a document has had and has no more: none of them is given again.
    """
    CREATE TABLE spent_number (
        series TEXT NOT NULL,
        number BIGINT NOT NULL,
        PRIMARY KEY (series, number)
    )
    """,
    """
    CREATE TABLE invoice (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number BIGINT NOT NULL UNIQUE,
        customer BIGINT NOT NULL REFERENCES customer (id),
        issued_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        reference TEXT,
        reference_key TEXT,
        currency TEXT NOT NULL,
        rate BIGINT NOT NULL,
        project BIGINT REFERENCES project (id),
        net BIGINT NOT NULL,
        vat BIGINT NOT NULL,
        gross BIGINT NOT NULL,
        home_gross BIGINT NOT NULL,
        home_vat BIGINT NOT NULL,
        paid BIGINT NOT NULL,
        due BIGINT NOT NULL,
        settled_on TEXT,
        last_payment_on TEXT,
        trade_border TEXT NOT NULL,
        reverse_charge BIGINT NOT NULL,
        credit_control BIGINT NOT NULL,
        customer_discount BIGINT NOT NULL,
        vat_registered BIGINT NOT NULL,
        cash_basis BIGINT NOT NULL,
        vat_per_unit BIGINT NOT NULL,
        rules BIGINT NOT NULL,
        line1 TEXT,
        line2 TEXT,
        line3 TEXT,
        line4 TEXT,
        post_code TEXT,
        country TEXT,
        uses_delivery_address BIGINT NOT NULL,
        delivery_name TEXT,
        delivery_line1 TEXT,
        delivery_line2 TEXT,
        delivery_line3 TEXT,
        delivery_line4 TEXT,
        delivery_post_code TEXT,
        delivery_country TEXT,
        email_count BIGINT NOT NULL,
        sent_on TEXT,
        is_archived BIGINT NOT NULL,
        vat_return BIGINT,
        link_key TEXT NOT NULL,
        created_at TEXT NOT NULL,
        created_on TEXT NOT NULL,
        created_by BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE invoice_line (
        invoice BIGINT NOT NULL REFERENCES invoice (id),
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
        PRIMARY KEY (invoice, number)
    )
    """,
]

/// One for each sort, with the number that breaks ties; what is open has one of its own, since most are paid.
private let indexes: [SQL] = [
    "CREATE INDEX invoice_of_customer ON invoice (customer, issued_on, number)",
    "CREATE INDEX invoice_by_issue ON invoice (issued_on, number)",
    "CREATE INDEX invoice_by_due_date ON invoice (due_on, number)",
    "CREATE INDEX invoice_by_gross ON invoice (gross, number)",
    "CREATE INDEX invoice_open ON invoice (due, number) WHERE due <> 0",
    "CREATE INDEX invoice_by_reference ON invoice (reference_key, number) WHERE reference_key IS NOT NULL",
    "CREATE INDEX invoice_of_project ON invoice (project, number) WHERE project IS NOT NULL",
    "CREATE INDEX invoice_by_archived ON invoice (is_archived, number)",
    "CREATE INDEX invoice_line_of_nominal ON invoice_line (nominal, invoice)",
    "CREATE INDEX invoice_line_of_product ON invoice_line (product) WHERE product IS NOT NULL",
    "CREATE INDEX invoice_line_of_project ON invoice_line (project, invoice) WHERE project IS NOT NULL",
]
