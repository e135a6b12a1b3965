import Bookkeeping
import Books
import WebCore

struct VATFrequencyWire: VATSettingsPart {
    var shown: VATSettingsInFull?
    var sent = SettingsChange<VATSettings>()

    static let shape = WireShape<VATFrequencyWire>(
        "VatFrequency",
        [
            .frequency,
            .named(
                "MonthOfVatQuarter", zip(1..., months).map { (NumberedName($1, $0), $0) },
                "The month that quarters start in.",
                get: { months[Int($0.vat.quarterMonth - 1) % months.count] },
                set: { wire, month in wire.sent.add { $0.quarterMonth = month } }),
        ])

    private static let months = ["January", "February", "March"]
}

/// The log-in for filing as it was before digital filing. Nothing secret is kept.
struct VATFilingWire: VATSettingsPart {
    var shown: VATSettingsInFull?
    var sent = SettingsChange<VATSettings>()

    static let shape = WireShape<VATFilingWire>(
        "VatOnlineFiling",
        [
            .flag(
                "IsEnabled", "Kept and without effect.", get: { $0.vat.filing.isEnabled },
                set: { wire, flag in wire.sent.add { $0.filing.isEnabled = flag } }),
            .text(
                "Username", "Kept.", get: { $0.vat.filing.username },
                set: { wire, text in wire.sent.add { $0.filing.username = text } }),
            .secret("Password", "Taken and not kept.", readAs: "", set: { _, _ in }).example(#""""#),
            .text(
                "BranchNumber", "Kept.", get: { $0.vat.filing.branch },
                set: { wire, text in wire.sent.add { $0.filing.branch = text } }),
            .text(
                "PostCode", "Kept.", get: { $0.vat.filing.postCode },
                set: { wire, text in wire.sent.add { $0.filing.postCode = text } }),
            .text(
                "VATNumber", "Kept.", get: { $0.vat.filing.number },
                set: { wire, text in wire.sent.add { $0.filing.number = text } }),
            .flag(
                "ExcludeECSalesListWithVatReturn", "The EC sales list does not go with the return.",
                get: { $0.vat.filing.excludesECList },
                set: { wire, flag in wire.sent.add { $0.filing.excludesECList = flag } }),
        ])
}

struct VATLockWire: VATSettingsPart {
    var shown: VATSettingsInFull?
    var sent = SettingsChange<VATSettings>()

    static let shape = WireShape<VATLockWire>(
        "VatLock",
        [
            .flag(
                "IsLocked", "What is on a filed return keeps its number, money and date.",
                get: { $0.vat.locksFiled }, set: { wire, flag in wire.sent.add { $0.locksFiled = flag } }
            ).example("true"),
            .flag("PartnerControls", "Always false.", get: { _ in false }),
        ])
}

struct VATCashWire: VATSettingsPart {
    var shown: VATSettingsInFull?
    var sent = SettingsChange<VATSettings>()

    static let shape = WireShape<VATCashWire>(
        "VatCashAccounting",
        [
            .flag(
                "IsInvoiceOnCashAccounting", "For sales.", get: { $0.vat.isCashBasisOnInvoices },
                set: { wire, flag in wire.sent.add { $0.isCashBasisOnInvoices = flag } }),
            .flag(
                "IsPurchaseOnCashAccounting", "For purchases.", get: { $0.vat.isCashBasisOnPurchases },
                set: { wire, flag in wire.sent.add { $0.isCashBasisOnPurchases = flag } }),
            .flag("RemoveCashAccounting", "It may be switched off: always true.", get: { _ in true })
                .example("true"),
        ])
}

struct VATFlatRateWire: VATSettingsPart {
    var shown: VATSettingsInFull?
    var sent = SettingsChange<VATSettings>()
    private(set) var sentCode: Int64?

    static let shape = WireShape<VATFlatRateWire>(
        "VatFlatRateScheme",
        [
            .flag("RemoveVATFRSMentions", "Always false.", get: { _ in false }),
            .percentage(
                "VatRate", "From ChangeDate on; above 0 while the scheme is on.",
                get: { $0.vat.flatRate.rate },
                set: { wire, rate in wire.sent.add { $0.flatRate.rate = rate } }
            ).neverNull().example("11.0000"),
            .percentage(
                "PriorVatRate", "Before ChangeDate.", get: { $0.vat.flatRate.priorRate },
                set: { wire, rate in wire.sent.add { $0.flatRate.priorRate = rate } }
            ).neverNull().example("0.0000"),
            .optionalInteger(
                "SalesCode", "The code of the nominal for what the scheme keeps or loses.",
                get: { $0.shown?.flatRateCode }, set: { $0.sentCode = $1 }
            ).neverNull().example("4910"),
            .flag(
                "IsEnabled", "Whether the scheme is used.", get: { $0.vat.flatRate.isOn },
                set: { wire, flag in wire.sent.add { $0.flatRate.isOn = flag } }),
            .day(
                "ChangeDate", "The day from which VatRate holds.", get: { $0.vat.flatRate.changedOn },
                set: { wire, day in wire.sent.add { $0.flatRate.changedOn = day } }),
            .integer(
                "DigitalServiceCount", "Nominals for digital services.",
                get: { $0.shown?.digitalServiceCount ?? 0 }
            ).example("0"),
        ])
}

struct VATMOSSWire: VATSettingsPart {
    var shown: VATSettingsInFull?
    var sent = SettingsChange<VATSettings>()

    static let shape = WireShape<VATMOSSWire>(
        "VatMoss",
        [
            .flag(
                "IsMOSSRegistered", "Kept.", get: { $0.vat.isMOSSRegistered },
                set: { wire, flag in wire.sent.add { $0.isMOSSRegistered = flag } }),
            .flag(
                "IsMOSSReturnTypeUnion", "Kept.", get: { $0.vat.isMOSSUnion },
                set: { wire, flag in wire.sent.add { $0.isMOSSUnion = flag } }),
            .flag(
                "MossFixedEstablishment", "Kept.", get: { $0.vat.hasMOSSFixedEstablishment },
                set: { wire, flag in wire.sent.add { $0.hasMOSSFixedEstablishment = flag } }),
        ])
}
