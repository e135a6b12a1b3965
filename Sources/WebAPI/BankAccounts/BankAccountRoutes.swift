import Bookkeeping
import Books
import FrontDoor
import WebCore

/// `/bankaccounts`: the accounts themselves. Payment forms list them; all else is for whoever may do everything.
enum BankAccountRoutes {
    static let all: [Route] = [
        Route(
            .get, "/bankaccounts", forPaymentForms,
            RouteContract("The bank accounts, in their order.").parameter(withArchived.contract).bareList()
                .answers(.ok, "The accounts.", .list(.table(BankAccountRowWire.schema))),
            use: list),
        Route(
            .get, "/bankaccounts/list", forPaymentForms,
            RouteContract("The bank accounts, in their order, by pages.").pages(perPage: 1_000)
                .parameter(order.contract).parameter(withStatistics.contract).parameter(withArchived.contract)
                .answers(.ok, "One page.", .page(BankAccountRowWire.schema)),
            use: page),
        Route(
            .get, "/bankaccounts/suggestedcode", .needs(.fullAccess),
            RouteContract("The code that a new account would get; it is not set aside.")
                .answers(.ok, "The code, as a bare number.", .value(.integer(min: 1, max: nil), "1210")),
            use: suggestCode),
        Route(
            .get, "/bankaccounts/{id}", .needs(.fullAccess),
            id(RouteContract("One bank account.")).answers(
                .ok, "The account.", .table(BankAccountWire.schema)),
            use: read),
        Route(
            .post, "/bankaccounts", .needs(.fullAccess),
            RouteContract("A new bank account with its nominal; the starting amount is posted.")
                .takes(.table(BankAccountWire.schema))
                .answers(.created, "The account.", .table(BankAccountWire.schema), location: true)
                .refuses(BookkeepingError.taken("bank account", "Savings"))
                .refuses(BookkeepingError.dateLocked(until: .never)),
            use: create),
        Route(
            .put, "/bankaccounts/{id}", .needs(.fullAccess),
            id(
                RouteContract(
                    "Changes an account: what is left out goes back to its default, but for the code.")
            )
            .parameter(attachedFeed.contract)
            .takes(.table(BankAccountWire.schema))
            .answers(.ok, "The account.", .table(BankAccountWire.schema))
            .refuses(BookkeepingError.taken("bank account", "Savings"))
            .refuses(BookkeepingError.dateLocked(until: .never))
            .refuses(BookkeepingError.inUse(by: "the business, as its default bank account"))
            .refuses(WebError.notImplemented("PUT /bankaccounts/{id}?attachFeedAccount"))
            .matched(),
            use: change),
        Route(
            .delete, "/bankaccounts/{id}", .needs(.fullAccess),
            id(RouteContract("Deletes an account that has no transactions.")).answers(.noContent, "Deleted.")
                .refuses(BookkeepingError.inUse(by: "transactions and payments: archive it instead"))
                .matched(),
            use: delete),
        Route(
            .put, "/bankaccounts/bank-order", .needs(.fullAccess),
            RouteContract("Sets the order of the accounts; those that are not named come after the others.")
                .takes(.list(.table(BankOrderWire.schema)))
                .answers(.ok, "Done."),
            use: sort),
    ]

    private static let forPaymentForms = RouteAccess.needs(
        .editInvoice, or: .editQuote, .editCustomer, .editReceipt, .editProject)

    static func id(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter("id", .integer(min: 1, max: nil), "1", "The account's Id.")
            .refuses(BookkeepingError.unknown("bank account", "1"))
    }

    private static let withArchived = QueryParameter<Bool?>.flag(
        "includeArchivedAccounts", "Whether archived accounts are listed too; false when left out.")
    private static let withStatistics = QueryParameter<Bool?>.flag(
        "includemonthlystats", "Taken for compatibility; adds nothing.")
    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")
    private static let attachedFeed = QueryParameter<String?>.text(
        "attachFeedAccount", "Attaching a bank feed is not built yet.")

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let archived = reader.read(withArchived) ?? false
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        return try await call.reading { transaction, writer in
            let accounts = isBeyond ? [] : try transaction.bankAccountsInFull(withArchived: archived)
            writer.list(accounts) { BankAccountRowWire.shape.write(BankAccountRowWire($0), to: &$1) }
        }
    }

    @Sendable private static func page(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader, perPage: 1_000)
        let (archived, isDescending) = (reader.read(withArchived) ?? false, reader.read(order))
        _ = reader.read(withStatistics)
        try reader.finish()
        return try await call.reading { transaction, writer in
            var accounts = try transaction.bankAccountsInFull(withArchived: archived)
            if isDescending { accounts.reverse() }
            let rows = accounts.dropFirst((page.page - 1) * page.perPage).prefix(page.perPage)
            writer.page(page, total: accounts.count, rows) {
                BankAccountRowWire.shape.write(BankAccountRowWire($0), to: &$1)
            }
        }
    }

    @Sendable private static func suggestCode(_ call: Call) async throws -> Answer {
        Answer(number: try await call.withBook { try await $0.suggestedBankCode() })
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.showing(shown(call))
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        let id = try call.bankAccountID
        return { Answer(BankAccountWire(try $0.bankAccountInFull(id))) }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let draft = try await call.wire(BankAccountWire.self).draft
        return try await call.creating {
            try await $0.create(draft)
        } answer: {
            Answer(BankAccountWire($0), status: .created).at("bankaccounts", String($0.account.id))
        }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let id = try call.bankAccountID
        var reader = try QueryReader(call.query)
        let feed = reader.read(attachedFeed)
        try reader.finish()
        if feed != nil { throw WebError.notImplemented("PUT /bankaccounts/{id}?attachFeedAccount") }
        let draft = try await call.wire(BankAccountWire.self).draft
        let account = try await call.changing(shown(call)) { try await $0.changeBankAccount(id, to: draft) }
        return Answer(BankAccountWire(account))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let id = try call.bankAccountID
        try await call.changing(shown(call)) { try await $0.deleteBankAccount(id) }
        return .noContent
    }

    @Sendable private static func sort(_ call: Call) async throws -> Answer {
        let places = try await call.body().tables(BankOrderWire.self).map { (id: $0.id, order: $0.order) }
        try await call.withBook { try await $0.orderBankAccounts(places) }
        return .done
    }
}

extension Call {
    /// - Throws: `BookkeepingError.unknown` for what is no id.
    var bankAccountID: Int64 {
        get throws {
            let sent = try pathText("id")
            guard let id = Int64(sent) else { throw BookkeepingError.unknown("bank account", sent.shown()) }
            return id
        }
    }
}

/// An account's place in the order.
struct BankOrderWire: WireTable {
    private(set) var id: Int64 = 0
    private(set) var order: Int64 = 0

    static let shape = WireShape<BankOrderWire>(
        "BankOrder",
        [
            .integer("Id", in: Bounds.id, "The account's.", get: nil, set: { $0.id = $1 }).required().example(
                "1"),
            .integer("Order", "By which they are sorted.", get: nil, set: { $0.order = $1 }).required()
                .example("1"),
        ])
}
