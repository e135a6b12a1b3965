import Store

/// Products, and each change of what is on hand. Prices and quantities are millionths, percentages ten-thousandths of
/// one per cent.
let productMigrations = [
    Migration(
        "016 products",
        [
            """
            CREATE TABLE product (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                nominal BIGINT NOT NULL REFERENCES nominal (id),
                code TEXT NOT NULL,
                code_key TEXT NOT NULL,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                description TEXT NOT NULL,
                autofill BIGINT NOT NULL,
                price BIGINT NOT NULL,
                wholesale_price BIGINT NOT NULL,
                vat_rate BIGINT NOT NULL,
                vat_exempt BIGINT NOT NULL,
                manages_stock BIGINT NOT NULL,
                stock BIGINT NOT NULL,
                stock_warning BIGINT NOT NULL,
                stock_on_purchase BIGINT NOT NULL,
                purchase_nominal BIGINT NOT NULL,
                purchase_product BIGINT NOT NULL,
                is_default BIGINT NOT NULL,
                in_use BIGINT NOT NULL,
                UNIQUE (nominal, code_key)
            )
            """,
            "CREATE INDEX product_by_code ON product (code_key, id)",
            "CREATE INDEX product_by_name ON product (name_key, id)",
            // What made it: a document's kind and id, or a count where the kind is 'count'.
            """
            CREATE TABLE stock_movement (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                product BIGINT,
                nominal BIGINT,
                quantity BIGINT NOT NULL,
                kind TEXT NOT NULL,
                document BIGINT,
                moved_at TEXT NOT NULL,
                moved_by BIGINT NOT NULL
            )
            """,
            "CREATE INDEX stock_movement_of_product ON stock_movement (product, nominal, id)",
        ])
]
