import Bookkeeping
import Books
import WebCore

/// What `GET /metadata` answers of a business.
struct Metadata: Sendable {
    let counts: BookCounts
    /// Sessions that were ever opened in the business.
    let logIns: Int64
}

enum MetadataWire {
    static let shape = WireShape<Metadata>(
        "Metadata",
        [
            .integer(
                "TotalProductCount", "Products, those that are not in use too.", get: { $0.counts.products }
            ).example("12"),
            .integer("TotalNominalCount", "Nominal codes, inactive ones too.", get: { $0.counts.nominals })
                .example("121"),
            .integer("TotalCustomerCount", "Customers, archived ones too.", get: { $0.counts.customers })
                .example("128"),
            .integer("TotalSupplierCount", "Suppliers, archived ones too.", get: { $0.counts.suppliers })
                .example("40"),
            .integer("TotalInvoiceCount", "Invoices and credit notes.", get: { $0.counts.invoices })
                .example("326"),
            .amount(
                "TotalBankBalance", "All bank accounts, in home currency.", get: { $0.counts.bankBalance }
            )
            .example("4120.5000"),
            .integer(
                "TotalLoginCount", in: 0...Int64.max, "Sessions opened since the start.", get: { $0.logIns }
            ).example("17"),
            .flag("UserHasAmazonFiles", "An old store of files; never.", get: { _ in false }).example(
                "false"),
            .flag("AmazonFilesMarkedforMigration", "An old store of files; never.", get: { _ in false })
                .example("false"),
            .text(
                "PayrollProvisioningStatus", choices: ["NotInitiated", "Queued", "RequestSent"],
                "Always NotInitiated: there is no payroll.", get: { _ in "NotInitiated" }
            ).neverNull().example(#""NotInitiated""#),
        ])
}
