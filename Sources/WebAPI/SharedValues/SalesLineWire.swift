import Bookkeeping
import WebCore

/// A line of an invoice, quote or recurring invoice.
struct SalesLineWire: WireTable {
    private var line: SalesLine?
    /// Of the document.
    private var rate = ExactDecimal.one
    private(set) var draft = SalesLineDraft()

    init() {}

    /// - Parameter rate: the document's exchange rate.
    init(_ line: SalesLine, rate: ExactDecimal) {
        self.line = line
        self.rate = rate
    }

    /// In home currency, four decimals.
    private var homeRate: ExactDecimal? {
        guard let price = line?.rate else { return nil }
        return (try? price.divided(by: rate))?.toFourDecimals
    }

    static let shape = WireShape<SalesLineWire>("Line", head + amounts + names + localTaxes)

    private static let head: [WireField<SalesLineWire>] = [
        .integer(
            "Number", "Identifies and orders the line; 0 or left out for a new one. Numbered from 1 when kept.",
            get: { $0.line?.number ?? 0 }, set: { $0.draft.number = $1 }
        ).example("1"),
        .text(
            "Description", max: TextKind.linesMax, kind: .lines,
            "A line of text alone, without quantity and rate, is a comment.",
            get: { $0.line?.description }, set: { $0.draft.description = $1 }
        ).neverNull().example(#""Oak stair, fitted""#),
        .decimal(
            "Quantity", "1 when left out.", get: { $0.line?.quantity }, set: { $0.draft.quantity = $1 }
        ).neverNull().example("1.0000"),
        .decimal(
            "Rate",
            "Net price of one in the document's currency; the product's where the line names one and this is left out.",
            get: { $0.line?.rate }, set: { $0.draft.rate = $1 }
        ).neverNull().example("1850.0000"),
        .decimal(
            "HomeCurrencyRate", "The same in home currency; read only where Rate is left out.",
            get: { $0.homeRate }, set: { $0.draft.homeRate = $1 }),
    ]

    private static let amounts: [WireField<SalesLineWire>] = [
        .percentage(
            "VATLevel", "Per cent, a VAT rate of the account; its default rate when left out.",
            get: { $0.line?.vatLevel ?? .zero }, set: { $0.draft.vatLevel = $1 }
        ).neverNull().example("20.0000"),
        .flag(
            "VATExempt", "Outside VAT altogether: on no VAT return.", get: { $0.line?.isVATExempt ?? false },
            set: { $0.draft.isVATExempt = $1 }),
        .amount(
            "VATAmount", "Worked out when left out; kept when it is within a penny of that.",
            get: { $0.line?.vat ?? .zero }, set: { $0.draft.vat = $1 }
        ).example("370.0000"),
        .amount("HomeCurrencyVATAmount", "The VAT in home currency.", get: { $0.line?.homeVAT ?? .zero }),
    ]

    private static let names: [WireField<SalesLineWire>] = [
        .integer(
            "NominalCode", "What it posts to; the product's, the customer's or the account's default when left out.",
            get: { $0.line?.nominal.code ?? 0 }, set: { $0.draft.nominalCode = $1 }
        ).example("4000"),
        .integer("NominalId", in: Bounds.id, "The nominal's Id.", get: { $0.line?.nominal.id ?? 0 }),
        .text("NominalName", max: TextKind.nameMax, "The nominal's name.", get: { $0.line?.nominal.name })
            .neverNull(),
        .text(
            "ProductCode", max: TextKind.codeMax, "A product under the nominal.",
            get: { $0.line?.product?.code }, set: { $0.draft.productCode = $1 }),
        .text("ProductName", max: TextKind.nameMax, "The product's name.", get: { $0.line?.product?.name }),
        .text("TaxCode", "Kept as it is.", get: { $0.line?.taxCode }, set: { $0.draft.taxCode = $1 }),
        .integer(
            "ProjectNumber", "0 for none; the document's own when left out.",
            get: { $0.line?.project?.number ?? 0 }, set: { $0.draft.projectNumber = $1 }),
        .text("ProjectName", max: TextKind.nameMax, "The project's name.", get: { $0.line?.project?.name }),
        .flag(
            "Disallowed", "Not deductible for tax; meant for purchases.", get: { $0.line?.isDisallowed ?? false },
            set: { $0.draft.isDisallowed = $1 }),
        .flag("DisableDisallowed", "Always false.", get: { _ in false }),
    ]

    /// Taxes outside the United Kingdom, which these books have none of.
    private static let localTaxes: [WireField<SalesLineWire>] =
        (1...5).map { .flag("ApplyTax\($0)", "Always false: a local tax outside the UK.", get: { _ in false }) }
        + (1...5).map { .amount("Tax\($0)Amount", "Always 0.", get: { _ in .zero }) }
}
