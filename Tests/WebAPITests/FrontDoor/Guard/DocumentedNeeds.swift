import Foundation
import FrontDoor
import HTTPTypes
import Testing

@testable import WebCore

/// What a call must need, as the documentation has it.
enum Need: Hashable {
    /// Open to strangers (FD-1).
    case nothing
    case token
    /// A token, and a temporary password will do (FD-21).
    case ownPassword
    case anyOf([Permission])
    case byParent([String: Permission])

    static func permission(_ permission: Permission) -> Need { .anyOf([permission]) }

    /// What a route does need.
    init(_ access: RouteAccess) {
        if access.isOpen {
            self = .nothing
        } else if let kinds = access.kinds {
            self = .byParent(kinds.permissions)
        } else if !access.permissions.isEmpty {
            self = .anyOf(access.permissions)
        } else {
            self = access.withTemporaryPassword ? .ownPassword : .token
        }
    }
}

/// The rights of the documentation, written down by hand from `users.md`, "Which permission a family needs", and not
/// from the routes: so a route that forgets its right, or asks another, is seen.
enum DocumentedNeeds {
    /// What reading, making, changing and deleting in one family of the documented operations needs.
    struct Family {
        let read: Need
        let make: Need
        let change: Need
        let delete: Need

        init(_ read: Permission, _ make: Permission, _ change: Permission, _ delete: Permission) {
            self.read = .permission(read)
            self.make = .permission(make)
            self.change = .permission(change)
            self.delete = .permission(delete)
        }

        init(read: Need, write: Need) {
            self.read = read
            make = write
            change = write
            delete = write
        }

        func need(_ method: HTTPRequest.Method) -> Need? {
            switch method {
            case .get: read
            case .post: make
            case .put: change
            case .delete: delete
            default: nil
            }
        }
    }

    private static let invoices = Family(.viewInvoice, .createInvoice, .editInvoice, .deleteInvoice)
    private static let quotes = Family(.viewQuote, .createQuote, .editQuote, .deleteQuote)
    private static let customers = Family(.viewCustomer, .createCustomer, .editCustomer, .deleteCustomer)
    /// There is no `DeleteReceipt`.
    private static let receipts = Family(.viewReceipt, .createReceipt, .editReceipt, .editReceipt)
    private static let projects = Family(.viewProject, .createProject, .editProject, .deleteProject)
    /// Every form needs them, few may change them.
    private static let lists = Family(read: .token, write: .permission(.fullAccess))
    private static let full = Family(read: .permission(.fullAccess), write: .permission(.fullAccess))
    private static let own = Family(read: .token, write: .token)
    private static let administration = Family(
        read: .permission(.manageUser), write: .permission(.manageUser))

    static let families: [String: Family] = [
        "invoice": invoices, "recurring-invoices": invoices, "reminder-letters": invoices,
        "quote": quotes, "quotecategory": quotes,
        "customer": customers, "customer-statements": customers,
        // `reference-data.md`: "writing needs FullAccess, sources EditCustomer".
        "sources": Family(.viewCustomer, .editCustomer, .editCustomer, .editCustomer),
        "purchases": receipts, "expenses": receipts, "purchaseorder": receipts,
        "purchaseordercategory": receipts, "recurring-purchases": receipts, "suppliers": receipts,
        "supplier-statements": receipts,
        "project": projects,
        "note": Family(read: .byParent(reading), write: .byParent(editing)),
        "product": lists, "stock": lists, "nominal": lists, "currency": lists, "country": lists, "tax": lists,
        "icons": lists,
        "numbering": lists, "categories": lists, "postcodes": lists, "companies-house": lists,
        "branding": lists, "settings": lists, "defaults": lists, "feature-switches": lists,
        "bankreconciliation": full, "banktransaction": full, "recurring-bank-transactions": full,
        "bankfeed": full, "journal": full, "reports": full, "dashboard": full, "accountingperiod": full,
        "api-metadata": full, "backup": full, "data-import": full, "losses": full, "mileage": full,
        "itsa-making-tax-digital": full, "fixed-asset-register": full,
        // Hits are filtered by what the caller may view; alerts and errors are the caller's own.
        "search": own, "alerts": own, "client-errors": own,
        "users-permissions": administration,
        // Payment forms list the accounts (`exceptions`); methods and statuses are as other lists.
        "bankaccount": full, "vatsettings": full, "vatsetting": full, "payments": lists,
        "bulk-payments": ofPaid, "withholdingtaxdeduction": ofPaid,
    ]

    /// What is paid on a document is the document's.
    private static let ofPaid = Family(
        read: .byParent(paid(.viewInvoice, .viewReceipt)), write: .byParent(paid(.editInvoice, .editReceipt)))

    private static func paid(_ invoice: Permission, _ purchase: Permission) -> [String: Permission] {
        ["invoices": invoice, "invoice": invoice, "purchases": purchase, "purchase": purchase]
    }

    /// Where a page says something else of one call than of its family.
    static let exceptions = named([
        (
            Need.nothing,
            [
                "POST /sessiontoken", "PUT /sessiontoken", "GET /sessiontoken", "POST /password",
                "GET /password/{resetToken}", "PUT /password/{resetToken}",
                "GET /users/activation/{activationGuid}",
                "PUT /users/activation/{activationGuid}/credential",
                "POST /users/activation/{activationGuid}/email",
            ]
        ),
        (
            Need.token,
            [
                "GET /sessiontoken/{id}", "GET /userpermissions", "GET /userpermissions-mobile",
                "GET /settings/profile", "PUT /settings/profile", "GET /settings/user",
                "POST /password/breached",
                "GET /settings/menu", "GET /settings/termsandconditions",
                "POST /settings/termsandconditions", "POST /settings/docfire",
            ]
        ),
        (Need.ownPassword, ["DELETE /sessiontoken/{sessionToken}", "PUT /password"]),
        (Need.anyOf([.manageRole, .manageUser]), ["GET /roles", "GET /permissionhierarchy"]),
        (
            Need.anyOf([.editInvoice, .editQuote, .editCustomer, .editReceipt, .editProject]),
            ["GET /bankaccounts", "GET /bankaccounts/list"]
        ),
        // Every form needs the rates.
        (
            Need.token,
            [
                "GET /settings/VATNumber", "GET /settings/vatrates", "GET /vatrates",
                "GET /vat/settings/vatrates",
            ]
        ),
        // Who pays needs them, and what they do is a change of the invoice.
        (
            Need.permission(.viewInvoice),
            ["GET /paymentprocessors", "GET /paymentprocessors/activedeprecated"]
        ),
        (Need.permission(.editInvoice), ["POST /internal/invoices/refund/baddebt"]),
        (
            Need.byParent(paid(.editInvoice, .editReceipt)),
            [
                "POST /internal/{objectType}/{number}/payments/{paymentId}/unallocate",
                "POST /internal/{objectType}/{objectId}/credits",
            ]
        ),
        (
            Need.byParent(paid(.viewInvoice, .viewReceipt)),
            ["GET /internal/{objectType}/{objectId}/credits"]
        ),
        // The right for the target comes first; what is copied is looked at by who may view it.
        (Need.anyOf([.createInvoice, .createQuote]), ["POST /copy", "POST /duplicate"]),
        (Need.permission(.editQuote), ["POST /internal/invoices"]),
        // These only read.
        (
            Need.permission(.viewCustomer),
            [
                "POST /internal/customers/valid-email", "POST /customers/customerbulkinvoice",
                "PUT /customers/statistics", "PUT /customers/{code}/statistics",
            ]
        ),
        (Need.permission(.viewReceipt), ["POST /internal/suppliers/valid-email"]),
    ])

    /// What is on no list of today's operations: old paths, clients' paths and our own additions.
    static let additions = named([
        (
            Need.nothing,
            [
                "GET /openapi.json", "GET /docs", "GET /links/activation", "GET /links/reset",
                "GET /links/page.js", "GET /links/page.css",
            ]
        ),
        (Need.token, ["GET /allkfpermissions", "GET /categoryicons/{file}", "GET /bankicons/{file}"]),
        (Need.ownPassword, ["DELETE /sessiontoken"]),
        (Need.anyOf([.manageRole, .manageUser]), ["GET /roles/{number}"]),
        (
            Need.permission(.manageUser),
            ["GET /user/{number}", "PUT /user/{number}", "DELETE /user/{number}"]
        ),
        (Need.permission(.viewProject), ["GET /project/{number}"]),
        (Need.permission(.editProject), ["PUT /project/{number}"]),
        (Need.permission(.deleteProject), ["DELETE /project/{number}"]),
        (Need.permission(.editCustomer), ["PUT /internal/customers/archive"]),
        (
            Need.permission(.fullAccess),
            [
                "PUT /settings/advanced", "PUT /settings/invoice", "PUT /settings/quote",
                "PUT /settings/withholdingtax",
            ]
        ),
        (Need.token, ["GET /settings/withholdingtax"]),
        (Need.permission(.editInvoice), ["POST /invoices/{number}/settle"]),
    ])

    private static func named(_ needs: [(need: Need, calls: [String])]) -> [String: Need] {
        Dictionary(
            needs.flatMap { need, calls in calls.map { ($0, need) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Notes are read by who may view what they are on, and written by who may edit it.
    private static let reading = parents(.viewCustomer, .viewReceipt, .viewInvoice, .viewQuote)
    private static let editing = parents(.editCustomer, .editReceipt, .editInvoice, .editQuote)

    private static func parents(
        _ customer: Permission, _ receipt: Permission, _ invoice: Permission, _ quote: Permission
    ) -> [String: Permission] {
        [
            "customers": customer, "customer": customer, "1": customer,
            "suppliers": receipt, "supplier": receipt, "2": receipt,
            "invoices": invoice, "invoice": invoice, "3": invoice,
            "quotes": quote, "quote": quote, "4": quote,
            "purchases": receipt, "purchase": receipt, "5": receipt,
            "purchaseorders": receipt, "purchaseorder": receipt, "6": receipt,
        ]
    }

    /// The families by operation, `GET /customers`, from the list of the documented ones.
    static func familyNames() throws -> [String: String] {
        let root = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
        }
        let list = try String(
            contentsOf: root.appendingPathComponent("Sources/CEmbedded/files/operations.tsv"), encoding: .utf8
        )
        var names: [String: String] = [:]
        for line in list.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t").map(String.init)
            try #require(columns.count == 3)
            names["\(columns[0]) \(columns[1])"] = columns[2]
        }
        return names
    }
}
