import Bookkeeping
import Books
import WebCore

/// A nominal as its single resource answers it, and as a change takes it.
struct NominalWire: NominalHolder {
    var row = NominalMembers()

    init() {}

    init(_ nominal: NominalInFull) {
        row.shown = nominal
    }

    static let shape = WireShape<NominalWire>("Nominal", WireField.nominal(nameIsRequired: false))
}

/// A nominal to be made: the same, with a name that must be there.
struct NewNominalWire: NominalHolder {
    var row = NominalMembers()

    static let shape = WireShape<NewNominalWire>(
        "NewNominal", element: "Nominal", WireField.nominal(nameIsRequired: true))
}

/// What both tables hold.
struct NominalMembers {
    /// What is answered.
    fileprivate(set) var shown: NominalInFull?
    var sent = NominalDraft()
    fileprivate var checked: CheckedNominalDraft?

    fileprivate var nominal: Nominal? { shown?.nominal }
    fileprivate var details: NominalDetails { shown?.nominal.details ?? NominalDetails() }

    /// What was sent, checked.
    ///
    /// - Throws: `BookkeepingError.invalid` where the table was not read from a body, which checks it.
    var draft: CheckedNominalDraft {
        get throws(BookkeepingError) { if let checked { checked } else { try sent.checked() } }
    }
}

/// A table with the members of a nominal.
protocol NominalHolder: WireTable {
    var row: NominalMembers { get set }
}

extension NominalHolder {
    mutating func check(_ problems: inout WireProblems) {
        row.checked = problems.addRefusals(of: row.sent.checked)
    }
}

// The members in the documented order.
extension WireField where Owner: NominalHolder {
    fileprivate static func nominal(nameIsRequired: Bool) -> [WireField<Owner>] {
        identity(nameIsRequired: nameIsRequired) + reported + taxes + prefill + stock
    }

    private static func identity(nameIsRequired: Bool) -> [WireField<Owner>] {
        let name = WireField<Owner>.text(
            "Name", max: NominalDraft.nameMax, "What it is called.", get: { $0.row.nominal?.name },
            set: { $0.row.sent.name = $1 }
        ).neverNull().example(#""Workshop Hire""#)
        return [
            .integer(
                "Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.row.nominal?.id ?? 0 }
            )
            .example("1000140"),
            .integer(
                "Code", in: 0...NominalDraft.codes.upperBound,
                """
                The number that people see, unique among nominals and bank accounts. Left out or 0, a new nominal gets \
                the next free one of its area and an old one keeps its own.
                """,
                get: { $0.row.nominal?.code ?? 0 }, set: { $0.row.sent.code = $1 }
            ).example("4911"),
            nameIsRequired ? name.required() : name,
        ]
    }

    private static var reported: [WireField<Owner>] {
        [
            .nominalType(
                "Where its balance is reported; by name in any case, or by number. Follows NomType when left out.",
                get: { $0.row.nominal?.details.type.name }, set: { $0.row.sent.type = $1 }
            ).neverNull().example(#""Turnover""#),
            .nominalArea(get: { $0.row.details.area.rawValue }, set: { $0.row.sent.area = $1 }),
            .text("Classification", "The area as a text.", get: { $0.row.details.area.name }).neverNull()
                .example(#""Sales""#),
            .text(
                "ControlAccountClassification",
                "Debtors, Creditors, InputVAT, OutputVAT or VATControl; null for all others.",
                get: { $0.row.nominal?.controlName }),
            .integer(
                "Special", "The number of its role in the books, 0 for none.",
                get: { $0.row.nominal?.special ?? 0 }
            ),
            .integer(
                "PlOption", "Section of the profit and loss: 1 turnover, 2 cost of sale, 3 expense, 0 none.",
                get: { $0.row.details.type.profitAndLossSection }
            ).example("1"),
            .integer(
                "BsOption",
                "Section of the balance sheet: 4 fixed asset, 5 current asset or liability, 6 capital, 0 none.",
                get: { $0.row.details.type.balanceSheetSection }),
            .flag(
                "AllowDelete", "Whether it can be deleted: it has no role, and is not the last of its area.",
                get: { $0.row.shown?.hold == nil }
            ).example("true"),
            .flag(
                "Archived", "Hidden from pick lists; history and reports keep it.",
                get: { $0.row.details.isArchived }, set: { $0.row.sent.isArchived = $1 }),
        ]
    }

    private static var taxes: [WireField<Owner>] {
        [
            .flag(
                "Disallowed", "Not allowed against income or corporation tax.",
                get: { $0.row.details.isDisallowed }, set: { $0.row.sent.isDisallowed = $1 }),
            .integer(
                "Sa103Code", "A Code of /nominals/sa103categories that fits the type, 0 for none.",
                get: { $0.row.details.sa103Code }, set: { $0.row.sent.sa103Code = $1 }
            ).example("15"),
            .text(
                "ComplianceCode", "Its place in another chart; free text.",
                get: { $0.row.details.complianceCode },
                set: { $0.row.sent.complianceCode = $1 }),
            .percentage(
                "CISRate", "Deduction for labour, per cent.", get: { $0.row.details.cisRate },
                set: { $0.row.sent.cisRate = $1 }
            ).neverNull(),
            .flag(
                "DigitalService", "Whether sales on it are digital services.",
                get: { $0.row.details.isDigitalService }, set: { $0.row.sent.isDigitalService = $1 }),
            .flag(
                "PrePayments", "Whether the prepayments report offers lines on it.",
                get: { $0.row.details.isForPrepayments }, set: { $0.row.sent.isForPrepayments = $1 }),
            .flag(
                "IncludeInECSalesList",
                "Whether sales on it to the EU go to the sales list; true for area 1 when left out.",
                get: { $0.row.details.isInECSalesList }, set: { $0.row.sent.isInECSalesList = $1 }),
            .integer(
                "IsProduct", in: 0...1, "1 goods, 0 services; 1 when left out, and always of a fixed asset.",
                get: { $0.row.details.isProduct ? 1 : 0 }, set: { $0.row.sent.isProduct = $1 == 1 }
            ).example("1"),
        ]
    }

    private static var prefill: [WireField<Owner>] {
        [
            .flag(
                "AutoFillLineItem", "Picking the code fills a line from the five members that follow.",
                get: { $0.row.details.fillsLines }, set: { $0.row.sent.fillsLines = $1 }),
            .decimal(
                "Price", "Net, for one unit.", get: { $0.row.details.price }, set: { $0.row.sent.price = $1 }
            ).neverNull().example("45.0000"),
            .decimal(
                "WholeSalePrice", "The same for customers with wholesale prices.",
                get: { $0.row.details.wholesalePrice }, set: { $0.row.sent.wholesalePrice = $1 }
            ).neverNull(),
            .percentage(
                "VATRate", "Per cent; the account's default rate when left out.",
                get: { $0.row.details.vatRate }, set: { $0.row.sent.vatRate = $1 }
            ).neverNull().example("20.0000"),
            .flag(
                "VATExempt", "No VAT applies, which is not the same as 0 %.",
                get: { $0.row.details.isVATExempt },
                set: { $0.row.sent.isVATExempt = $1 }),
            .text(
                "Description", max: TextKind.linesMax, kind: .lines, "The text of the line.",
                get: { $0.row.details.description }, set: { $0.row.sent.description = $1 }
            ).neverNull(),
        ]
    }

    private static var stock: [WireField<Owner>] {
        [
            .flag(
                "ManageStockLevel",
                "Whether lines without a product move its stock; needs stock management on.",
                get: { $0.row.details.managesStock }, set: { $0.row.sent.managesStock = $1 }),
            .decimal(
                "QuantityInStock", "On hand; what is sent is a count, left out it stays.",
                get: { $0.row.details.stock }, set: { $0.row.sent.stock = $1 }
            ).neverNull(),
            .decimal(
                "StockWarningQuantity", "Warn below it.", get: { $0.row.details.stockWarning },
                set: { $0.row.sent.stockWarning = $1 }
            ).neverNull(),
            .flag(
                "IncrementStockLevelsOnPurchase",
                "Whether purchases raise the stock, by the link that follows.",
                get: { $0.row.details.raisesStockOnPurchase }, set: { $0.row.sent.raisesStockOnPurchase = $1 }
            ),
            .integer(
                "PurchaseNominalCode", "The code whose purchases raise the stock, 0 for none.",
                get: { $0.row.shown?.purchaseNominalCode ?? 0 }, set: { $0.row.sent.purchaseNominalCode = $1 }
            ),
            .text(
                "PurchaseSubNominalCode", max: TextKind.codeMax,
                "The product under it that does; empty for any.",
                get: { $0.row.shown?.purchaseProductCode ?? "" },
                set: { $0.row.sent.purchaseProductCode = $1 }
            ).neverNull(),
            .integer(
                "PurchaseNominalId", in: 0...Int64.max, "The Id of PurchaseNominalCode, 0 for none.",
                get: { $0.row.details.purchaseNominal }),
            .integer(
                "PurchaseSubNominalId", in: 0...Int64.max, "The Id of PurchaseSubNominalCode, 0 for none.",
                get: { $0.row.details.purchaseProduct }),
            .flag(
                "CreateWhenNotPresent",
                "POST: a code that is taken is answered with its nominal. PUT: one that is not there is made.",
                get: nil, set: { $0.row.sent.makesWhenMissing = $1 }),
            .text("IRISCoAName", "Always null: there is no other chart.", get: { _ in nil }),
            .flag("IsIRISCoA", "Always false.", get: { _ in false }),
        ]
    }
}
