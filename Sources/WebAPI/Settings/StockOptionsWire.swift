import Bookkeeping
import WebCore

/// Whether stock is counted, as `/stockoptions` answers and takes it. What is left out is false.
struct StockOptionsWire: WireTable {
    private(set) var options = StockOptions()

    init() {}

    init(_ options: StockOptions) {
        self.options = options
    }

    static let shape = WireShape<StockOptionsWire>(
        "StockOptions",
        [
            .flag(
                "EnableStockManagement", "Invoices and purchases move the quantities in stock.",
                get: { $0.options.managesStock }, set: { $0.options.managesStock = $1 }),
            .flag(
                "EnableWholesalePricing", "Customers who receive it are sold to at wholesale prices.",
                get: { $0.options.hasWholesalePricing }, set: { $0.options.hasWholesalePricing = $1 }),
            .flag(
                "ECSalesProducts", "Each nominal says whether it is goods; DefineProds of /vat/settings.",
                get: { $0.options.definesProducts }, set: { $0.options.definesProducts = $1 }),
        ])
}
