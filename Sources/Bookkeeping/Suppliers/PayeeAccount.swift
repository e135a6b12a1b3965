/// The bank account into which a supplier is paid, as the supplier gives it.
public struct PayeeAccount: Hashable, Sendable {
    /// Whose account it is.
    public var name: String?
    public var number: String?
    public var sortCode: String?

    public init() {}
}

extension FieldCheck {
    mutating func payeeAccount(_ sent: PayeeAccount, _ field: @autoclosure () -> String) -> PayeeAccount {
        var account = PayeeAccount()
        account.name = text(sent.name, field() + ".Name", max: TextKind.nameMax)
        account.number = text(sent.number, field() + ".Number")
        account.sortCode = text(sent.sortCode, field() + ".SortCode")
        return account
    }
}
