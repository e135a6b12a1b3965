import HTTPTypes
import Testing

/// Customers and suppliers with the same codes, and who may be shown which.
@Suite struct SearchPermissionTests {
    private let customer = SearchText.Hit(1, "Harbour Joinery", "customers/HARB01")
    private let supplier = SearchText.Hit(1, "Harbour Timber", "suppliers/HARB01")

    private func fill(_ server: SignedInServer) async throws {
        try await server.add(("HARB01", "Harbour Joinery"))
        let made = try await server.post(
            "/v2/suppliers",
            #"{"Code":"HARB01","Name":"Harbour Timber","Contacts":[{"Email":"yard@timber.example"}]}"#)
        #expect(made.status == .created)
    }

    @Test func kindsStandInTheOrderOfTheirNumbersHoweverTheyAreAskedFor() async throws {
        try await TestServer.run { server in
            try await fill(server)
            let both = SearchText().customers(customer).suppliers(supplier).text
            for kinds in ["0", "All", "ALL", "7,8", "8,7", "Supplier,Customer", "supplier,%207,7", "1,0"] {
                #expect(
                    try await server.found("searchtext=harbour&searchentitytype=\(kinds)") == both, "\(kinds)"
                )
            }
            let one = SearchText().suppliers(supplier).text
            #expect(try await server.found("searchtext=harbour&searchentitytype=8") == one)
            #expect(try await server.found("searchtext=timber.ex&searchentitytype=0") == one)
            #expect(
                try await server.found("searchtext=harbour%20timber&searchentitytype=0&exactmatch=1") == one)
        }
    }

    @Test func whatTheCallerMayNotViewIsLeftOutAndNotRefused() async throws {
        try await TestServer.run { server in
            try await fill(server)
            let query = "searchtext=harbour&searchentitytype=7,8"
            let (customers, suppliers) = (
                SearchText().customers(customer).text, SearchText().suppliers(supplier).text
            )
            let seller = try await server.user(with: .viewCustomer)
            #expect(try await seller.found(query) == customers)
            #expect(try await server.user(with: .viewReceipt).found(query) == suppliers)
            #expect(try await server.user(with: .viewProject).found(query) == SearchText.nothing)
            #expect(
                try await server.user(with: .viewCustomer, .viewReceipt).found(query)
                    == SearchText().customers(customer).suppliers(supplier).text)
            // A kind that was asked for alone is left out too.
            #expect(try await seller.found("searchtext=h&searchentitytype=8") == SearchText.nothing)
        }
    }
}
