import Bookkeeping
import WebCore

extension CustomerWire {
    /// Who the customer is, and what new documents begin with.
    static let presets: [WireField<CustomerWire>] = [
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.customer.id })
            .example("17"),
        .text(
            "Code", max: TextKind.codeMax,
            "Unique in any case, and the key in paths; made from the name when left out, kept on a change.",
            get: { $0.customer.code.text }, set: { $0.sent.code = $1 }
        ).neverNull().example(#""HARB01""#),
        .text(
            "Name", max: TextKind.nameMax,
            "Company or person; required unless CreateCustomerNameIfEmptyOrNull is true.",
            get: { $0.customer.details.name },
            set: {
                $0.sent.isNameSent = true
                $0.customer.details.name = $1 ?? ""
            }
        ).neverNull().example(#""Harbour Joinery Ltd""#),
        .integer(
            "Source", "Id of the business source; 0 for none.", get: { $0.customer.details.source },
            set: { $0.customer.details.source = $1 }
        ).example("0"),
        .text(
            "SourceName", max: TextKind.nameMax, "Name of the business source; null for none.",
            get: { $0.customer.sourceName }
        ).example(#""Boat show""#),
        .note.example(#""Prefers oak.""#),
        .percentage(
            "DiscountRate", "Per cent off new invoices.", get: { $0.customer.details.discountRate },
            set: { $0.customer.details.discountRate = $1 }
        ).example("5.0000"),
        .flag(
            "ShowDiscount", "Whether documents show the discount.",
            get: { $0.customer.details.showsDiscount }, set: { $0.customer.details.showsDiscount = $1 }),
        .flag(
            "AutoIncludeVATNumber", "Whether new invoices carry the VAT number as a comment.",
            get: { $0.customer.details.includesVATNumber },
            set: { $0.customer.details.includesVATNumber = $1 }),
        .flag(
            "ReceivesWholesalePricing", "Whether products have their wholesale price.",
            get: { $0.customer.details.receivesWholesalePricing },
            set: { $0.customer.details.receivesWholesalePricing = $1 }),
        .text(
            "DefaultCustomerReference", "The reference on new documents.",
            get: { $0.customer.details.defaultReference }, set: { $0.customer.details.defaultReference = $1 }),
        .optionalInteger(
            "EmailTemplateNumber", "Number of the template for mails.",
            get: { $0.customer.details.emailTemplateNumber },
            set: { $0.customer.details.emailTemplateNumber = $1 }),
        .flag(
            "OverrideInvoiceFileFormat", "Whether InvoiceFileFormat counts.",
            get: { $0.customer.details.overridesInvoiceFileFormat },
            set: { $0.customer.details.overridesInvoiceFileFormat = $1 }),
        .text(
            "InvoiceFileFormat", "Pattern of the names of invoice files.",
            get: { $0.customer.details.invoiceFileFormat },
            set: { $0.customer.details.invoiceFileFormat = $1 }),
        .uniqueEntityNumber,
        .flag(
            "AutomaticCreditControlEnabled", "Whether reminder letters go out.",
            get: { $0.customer.details.hasAutomaticCreditControl },
            set: { $0.customer.details.hasAutomaticCreditControl = $1 }),
        .flag(
            "UseCustomDeliveryAddress",
            "Whether goods go to the delivery address instead of the billing one.",
            get: { $0.customer.details.usesCustomDeliveryAddress },
            set: { $0.customer.details.usesCustomDeliveryAddress = $1 }),
        .percentage(
            "WithholdingTaxRate", "Per cent withheld.", get: { $0.customer.details.withholdingTaxRate },
            set: { $0.customer.details.withholdingTaxRate = $1 }),
        .optionalInteger(
            "PDFThemeId", "Theme of documents; null for the account's.",
            get: { $0.customer.details.pdfThemeID }, set: { $0.customer.details.pdfThemeID = $1 }),
    ]
}
