import Bookkeeping
import Books
import WebCore

/// `/customers`: list, create, read, change and delete, one at a time.
enum CustomerRoutes {
    static let all: [Route] = [
        Route(
            .get, "/customers", .needs(.viewCustomer),
            CustomerListQuery.describe(RouteContract("The customers, by pages."))
                .answers(.ok, "One page.", .page(CustomerRowWire.shape.schema)),
            use: list),
        Route(
            .post, "/customers", .needs(.createCustomer),
            RouteContract("A new customer.")
                .takes(.table(CustomerWire.schema))
                .answers(.created, "The customer.", .table(CustomerWire.schema), location: true)
                .refuses(BookkeepingError.customerCodeTaken("HARB01")),
            use: create),
        Route(
            .get, "/customers/{code}", .needs(.viewCustomer),
            code(RouteContract("One customer in full."))
                .answers(.ok, "The customer.", .table(CustomerWire.schema)),
            use: read),
        Route(
            .put, "/customers/{code}", .needs(.editCustomer),
            code(
                RouteContract(
                    "Changes a customer: what is left out goes back to its default, but for the code.")
            )
            .parameter(updateInvoicesAddress.contract)
            .takes(.table(CustomerWire.schema))
            .answers(.ok, "The customer.", .table(CustomerWire.schema))
            .answers(
                .created, "The customer, under its new code.", .table(CustomerWire.schema), location: true
            )
            .refuses(BookkeepingError.customerCodeTaken("HARB01")),
            use: change),
        Route(
            .delete, "/customers/{code}", .needs(.deleteCustomer),
            code(RouteContract("Deletes a customer.")).answers(.noContent, "Deleted."),
            use: delete),
        Route(
            .post, "/customers/suggestedcode", .needs(.createCustomer),
            RouteContract("A free code for a name; it is not set aside.")
                .takes(.table(SuggestedCodeWire.schema))
                .answers(
                    .ok, "The code, as a bare text.", .value(.text(max: TextKind.codeMax), #""HARB01""#)),
            use: suggestCode),
        Route(
            .get, "/customers/search", .needs(.viewCustomer),
            RouteContract(
                "The customers in one of whose fields a text stands; at most \(Book.customerHitsMax)."
            )
            .parameter(searchBy.contract).parameter(searchText.contract)
            .answers(.ok, "Id and text of each.", .list(.table(CustomerHitWire.shape.schema))),
            use: search),
    ]

    private static func code(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter(
                "code", .text(max: nil), #""HARB01""#, "The customer's code in any case, percent-encoded."
            )
            .refuses(BookkeepingError.customerUnknown(code: "HARB01"))
    }

    private static let updateInvoicesAddress = QueryParameter<Bool?>.flag(
        "updateInvoicesAddress", "Whether invoices get the new address; there are no invoices yet.")

    private static let searchBy = QueryParameter<CustomerSearchField?>(
        "searchBy", "Which field: code, email or name.",
        .text(max: nil, choices: CustomerSearchField.allCases.map(\.rawValue)), absent: nil,
        rule: "must be one of code, email, name.", isRequired: true,
        parse: { sent -> CustomerSearchField?? in
            CustomerSearchField(rawValue: sent.lowercased()).map { .some($0) }
        }
    ).example(#""name""#)

    private static let searchText = QueryParameter<String?>.text(
        "searchText", "What stands anywhere in the field, in any case."
    ).required().example(#""joinery""#)

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader)
        let filter = CustomerListQuery.filter(&reader, page)
        try reader.finish()
        return try await call.reading { transaction, writer in
            let found = try transaction.customerPage(filter)
            writer.page(page, total: Int(found.total), found.rows) {
                CustomerRowWire.shape.write($0, to: &$1)
            }
        }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let draft = try await call.wire(CustomerWire.self).draft
        let customer = try await call.withBook { try await $0.create(draft) }
        return Answer(CustomerWire(customer), status: .created).at("customers", customer.code.text)
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        let code = try call.pathText("code")
        return try await call.reading { transaction, writer in
            CustomerWire.shape.write(CustomerWire(try transaction.customer(code)), to: &writer)
        }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let code = try call.pathText("code")
        var reader = try QueryReader(call.query)
        _ = reader.read(updateInvoicesAddress)
        try reader.finish()
        let draft = try await call.wire(CustomerWire.self).draft
        let changed = try await call.withBook { try await $0.change(code, to: draft) }
        let customer = changed.customer
        guard changed.isRenamed else { return Answer(CustomerWire(customer)) }
        return Answer(CustomerWire(customer), status: .created).at("customers", customer.code.text)
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let code = try call.pathText("code")
        try await call.withBook { try await $0.deleteCustomer(code) }
        return .noContent
    }

    @Sendable private static func suggestCode(_ call: Call) async throws -> Answer {
        let name = try await call.wire(SuggestedCodeWire.self).name
        let code = try await call.withBook { try await $0.suggestedCustomerCode(for: name) }
        return Answer(text: code.text)
    }

    @Sendable private static func search(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let field = reader.read(searchBy)
        let text = reader.read(searchText)
        try reader.finish()
        guard let field, let text else { return Answer(list: [], CustomerHitWire.shape) }
        let hits = try await call.withBook { try await $0.searchCustomers(field, containing: text) }
        return Answer(list: hits, CustomerHitWire.shape)
    }
}
