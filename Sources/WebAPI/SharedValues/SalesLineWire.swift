import Bookkeeping
import WebCore

/// A line of an invoice or recurring invoice.
struct SalesLineWire: SalesLineHolder {
    var line: SalesLine?
    var documentRate = ExactDecimal.one
    var draft = SalesLineDraft()

    static let shape = WireShape<SalesLineWire>(
        "Line",
        WireField.lineHead + WireField.lineAmounts
            + [
                .lineNominalCode,
                .integer("NominalId", in: Bounds.id, "The nominal's Id.", get: { $0.line?.nominal.id ?? 0 }),
                .text(
                    "NominalName", max: TextKind.nameMax, "The nominal's name.",
                    get: { $0.line?.nominal.name }
                )
                .neverNull(),
            ] + WireField.lineProduct
            + [
                .integer(
                    "ProjectNumber", "0 for none; the document's own when left out.",
                    get: { $0.line?.project?.number ?? 0 }, set: { $0.draft.projectNumber = $1 }),
                .text(
                    "ProjectName", max: TextKind.nameMax, "The project's name.",
                    get: { $0.line?.project?.name }),
                .lineDisallowed,
                .flag("DisableDisallowed", "Always false.", get: { _ in false }),
            ] + localTaxes)

    /// Taxes outside the United Kingdom, which these books have none of.
    private static let localTaxes: [WireField<SalesLineWire>] =
        (1...5).map {
            .flag("ApplyTax\($0)", "Always false: a local tax outside the UK.", get: { _ in false })
        }
        + (1...5).map { .amount("Tax\($0)Amount", "Always 0.", get: { _ in .zero }) }
}

/// A line of a quote, which has no project of its own.
struct QuoteLineWire: SalesLineHolder {
    var line: SalesLine?
    var documentRate = ExactDecimal.one
    var draft = SalesLineDraft()

    static let shape = WireShape<QuoteLineWire>(
        "QuoteLine", element: "Line",
        WireField.lineHead + WireField.lineAmounts + [.lineNominalCode] + WireField.lineProduct
            + [.lineDisallowed])
}

/// A table with the members of a sales line.
protocol SalesLineHolder: WireTable {
    var line: SalesLine? { get set }
    /// The document's exchange rate.
    var documentRate: ExactDecimal { get set }
    var draft: SalesLineDraft { get set }
}

extension SalesLineHolder {
    /// - Parameter rate: the document's exchange rate.
    init(_ line: SalesLine, rate: ExactDecimal) {
        self.init()
        self.line = line
        documentRate = rate
    }

    /// In home currency, four decimals.
    fileprivate var homeRate: ExactDecimal? {
        guard let price = line?.rate else { return nil }
        return (try? price.divided(by: documentRate))?.toFourDecimals
    }
}

extension WireField where Owner: SalesLineHolder {
    fileprivate static var lineHead: [WireField<Owner>] {
        [
            .integer(
                "Number",
                "Identifies and orders the line; 0 or left out for a new one. Numbered from 1 when kept.",
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
                """
                Net price of one in the document's currency; the product's where the line names one and this is left \
                out.
                """,
                get: { $0.line?.rate }, set: { $0.draft.rate = $1 }
            ).neverNull().example("1850.0000"),
            .decimal(
                "HomeCurrencyRate", "The same in home currency; read only where Rate is left out.",
                get: { $0.homeRate }, set: { $0.draft.homeRate = $1 }),
        ]
    }

    fileprivate static var lineAmounts: [WireField<Owner>] {
        [
            .percentage(
                "VATLevel", "Per cent, a VAT rate of the account; its default rate when left out.",
                get: { $0.line?.vatLevel ?? .zero }, set: { $0.draft.vatLevel = $1 }
            ).neverNull().example("20.0000"),
            .flag(
                "VATExempt", "Outside VAT altogether: on no VAT return.",
                get: { $0.line?.isVATExempt ?? false },
                set: { $0.draft.isVATExempt = $1 }),
            .amount(
                "VATAmount", "Worked out when left out; kept when it is within a penny of that.",
                get: { $0.line?.vat ?? .zero }, set: { $0.draft.vat = $1 }
            ).example("370.0000"),
            .amount("HomeCurrencyVATAmount", "The VAT in home currency.", get: { $0.line?.homeVAT ?? .zero }),
        ]
    }

    fileprivate static var lineNominalCode: WireField<Owner> {
        .integer(
            "NominalCode",
            "What it posts to; the product's, the customer's or the account's default when left out.",
            get: { $0.line?.nominal.code ?? 0 }, set: { $0.draft.nominalCode = $1 }
        ).example("4000")
    }

    fileprivate static var lineProduct: [WireField<Owner>] {
        [
            .text(
                "ProductCode", max: TextKind.codeMax, "A product under the nominal.",
                get: { $0.line?.product?.code }, set: { $0.draft.productCode = $1 }),
            .text(
                "ProductName", max: TextKind.nameMax, "The product's name.", get: { $0.line?.product?.name }),
            .text("TaxCode", "Kept as it is.", get: { $0.line?.taxCode }, set: { $0.draft.taxCode = $1 }),
        ]
    }

    fileprivate static var lineDisallowed: WireField<Owner> {
        .flag(
            "Disallowed", "Not deductible for tax; meant for purchases.",
            get: { $0.line?.isDisallowed ?? false },
            set: { $0.draft.isDisallowed = $1 })
    }
}
