import Store

/// The settings of a business that differ from their defaults, by name; and the VAT rates it trades with, in
/// ten-thousandths of one per cent.
let settingMigrations = [
    Migration(
        "015 settings",
        [
            "CREATE TABLE book_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
            "CREATE TABLE vat_rate (id INTEGER PRIMARY KEY AUTOINCREMENT, rate BIGINT NOT NULL UNIQUE)",
        ])
]
