import HTTPTypes
import Testing

@Suite struct InvoiceBulkTests {
    @Test func allOfAListGoAndItIsSaidWithNothing() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            for _ in 1...3 { try await server.issue() }
            #expect(try await server.delete("/v2/invoicelist", "[1,3,3]").status == .noContent)
            #expect(try await server.invoices() == [2])
            #expect(try await server.invoiceTotals() == "1 100.0000")
        }
    }

    @Test func theDocumentedAnswerForWhatStays() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            for number in 301...302 { try await server.issue("HARB01", "100", #","Number":\#(number)"#) }
            let answer = try await server.delete("/v2/invoicelist", "[ 301, 302, 999 ]")
            #expect(answer.status == .ok)
            #expect(
                answer.text
                    == #"[{"Id":null,"Number":999,"ErrorCode":"NotFound","Reason":"Invoice does not exist."}]"#
            )
            #expect(try await server.invoices() == [])
        }
    }

    @Test func whatIsLockedStaysWholeAndTheOthersGo() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue("HARB01", "100", #","IssuedDate":"2026-01-31""#)
            try await server.issue()
            try await server.lockBooks(until: "2026-01-31")
            let answer = try await server.delete("/v2/invoicelist", "[1,2]")
            #expect(
                answer.text
                    == #"[{"Id":1,"Number":1,"ErrorCode":"Locked","Reason":"The books are locked up to 2026-01-31."}]"#
            )
            #expect(try await server.invoices() == [1])
        }
    }

    @Test(arguments: [
        ("{}", "body", "The body must be a list of 1 to 1000 numbers."),
        ("[]", "body", "The body must be a list of 1 to 1000 numbers."),
        (#"["1"]"#, "[0]", "[0] has the wrong type."),
    ])
    func aBodyThatIsNoListOfNumbersIsRefused(body: String, field: String, message: String) async throws {
        try await TestServer.run { server in
            #expect(try await server.delete("/v2/invoicelist", body).names((field, message)))
            let archived = try await server.put("/v2/invoices/archive-status/true", body, loosely: true)
            #expect(archived.names((field, message)))
        }
    }

    // MARK: Archive

    @Test func theArchiveHidesFromListsAndChangesNothingElse() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            for _ in 1...3 { try await server.issue() }
            let postings = try await server.postings()
            #expect(try await server.put("/v2/invoices/archive-status/true", "[1,2]").status == .noContent)
            #expect(try await server.invoices() == [3])
            #expect(try await server.invoiceTotals() == "1 100.0000")
            #expect(try await server.invoices("?archived=TRUE&order=desc") == [2, 1])
            #expect(try await server.invoiceTotals("?archived=true") == "2 200.0000")
            #expect(try await server.invoiceTotals("?archived=all") == "3 300.0000")
            #expect(try await server.invoiceTotals("?statusfilter=Unpaid") == "1 100.0000")
            #expect(try await server.invoice(1)["IsArchived"] as? Bool == true)
            #expect(try await server.postings() == postings)
            // Once more changes nothing, and it can be taken back.
            #expect(try await server.put("/v2/invoices/archive-status/1", "[1]").status == .noContent)
            #expect(try await server.put("/v2/invoices/archive-status/False", "[1,3]").status == .noContent)
            #expect(try await server.invoiceTotals() == "2 200.0000")
            #expect(try await server.invoiceTotals("?archived=true") == "1 100.0000")
        }
    }

    @Test func oneUnknownNumberKeepsAllFromTheArchive() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            let answer = try await server.put("/v2/invoices/archive-status/true", "[1,7,9]")
            #expect(answer.names(("[1]", "There is no invoice 7."), ("[2]", "There is no invoice 9.")))
            #expect(try await server.invoices() == [1])
            #expect(try await server.put("/v2/invoices/archive-status/perhaps", "[1]").status == .notFound)
        }
    }

    // MARK: E-mails

    @Test func emailsAreCountedAndSetBack() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            for query in ["", "?updateMarkAsSentDate=true"] {
                let answer = try await server.put("/v2/internal/invoices/1/emailcount\(query)", nil)
                #expect(answer.status == .ok && answer.text.isEmpty)
            }
            #expect(try await server.invoice(1)["EmailCount"] as? Int == 2)
            let reset = try await server.put("/v2/internal/invoices/1/emailcount/reset", nil)
            #expect(reset.status == .ok && reset.text.isEmpty)
            #expect(try await server.invoice(1)["EmailCount"] as? Int == 0)
            for path in ["9/emailcount", "9/emailcount/reset"] {
                let unknown = try await server.put("/v2/internal/invoices/\(path)", nil)
                #expect(unknown.refuses(.notFound, "NotFound", "There is no invoice 9."))
            }
        }
    }

    // MARK: Sums

    @Test func theTenOnWhichMostIsOwed() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"), ("QUAY01", "Quay"))
            try await server.issue("HARB01", "100", #","PaymentLines":[{"Amount":30}]"#)
            try await server.issue("QUAY01", "70")
            try await server.issue("HARB01", "-500")
            try await server.issue(
                "QUAY01", "9", #","PaymentLines":[{"Amount":9}],"CustomerReference":"PO 7""#)
            let all = try await server.get("/v2/invoices/topdue")
            #expect(
                all.text
                    == #"[{"Id":1,"Number":1,"DueAmount":70.0000},{"Id":2,"Number":2,"DueAmount":70.0000}]"#)
            let one = try await server.get("/v2/invoices/topdue?customercode=quay01")
            #expect(one.text == #"[{"Id":2,"Number":2,"DueAmount":70.0000}]"#)
            #expect(try await server.get("/v2/invoices/topdue?searchText=harb").text.contains(#""Number":1"#))
            #expect(try await server.get("/v2/invoices/topdue?searchText=nowhere").text == "[]")
            #expect(try await server.get("/v2/invoices/topdue?page=2").text == "[]")
            for _ in 1...11 { try await server.issue("QUAY01", "1000") }
            let ten = try await server.get("/v2/invoices/topdue").text
            #expect(ten.matches(of: #/"DueAmount":1000.0000/#).count == 10)
        }
    }

    @Test func whatWasMadeSinceTheMonthBeganIsCounted() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            #expect(try await server.get("/v2/invoicecountforsubscriptioncycle").text == "0")
            for _ in 1...2 { try await server.issue("HARB01", "1", #","IssuedDate":"2025-01-01""#) }
            #expect(try await server.get("/v2/invoicecountforsubscriptioncycle").text == "2")
        }
    }
}
