import Bookkeeping
import Books
import WebCore

/// A product as `/products` answers and takes it.
struct ProductWire: WireTable {
    private(set) var full: ProductInFull?
    private(set) var draft = ProductDraft()

    init() {}

    init(_ full: ProductInFull) {
        self.full = full
    }

    /// What was sent, checked; what was left out has its default.
    ///
    /// - Throws: `BookkeepingError.invalid`.
    var sent: CheckedProductDraft {
        get throws(BookkeepingError) { try draft.checked() }
    }

    /// The books' own bounds, so that one answer names every wrong field.
    func check(_ problems: inout WireProblems) {
        problems.addRefusals(of: draft.checked)
    }

    static let shape = WireShape<ProductWire>("Product", key + texts + prices + stock + flags)

    private static let key: [WireField<ProductWire>] = [
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.full?.product.id ?? 0 })
            .example("5120"),
        .text(
            "Code", max: TextKind.codeMax,
            "Unique within the nominal in any case; made from the name when left out.",
            get: { $0.full?.product.code }, set: { $0.draft.code = $1 }
        ).neverNull().example(#""OAK-22""#),
        .integerOrText(
            "NominalCode", "The nominal that it is under; the account's default sales nominal when left out.",
            get: { $0.full?.product.nominalCode ?? 0 }, set: { $0.draft.nominalCode = $1 }
        ).example("4000"),
        .integer("NominalId", in: Bounds.id, "The nominal's Id.", get: { $0.full?.product.nominal ?? 0 })
            .example("1000045"),
    ]

    private static let texts: [WireField<ProductWire>] = [
        .requiredText(
            "Name", max: TextKind.nameMax, "As lines and reports show it.", get: { $0.details?.name ?? "" },
            set: { $0.draft.name = $1 }
        ).example(#""Oak board 22 mm""#),
        .text(
            "Description", max: TextKind.linesMax, kind: .lines, "The text that lines begin with.",
            get: { $0.details?.description ?? "" }, set: { $0.draft.description = $1 }
        ).neverNull(),
        .flag(
            "AutoFillLineItem", "Whether picking it fills a line's description, price and VAT rate.",
            get: { $0.details?.fillsLines ?? false }, set: { $0.draft.fillsLines = $1 }),
    ]

    private static let prices: [WireField<ProductWire>] = [
        .decimal(
            "Price", "Net price of one, in home currency.", get: { $0.details?.price ?? .zero },
            set: { $0.draft.price = $1 }
        ).neverNull().example("18.5000"),
        .decimal(
            "WholeSalePrice", "Taken instead for customers who receive wholesale pricing, where that is on.",
            get: { $0.details?.wholesalePrice ?? .zero }, set: { $0.draft.wholesalePrice = $1 }
        ).neverNull().example("15.0000"),
        .percentage(
            "VATRate", "Per cent, one of the account's rates; the nominal's when left out.",
            get: { $0.details?.vatRate ?? .zero }, set: { $0.draft.vatRate = $1 }
        ).neverNull().example("20.0000"),
        .flag(
            "VATExempt", "Whether no VAT applies, which is not the same as a rate of 0.",
            get: { $0.details?.isVATExempt ?? false }, set: { $0.draft.isVATExempt = $1 }),
    ]

    private static let stock: [WireField<ProductWire>] = [
        .flag(
            "ManageStockLevel", "Whether its stock is kept, where stock management is on.",
            get: { $0.details?.managesStock ?? false }, set: { $0.draft.managesStock = $1 }),
        .decimal(
            "QuantityInStock", "On hand; one that is sent is a count, left out it stays.",
            get: { $0.details?.stock ?? .zero }, set: { $0.draft.stock = $1 }
        ).neverNull().example("40.0000"),
        .decimal(
            "StockWarningQuantity", "Below this the stock is low.",
            get: { $0.details?.stockWarning ?? .zero },
            set: { $0.draft.stockWarning = $1 }
        ).neverNull().example("10.0000"),
        .integer(
            "PurchaseNominalId", in: 0...Int64.max,
            "The Id of PurchaseNominalCode; taken where that is left out.",
            get: { $0.details?.purchaseNominal ?? 0 }, set: { $0.draft.purchaseLink.nominalID = $1 }
        ).example("1000062"),
        .integer(
            "PurchaseSubNominalId", in: 0...Int64.max,
            "The Id of PurchaseSubNominalCode; taken where that is left out.",
            get: { $0.details?.purchaseProduct ?? 0 }, set: { $0.draft.purchaseLink.productID = $1 }
        ).example("5119"),
        .integer(
            "PurchaseNominalCode", "The nominal whose purchases raise this stock; 0 for none.",
            get: { $0.full?.purchaseNominalCode ?? 0 }, set: { $0.draft.purchaseLink.nominalCode = $1 }
        ).example("5000"),
        .text(
            "PurchaseSubNominalCode", max: TextKind.codeMax,
            "The product under it that purchases have to name; empty for any.",
            get: { $0.full?.purchaseProductCode ?? "" },
            set: { $0.draft.purchaseLink.productCode = $1 ?? "" }
        ).neverNull().example(#""OAK-22""#),
        .flag(
            "IncrementStockLevelsOnPurchase", "Whether that link is on.",
            get: { $0.details?.raisesStockOnPurchase ?? false }, set: { $0.draft.raisesStockOnPurchase = $1 }),
    ]

    private static let flags: [WireField<ProductWire>] = [
        .flag(
            "IsDefault", "Whether it is its nominal's preselected product; setting it clears the others.",
            get: { $0.details?.isDefault ?? false }, set: { $0.draft.isDefault = $1 }),
        .flag(
            "InUse", "false hides it from lists; true when left out.", get: { $0.details?.isInUse ?? true },
            set: { $0.draft.isInUse = $1 }),
    ]

    private var details: ProductDetails? { full?.product.details }
}
