import Bookkeeping
import Books
import WebCore

/// What is in stock, as the report answers it.
struct StockOverviewWire: WireTable {
    private var overview: StockOverview?

    init() {}

    init(_ overview: StockOverview) {
        self.overview = overview
    }

    private var rows: [StockRowWire] { (overview?.rows ?? []).map { StockRowWire($0) } }

    static let shape = WireShape<StockOverviewWire>(
        "StockOverview",
        [
            .amount(
                "TotalValue", "Sum of the rows' StockValue, in home currency.",
                get: { $0.overview?.value ?? .zero }
            )
            .example("629.0000"),
            .list("Stocks", max: nil, "By nominal and product.", get: { $0.rows }),
        ])
}

/// A product or a nominal in the report.
struct StockRowWire: WireTable {
    private var row: StockRow?

    init() {}

    init(_ row: StockRow) {
        self.row = row
    }

    static let shape = WireShape<StockRowWire>(
        "StockRow", element: "Stock",
        [
            .integer("NominalCode", "The nominal.", get: { $0.row?.nominalCode ?? 0 }).example("4000"),
            .text("NominalName", max: TextKind.nameMax, "Its name.", get: { $0.row?.nominalName }).neverNull()
                .example(#""Sale of Goods""#),
            .text(
                "ProductCode", max: TextKind.codeMax, "Null where the stock is the nominal's own.",
                get: { $0.row?.product?.code }
            ).example(#""OAK-22""#),
            .text("ProductName", max: TextKind.nameMax, "The product's name.", get: { $0.row?.product?.name })
                .example(#""Oak board 22 mm""#),
            .text(
                "ProductDescription", max: TextKind.linesMax, "The description of product or nominal.",
                get: { $0.row?.description }
            ).neverNull(),
            .decimal("ProductPrice", "Net price of one, in home currency.", get: { $0.row?.price ?? .zero })
                .neverNull().example("18.5000"),
            .decimal("QuantityInStock", "On hand.", get: { $0.row?.stock ?? .zero }).neverNull().example(
                "34.0000"),
            .amount("StockValue", "Quantity times price; 0 below zero.", get: { $0.row?.value ?? .zero })
                .example("629.0000"),
            .decimal(
                "PendingDelivery",
                "Bought and not yet received, and on open orders; 0 until there are purchases.",
                get: { $0.row?.pending ?? .zero }
            ).neverNull(),
            .decimal("AlertLevel", "Below this the stock is low.", get: { $0.row?.warning ?? .zero })
                .neverNull()
                .example("10.0000"),
        ])
}
