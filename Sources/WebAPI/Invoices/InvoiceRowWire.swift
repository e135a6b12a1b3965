import Bookkeeping
import Books
import WebCore

/// An invoice as lists show it, in the documented order.
enum InvoiceRowWire {
    static let shape = WireShape<InvoiceRow>("InvoiceRow", element: "Invoice", head + amounts + state + tail)

    private static let head: [WireField<InvoiceRow>] = [
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.invoice.id }).example(
            "88120"),
        .integer("Number", "The key in paths.", get: { $0.invoice.number }).example("326"),
        .date("IssuedDate", "The tax point.", get: { $0.invoice.details.issuedOn.wireText }).neverNull(),
        .date("DueDate", "The last day to pay.", get: { $0.invoice.details.dueOn.wireText }).neverNull(),
        .date(
            "PaidDate", "The day of the payment that settled it in full.",
            get: { $0.invoice.payments.settledOn?.wireText }),
    ]

    private static let amounts: [WireField<InvoiceRow>] = [
        .amount("VATAmount", "Document currency.", get: { $0.invoice.totals.vat }).example("389.8000"),
        .amount("NetAmount", "Document currency.", get: { $0.invoice.totals.net }).example("1949.0000"),
        .amount("TotalPaidAmount", "Home currency.", get: { $0.invoice.payments.paid }),
        .amount("GrossAmount", "Document currency.", get: { $0.invoice.totals.gross }).example("2338.8000"),
        .text("Status", "How far it is paid, today.", get: { $0.status.rawValue }).neverNull().example(
            #""Unpaid""#),
        .amount("HomeCurrencyGrossAmount", "At the document's rate.", get: { $0.invoice.totals.homeGross }),
        .amount(
            "ProjectGrossAmount", "Gross of the lines of the project that was asked for, else the gross.",
            get: { $0.projectGross }),
    ]

    private static let state: [WireField<InvoiceRow>] = [
        .text(
            "CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.invoice.customer.name }
        )
        .neverNull().example(#""Harbour Joinery Ltd""#),
        .integer("CustomerId", in: Bounds.id, "The customer's Id.", get: { $0.invoice.customer.id }),
        .integer("EmailCount", "How often it was e-mailed.", get: { $0.invoice.emailCount }),
        .integer(
            "OverdueDays", "Days past DueDate while something is owed, else 0.", get: { $0.overdueDays }),
        .amount(
            "DueAmount",
            "What is owed, home currency; negative when too much was paid, and for an open credit note.",
            get: { (try? $0.invoice.due) ?? .zero }),
        .text(
            "ProjectName", max: TextKind.nameMax, "The project's name.",
            get: { $0.invoice.details.project?.name }),
        .integer("FileCount", "Attached files.", get: { $0.invoice.fileCount }),
        .integer(
            "VATReturnId", in: 0...Int64.max, "The VAT return that holds it, else 0.",
            get: { $0.invoice.vatReturn }),
        .text("Type", "Invoice or CreditNote.", get: { $0.invoice.isCreditNote ? "CreditNote" : "Invoice" })
            .neverNull().example(#""Invoice""#),
        .text(
            "TradeBorderType", "The customer's: Domestic, EU or Rest of World.",
            get: { $0.invoice.details.tradeBorder.rawValue }
        ).neverNull(),
        .flag("IsArchived", "Whether lists leave it out.", get: { $0.invoice.isArchived }),
        .integer("ProjectNumber", "0 for none.", get: { $0.invoice.details.project?.number ?? 0 }),
        .flag(
            "IsCISReverseCharge", "Construction reverse charge.", get: { $0.invoice.details.isReverseCharge }),
        .text(
            "CustomerCode", max: TextKind.codeMax, "The customer's code.", get: { $0.invoice.customer.code }
        )
        .neverNull().example(#""HARB01""#),
        .text(
            "CustomerReference", "The customer's order number or such.", get: { $0.invoice.details.reference }
        )
        .example(#""PO 7731""#),
        .flag(
            "AutomaticCreditControlEnabled", "Whether reminders go by themselves.",
            get: { $0.invoice.details.hasAutomaticCreditControl }),
        .text("CustomerKey", max: 36, "The customer's GUID.", get: { $0.invoice.customer.key }).neverNull(),
    ]

    private static let tail: [WireField<InvoiceRow>] = [
        .amount(
            "HomeCurrencyVATAmount", "The lines' VAT, each at the document's rate.",
            get: { $0.invoice.totals.homeVAT }),
        .amount(
            "CISRCVatAmount", "Under the reverse charge: the VAT that the customer accounts for.",
            get: { (try? $0.invoice.reverseCharge.vat) ?? .zero }),
        .object("Address", "The billing address.", get: { NumberedAddressWire($0.invoice.details.address) })
            .neverNull(),
        .object("Currency", "What it is in, at its own rate.", get: { RatedCurrencyWire($0.currency) })
            .neverNull(),
        .list(
            "LineItems", max: nil, "Empty, unless isSalesReport asks for them.",
            get: { row -> [SalesLineWire] in
                guard row.showsLines else { return [] }
                return row.invoice.lines.map { SalesLineWire($0, rate: row.invoice.details.currency.rate) }
            }),
    ]
}

/// An address as lists of documents show it: with the number of its country.
struct NumberedAddressWire: AddressHolder {
    var address = PostalAddress()

    init() {}

    init(_ address: PostalAddress) {
        self.address = address
    }

    static let shape = WireShape<NumberedAddressWire>(
        "NumberedAddress", element: "Address",
        WireField.address + [
            .optionalInteger(
                "CountryId", "ISO 3166-1 numeric; null without a country.",
                get: { $0.address.countryCode.flatMap(Country.of)?.id }
            ).example("826")
        ])
}

/// A currency as lists of documents show it.
struct RatedCurrencyWire: WireTable {
    private var currency: Currency?

    init() {}

    init(_ currency: Currency) {
        self.currency = currency
    }

    static let shape = WireShape<RatedCurrencyWire>(
        "RatedCurrency", element: "Currency",
        [
            .text("Code", max: 3, "ISO 4217, three letters.", get: { $0.currency?.code }).neverNull()
                .example(#""EUR""#),
            .text("Symbol", "What stands beside an amount.", get: { $0.currency?.symbol }).neverNull()
                .example(#""€""#),
            .text("Name", "The currency's name.", get: { $0.currency?.name }).neverNull().example(#""Euro""#),
            .rate("ExchangeRate", "Units for one of the home currency.", get: { $0.currency?.rate })
                .neverNull()
                .example("1.1650"),
            .flag(
                "DisplaySymbolOnRight", "Whether it stands behind the amount.",
                get: { $0.currency?.isSymbolOnRight ?? false }),
            .flag(
                "AutoUpdate", "As it is set; there is no source of rates.",
                get: { $0.currency?.updatesItself ?? false }),
        ])
}
