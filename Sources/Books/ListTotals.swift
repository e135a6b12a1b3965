import Store

/// How many rows the lists have, kept in the transactions that change them: counting 100,000 rows costs fifty
/// times the page that is shown of them.
let listTotalMigrations = [
    Migration(
        "001 list totals",
        [
            """
            CREATE TABLE list_total (
                list TEXT PRIMARY KEY,
                live BIGINT NOT NULL CHECK (live >= 0),
                archived BIGINT NOT NULL CHECK (archived >= 0)
            )
            """
        ])
]

/// What the rows of a list come to, for lists of documents.
let listAmountMigrations = [
    Migration(
        "019 amounts of lists",
        [
            "ALTER TABLE list_total ADD COLUMN amount BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE list_total ADD COLUMN archived_amount BIGINT NOT NULL DEFAULT 0",
        ])
]

/// The lists whose rows are counted, by their names in the table.
enum CountedList: String {
    case customers
    case suppliers
    case invoices
    case quotes
    /// Products that are not in use count as archived.
    case products
    case projects
}

/// Rows that a command adds, or takes away when negative.
struct ListChange {
    var live: Int64 = 0
    var archived: Int64 = 0

    /// One row more or less, among the archived ones or not.
    mutating func count(_ rows: Int64, isArchived: Bool) {
        if isArchived { archived += rows } else { live += rows }
    }
}

extension Transaction {
    /// Adds to the sum of a list's amounts, home currency.
    func changeAmount(of list: CountedList, by amount: Int64, isArchived: Bool) throws {
        guard amount != 0 else { return }
        try post(
            isArchived ? addToArchivedAmount : addToAmount, list.rawValue, amount)
    }

    /// The sums of a list's amounts, minor units of the home currency.
    func amount(of list: CountedList) throws -> (live: Int64, archived: Int64) {
        try first(selectAmount, list.rawValue) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
    }

    func change(_ list: CountedList, by change: ListChange) throws {
        guard change.live != 0 || change.archived != 0 else { return }
        // What is taken away was counted before, so its row is there; a new row must not begin below zero.
        let isGrowth = change.live >= 0 && change.archived >= 0
        try post(isGrowth ? addToTotal : changeTotal, list.rawValue, change.live, change.archived)
    }

    func total(of list: CountedList) throws -> (live: Int64, archived: Int64) {
        try first(selectTotal, list.rawValue) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
    }
}

private let changeTotal: SQL =
    "UPDATE list_total SET live = live + ?2, archived = archived + ?3 WHERE list = ?1"
private let addToTotal: SQL = """
    INSERT INTO list_total (list, live, archived) VALUES (?1, ?2, ?3)
    ON CONFLICT (list) DO UPDATE
    SET live = list_total.live + excluded.live, archived = list_total.archived + excluded.archived
    """
private let selectTotal: SQL = "SELECT live, archived FROM list_total WHERE list = ?1"

private let addToAmount: SQL = "UPDATE list_total SET amount = amount + ?2 WHERE list = ?1"
private let addToArchivedAmount: SQL =
    "UPDATE list_total SET archived_amount = archived_amount + ?2 WHERE list = ?1"
private let selectAmount: SQL = "SELECT amount, archived_amount FROM list_total WHERE list = ?1"
