import Bookkeeping
import WebCore

// The members of an invoice, in the documented order.
extension InvoiceWire {
    static let head: [WireField<InvoiceWire>] = [
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.invoice?.id ?? 0 })
            .example("88120"),
        .integer(
            "Number", "The next free one when 0 or left out. Invoices and credit notes share one series.",
            get: { $0.invoice?.number ?? 0 }, set: { $0.draft.number = $1 }
        ).example("326"),
        .text(
            "Type", "Invoice, or CreditNote where the gross is negative.",
            get: { $0.invoice?.isCreditNote == true ? "CreditNote" : "Invoice" }
        ).neverNull().example(#""Invoice""#),
        .day(
            "IssuedDate", "The tax point; today in the United Kingdom when left out.",
            get: { $0.invoice?.details.issuedOn }, set: { $0.draft.issuedOn = $1 }
        ).neverNull(),
        .day(
            "DueDate", "By the customer's payment terms, else the account's, when left out.",
            get: { $0.invoice?.details.dueOn }, set: { $0.draft.dueOn = $1 }
        ).neverNull(),
        .date(
            "PaidDate", "The day of the payment that settled it in full.",
            get: { $0.invoice?.payments.settledOn?.wireText }),
        .date("LastPaymentDate", "The latest payment's.", get: { $0.invoice?.payments.lastOn?.wireText }),
        .text(
            "CustomerCode", max: TextKind.codeMax, "The customer's code in any case; it has to be sent.",
            get: { $0.invoice?.customer.code }, set: { $0.draft.customerCode = $1 }
        ).neverNull().example(#""HARB01""#),
        .integer("CustomerId", in: Bounds.id, "The customer's Id.", get: { $0.invoice?.customer.id ?? 0 }),
        .text(
            "CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.invoice?.customer.name }
        )
        .neverNull(),
        .text("CustomerKey", max: 36, "The customer's GUID.", get: { $0.invoice?.customer.key }).neverNull(),
        .text("CustomerContactName", "The main contact's whole name.", get: { $0.full?.contact?.name }),
        .text("CustomerContactFirstName", "Its first name.", get: { $0.full?.contact?.firstName }),
        .text("CustomerContactLastName", "Its last name.", get: { $0.full?.contact?.lastName }),
        .text(
            "CustomerReference", "The customer's order number or such; its default one when left out.",
            get: { $0.invoice?.details.reference }, set: { $0.draft.reference = $1 }
        ).example(#""PO 7731""#),
        .percentage(
            "CustomerDiscount",
            "What the customer's discount was when it was made; worked into the prices already.",
            get: { $0.invoice?.customerDiscount ?? .zero }
        ).neverNull(),
        .text("VATNumber", "The customer's.", get: { $0.invoice?.customer.vatNumber }),
    ]

    static let parties: [WireField<InvoiceWire>] = [
        .object(
            "Address", "The billing address, kept on the document; the customer's when left out.",
            get: { $0.invoice.map { AddressWire($0.details.address) } },
            set: { $0.draft.address = $1.address }),
        .object(
            "DeliveryAddress", "Where goods go; the customer's when left out.",
            get: { $0.invoice?.details.deliveryAddress.map(DeliveryAddressWire.init) },
            set: { $0.draft.deliveryAddress = $1.delivery }),
        .flag(
            "UseCustomDeliveryAddress",
            "Whether goods go to DeliveryAddress; as the customer has it when left out.",
            get: { $0.invoice?.details.usesDeliveryAddress ?? false },
            set: { $0.draft.usesDeliveryAddress = $1 }),
        .flag(
            "UpdateCustomerAddress", "Sent as true, the customer gets the address too.", get: { _ in false },
            set: { $0.draft.updatesCustomerAddress = $1 }),
        .flag(
            "UpdateCustomerDeliveryAddress", "Sent as true, the customer gets the delivery address too.",
            get: { _ in false }, set: { $0.draft.updatesCustomerDeliveryAddress = $1 }),
        .object(
            "Currency", "The customer's, else the home currency, at the stored rate, when left out.",
            get: { $0.full.map { CurrencyWire($0.currency) } },
            set: {
                $0.draft.currencyCode = $1.code?.uppercased()
                $0.draft.exchangeRate = $1.rate
            }),
    ]

    static let lists: [WireField<InvoiceWire>] = [
        .list(
            "LineItems", max: salesLinesMax, "One at least.",
            get: { $0.shownLines }, set: { $0.draft.lines = $1.map(\.draft) }),
        .list(
            "PaymentLines", max: 1_000, "What was paid. A PUT that leaves one out takes it off.",
            get: { $0.shownPayments }, set: { $0.draft.payments = $1.map(\.draft) }),
        .integer(
            "ProjectNumber", "0 for none; lines that name none get it.",
            get: { $0.invoice?.details.project?.number ?? 0 }, set: { $0.draft.projectNumber = $1 }),
        .text(
            "ProjectName", max: TextKind.nameMax, "The project's name.",
            get: { $0.invoice?.details.project?.name }),
        .flag(
            "IsCISReverseCharge", "Construction reverse charge; as the customer has it when left out.",
            get: { $0.invoice?.details.isReverseCharge ?? false }, set: { $0.draft.isReverseCharge = $1 }),
        .text(
            "TradeBorderType", "The customer's: Domestic, EU or Rest of World.",
            get: { $0.invoice?.details.tradeBorder.rawValue }
        ).neverNull(),
        .flag(
            "InvoiceInECMemberState", "The older form of it.",
            get: { $0.invoice?.details.tradeBorder == .europeanUnion }),
        .flag(
            "InvoiceOutsideECMemberState", "The older form of it.",
            get: { $0.invoice?.details.tradeBorder == .restOfWorld }),
    ]

    private var shownLines: [SalesLineWire] {
        guard let invoice else { return [] }
        return invoice.lines.map { SalesLineWire($0, rate: invoice.details.currency.rate) }
    }

    private var shownPayments: [PaymentLineWire] {
        guard let full else { return [] }
        return full.payments.map { PaymentLineWire($0, of: full.invoice.number) }
    }
}
