import Bookkeeping
import WebCore

extension SupplierWire {
    /// How the supplier's documents are taxed, and what is withheld from them.
    static let taxes: [WireField<SupplierWire>] = [
        .text(
            "VatNumber", "As the supplier gives it.", get: { $0.supplier.details.vatNumber },
            set: { $0.supplier.details.vatNumber = $1 }
        ).example(#""GB123456789""#),
        .flag(
            "IsVatRateEnabled", "Whether new lines begin with DefaultVatRate.",
            get: { $0.supplier.details.presetsVATRate }, set: { $0.supplier.details.presetsVATRate = $1 }),
        .percentage(
            "DefaultVatRate", "Per cent of VAT on new lines.", get: { $0.supplier.details.defaultVATRate },
            set: { $0.supplier.details.defaultVATRate = $1 }
        ).example("20.0000"),
        .flag(
            "VatExempt", "Whether new lines begin without VAT.", get: { $0.supplier.details.isVATExempt },
            set: { $0.supplier.details.isVATExempt = $1 }),
        .tradeBorder,
        .isRegisteredInEC,
        .isCISReverseCharge,
        .appliesWithholdingTax("Whether tax is withheld from what the supplier is paid."),
        .percentage(
            "WithholdingTaxRate", none: -1, "Per cent withheld; -1 is taken for none.",
            get: { $0.supplier.details.withholdingTaxRate },
            set: { $0.supplier.details.withholdingTaxRate = $1 }
        ).example("20.0000"),
        .withholdingTaxReferences,
        .uniqueEntityNumber,
    ]
}
