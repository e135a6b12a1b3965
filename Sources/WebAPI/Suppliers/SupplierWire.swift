import Bookkeeping
import WebCore

/// A supplier as `/suppliers/{code}` answers and takes it.
struct SupplierWire: PartyWire {
    /// What is answered; what is sent goes into its details.
    var supplier: Supplier
    var sent = SentParty<SupplierDetails>()

    var details: SupplierDetails {
        get { supplier.details }
        set { supplier.details = newValue }
    }

    var code: PartyCode { supplier.code }
    var currency: Currency? { supplier.currency }

    init() {
        supplier = Supplier(
            id: 0, code: PartyCode(checked: ""), key: "", createdOn: .never, updatedOn: .never,
            totals: SupplierTotals(), details: SupplierDetails())
    }

    init(_ supplier: Supplier) {
        self.supplier = supplier
    }

    static let shape = WireShape<SupplierWire>("Supplier", people + payment + taxes + rest + totals)
}

extension SupplierWire {
    /// Who the supplier is, and where.
    private static let people: [WireField<SupplierWire>] = [
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.supplier.id })
            .example("17"),
        .text(
            "Code", max: TextKind.codeMax,
            "Unique in any case, and the key in paths; made from the name when left out, kept on a change.",
            get: { $0.supplier.code.text }, set: { $0.sent.code = $1 }
        ).neverNull().example(#""TIMB01""#),
        .text(
            "Name", max: TextKind.nameMax,
            "Company or person; required unless CreateSupplierNameIfEmptyOrNull is true.",
            get: { $0.supplier.details.name },
            set: {
                $0.sent.isNameSent = true
                $0.supplier.details.name = $1 ?? ""
            }
        ).neverNull().example(#""Timberyard & Sons""#),
        .contacts,
        .object(
            "Address", "Where the supplier is; null when nothing is known of it.",
            get: { $0.supplier.details.address.map(AddressWire.init) },
            set: { $0.supplier.details.address = $1.address }),
        .list(
            "DeliveryAddresses", "Always empty: suppliers deliver, and have none.",
            get: { _ in [DeliveryAddressWire]() }),
    ]

    /// How the supplier is paid, and what new documents begin with.
    private static let payment: [WireField<SupplierWire>] = [
        .object(
            "BankAccount", "Where the supplier is paid; null when nothing is known of it.",
            get: { $0.supplier.details.bankAccount.map(PayeeAccountWire.init) },
            set: { $0.supplier.details.bankAccount = $1.account }),
        .currency,
        .paymentTerms,
        .optionalInteger(
            "PaymentMethod", "Id of the method by which the supplier is paid.",
            get: { $0.supplier.details.paymentMethod }, set: { $0.supplier.details.paymentMethod = $1 }),
        .defaultNominalCode.example("5000"),
        .integer(
            "DefaultPdfTheme", "Theme of documents; 0 for the account's.",
            get: { $0.supplier.details.pdfThemeID }, set: { $0.supplier.details.pdfThemeID = $1 }
        ).example("0"),
        .flag(
            "UsesDefaultPdftTheme", "Whether documents have the account's theme.",
            get: { $0.supplier.details.pdfThemeID == 0 }
        ).example("true"),
    ]
}
