import HTTPTypes
import Testing

/// Currencies of customers and suppliers, and sources of customers: what they refer to has to be there.
@Suite struct PartyReferenceTests {
    @Test(arguments: ["customers", "suppliers"])
    func aCurrencyHasToBeSetUpOrComeWithARate(family: String) async throws {
        try await TestServer.run { server in
            let path = "/v2/\(family)"
            let unknown = try await server.post(path, #"{"Code":"A","Name":"A","Currency":{"Code":"USD"}}"#)
            #expect(
                unknown.names(
                    (
                        "Currency.Code",
                        """
                        Currency.Code must be a currency that is set up; POST /currencies first or send \
                        Currency.ExchangeRate.
                        """
                    )))
            #expect(try await server.get("\(path)/A").status == .notFound)
            let withRate = try await server.post(
                path, #"{"Code":"A","Name":"A","Currency":{"Code":"usd","ExchangeRate":1.25}}"#)
            #expect(withRate.status == .created)
            let dollar =
                #""Currency":{"Name":"US Dollar","Symbol":"$","DisplaySymbolOnRight":false,"Code":"USD","#
            #expect(withRate.text.contains(dollar + #""ExchangeRate":1.2500}"#))
            // Its rate is the currency's from then on, whatever another party comes with.
            let other = try await server.post(
                path, #"{"Code":"B","Name":"B","Currency":{"Code":"USD","ExchangeRate":9}}"#)
            #expect(other.text.contains(dollar + #""ExchangeRate":1.2500}"#))
            #expect(try await server.get("\(path)/B").text == other.text)
        }
    }

    @Test(arguments: ["customers", "suppliers"])
    func aRateIsBounded(family: String) async throws {
        try await TestServer.run { server in
            for rate in ["0", "-1", "1000000001"] {
                let answer = try await server.post(
                    "/v2/\(family)", #"{"Name":"A","Currency":{"Code":"USD","ExchangeRate":\#(rate)}}"#,
                    loosely: true)
                #expect(answer.status == .badRequest)
                #expect(answer.text.contains(#""Field":"Currency.ExchangeRate""#))
            }
            #expect(try await server.codes() == [])
            #expect(try await server.supplierCodes() == [])
        }
    }

    @Test func aSourceIsNamedAndHasToBeThere() async throws {
        try await TestServer.run { server in
            let source = try await server.post("/v2/sources/createSource", #"{"Name":"Boat show"}"#)
            #expect(source.status == .created)
            let created = try await server.post(
                "/v2/customers", #"{"Code":"HARB01","Name":"Harbour Joinery Ltd","Source":1}"#)
            let expected = try CustomerText(key: created.customerKey).with("Source", "1")
                .with("SourceName", #""Boat show""#).text
            #expect(created.text == expected)
            let list = try await server.get("/v2/customers").text
            #expect(list.contains(#""SourceName":"Boat show","#))
            let wrong = try await server.put(
                "/v2/customers/HARB01",
                #"{"Name":"Other","Source":2,"Contacts":[{"Id":7}],"Currency":{"Code":"JPY"}}"#)
            #expect(
                wrong.names(
                    ("Source", "Source must be 0 or the Id of a business source."),
                    ("Contacts[0].Id", "Contacts[0].Id names no contact of this customer."),
                    (
                        "Currency.Code",
                        """
                        Currency.Code must be a currency that is set up; POST /currencies first or send \
                        Currency.ExchangeRate.
                        """
                    )))
            #expect(try await server.get("/v2/customers/HARB01").text == expected)
        }
    }

    @Test(arguments: ["customers", "suppliers"])
    func theNotesOfWhatIsDeletedGoWithIt(family: String) async throws {
        try await TestServer.run { server in
            let path = "/v2/\(family)"
            for code in ["A", "B"] {
                _ = try await server.post(path, #"{"Code":"\#(code)","Name":"N"}"#)
                let note = try await server.post("\(path)/\(code)/notes", #"{"Text":"Called."}"#)
                #expect(note.status == .created)
            }
            #expect(try await server.delete("\(path)/A").status == .noContent)
            #expect(try await server.get("\(path)/A/notes").status == .notFound)
            let kept = try await server.server.installation.bookshelf.withBook(server.server.business) {
                book in
                try await book.store.read { try $0.all("SELECT parent FROM note") { $0.integer(0) } }
            }
            #expect(kept == [2])
        }
    }
}
