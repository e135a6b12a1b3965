import Bookkeeping
import Books
import WebCore

/// `/customers`: list, create, read, change and look for; `PartyRoutes` has the rest.
enum CustomerRoutes {
    static let all: [Route] =
        [
            Route(
                .get, "/customers", .needs(.viewCustomer),
                PartyListQuery.customers.describe(RouteContract("The customers, by pages."))
                    .answers(.ok, "One page.", .page(CustomerRowWire.shape.schema)),
                use: PartyListQuery.customers.list(CustomerRowWire.shape) {
                    let page = try $0.customerPage($1, on: $2())
                    return (page.total, page.rows)
                }),
            Route(
                .post, "/customers", .needs(.createCustomer),
                RouteContract("A new customer.")
                    .takes(.table(CustomerWire.schema))
                    .answers(.created, "The customer.", .table(CustomerWire.schema), location: true)
                    .refuses(BookkeepingError.partyCodeTaken(.customer, "HARB01")),
                use: CustomerWire.create { try await $0.create($1) }),
            Route(
                .get, "/customers/{code}", .needs(.viewCustomer),
                Party.customer.byCode(RouteContract("One customer in full."))
                    .answers(.ok, "The customer.", .table(CustomerWire.schema)),
                use: CustomerWire.read(find)),
            Route(
                .put, "/customers/{code}", .needs(.editCustomer),
                Party.customer.byCode(
                    RouteContract(
                        "Changes a customer: what is left out goes back to its default, but for the code.")
                )
                .parameter(updateInvoicesAddress.contract)
                .takes(.table(CustomerWire.schema))
                .answers(.ok, "The customer.", .table(CustomerWire.schema))
                .answers(
                    .created, "The customer, under its new code.", .table(CustomerWire.schema), location: true
                )
                .matched()
                .refuses(BookkeepingError.partyCodeTaken(.customer, "HARB01")),
                use: CustomerWire.change(find, to: { try $0.draft }, query: readUpdateInvoicesAddress) {
                    try await $0.change($1, to: $2)
                }),
            Route(
                .post, "/customers/suggestedcode", .needs(.createCustomer),
                RouteContract("A free code for a name; it is not set aside.")
                    .takes(.table(SuggestedCodeWire.schema))
                    .answers(
                        .ok, "The code, as a bare text.", .value(.text(max: TextKind.codeMax), #""HARB01""#)
                    ).repeatable(),
                use: suggestCode),
            Route(
                .get, "/customers/search", .needs(.viewCustomer),
                RouteContract(
                    "The customers in one of whose fields a text stands; at most \(Book.customerHitsMax)."
                )
                .parameter(searchBy.contract).parameter(searchText.contract).bareList()
                .answers(.ok, "Id and text of each.", .list(.table(CustomerHitWire.shape.schema))),
                use: search),
        ] + PartyRoutes.customers.all

    /// What one customer's path shows.
    static let find: CustomerWire.Find = { try $0.customer($1, on: $2()) }

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

    @Sendable private static func readUpdateInvoicesAddress(_ query: Query) throws {
        var reader = QueryReader(query)
        _ = reader.read(updateInvoicesAddress)
        try reader.finish()
    }

    @Sendable private static func suggestCode(_ call: Call) async throws -> Answer {
        let name = try await call.wire(SuggestedCodeWire.self).name
        let code = try await call.withBook { try await $0.suggestedCode(for: name, of: .customer) }
        return Answer(text: code.text)
    }

    @Sendable private static func search(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let field = reader.read(searchBy)
        let text = reader.read(searchText)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        guard !isBeyond, let field, let text else { return Answer(list: [], CustomerHitWire.shape) }
        let hits = try await call.withBook { try await $0.searchCustomers(field, containing: text) }
        return Answer(list: hits, CustomerHitWire.shape)
    }
}
