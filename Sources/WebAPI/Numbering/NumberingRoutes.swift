import Bookkeeping
import Books
import WebCore

/// The number that the next document of each kind would be given. Asking sets nothing aside.
enum NumberingRoutes {
    static let all: [Route] = [
        route("/nextavailableinvoicenumber", "invoice or credit note", .invoice),
        route("/nextavailablequotenumber", "quote", .quote),
        route("/nextavailablepurchasenumber", "purchase or purchase credit note", .purchase),
        route("/nextavailablepurchaseordernumber", "purchase order", .purchaseOrder),
        route("/nextavailableprojectnumber", "project", .project),
    ]

    private static func route(_ path: String, _ what: String, _ series: NumberSeries) -> Route {
        Route(
            .get, path, .anyToken,
            RouteContract("The number that the next \(what) would be given; it is not set aside.")
                .answers(.ok, "One more than the highest ever given.", .value(Self.number, "1043")),
            use: { call in
                try await call.showing { Answer(number: try $0.nextNumber(of: series)) }
            })
    }

    private static let number = FieldSchema.integer(min: 1, max: nil)
}
