import Store

/// The company's details: one row, there from the start. Flags are 0 or 1, the others as the domain's raw values.
let companyMigrations = [
    Migration(
        "008 company",
        [
            """
            CREATE TABLE company (
                id BIGINT PRIMARY KEY CHECK (id = 1),
                contact_name TEXT,
                contact_telephone TEXT,
                contact_mobile TEXT,
                contact_email TEXT,
                line1 TEXT,
                line2 TEXT,
                line3 TEXT,
                line4 TEXT,
                post_code TEXT,
                country TEXT NOT NULL,
                terms_start TEXT NOT NULL,
                terms_days BIGINT NOT NULL,
                business_type BIGINT NOT NULL,
                industry_sector BIGINT,
                employees TEXT,
                accounting_type BIGINT NOT NULL,
                date_order TEXT NOT NULL,
                vat_registered_in TEXT NOT NULL,
                vat_number TEXT,
                beta BIGINT NOT NULL,
                rebrand BIGINT NOT NULL
            )
            """
        ])
]
