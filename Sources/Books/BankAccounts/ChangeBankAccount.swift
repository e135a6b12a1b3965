import Bookkeeping
import Store

extension Book {
    /// Puts what was sent in the place of a bank account: what was left out has its default then, but for the code.
    /// Another starting amount or date posts.
    ///
    /// - Throws: `BookkeepingError.unknown`, `.taken`, `.invalid`, `.inUse` for archiving the default account, `.locked`
    ///   and `.dateLocked` for a starting amount on a locked date; then nothing was written.
    public func changeBankAccount(_ id: Int64, to sent: CheckedBankAccountDraft) async throws
        -> BankAccountInFull
    {
        let (draft, pen) = (sent.draft, pen)
        return try await store.write { transaction in
            let old = try transaction.bankAccount(id)
            try transaction.requireFreeName(draft.details.name, but: id)
            try transaction.requireMethods(of: draft.details)
            if old.isDefault, draft.details.isArchived { throw BookkeepingError.inUse(by: defaultUse) }
            try transaction.rename(old, code: draft.code ?? old.code, name: draft.details.name)
            try transaction.updateBankAccount(id, draft.details)
            if draft.isDefault, !old.isDefault { try transaction.makeDefault(id) }
            let new = try transaction.bankAccount(id)
            try transaction.repostStart(new, over: old, pen)
            return try transaction.bankAccountInFull(id)
        }
    }

    /// Sets the order of the accounts; those that are not named keep theirs after the others.
    ///
    /// - Parameter places: ids, and the number by which each is sorted.
    /// - Throws: `BookkeepingError.invalid` for an id that is no account's, or named twice; then nothing was written.
    public func orderBankAccounts(_ places: [(id: Int64, order: Int64)]) async throws {
        let places = places
        try await store.write { transaction in
            let accounts = try transaction.bankAccounts()
            var (problems, named): ([FieldProblem], Set<Int64>) = ([], [])
            for (index, place) in places.enumerated() {
                if !accounts.contains(where: { $0.id == place.id }) {
                    problems.append(FieldProblem("[\(index)].Id", "must be the Id of a bank account"))
                } else if !named.insert(place.id).inserted {
                    problems.append(FieldProblem("[\(index)].Id", "must not come twice"))
                }
            }
            guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
            let first = places.enumerated().sorted {
                ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
            }
            let ids = first.map(\.element.id) + accounts.map(\.id).filter { !named.contains($0) }
            for (place, id) in zip(Int64(1)..., ids) {
                try transaction.post("UPDATE bank_account SET place = ?2 WHERE id = ?1", id, place)
            }
        }
    }
}

extension Transaction {
    private func requireOpenStart(_ account: BankAccount, locksOf holder: BankAccount, _ pen: LedgerPen)
        throws
    {
        guard account.details.hasStart else { return }
        try holder.requireOpen(account.details.startingOn ?? firstDayOfBooks(pen.today))
    }

    /// Posts another starting amount or date; the lock that the account had counts for both.
    fileprivate func repostStart(_ new: BankAccount, over old: BankAccount, _ pen: LedgerPen) throws {
        let (before, after) = (old.details, new.details)
        guard before.startingAmount != after.startingAmount || before.startingOn != after.startingOn else {
            return
        }
        try requireOpenStart(old, locksOf: old, pen)
        try requireOpenStart(new, locksOf: old, pen)
        try postStart(new, pen)
    }

    /// Gives an account's nominal the account's name, and another code.
    fileprivate func rename(_ old: BankAccount, code: Int64, name: String) throws {
        guard code != old.code || name != old.details.name else { return }
        if code != old.code { try requireFreeCode(code) }
        guard var details = try nominal(id: old.nominal)?.details else {
            throw StoreError.damaged("bank account \(old.id) has no nominal")
        }
        details.name = name
        try updateNominal(old.nominal, code: code, details)
    }
}

/// What stands in the way of archiving or deleting the default account.
let defaultUse = "the business, as its default bank account: make another one that first"
