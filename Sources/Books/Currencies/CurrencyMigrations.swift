import Store

/// The currencies that are set up, and their rates: a row for each day from which another one holds. Rates are in
/// millionths.
let currencyMigrations = [
    Migration(
        "009 currencies",
        [
            """
            CREATE TABLE currency (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                code TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                symbol TEXT NOT NULL,
                symbol_on_right BIGINT NOT NULL,
                auto_update BIGINT NOT NULL,
                is_home BIGINT NOT NULL
            )
            """,
            // There is one home currency; it has no rates, since one of it is one of it.
            "CREATE UNIQUE INDEX currency_home ON currency (is_home) WHERE is_home = 1",
            """
            CREATE TABLE currency_rate (
                currency BIGINT NOT NULL REFERENCES currency (id),
                from_day TEXT NOT NULL,
                rate BIGINT NOT NULL CHECK (rate > 0),
                PRIMARY KEY (currency, from_day)
            )
            """,
            // Whether anyone uses a currency is asked before it goes; most parties use none but home.
            "CREATE INDEX customer_by_currency ON customer (currency, id) WHERE currency IS NOT NULL",
        ])
]
