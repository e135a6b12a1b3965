import Bookkeeping
import Books
import WebCore

/// A quote in full, as it is answered and taken.
struct QuoteWire: WireTable {
    private var full: QuoteInFull?
    private var draft = QuoteDraft()
    private var checked: CheckedQuoteDraft?

    init() {}

    init(_ full: QuoteInFull) {
        self.full = full
    }

    /// What was sent, checked.
    ///
    /// - Throws: `BookkeepingError.invalid`.
    var sent: CheckedQuoteDraft {
        get throws(BookkeepingError) {
            if let checked { checked } else { try draft.checked() }
        }
    }

    /// The books' own bounds, so that one answer names every wrong field.
    mutating func check(_ problems: inout WireProblems) {
        checked = problems.addRefusals { () throws(BookkeepingError) in try draft.checked() }
    }

    private var quote: Quote? { full?.quote }

    private var shownLines: [QuoteLineWire] {
        guard let quote else { return [] }
        return quote.lines.map { QuoteLineWire($0, rate: quote.details.currency.rate) }
    }

    static let shape = WireShape<QuoteWire>("Quote", head + amounts + parties + lists + links)

    private static let head: [WireField<QuoteWire>] = [
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.quote?.id ?? 0 })
            .example("412"),
        .integer(
            "Number", "The next free one when 0 or left out. Quotes have a series of their own.",
            get: { $0.quote?.number ?? 0 }, set: { $0.draft.number = $1 }
        ).example("41"),
        .day(
            "Date", "Today in the United Kingdom when left out.", get: { $0.quote?.details.date },
            set: { $0.draft.date = $1 }
        ).neverNull(),
        .text(
            "CustomerCode", max: TextKind.codeMax, "The customer's code in any case; it has to be sent.",
            get: { $0.quote?.customer.code }, set: { $0.draft.customerCode = $1 }
        ).neverNull().example(#""HARB01""#),
        .integer("CustomerId", in: Bounds.id, "The customer's Id.", get: { $0.quote?.customer.id ?? 0 }),
        .text("CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.quote?.customer.name })
            .neverNull(),
        .text(
            "CustomerReference", "The customer's order number or such; its default one when left out.",
            get: { $0.quote?.details.reference }, set: { $0.draft.reference = $1 }
        ).example(#""PO 7731""#),
    ]

    private static let amounts: [WireField<QuoteWire>] = [
        .amount("NetAmount", "Sum of the lines, document currency.", get: { $0.quote?.totals.net ?? .zero })
            .example("2475.0000"),
        .amount("VATAmount", "Sum of the lines' VAT.", get: { $0.quote?.totals.vat ?? .zero }).example(
            "495.0000"),
        .amount("GrossAmount", "Net and VAT.", get: { $0.quote?.totals.gross ?? .zero }).example("2970.0000"),
        .amount(
            "HomeCurrencyGrossAmount", "The gross at the quote's rate.",
            get: { $0.quote?.totals.homeGross ?? .zero }),
    ]

    private static let parties: [WireField<QuoteWire>] = [
        .integer(
            "ProjectNumber", "0 for none.", get: { $0.quote?.details.project?.number ?? 0 },
            set: { $0.draft.projectNumber = $1 }),
        .text(
            "ProjectName", max: TextKind.nameMax, "The project's name.",
            get: { $0.quote?.details.project?.name }),
        .object(
            "Category", "Its Number counts; 0 and nulls for none.",
            get: { QuoteCategoryWire($0.quote?.details.category) },
            set: { $0.draft.categoryNumber = $1.number }
        ).neverNull(),
        .object(
            "Currency", "The customer's, else the home currency, at the stored rate, when left out.",
            get: { $0.full.map { CurrencyWire($0.currency) } },
            set: {
                $0.draft.currencyCode = $1.code?.uppercased()
                $0.draft.exchangeRate = $1.rate
            }),
        .flag(
            "SuppressAmount", "Whether the printed quote leaves the totals off.",
            get: { $0.quote?.details.suppressesAmount ?? false }, set: { $0.draft.suppressesAmount = $1 }),
        .flag(
            "UseCustomDeliveryAddress", "Whether goods go elsewhere; as the customer has it when left out.",
            get: { $0.quote?.details.usesDeliveryAddress ?? false },
            set: { $0.draft.usesDeliveryAddress = $1 }),
    ]

    private static let lists: [WireField<QuoteWire>] = [
        .list(
            "Addresses", "Billing addresses; the customer's when left out.",
            get: { $0.quote?.details.addresses.map(AddressWire.init) ?? [] },
            set: { $0.draft.addresses = $1.map(\.address) }),
        .list(
            "DeliveryAddresses", "Where goods go; the customer's when left out.",
            get: { $0.quote?.details.deliveryAddresses.map(DeliveryAddressWire.init) ?? [] },
            set: { $0.draft.deliveryAddresses = $1.map(\.delivery) }),
        .list(
            "LineItems", max: salesLinesMax, "One at least, each with a Description.",
            get: { $0.shownLines }, set: { $0.draft.lines = $1.map(\.draft) }),
    ]

    private static let links: [WireField<QuoteWire>] = [
        .flag("IsEmailSent", "Set by the call for that.", get: { $0.quote?.isEmailSent ?? false }),
        .integer("FileCount", "Attached files.", get: { $0.quote?.fileCount ?? 0 }),
        .integer(
            "PreviousNumber", "The number before it, 0 for none.", get: { $0.full?.previousNumber ?? 0 }),
        .integer("NextNumber", "The number after it, 0 for none.", get: { $0.full?.nextNumber ?? 0 }),
        .text(
            "Permalink", "The paper; opens without a token.",
            get: { "/v2/documents/quote/\($0.quote?.linkKey ?? "")" }
        ).neverNull(),
    ]
}

/// The category of a quote: its number is taken, the rest is told.
struct QuoteCategoryWire: WireTable {
    private(set) var number: Int64?
    fileprivate var category: DocumentCategory?

    init() {}

    init(_ category: DocumentCategory?) {
        self.category = category
        number = category?.number
    }

    static let shape = WireShape<QuoteCategoryWire>(
        "QuoteCategory", element: "Category",
        [.optionalInteger("IconId", in: CategoryIcon.ids, "Null for none.", get: { $0.category?.icon.id })]
            + shown({ $0.category }, set: { $0.number = $1 }))

    /// What rows have too.
    fileprivate static func shown<Owner>(
        _ category: @escaping @Sendable (Owner) -> DocumentCategory?,
        set: (@Sendable (inout Owner, Int64) -> Void)? = nil
    ) -> [WireField<Owner>] {
        [
            .integer("Number", "0 for none.", get: { category($0)?.number ?? 0 }, set: set).example("1"),
            .text("Name", max: TextKind.nameMax, "Null for none.", get: { category($0)?.name })
                .example(#""Sent""#),
            .text("IconType", "The icon's shape.", get: { category($0)?.icon.shape.rawValue })
                .example(#""flag""#),
            .text("IconColor", "The icon's colour.", get: { category($0)?.icon.colour.rawValue })
                .example(#""green""#),
        ]
    }
}

/// The category of a quote as rows show it.
struct QuoteRowCategoryWire: WireTable {
    private var category: DocumentCategory?

    init() {}

    init(_ category: DocumentCategory?) {
        self.category = category
    }

    static let shape = WireShape<QuoteRowCategoryWire>(
        "QuoteRowCategory", element: "Category", QuoteCategoryWire.shown { $0.category })
}
