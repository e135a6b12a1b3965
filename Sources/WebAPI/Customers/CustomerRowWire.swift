import Bookkeeping
import Books
import WebCore

/// A customer as lists show it.
enum CustomerRowWire {
    static let shape = WireShape<CustomerRow>(
        "CustomerRow", element: "Customer",
        [
            .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.id }).example(
                "17"),
            .text("Code", max: TextKind.codeMax, "The key in paths.", get: { $0.code.text }).neverNull()
                .example(#""HARB01""#),
            .text("Name", max: TextKind.nameMax, "Company or person.", get: { $0.name }).neverNull()
                .example(#""Harbour Joinery Ltd""#),
            .amount("TotalPaidAmount", "What was paid, in home currency.", get: { $0.totalPaid }),
            .amount("OutstandingBalance", "What is owed, in home currency.", get: { $0.outstanding }),
            .flag("IsSchedule", "Always false: there are no scheduled statements yet.", get: { _ in false }),
            .text(
                "SourceName", max: TextKind.nameMax, "Name of the business source; null for none.",
                get: { $0.sourceName }
            ).example(#""Boat show""#),
            .optionalInteger(
                "DefaultNominalCode", "The nominal that new lines begin with.", get: { $0.defaultNominalCode }
            ).example("4000"),
            .flag("IsArchived", "Whether lists may leave the customer out.", get: { $0.isArchived }),
            .text("VATNumber", "As the customer gives it.", get: { $0.vatNumber }).example(#""GB123456789""#),
            .choice(
                "TradeBorderType", TradeBorderType.allCases.map(\.rawValue),
                "On which side of which border the customer is.", parse: { TradeBorderType(wireName: $0) },
                get: { $0.tradeBorder.rawValue }
            ).neverNull(),
            .flag(
                "IsCISReverseCharge", "Whether the construction industry's reverse charge holds.",
                get: { $0.isCISReverseCharge }),
            .flag(
                "ApplyWithholdingTax", "Whether the customer withholds tax.",
                get: { $0.appliesWithholdingTax }),
            .text("CustomerKey", max: 36, "The GUID in links to papers.", get: { $0.key }).neverNull()
                .example(#""7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa""#),
            .list("Contacts", "People.", get: { $0.contacts.map(ContactWire.init) }),
            .list("Addresses", "Billing addresses.", get: { $0.addresses.map(AddressWire.init) }),
            .object(
                "Currency", "What new documents are in; null for the home currency.",
                get: { $0.currency.map(CurrencyWire.init) }),
        ])
}
