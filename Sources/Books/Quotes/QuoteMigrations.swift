import Store

/// Quotes with their lines and addresses. Amounts are minor units, of the home currency where the name says `home`;
/// rates of exchange, quantities and prices are millionths, percentages ten-thousandths of one per cent.
let quoteMigrations = [Migration("022 quotes", tables + indexes)]

private let tables: [SQL] = [
    """
    CREATE TABLE quote (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number BIGINT NOT NULL UNIQUE,
        customer BIGINT NOT NULL REFERENCES customer (id),
        quoted_on TEXT NOT NULL,
        reference TEXT,
        reference_key TEXT,
        currency TEXT NOT NULL,
        rate BIGINT NOT NULL,
        project BIGINT REFERENCES project (id),
        category BIGINT,
        net BIGINT NOT NULL,
        vat BIGINT NOT NULL,
        gross BIGINT NOT NULL,
        home_gross BIGINT NOT NULL,
        home_vat BIGINT NOT NULL,
        suppresses_amount BIGINT NOT NULL,
        uses_delivery_address BIGINT NOT NULL,
        is_email_sent BIGINT NOT NULL,
        vat_registered BIGINT NOT NULL,
        vat_per_unit BIGINT NOT NULL,
        link_key TEXT NOT NULL,
        created_at TEXT NOT NULL,
        created_on TEXT NOT NULL,
        created_by BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE quote_line (
        quote BIGINT NOT NULL REFERENCES quote (id),
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
        PRIMARY KEY (quote, number)
    )
    """,
    """
    CREATE TABLE quote_address (
        quote BIGINT NOT NULL REFERENCES quote (id),
        kind TEXT NOT NULL CHECK (kind IN ('billing', 'delivery')),
        place BIGINT NOT NULL,
        name TEXT,
        line1 TEXT,
        line2 TEXT,
        line3 TEXT,
        line4 TEXT,
        post_code TEXT,
        country TEXT,
        PRIMARY KEY (quote, kind, place)
    )
    """,
]

/// One for each sort and filter, with the number that breaks ties.
private let indexes: [SQL] = [
    "CREATE INDEX quote_of_customer ON quote (customer, quoted_on, number)",
    "CREATE INDEX quote_by_date ON quote (quoted_on, number)",
    "CREATE INDEX quote_by_gross ON quote (gross, number)",
    "CREATE INDEX quote_by_reference ON quote (reference_key, number) WHERE reference_key IS NOT NULL",
    "CREATE INDEX quote_of_project ON quote (project, number) WHERE project IS NOT NULL",
    "CREATE INDEX quote_of_category ON quote (category, number) WHERE category IS NOT NULL",
    "CREATE INDEX quote_line_of_nominal ON quote_line (nominal, quote)",
    "CREATE INDEX quote_line_of_product ON quote_line (product) WHERE product IS NOT NULL",
]
