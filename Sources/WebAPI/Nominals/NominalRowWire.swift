import Bookkeeping
import Books
import WebCore

/// A nominal as the list shows it.
enum NominalRowWire {
    static let shape = WireShape<NominalRow>(
        "NominalRow", element: "Nominal", identity + reported + prefill)

    private static let identity: [WireField<NominalRow>] = [
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.nominal.id })
            .example("1000061"),
        .integer("Code", "The number that people see.", get: { $0.nominal.code }).example("4000"),
        .text("Name", max: NominalDraft.nameMax, "What it is called.", get: { $0.nominal.name }).neverNull()
            .example(#""Sale of Goods""#),
        .text("Type", "Where its balance is reported.", get: { $0.nominal.details.type.name }).neverNull()
            .example(#""Turnover""#),
        .integer("NomType", "1 sales, 2 outgoings, 3 bank.", get: { $0.nominal.details.area.rawValue })
            .example("1"),
        .text("Classification", "The area as a text.", get: { $0.nominal.details.area.name }).neverNull()
            .example(#""Sales""#),
        .text(
            "ControlAccountClassification", "Null but for control accounts.", get: { $0.nominal.controlName }),
        .integer("Special", "The number of its role in the books, 0 for none.", get: { $0.nominal.special }),
    ]

    private static let reported: [WireField<NominalRow>] = [
        .integer(
            "PlOption", "Section of the profit and loss, 0 for none.",
            get: { $0.nominal.details.type.profitAndLossSection }
        ).example("1"),
        .integer(
            "BsOption", "Section of the balance sheet, 0 for none.",
            get: { $0.nominal.details.type.balanceSheetSection }),
        .flag("AllowDelete", "Whether it can be deleted.", get: { $0.hold == nil }),
        .flag("Archived", "Hidden from pick lists.", get: { $0.nominal.details.isArchived }),
        .flag("Disallowed", "Not allowed against tax.", get: { $0.nominal.details.isDisallowed }),
        .integer("Sa103Code", "Its box of the form SA103, 0 for none.", get: { $0.nominal.details.sa103Code })
            .example("15"),
        .text("ComplianceCode", "Its place in another chart.", get: { $0.nominal.details.complianceCode }),
        .flag(
            "DigitalService", "Whether sales on it are digital services.",
            get: { $0.nominal.details.isDigitalService }),
        .integer(
            "IsProduct", in: 0...1, "1 goods, 0 services.", get: { $0.nominal.details.isProduct ? 1 : 0 }
        )
        .example("1"),
    ]

    private static let prefill: [WireField<NominalRow>] = [
        .flag("AutoFillLineItem", "Picking the code fills a line.", get: { $0.nominal.details.fillsLines }),
        .decimal("Price", "Net, for one unit.", get: { $0.nominal.details.price }).neverNull(),
        .decimal("WholeSalePrice", "The same, wholesale.", get: { $0.nominal.details.wholesalePrice })
            .neverNull(),
        .percentage("VATRate", "Per cent.", get: { $0.nominal.details.vatRate }).neverNull().example(
            "20.0000"),
        .flag("VATExempt", "No VAT applies.", get: { $0.nominal.details.isVATExempt }),
        .text(
            "Description", max: TextKind.linesMax, kind: .lines, "The text of a line.",
            get: { $0.nominal.details.description }
        ).neverNull(),
        .flag("ManageStockLevel", "Whether lines move its stock.", get: { $0.nominal.details.managesStock }),
        .decimal("QuantityInStock", "On hand.", get: { $0.nominal.details.stock }).neverNull(),
        .decimal("StockWarningQuantity", "Warn below it.", get: { $0.nominal.details.stockWarning })
            .neverNull(),
        .object(
            "DefaultProduct", "The product that is marked as the default, else null.",
            get: { $0.defaultProduct.map(DefaultProductWire.init) }),
        .text("IRISCoAName", "Always null: there is no other chart.", get: { _ in nil }),
        .flag("IsIRISCoA", "Always false.", get: { _ in false }),
    ]
}
