import Bookkeeping
import Books
import WebCore

/// `/bankaccounts/{accountId}/transactions`: money that moved without a document.
enum BankTransactionRoutes {
    private static let transactions = "/bankaccounts/{accountId}/transactions"
    private static let transaction = transactions + "/{transactionId}"

    static let all: [Route] = [
        Route(
            .post, transactions, .needs(.fullAccess),
            refusals(
                account(
                    RouteContract(
                        "Enters money that came or went: for a nominal, to another account, or as an advance."
                    ))
            )
            .takes(.table(BankTransactionWire.schema))
            .answers(.created, "The transaction.", .table(BankTransactionWire.schema), location: true),
            use: create),
        Route(
            .get, transaction, .needs(.fullAccess),
            numbered(RouteContract("One transaction."))
                .answers(.ok, "The transaction.", .table(BankTransactionWire.schema)),
            use: read),
        Route(
            .put, transaction, .needs(.fullAccess),
            refusals(
                numbered(
                    RouteContract(
                        """
                        Changes a transaction, a transfer on both accounts. What is left out goes back to its default, \
                        but date, amount, nominal and party stay.
                        """))
            )
            .takes(.table(BankTransactionWire.schema))
            .answers(.ok, "The transaction.", .table(BankTransactionWire.schema))
            .refuses(
                BookkeepingError.conflict("Of this advance 40.00 is used; take it off the documents first.")
            )
            .matched(),
            use: change),
        Route(
            .delete, transaction, .needs(.fullAccess),
            refusals(numbered(RouteContract("Deletes a transaction, a transfer from both accounts.")))
                .answers(.noContent, "Deleted.")
                .refuses(
                    BookkeepingError.conflict(
                        "Of this advance 40.00 is used; take it off the documents first.")
                )
                .matched(),
            use: delete),
    ]

    static func account(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter("accountId", .integer(min: 1, max: nil), "1", "The bank account's Id.")
            .refuses(BookkeepingError.unknown("bank account", "1"))
    }

    private static func numbered(_ contract: RouteContract) -> RouteContract {
        account(contract)
            .pathParameter("transactionId", .integer(min: 1, max: nil), "4410", "The transaction's Id.")
            .refuses(BookkeepingError.unknown("bank transaction", "4410"))
    }

    private static func refusals(_ contract: RouteContract) -> RouteContract {
        contract
            .refuses(BookkeepingError.locked("The bank account Savings is locked up to 2026-01-31."))
            .refuses(BookkeepingError.dateLocked(until: .never))
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let account = try accountID(call)
        let draft = try await call.wire(BankTransactionWire.self).draft
        return try await call.creating {
            try await $0.enter(draft, on: account)
        } answer: { entered in
            Answer(BankTransactionWire(entered), status: .created)
                .at("bankaccounts", String(account), "transactions", String(entered.transaction.id))
        }
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.showing(shown(call))
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        let (id, account) = (try transactionID(call), try accountID(call))
        return { Answer(BankTransactionWire(try $0.seenBankTransaction(id, on: account))) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let (id, account) = (try transactionID(call), try accountID(call))
        let draft = try await call.wire(BankTransactionWire.self).draft
        let changed = try await call.changing(shown(call)) {
            try await $0.changeBankTransaction(id, on: account, to: draft)
        }
        return Answer(BankTransactionWire(changed))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let (id, account) = (try transactionID(call), try accountID(call))
        try await call.changing(shown(call)) { try await $0.deleteBankTransaction(id, on: account) }
        return .noContent
    }

    /// - Throws: `BookkeepingError.unknown` for what is no id.
    static func accountID(_ call: Call) throws -> Int64 {
        guard let id = try call.pathNumber("accountId") else {
            throw BookkeepingError.unknown("bank account", try call.pathText("accountId").shown())
        }
        return id
    }

    private static func transactionID(_ call: Call) throws -> Int64 {
        guard let id = try call.pathNumber("transactionId") else {
            throw BookkeepingError.unknown("bank transaction", try call.pathText("transactionId").shown())
        }
        return id
    }
}
