import CEmbedded
import HTTPTypes
import WebCore

/// Every route: what is built, and every other documented operation as planned.
public enum Router {
    /// - Parameter version: the program's version, which the contract carries.
    public static func table(version: String) -> RouteTable {
        let built: [Route] = [
            SessionTokenRoutes.all,
            CustomerRoutes.all,
            SupplierRoutes.all,
            UserPermissionRoutes.all,
            PasswordRoutes.all,
            ActivationRoutes.all,
            LinkPageRoutes.all,
            ProfileRoutes.all,
            UserRoutes.all,
            RoleRoutes.all,
            LogInRoutes.all,
            APISettingRoutes.all,
            AllowedAddressRoutes.all,
            SearchRoutes.all,
            AlertRoutes.all,
            FeatureRoutes.all,
            MetadataRoutes.all,
            ClientErrorRoutes.all,
            DefaultRoutes.all,
            SourceRoutes.all,
            CategoryRoutes.all,
            IconRoutes.all,
            NoteRoutes.all,
            CountryRoutes.all,
            CurrencyRoutes.all,
            CompanyRoutes.all,
            NominalRoutes.all,
            NominalLedgerRoutes.all,
            VATSettingRoutes.all,
            SettingRoutes.all,
            AdvancedSettingRoutes.all,
            SingleSettingRoutes.all,
            AccountingPeriodRoutes.all,
            NumberingRoutes.all,
            BankAccountRoutes.all,
            BankListRoutes.all,
            AdvanceRoutes.all,
            CreditRoutes.all,
            BatchRoutes.all,
            PaymentListRoutes.all,
            BankTransactionRoutes.all,
            QuoteRoutes.all,
            QuoteCategoryRoutes.all,
            QuoteReportRoutes.all,
            CopyRoutes.all,
            RecurringInvoiceRoutes.all,
            InvoiceRoutes.all,
            CustomerAccountRoutes.all,
            ProductRoutes.all,
            ProjectRoutes.all,
            StockReportRoutes.all,
            InvoiceBulkRoutes.all,
            InvoiceCountRoutes.all,
            WithholdingRoutes.all,
        ].flatMap(\.self)
        let withContract = built + ContractRoutes.all(of: built, version: version)
        return RouteTable(withContract + Operations.planned)
    }
}

/// The documented operations, from the list inside the binary, and the old paths that clients still call.
enum Operations {
    static var planned: [Route] {
        (documented + oldPaths).map { method, path in
            Route(planned: method, path, access(method, path), OldPaths.deprecation(of: path))
        }
    }

    static var documented: [(method: HTTPRequest.Method, path: String)] {
        let file = daybook_operations()
        let text = String(decoding: UnsafeBufferPointer(start: file.start, count: file.length), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let columns = line.split(separator: "\t").map(String.init)
            guard columns.count == 3, let method = HTTPRequest.Method(columns[0]) else { return nil }
            return (method, columns[1])
        }
    }

    /// Paths of the old documentation and of clients that today's description lacks, and our own additions that the
    /// documentation of the resources names.
    static let oldPaths: [(method: HTTPRequest.Method, path: String)] = [
        (.get, "/allkfpermissions"),
        (.get, "/user/{number}"), (.put, "/user/{number}"), (.delete, "/user/{number}"),
        (.get, "/project/{number}"), (.put, "/project/{number}"), (.delete, "/project/{number}"),
        (.post, "/invoices/{number}/settle"), (.post, "/purchases/{number}/settle"),
    ]

    /// What FD-1 opens without a token and is not built yet: permalinks, whose secret is in the path.
    private static func access(_ method: HTTPRequest.Method, _ path: String) -> RouteAccess {
        switch (method, path) {
        case (.get, "/documents/{documentType}/{id}"), (.get, "/documents/{documentType}/bulk/{id}"),
            (.get, "/documents/invoice/payment/{id}"), (.get, "/documents/purchase/payment/{id}"):
            .open
        default: .anyToken
        }
    }
}
