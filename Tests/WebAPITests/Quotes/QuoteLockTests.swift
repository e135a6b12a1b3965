import Bookkeeping
import Store
import Testing

@testable import Books

/// The book's lock date holds quotes too.
@Suite struct QuoteLockTests {
    private let locked = (status: "Locked", message: "The books are locked up to 2026-02-28.")

    private func lock(_ server: SignedInServer) async throws {
        try await server.server.installation.bookshelf.withBook(server.server.business) { book in
            let (pen, day) = (book.pen, try CalendarDate(text: "2026-02-28"))
            try await book.store.write { try $0.setLock(BookLock(isOn: true, until: day), pen) }
        }
    }

    private func refuses(_ answer: TestAnswer) -> Bool {
        answer.refuses(.badRequest, locked.status, locked.message)
    }

    @Test func aLockedQuoteKeepsItsMoneyAndDateAndTakesLabels() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            let old = windows.replacing("2026-04-02", with: "2026-02-01")
            try await server.addQuote(old)
            try await server.addQuote()
            try await lock(server)
            let before = try await server.get("/v2/quotes/1").text
            #expect(refuses(try await server.post("/v2/quotes", old)))
            #expect(refuses(try await server.put("/v2/quotes/1", old.replacing("412.5", with: "500"))))
            #expect(refuses(try await server.put("/v2/quotes/1", windows)))
            #expect(refuses(try await server.put("/v2/quotes/2", old)))
            #expect(refuses(try await server.delete("/v2/quotes/1")))
            #expect(try await server.get("/v2/quotes/1").text == before)
            let left = try await server.delete("/v2/quotelist", "[1,2]")
            #expect(
                left.text
                    == #"[{"Id":1,"Number":1,"ErrorCode":"Locked","Reason":"\#(locked.message)"}]"#)
            let labelled = try await server.put(
                "/v2/quotes/1", old.replacing(#""Category""#, with: #""CustomerReference":"PO 9","Category""#)
            )
            #expect(labelled.status == .ok && labelled.text.contains("PO 9"))
            #expect(try await server.put("/v2/quotes/1/email?isEmailSent=true", nil).status == .noContent)
        }
    }

    @Test func anOlderQuoteIsConvertedOnAnOpenDay() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote(windows.replacing("2026-04-02", with: "2026-02-01"))
            try await lock(server)
            let path = "/v2/internal/invoices?convertfrom=quote&retainafterconversion=false"
            #expect(try await server.post(path, "[1]").status == .created)
            #expect(try await server.get("/v2/quotes/1").status == .notFound)
        }
    }

    @Test func settingsDecideWhatAConversionTakesAndLeaves() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes(#","DefaultCustomerReference":"Joinery""#)
            _ = try await server.post("/v2/quotecategories", #"{"Name":"Won","IconId":11}"#)
            let settings = try await server.put(
                "/v2/settings/quote", #"{"QuoteCopyReference":0,"QuoteConvertedCategory":"2"}"#)
            #expect(settings.status == .ok, "\(settings.text)")
            try await server.addQuote(
                windows.replacing(#""Category""#, with: #""CustomerReference":"PO 1","Category""#))
            let path = "/v2/internal/invoices?convertfrom=quote"
            #expect(try await server.post(path, "[1]").status == .created)
            #expect(try await server.get("/v2/quotes/1").text.contains(#""Name":"Won""#))
            #expect(try await server.get("/v2/invoices/1").text.contains(#""CustomerReference":"Joinery""#))
            #expect(try await server.put("/v2/settings/quote", #"{"QuoteDelete":true}"#).status == .ok)
            #expect(try await server.post(path, "[1]").status == .created)
            #expect(try await server.get("/v2/quotes/1").status == .notFound)
        }
    }
}
