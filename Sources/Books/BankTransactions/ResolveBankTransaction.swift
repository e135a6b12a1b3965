import Bookkeeping
import Store

extension Transaction {
    /// What a draft means: its nominal, project and party looked up, its VAT where it can bear any.
    ///
    /// - Parameter old: what it takes the place of; what it named already may be archived by now.
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    func resolve(
        _ sent: CheckedBankTransactionDraft, on account: BankAccount, over old: BankTransaction? = nil,
        _ roles: NominalRoles
    ) throws -> BankTransaction {
        var problems: [FieldProblem] = []
        if account.details.isArchived, old == nil {
            problems.append(FieldProblem("AccountId", "must not be the Id of an archived bank account"))
        }
        let draft = sent.draft
        let found = try nominal(code: sent.moneyType) ?? nominal(id: sent.moneyType)
        if let found {
            problems += try requireUsable(found, sent, on: account, over: old, roles)
        } else {
            problems.append(FieldProblem("MoneyType", "must be the code or the Id of a nominal"))
        }
        var project: ProjectLink?
        if let number = draft.projectNumber, number != 0 {
            project = try projectLink(number: number)
            if project == nil {
                problems.append(FieldProblem("ProjectNumber", "must be 0 or a project's number"))
            }
        }
        let customer = try party(draft.customerCode, .customer, "CustomerCode", &problems)
        let supplier = try party(draft.supplierCode, .supplier, "SupplierCode", &problems)
        guard problems.isEmpty, let found else { throw BookkeepingError.invalid(problems) }
        let registered = try old?.isVATRegistered ?? company().vat.isRegistered
        var new = BankTransaction(
            id: old?.id ?? 0, number: old?.number ?? 0, account: account.id, date: sent.date,
            amount: sent.amount,
            counterpart: .init(
                id: found.id, code: found.code, name: found.name, type: found.details.type,
                isBank: found.isBank),
            isVATRegistered: registered)
        (new.comment, new.project, new.customer, new.supplier) = (draft.comment, project, customer, supplier)
        (new.isDisallowed, new.feed) = (draft.isDisallowed, draft.feed)
        if draft.isVATable, registered, found.details.type.vatRole(isIn: sent.amount > .zero) != nil {
            (new.isVATable, new.vatRate, new.vat) = (true, draft.vatRate ?? .zero, sent.vat)
        }
        (new.vatReturn, new.reconciliation) = (old?.vatReturn ?? 0, old?.reconciliation ?? 0)
        if new.isAdvance { new.free = new.amount }
        return new
    }

    /// - Source: `bank.md`, Postings; `payments.md`, Advance payments.
    private func requireUsable(
        _ nominal: Nominal, _ sent: CheckedBankTransactionDraft, on account: BankAccount,
        over old: BankTransaction?,
        _ roles: NominalRoles
    ) throws -> [FieldProblem] {
        let draft = sent.draft
        var problems: [FieldProblem] = []
        if nominal.id == account.nominal {
            problems.append(FieldProblem("MoneyType", "must not be the account's own nominal"))
        }
        if nominal.details.isArchived, nominal.id != old?.counterpart.id {
            problems.append(FieldProblem("MoneyType", "must not be archived"))
        }
        let (isDebtors, isCreditors) = (nominal.id == roles[.debtors], nominal.id == roles[.creditors])
        if nominal.isControl, !isDebtors, !isCreditors {
            problems.append(
                FieldProblem("MoneyType", "must not be a VAT control account; VAT comes with its transaction")
            )
        }
        if isDebtors != (draft.customerCode != nil) {
            problems.append(
                FieldProblem(
                    "CustomerCode",
                    "must be set for an advance, whose MoneyType is the debtors control, alone"))
        }
        if isCreditors != (draft.supplierCode != nil) {
            problems.append(
                FieldProblem(
                    "SupplierCode",
                    "must be set for an advance, whose MoneyType is the creditors control, alone")
            )
        }
        return problems
    }

    private func party(
        _ code: String?, _ party: Bookkeeping.Party, _ field: String, _ problems: inout [FieldProblem]
    ) throws -> BankTransaction.Party? {
        guard let code else { return nil }
        let select: SQL =
            party == .customer
            ? "SELECT id, code, name FROM customer WHERE code_key = ?1"
            : "SELECT id, code, name FROM supplier WHERE code_key = ?1"
        let found = try first(select, code.caseFolded) {
            BankTransaction.Party(id: $0.integer(0), code: $0.text(1), name: $0.text(2))
        }
        if found == nil { problems.append(FieldProblem(field, "must be a \(party.rawValue)'s code")) }
        return found
    }
}
