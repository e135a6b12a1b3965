import Bookkeeping
import Books
import WebCore

/// A supplier as lists show it.
enum SupplierRowWire {
    static let shape = WireShape<SupplierRow>(
        "SupplierRow", element: "Supplier",
        [
            .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.id }).example("17"),
            .text("Code", max: TextKind.codeMax, "The key in paths.", get: { $0.code.text }).neverNull()
                .example(#""TIMB01""#),
            .text("Name", max: TextKind.nameMax, "Company or person.", get: { $0.name }).neverNull()
                .example(#""Timberyard & Sons""#),
            .amount("TotalPaidAmount", "What was paid, in home currency.", get: { $0.totalPaid }),
            .amount("OutstandingBalance", "What is owed, in home currency.", get: { $0.outstanding }),
            .flag(
                "UsesDefaultPdftTheme", "Whether documents have the account's theme.",
                get: { $0.pdfThemeID == 0 }
            ).example("true"),
            .flag(
                "DoesSupplierHasTransactionsInVATReturn",
                "Always false: there are no purchases yet.", get: { _ in false }),
            .text("SourceName", "Null: only customers come from a source.", get: { _ in nil }).example(
                "null"),
            .choice(
                "TradeBorderType", TradeBorderType.allCases.map(\.rawValue),
                "On which side of which border the supplier is.", parse: { TradeBorderType(wireName: $0) },
                get: { $0.tradeBorder.rawValue }
            ).neverNull(),
            .flag("IsArchived", "Whether lists may leave the supplier out.", get: { $0.isArchived }),
            .flag(
                "IsCISReverseCharge", "Whether the construction industry's reverse charge holds.",
                get: { $0.isCISReverseCharge }),
            .flag(
                "ApplyWithholdingTax", "Whether tax is withheld from what the supplier is paid.",
                get: { $0.appliesWithholdingTax }),
            .flag(
                "IsVatRateEnabled", "Whether new lines begin with DefaultVatRate.", get: { $0.presetsVATRate }
            ),
            .percentage("DefaultVatRate", "Per cent of VAT on new lines.", get: { $0.defaultVATRate })
                .example("20.0000"),
            .flag("VatExempt", "Whether new lines begin without VAT.", get: { $0.isVATExempt }),
        ])
}
