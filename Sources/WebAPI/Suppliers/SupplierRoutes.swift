import Bookkeeping
import Books
import WebCore

/// `/suppliers`: list, create, read and change; `PartyRoutes` has the rest.
enum SupplierRoutes {
    static let all: [Route] =
        [
            Route(
                .get, "/suppliers", .needs(.viewReceipt),
                PartyListQuery.suppliers.describe(RouteContract("The suppliers, by pages."))
                    .answers(.ok, "One page.", .page(SupplierRowWire.shape.schema)),
                use: PartyListQuery.suppliers.list(SupplierRowWire.shape) { transaction, filter, _ in
                    let page = try transaction.supplierPage(filter)
                    return (page.total, page.rows)
                }),
            Route(
                .post, "/suppliers", .needs(.createReceipt),
                RouteContract("A new supplier.")
                    .takes(.table(SupplierWire.schema))
                    .answers(.created, "The supplier.", .table(SupplierWire.schema), location: true)
                    .refuses(BookkeepingError.partyCodeTaken(.supplier, "TIMB01")),
                use: SupplierWire.create { try await $0.create($1) }),
            Route(
                .get, "/suppliers/{code}", .needs(.viewReceipt),
                Party.supplier.byCode(RouteContract("One supplier in full."))
                    .answers(.ok, "The supplier.", .table(SupplierWire.schema)),
                use: SupplierWire.read(find)),
            Route(
                .put, "/suppliers/{code}", .needs(.editReceipt),
                Party.supplier.byCode(
                    RouteContract(
                        "Changes a supplier: what is left out goes back to its default, but for the code.")
                )
                .takes(.table(SupplierWire.schema))
                .answers(.ok, "The supplier.", .table(SupplierWire.schema))
                .answers(
                    .created, "The supplier, under its new code.", .table(SupplierWire.schema), location: true
                )
                .matched()
                .refuses(BookkeepingError.partyCodeTaken(.supplier, "TIMB01")),
                use: SupplierWire.change(find, to: { try $0.plainDraft }) { try await $0.change($1, to: $2) }),
            Route(
                .post, "/suppliers/suggestedcode", .needs(.createReceipt),
                RouteContract("A free code for a name; it is not set aside.")
                    .parameter(supplierName.contract)
                    .answers(
                        .ok, "The code, as a bare text.", .value(.text(max: TextKind.codeMax), #""TIMB01""#)
                    ).repeatable(),
                use: suggestCode),
        ] + PartyRoutes.suppliers.all + SupplierStatisticsRoutes.all

    /// What one supplier's path shows.
    static let find: SupplierWire.Find = { try $0.supplier($1, on: $2()) }

    private static let supplierName = QueryParameter<String?>.text(
        "supplierName", max: TextKind.nameMax, "The name to make a code from."
    ).required().example(#""Timberyard & Sons""#)

    @Sendable private static func suggestCode(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let name = reader.read(supplierName)
        try reader.finish()
        let code = try await call.withBook {
            try await $0.suggestedCode(for: name ?? "", of: .supplier, field: supplierName.name)
        }
        return Answer(text: code.text)
    }
}
