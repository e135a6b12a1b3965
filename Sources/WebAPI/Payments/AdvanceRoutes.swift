import Bookkeeping
import Books
import WebCore

/// `/customers/{code}/advancepayments` and the suppliers': money that no document has used yet.
enum AdvanceRoutes {
    static let all: [Route] = [Party.customer, .supplier].map { party in
        Route(
            .get, "/\(party.plural)/{code}/advancepayments", .needs(party.toView),
            party.byCode(RouteContract("What is free of a \(party.rawValue)'s advances, by pages."))
                .pages(perPage: 10).parameter(order.contract).parameter(sort.contract)
                .answers(.ok, "One page.", .page(AdvanceWire.shape.schema))
        ) { call in
            let code = try call.pathText("code")
            var reader = try QueryReader(call.query)
            let page = PageRequest(call, &reader, perPage: 10)
            var filter = AdvanceFilter()
            (filter.page, filter.perPage) = (Int64(page.page), Int64(page.perPage))
            (filter.isDescending, filter.sort) = (reader.read(order), reader.read(sort))
            try reader.finish()
            return try await call.reading { [filter] transaction, writer in
                let found = try transaction.advances(of: party, code, filter)
                writer.page(page, total: Int(found.total), amount: found.amount, found.rows) {
                    AdvanceWire.shape.write($0, to: &$1)
                }
            }
        }
    }

    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")
    private static let sort = QueryParameter<AdvanceFilter.Sort>.choice(
        "sortby", [("TransactionDate", 1, .date), ("Amount", 2, .amount), ("Comment", 3, .comment)],
        absent: .date,
        "By name or number; advances that are equal in it stand by Id.")
}

enum AdvanceWire {
    static let shape = WireShape<Advance>(
        "AdvancePayment",
        [
            .integer("Id", in: Bounds.id, "The bank transaction's.", get: { $0.id }).example("4410"),
            .integer("BankAccountId", in: Bounds.id, "The account it came to.", get: { $0.account }).example(
                "1"),
            .amount("Amount", "What is not used yet, home currency.", get: { $0.free }).example("250.0000"),
            .date("Date", "When it was paid.", get: { $0.date.wireText }).neverNull(),
            .text(
                "Comment", max: TextKind.linesMax, kind: .lines, "What was written beside it.",
                get: { $0.comment }),
        ])
}
