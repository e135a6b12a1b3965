import Bookkeeping
import WebCore

/// The product of a nominal that is preselected.
struct DefaultProductWire: WireTable {
    private var code = ""
    private var details = ProductDetails()

    init() {}

    init(_ product: Product) {
        code = product.code
        details = product.details
    }

    static let shape = WireShape<DefaultProductWire>(
        "DefaultProduct",
        [
            .text("Code", max: TextKind.codeMax, "Unique within the nominal.", get: { $0.code }).neverNull()
                .example(#""OAK-22""#),
            .text("Name", max: TextKind.nameMax, "What it is called.", get: { $0.details.name }).neverNull()
                .example(#""Oak board 22 mm""#),
            .flag("AutoFillLineItem", "Picking the product fills a line.", get: { $0.details.fillsLines }),
            .decimal("Price", "Net, for one unit.", get: { $0.details.price }).neverNull(),
            .decimal("WholeSalePrice", "The same, wholesale.", get: { $0.details.wholesalePrice })
                .neverNull(),
            .percentage("VATRate", "Per cent.", get: { $0.details.vatRate }).neverNull(),
            .flag("VATExempt", "No VAT applies.", get: { $0.details.isVATExempt }),
            .text(
                "Description", max: TextKind.linesMax, kind: .lines, "The text of a line.",
                get: { $0.details.description }
            ).neverNull(),
            .flag("InUse", "Whether lists show it.", get: { $0.details.isInUse }),
        ])
}
