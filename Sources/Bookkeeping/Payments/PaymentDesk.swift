/// What payments can be made with: the bank accounts, the methods of one kind of document, and the locks.
public struct PaymentDesk: Sendable {
    public let accounts: [BankAccount]
    /// Of invoices, or of purchases.
    public let methods: [PaymentMethod]
    public let today: CalendarDate
    /// Whether what is on a filed VAT return can't change.
    public let locksFiled: Bool

    public init(accounts: [BankAccount], methods: [PaymentMethod], today: CalendarDate, locksFiled: Bool) {
        self.accounts = accounts
        self.methods = methods
        self.today = today
        self.locksFiled = locksFiled
    }

    /// An account's nominal, by the account's id.
    public func nominal(ofAccount id: Int64?) -> Int64? {
        accounts.first { $0.id == id }?.nominal
    }

    /// The account that is meant, the default where none is named.
    ///
    /// - Parameter kept: the account that it is on already, which may be archived by now.
    func account(
        _ sent: Int64?, kept: Int64? = nil, _ field: @autoclosure () -> String, _ check: inout FieldCheck
    ) -> Int64? {
        guard let id = sent, id != 0 else { return kept ?? accounts.first(where: \.isDefault)?.id }
        guard id != kept else { return id }
        guard let account = accounts.first(where: { $0.id == id }) else {
            check.refuse(field(), "must be the Id of a bank account")
            return kept
        }
        if account.details.isArchived {
            check.refuse(field(), "must not be the Id of an archived bank account")
        }
        return id
    }

    /// The method that is meant, the default where none is named.
    func method(
        _ sent: Int64?, kept: Int64? = nil, _ field: @autoclosure () -> String, _ check: inout FieldCheck
    ) -> Int64 {
        let standard = kept ?? methods.first(where: \.isDefault)?.id ?? 0
        guard let id = sent, id != 0 else { return standard }
        if id != kept, !methods.contains(where: { $0.id == id }) {
            check.refuse(field(), "must be 0 or the Id of a payment method for this kind of document")
        }
        return id
    }

    /// - Throws: `BookkeepingError.locked` when the lock of the account covers the date.
    public func requireOpen(_ account: Int64?, on date: CalendarDate) throws(BookkeepingError) {
        try accounts.first { $0.id == account }?.requireOpen(date)
    }

    /// Whether a payment may change in amount, date or account, or go.
    ///
    /// - Throws: `BookkeepingError.locked`: it is reconciled, on a filed return, or its account is locked.
    public func requireMovable(_ payment: Payment) throws(BookkeepingError) {
        guard payment.reconciliation == 0 else {
            throw .locked(
                "The payment of \(payment.date.text) is in the bank reconciliation \(payment.reconciliation); untick it first."
            )
        }
        try requireUnfiled(payment)
        if payment.hasOwnBankRow { try requireOpen(payment.account, on: payment.date) }
    }

    /// - Throws: `BookkeepingError.locked`: it is on a filed return.
    public func requireUnfiled(_ payment: Payment) throws(BookkeepingError) {
        guard payment.vatReturn == 0 || !locksFiled else {
            throw .locked("The payment of \(payment.date.text) is on the VAT return \(payment.vatReturn).")
        }
    }
}
