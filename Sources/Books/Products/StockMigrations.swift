import Store

/// What lists of products and projects are sorted by, and what is kept of them. Amounts are minor units of the home
/// currency.
let stockMigrations = [
    Migration(
        "025 stock and projects",
        [
            "CREATE INDEX product_of_nominal_by_name ON product (nominal, name_key, id)",
            "CREATE UNIQUE INDEX product_default ON product (nominal) WHERE is_default = 1",
            "CREATE INDEX product_in_stock ON product (nominal, code_key) WHERE manages_stock = 1",
            """
            CREATE INDEX product_bought ON product (purchase_nominal, purchase_product) WHERE purchase_nominal <> 0
            """,
            "CREATE INDEX stock_movement_of_document ON stock_movement (kind, document) WHERE document IS NOT NULL",
            // For each nominal and four letters the lowest number that may be free: all below it are taken.
            """
            CREATE TABLE product_code_series (
                nominal BIGINT NOT NULL,
                stem TEXT NOT NULL,
                lowest BIGINT NOT NULL,
                PRIMARY KEY (nominal, stem)
            )
            """,
            "ALTER TABLE project ADD COLUMN description_key TEXT",
            "ALTER TABLE project ADD COLUMN sales_net BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE project ADD COLUMN sales_vat BIGINT NOT NULL DEFAULT 0",
            // Income less expenditure, with or without VAT as the project has it.
            "ALTER TABLE project ADD COLUMN margin BIGINT NOT NULL DEFAULT 0",
            "CREATE INDEX project_by_margin ON project (margin, id)",
            """
            CREATE INDEX recurring_invoice_line_of_project ON recurring_invoice_line (project)
            WHERE project IS NOT NULL
            """,
            "CREATE INDEX bank_transaction_of_project ON bank_transaction (project, date) WHERE project IS NOT NULL",
        ])
]
