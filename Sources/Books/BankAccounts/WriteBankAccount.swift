import Bookkeeping
import Store

extension Transaction {
    /// Writes a new account's row, last in the order.
    ///
    /// - Parameter nominal: the id of its nominal, which is there.
    func insertBankAccount(_ details: BankAccountDetails, nominal: Int64, isDefault: Bool) throws -> Int64 {
        let last = try first("SELECT MAX(place) FROM bank_account") { $0.integer(0) } ?? 0
        var id: Int64 = 0
        let values: [any SQLConvertible] = [nominal, last + 1, isDefault] + details.values
        try query(insertRow, values.map(\.sqlValue)) { row in
            id = row.integer(0)
            return true
        }
        return id
    }

    func updateBankAccount(_ id: Int64, _ details: BankAccountDetails) throws {
        try post(updateRow, ([id] + details.values).map(\.sqlValue))
    }

    /// The account and the payment methods that a new business starts with.
    ///
    /// - Parameter nominal: of the first account.
    func writeFirstBankAccount(nominal: Int64) throws {
        var details = BankAccountDetails()
        details.name = "Current Account"
        _ = try insertBankAccount(details, nominal: nominal, isDefault: true)
        var id: Int64 = 100_000
        for kind in [DocumentKind.invoice, .purchase] {
            for (place, name) in PaymentMethod.standardNames.enumerated() {
                id += 1
                try post(
                    "INSERT INTO payment_method (id, kind, name, is_default) VALUES (?1, ?2, ?3, ?4)", id,
                    kind.rawValue, name, place == 0)
            }
        }
    }
}

extension BankAccountDetails {
    /// In the order of the two statements below.
    fileprivate var values: [any SQLConvertible] {
        [
            name, name.caseFolded, isArchived, startingOn?.text, startingAmount.minorUnits,
            reconciledUntil?.text,
            isLocked, lockedUntil?.text, invoiceMethod, purchaseMethod, isOnDashboard, showsPaidInFirst, icon,
            note,
            period,
        ]
    }
}

private let insertRow: SQL = """
    INSERT INTO bank_account (nominal, place, is_default, name, name_key, is_archived, starting_on, starting_amount,
        reconciled_until, is_locked, locked_until, invoice_method, purchase_method, on_dashboard, paid_in_first, icon,
        note, period)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) RETURNING id
    """
private let updateRow: SQL = """
    UPDATE bank_account SET name = ?2, name_key = ?3, is_archived = ?4, starting_on = ?5, starting_amount = ?6,
        reconciled_until = ?7, is_locked = ?8, locked_until = ?9, invoice_method = ?10, purchase_method = ?11,
        on_dashboard = ?12, paid_in_first = ?13, icon = ?14, note = ?15, period = ?16
    WHERE id = ?1
    """
