import Bookkeeping
import Store

// What is free of a customer's advances lowers what the customer owes: the debtors control has them too.
extension Transaction {
    /// Takes what a new transaction gives back from its customer's or supplier's oldest advances, or adds an advance to
    /// what they have.
    ///
    /// - Throws: `BookkeepingError.invalid` when less is free.
    /// - Source: `payments.md`, Advance payments.
    func giveBack(_ new: BankTransaction, _ id: Int64) throws {
        guard let party = new.party else { return }
        try addToParty(new, free: new.isAdvance ? new.free : new.amount)
        guard new.isGivenBack else { return }
        let select = new.customer != nil ? selectFreeOfCustomer : selectFreeOfSupplier
        var rest = new.amount.minorUnits.magnitude
        for (advance, free) in try all(select, party.id, as: { ($0.integer(0), $0.integer(1)) })
        where rest > 0 {
            let part = min(rest, free.magnitude)
            let signed = free < 0 ? -Int64(part) : Int64(part)
            try run("UPDATE bank_transaction SET free = free - ?2 WHERE id = ?1", advance, signed)
            try run(
                "INSERT INTO advance_given_back (given_back, advance, amount) VALUES (?1, ?2, ?3)", id,
                advance, signed)
            rest -= part
        }
        guard rest == 0 else {
            throw BookkeepingError.invalid([
                FieldProblem(
                    new.customer != nil ? "PaidOut" : "PaidIn",
                    "must not be above what is free of the \(new.customer != nil ? "customer" : "supplier")'s advances"
                )
            ])
        }
    }

    /// Undoes what a transaction meant for advances, since it goes or changes.
    func takeBack(_ old: BankTransaction) throws {
        guard old.party != nil else { return }
        let free = old.isAdvance ? old.free : old.amount
        try addToParty(old, free: -free)
        guard old.isGivenBack else { return }
        for (advance, amount) in try all(
            "SELECT advance, amount FROM advance_given_back WHERE given_back = ?1", old.id,
            as: { ($0.integer(0), $0.integer(1)) })
        {
            try run("UPDATE bank_transaction SET free = free + ?2 WHERE id = ?1", advance, amount)
        }
        try run("DELETE FROM advance_given_back WHERE given_back = ?1", old.id)
    }

    /// - Parameter free: what more of advances is free, in the bank's sign.
    private func addToParty(_ transaction: BankTransaction, free: Money) throws {
        guard let customer = transaction.customer else { return }
        try addToCustomer(customer.id, paid: .zero, outstanding: -free)
    }
}

private let selectFreeOfCustomer: SQL =
    "SELECT id, free FROM bank_transaction WHERE customer = ?1 AND free > 0 ORDER BY date, id"
private let selectFreeOfSupplier: SQL =
    "SELECT id, free FROM bank_transaction WHERE supplier = ?1 AND free < 0 ORDER BY date, id"
