/// A role that every business is made with.
///
/// Source: spec/users.md, "Roles"; what a permission includes is spelled out.
struct FirstRole {
    let number: Int64
    let name: String
    let description: String
    let permissions: Permissions

    /// The owner's.
    static let fullAccess: Int64 = 1
    /// What a user gets when nothing is said: the least.
    static let readOnly: Int64 = 7

    static let all = [
        FirstRole(
            number: fullAccess, name: "Full Access", description: "Everything.",
            permissions: Permissions(.fullAccess)),
        FirstRole(
            number: 2, name: "Projects only (full access)", description: "All of projects, nothing else.",
            permissions: projects),
        FirstRole(
            number: 3, name: "Quotes only (full access)", description: "All of quotes, nothing else.",
            permissions: quotes),
        FirstRole(
            number: 4, name: "Invoices and customers", description: "All of invoices and customers.",
            permissions: invoices.union(customers)),
        FirstRole(
            number: 5, name: "Sales", description: "All of invoices, quotes and customers; reading projects.",
            permissions: invoices.union(quotes).union(customers).union(Permissions(.viewProject))),
        FirstRole(
            number: 6, name: "Purchases", description: "All of purchases and suppliers; reading projects.",
            permissions: receipts.union(Permissions(.viewProject))),
        FirstRole(
            number: readOnly, name: "Read only", description: "Reading, changing nothing.",
            permissions: Permissions(.viewInvoice, .viewQuote, .viewCustomer, .viewReceipt, .viewProject)),
    ]

    private static let invoices = Permissions(.viewInvoice, .createInvoice, .editInvoice, .deleteInvoice)
    private static let quotes = Permissions(.viewQuote, .createQuote, .editQuote, .deleteQuote)
    private static let customers = Permissions(.viewCustomer, .createCustomer, .editCustomer, .deleteCustomer)
    private static let receipts = Permissions(.viewReceipt, .createReceipt, .editReceipt)
    private static let projects = Permissions(.viewProject, .createProject, .editProject, .deleteProject)
}
