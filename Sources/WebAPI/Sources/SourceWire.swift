import Bookkeeping
import WebCore

/// A business source as the calls answer it, and as two of them take it.
struct SourceWire: WireTable {
    private var source = BusinessSource(id: 0, name: "", cost: .zero)
    private var draft = BusinessSourceDraft()

    init() {}

    init(_ source: BusinessSource) {
        self.source = source
    }

    /// What was sent, checked; what was left out has its default.
    ///
    /// - Throws: `BookkeepingError.invalid`.
    var sent: CheckedBusinessSource {
        get throws(BookkeepingError) { try draft.checked() }
    }

    /// The books' own bounds, so that one answer names every wrong field.
    func check(_ problems: inout WireProblems) {
        problems.addRefusals(of: draft.checked)
    }

    static let shape = WireShape<SourceWire>(
        "Source",
        [
            .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.source.id })
                .example("3"),
            .requiredText(
                "Name", max: TextKind.nameMax, "Unique in any case, and the key of two calls.",
                get: { $0.source.name }, set: { $0.draft.name = $1 }
            ).example(#""Harbour Fair""#),
            .amount(
                "CostOfSource", "What it cost, in home currency, not below 0; 0 when left out.",
                get: { $0.source.cost }, set: { $0.draft.cost = $1 }
            ).example("250.0000"),
            .integer(
                "NumberOfCustomer", "How many customers came from it, archived ones too.",
                get: { Int64($0.source.customers.count) }
            ).example("1"),
            .amount(
                "TotalInvoicesIssuedExcVAT",
                "Net of their invoices less credit notes, in home currency; 0 while there are no invoices.",
                get: { $0.source.invoicedNet }
            ).example("0.0000"),
            .amount(
                "PaymentReceivedIncVAT", "What they have paid, VAT included, in home currency.",
                get: { $0.source.paid }
            ).example("1200.0000"),
            .list(
                "CustomerList", max: nil, "The customers, by Id.",
                get: { $0.source.customers.map(SourceCustomerWire.init) }),
        ])
}

/// A customer in a source's list.
struct SourceCustomerWire: WireTable {
    private var customer = SourceCustomer(id: 0, name: "")

    init() {}

    init(_ customer: SourceCustomer) {
        self.customer = customer
    }

    static let shape = WireShape<SourceCustomerWire>(
        "SourceCustomer",
        [
            .integer("CustomerId", in: Bounds.id, "The customer's Id.", get: { $0.customer.id })
                .example("17"),
            .text("CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.customer.name })
                .neverNull().example(#""Harbour Joinery Ltd""#),
        ])
}

/// A source as a drop-down needs it.
enum SourceChoiceWire {
    static let shape = WireShape<SourceChoice>(
        "SourceChoice", element: "Source",
        [
            .integer("Id", in: Bounds.id, "The source's Id.", get: { $0.id }).example("3"),
            .text("Name", max: TextKind.nameMax, "The source's name.", get: { $0.name }).neverNull()
                .example(#""Harbour Fair""#),
        ])
}
