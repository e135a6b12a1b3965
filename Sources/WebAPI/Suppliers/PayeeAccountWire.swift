import Bookkeeping
import WebCore

/// The bank account into which a supplier is paid.
struct PayeeAccountWire: WireTable {
    var account = PayeeAccount()

    init() {}

    init(_ account: PayeeAccount) {
        self.account = account
    }

    static let shape = WireShape<PayeeAccountWire>(
        "PayeeAccount",
        [
            .text(
                "Name", max: TextKind.nameMax, "Whose account it is.", get: { $0.account.name },
                set: { $0.account.name = $1 }
            ).example(#""Timberyard & Sons""#),
            .text(
                "Number", "Account number.", get: { $0.account.number }, set: { $0.account.number = $1 }
            ).example(#""00012345""#),
            .text("SortCode", "Sort code.", get: { $0.account.sortCode }, set: { $0.account.sortCode = $1 })
                .example(#""00-00-00""#),
        ])
}
