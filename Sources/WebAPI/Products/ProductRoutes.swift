import Bookkeeping
import Books
import WebCore

/// `/products`, and `/nominals/{nominalcode}/products`: what is sold and bought under the nominals.
enum ProductRoutes {
    static let all: [Route] = [
        Route(
            .get, "/products", .anyToken, list("The products, by pages."),
            use: { try await list($0, nominal: nil) }),
        Route(
            .get, "/products/list", .anyToken, list("The same as /products."),
            use: { try await list($0, nominal: nil) }),
        Route(
            .get, "/nominals/{nominalcode}/products", .anyToken,
            list("The products of one nominal, by pages.")
                .pathParameter("nominalcode", .integer(min: 1, max: nil), "4000", "The nominal's code.")
                .refuses(BookkeepingError.unknown("nominal", "4000")),
            use: { call in
                let sent = try call.pathText("nominalcode")
                guard let code = Int64(sent) else { throw BookkeepingError.unknown("nominal", sent.shown()) }
                return try await list(call, nominal: code)
            }),
        Route(
            .post, "/products", .needs(.fullAccess),
            RouteContract("A new product.")
                .takes(.table(ProductWire.schema))
                .answers(.created, "The product.", .table(ProductWire.schema), location: true)
                .refuses(BookkeepingError.taken("product code", "OAK-22")),
            use: create),
        Route(
            .get, "/products/{nominalCode}/{code}", .anyToken,
            one(RouteContract("One product.")).answers(.ok, "The product.", .table(ProductWire.schema)),
            use: { try await $0.showing(shown($0)) }),
        Route(
            .put, "/products/{nominalCode}/{code}", .needs(.fullAccess),
            one(
                RouteContract(
                    """
                    Changes a product: what is left out goes back to its default, but for code, nominal and stock. \
                    Lines keep the nominal that they were written with.
                    """)
            )
            .takes(.table(ProductWire.schema))
            .answers(.ok, "The product.", .table(ProductWire.schema))
            .answers(
                .created, "The product, under its new nominal or code.", .table(ProductWire.schema),
                location: true
            )
            .matched()
            .refuses(BookkeepingError.taken("product code", "OAK-22")),
            use: change),
        Route(
            .delete, "/products/{nominalCode}/{code}", .needs(.fullAccess),
            one(RouteContract("Deletes a product; lines keep its code and name."))
                .answers(.noContent, "Deleted.")
                .matched(),
            use: delete),
    ]

    private static func list(_ summary: String) -> RouteContract {
        RouteContract(summary).pages(perPage: 10).parameter(order.contract).parameter(sort.contract)
            .parameter(prefix.contract).parameter(inUseOnly.contract)
            .answers(.ok, "One page.", .page(ProductWire.schema))
    }

    private static func one(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter(
                "nominalCode", .integer(min: 1, max: nil), "4000", "The code of the product's nominal."
            )
            .pathParameter(
                "code", .text(max: nil), #""OAK-22""#, "The product's code in any case, percent-encoded."
            )
            .refuses(BookkeepingError.unknown("product", "4000/OAK-22"))
    }

    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")

    private static let sort = QueryParameter<ProductFilter.Sort>.choice(
        "sortcolumn",
        [("ProductCode", 0, .code), ("ProductName", 1, .name), ("NominalCode", 2, .nominalCode)],
        absent: .code,
        "By name or number.")

    private static let prefix = QueryParameter<String?>.text(
        "filterbycharacter", max: TextKind.nameMax,
        "What the name begins with, whatever its case and accents."
    ).example(#""oak""#)

    private static let inUseOnly = QueryParameter<Bool?>.flag(
        "filterbyinuseonly", "false shows those that are not in use, too; true when left out.")

    @Sendable private static func list(_ call: Call, nominal: Int64?) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader, perPage: 10)
        var filter = ProductFilter()
        filter.page = Int64(page.page)
        filter.perPage = Int64(page.perPage)
        filter.isDescending = reader.read(order)
        filter.sort = reader.read(sort)
        filter.nameStartsWith = reader.read(prefix)
        filter.isInUseOnly = reader.read(inUseOnly) ?? true
        filter.nominalCode = nominal
        try reader.finish()
        return try await call.reading { [filter] transaction, writer in
            let found = try transaction.productPage(filter)
            writer.page(page, total: Int(found.total), found.rows) {
                ProductWire.shape.write(ProductWire($0), to: &$1)
            }
        }
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        let (nominal, code) = try call.productKey
        return { Answer(ProductWire(try $0.productInFull(nominalCode: nominal, code: code))) }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(ProductWire.self).sent
        return try await call.creating {
            try await $0.create(sent)
        } answer: { full in
            Answer(ProductWire(full), status: .created).at(full)
        }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let (nominal, code) = try call.productKey
        let sent = try await call.wire(ProductWire.self).sent
        let (full, isMoved) = try await call.changing(shown(call)) {
            try await $0.changeProduct(nominalCode: nominal, code: code, to: sent)
        }
        return isMoved ? Answer(ProductWire(full), status: .created).at(full) : Answer(ProductWire(full))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let (nominal, code) = try call.productKey
        try await call.changing(shown(call)) { try await $0.deleteProduct(nominalCode: nominal, code: code) }
        return .noContent
    }
}

extension Answer {
    fileprivate func at(_ full: ProductInFull) -> Answer {
        at("products", String(full.product.nominalCode), full.product.code)
    }
}

extension Call {
    /// - Throws: `BookkeepingError.unknown` for what can be no product's path.
    fileprivate var productKey: (nominal: Int64, code: String) {
        get throws {
            let (sent, code) = (try pathText("nominalCode"), try pathText("code"))
            guard let nominal = Int64(sent) else {
                throw BookkeepingError.unknown("product", "\(sent.shown())/\(code.shown())")
            }
            return (nominal, code)
        }
    }
}
