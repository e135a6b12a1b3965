import Testing

@testable import WebCore

extension EveryPostTests {
    struct Sample {
        let path: String
        let body: String
        /// Where what is made is listed.
        let list: String
    }

    static let samples = [
        "POST /customers": Sample(
            path: "/customers", body: #"{"Name":"Harbour Joinery Ltd"}"#, list: "/customers"),
        "POST /suppliers": Sample(
            path: "/suppliers", body: #"{"Name":"Timberyard"}"#, list: "/suppliers"),
        "POST /{objectType}/{objectNumber}/notes": Sample(
            path: "/customers/QUAY01/notes", body: #"{"Text":"Rang."}"#, list: "/customers/QUAY01/notes"),
        "POST /sources/createSource": Sample(
            path: "/sources/createSource", body: #"{"Name":"Harbour Fair"}"#, list: "/sources"),
        "POST /categories/list": Sample(
            path: "/categories/list",
            body: #"{"EntityType":"Quote","CategoriesList":[{"Name":"Sent","IconId":1}]}"#,
            list: "/categories/quote"),
        "POST /currencies": Sample(
            path: "/currencies", body: #"{"Code":"EUR","ExchangeRate":1.15}"#, list: "/currencies"),
        "POST /nominals": Sample(
            path: "/nominals", body: #"{"Name":"Workshop Hire","NomType":1}"#, list: "/nominals"),
        "POST /users": Sample(
            path: "/users",
            body:
                #"{"FullName":"Ines Okafor","Username":"ines.okafor","Email":"ines@harbour.example","RoleId":5}"#,
            list: "/users"),
        "POST /api/settings/ipaddress": Sample(
            path: "/api/settings/ipaddress", body: #"{"Address":"203.0.113.5"}"#,
            list: "/api/settings/ipaddress"),
        "POST /vat/settings/vatrates/{vatRate}": Sample(
            path: "/vat/settings/vatrates/17.5", body: "", list: "/vat/settings/vatrates"),
        "POST /accountingperiods": Sample(
            path: "/accountingperiods", body: #"{"StartDate":"2026-04-01","EndDate":"2027-03-31"}"#,
            list: "/accountingperiods"),
        "POST /quotes": Sample(path: "/quotes", body: quote, list: "/quotes"),
        "POST /quotecategories": Sample(
            path: "/quotecategories", body: #"{"Name":"Won","IconId":2}"#, list: "/quotecategories"),
        "POST /quotecategories/categorieslist": Sample(
            path: "/quotecategories/categorieslist",
            body: #"{"CategoriesList":[{"Name":"Lost","IconId":3}]}"#,
            list: "/quotecategories"),
        "POST /recurringinvoices": Sample(
            path: "/recurringinvoices",
            body: #"""
                {"StartDate":"2026-05-01","Frequency":{"Type":"Monthly"},"Duration":{"Type":"Indefinite"},
                "InvoiceDetails":{"CustomerCode":"QUAY01","LineItems":[{"Rate":1}]}}
                """#, list: "/recurringinvoices"),
        "POST /duplicate": Sample(
            path: "/duplicate", body: #"{"SourceNumber":1,"SourceType":"Quote","TargetType":"Quote"}"#,
            list: "/quotes"),
        "POST /copy": Sample(
            path: "/copy?sourceEntity=quote&targetEntity=quote&SourceId=1", body: "", list: "/quotes"),
        "POST /internal/invoices": Sample(
            path: "/internal/invoices?convertfrom=quote", body: "[1]", list: "/invoices"),
        // The sales side, on what `prepare` made.
        "POST /invoices": Sample(
            path: "/invoices", body: #"{"CustomerCode":"QUAY01","LineItems":[{"Rate":5}]}"#, list: "/invoices"
        ),
        "POST /internal/{objectType}/{objectId}/credits": Sample(
            path: "/internal/invoices/1/credits", body: #"[{"Id":2,"Type":"CreditNote"}]"#, list: "/invoices"),
        "POST /internal/{objectType}/{number}/payments/{paymentId}/unallocate": Sample(
            path: "/internal/invoices/3/payments/1/unallocate", body: "", list: "/invoices"),
        "POST /invoices/{number}/settle": Sample(path: "/invoices/4/settle", body: "", list: "/invoices"),
        "POST /internal/invoices/refund/baddebt": Sample(
            path: "/internal/invoices/refund/baddebt",
            body: #"{"BaseInvoiceNumber":5,"CreditInvoiceNumber":6}"#, list: "/invoices"),
        "POST /internal/{objectType}/{objectNumber}/withholdingtaxdeduction": Sample(
            path: "/internal/invoices/7/withholdingtaxdeduction", body: "", list: "/invoices"),
        "POST /{objectType}/bulk/payments": Sample(
            path: "/invoices/bulk/payments", body: #"{"PaymentItems":[{"ObjectNumber":8,"Amount":10}]}"#,
            list: "/invoices"),
        "POST /bankaccounts": Sample(
            path: "/bankaccounts", body: #"{"AccountName":"Savings"}"#, list: "/bankaccounts"),
        "POST /bankaccounts/{accountId}/transactions": Sample(
            path: "/bankaccounts/1/transactions",
            body: #"{"Date":"2026-03-09","MoneyType":7901,"PaidOut":14.40}"#,
            list: "/bankaccounts/1/transactions"),
        "POST /products": Sample(path: "/products", body: #"{"Name":"Oak board"}"#, list: "/products"),
        "POST /projects": Sample(path: "/projects", body: #"{"Name":"Boathouse"}"#, list: "/projects"),
    ]

    static let quote = #"{"CustomerCode":"QUAY01","LineItems":[{"Description":"A door","Rate":100}]}"#

    /// A customer; an invoice that a credit note can settle; one that is paid; one in dollars with a rest; a bad debt and
    /// its credit note; one that tax is withheld from; and one that is due.
    func prepare(_ server: SignedInServer) async throws {
        func make(_ path: String, _ body: String) async throws {
            let answer = try await server.post("/v2\(path)", body)
            #expect(answer.status == .created, "\(path): \(answer.text)")
        }
        func invoice(_ line: String, _ more: String = "") async throws {
            try await make("/invoices", #"{"CustomerCode":"QUAY01","LineItems":[{\#(line)}]\#(more)}"#)
        }
        try await make("/customers", #"{"Code":"QUAY01","Name":"Quay Bakery","ApplyWithholdingTax":true}"#)
        try await make("/quotes", Self.quote)
        try await make("/currencies", #"{"Code":"USD","ExchangeRate":1.25}"#)
        #expect(
            try await server.put("/v2/settings/withholdingtax", #"{"EnabledForSales":true}"#).status == .ok)
        try await invoice(#""Rate":100"#)
        try await invoice(#""Rate":-40"#)
        try await invoice(#""Rate":60"#, #","PaymentLines":[{"Amount":60}]"#)
        try await invoice(
            #""Rate":1000"#,
            #","Currency":{"Code":"USD","ExchangeRate":1.25},"PaymentLines":[{"Amount":790}]"#)
        try await invoice(#""Rate":300,"NominalCode":4000"#)
        try await invoice(#""Rate":-300,"NominalCode":8100"#)
        try await invoice(#""Rate":1000,"NominalCode":4000"#)
        try await invoice(#""Rate":50"#)
    }
}
