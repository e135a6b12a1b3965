import Bookkeeping
import Books
import WebCore

/// How tax is withheld, as `/settings/withholdingtax` answers and takes it. What is left out keeps its value.
struct WithholdingWire: WireTable {
    private var shown: WithholdingInFull?
    private(set) var sent = SettingsChange<WithholdingSettings>()
    private(set) var sentExcluded: [Int64]?

    init() {}

    init(_ shown: WithholdingInFull) {
        self.shown = shown
    }

    private var settings: WithholdingSettings { shown?.settings ?? WithholdingSettings() }

    static let shape = WireShape<WithholdingWire>("WithholdingTaxSettings", use + rates + nominals)

    private static let use: [WireField<WithholdingWire>] = [
        .flag(
            "EnabledForSales", "Customers withhold tax from what they pay.",
            get: { $0.settings.isOnForSales },
            set: { wire, flag in wire.sent.add { $0.isOnForSales = flag } }
        ).example("true"),
        .flag(
            "EnabledForPurchases", "Tax is withheld from what suppliers are paid.",
            get: { $0.settings.isOnForPurchases },
            set: { wire, flag in wire.sent.add { $0.isOnForPurchases = flag } }),
        .label(
            "WithholdingTaxName", usual: WithholdingSettings().name, "On the line of a deduction.",
            get: { $0.settings.name }, set: { wire, text in wire.sent.add { $0.name = text } }),
    ]

    private static let rates: [WireField<WithholdingWire>] = [
        .named(
            "CISBasis", [(NumberedName("Net", 0), false), (NumberedName("Gross", 1), true)],
            "What a deduction is a share of: the lines' net or gross.",
            get: { $0.settings.isOnGross ? "Gross" : "Net" },
            set: { wire, isOnGross in wire.sent.add { $0.isOnGross = isOnGross } }),
        .flag(
            "RateByNominal", "Each nominal's CISRate counts; else the customer's or supplier's rate.",
            get: { $0.settings.isByNominal }, set: { wire, flag in wire.sent.add { $0.isByNominal = flag } }),
        .percentage(
            "Rate", "Where neither has one.", get: { $0.settings.rate },
            set: { wire, rate in wire.sent.add { $0.rate = rate } }
        ).neverNull().example("20.0000"),
        .percentage(
            "UnverifiedRate", "For who could not be verified.", get: { $0.settings.unverifiedRate },
            set: { wire, rate in wire.sent.add { $0.unverifiedRate = rate } }
        ).neverNull().example("30.0000"),
    ]

    private static let nominals: [WireField<WithholdingWire>] = [
        .codes(
            "ExcludedNominalCodes", "Lines on these nominals bear no deduction, as materials.",
            get: { $0.shown?.excludedCodes ?? [] }, set: { $0.sentExcluded = $1 }
        ).example("[5001]"),
        .integer(
            "CISDeductedFromUsNominal", in: 0...Int64.max, "Where what customers withheld is posted.",
            get: { $0.shown?.receivableCode ?? 0 }
        ).example("1131"),
        .integer(
            "CISDeductedByUsNominal", in: 0...Int64.max, "Where what is withheld from suppliers is posted.",
            get: { $0.shown?.payableCode ?? 0 }
        ).example("2220"),
    ]
}
