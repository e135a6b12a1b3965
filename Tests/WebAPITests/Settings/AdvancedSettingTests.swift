import Bookkeeping
import Books
import HTTPTypes
import Testing

@Suite struct AdvancedSettingTests {
    private let path = "/v2/settings/advanced"

    private func text(
        _ server: SignedInServer, lock: Bool = false, until: String = "1900-01-01", kept: Bool = false
    ) -> String {
        #"""
        {"UserId":\#(server.server.business),"TransactionLock":\#(lock),"TransactionLockDate":"\#(until) 12:00:00",\#
        "AutomaticCreditControlEnabled":\#(kept),"ApplyManualDiscount":\#(kept),"DefaultNominalCode":4000,\#
        "DefaultVATRate":20.0000,"AutoCalculateVAT":0,"VATText":"VAT","VATRegistered":false,\#
        "DateFormat":"dd/MM/yyyy","JournalEnabled":\#(!kept),"ProjectsEnabled":true,"QuoteText":"Quotes",\#
        "ShowQuoteTotal":true,"PDFInNewWindow":\#(kept),"ViaPostEnabled":\#(kept),"DropboxSettings":null}
        """#
    }

    private func invoice(on day: String) -> String {
        #"""
        {"CustomerCode":"HARB01","IssuedDate":"\#(day)","LineItems":[{"Description":"Stairs","Rate":100,"NominalCode":4000}]}
        """#
    }

    /// Each change of the lock as the book keeps it: the place in the chain, whether it is on, and until when.
    private func changes(_ server: SignedInServer) async throws -> [String] {
        try await server.server.services.bookshelf.withBook(server.server.business) { book in
            try await book.store.read { transaction in
                try transaction.all(
                    "SELECT place, is_on, locked_until, changed_by FROM book_lock_change ORDER BY id"
                ) {
                    "\($0.integer(0)) \($0.integer(1)) \($0.text(2)) \($0.integer(3) > 0)"
                }
            }
        }
    }

    @Test func theDefaultsAreThereFromTheStart() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get(path).text == text(server))
            #expect(try await server.user(with: .viewQuote).get(path).text == text(server))
        }
    }

    @Test func everyMemberCanBeSentAndSentBack() async throws {
        try await TestServer.run { server async throws in
            let body = #"""
                {"TransactionLock":1,"TransactionLockDate":"2026-03-31","AutomaticCreditControlEnabled":true,
                 "ApplyManualDiscount":true,"JournalEnabled":false,"PDFInNewWindow":true,"ViaPostEnabled":true,
                 "UserId":99,"VATText":"TVA","DefaultNominalCode":1}
                """#
            let expected = text(server, lock: true, until: "2026-03-31", kept: true)
            let answer = try await server.put(path, body, loosely: true)
            #expect(answer.status == .ok && answer.text == expected)
            #expect(try await server.put(path, expected).text == expected)
            #expect(try await server.put(path, "{}").text == expected)
            #expect(try await server.get(path).text == expected)
        }
    }

    @Test func whatOtherCallsChangeIsShown() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.put(
                "/v2/settings/quote", #"{"QuoteName":"Offers","QuoteShowTotalInList":false}"#)
            _ = try await server.put("/v2/settings/project", #"{"IsEnabled":false}"#)
            _ = try await server.put(
                "/v2/vat/settings", #"{"VatRate":5,"CalculateTaxOnIndividualUnitPrice":true}"#)
            try await server.registerForVAT()
            let text = try await server.get(path).text
            #expect(
                text.contains(
                    #""DefaultVATRate":5.0000,"AutoCalculateVAT":1,"VATText":"VAT","VATRegistered":true"#))
            #expect(text.contains(#""ProjectsEnabled":false,"QuoteText":"Offers","ShowQuoteTotal":false"#))
        }
    }

    @Test func aLockedDayTakesNothingAndTheNextDayDoes() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            #expect(try await server.post("/v2/invoices", invoice(on: "2026-03-31")).status == .created)
            let lock = #"{"TransactionLock":true,"TransactionLockDate":"2026-03-31 12:00:00"}"#
            #expect(try await server.put(path, lock).status == .ok)
            let before = try await server.postings()
            #expect(
                try await server.post("/v2/invoices", invoice(on: "2026-03-31")).refuses(
                    .badRequest, "Locked", "The books are locked up to 2026-03-31."))
            #expect(
                try await server.delete("/v2/invoices/1").refuses(
                    .badRequest, "Locked", "The books are locked up to 2026-03-31."))
            #expect(try await server.postings() == before)
            #expect(try await server.post("/v2/invoices", invoice(on: "2026-04-01")).status == .created)
            #expect(try await server.put(path, #"{"TransactionLock":false}"#).status == .ok)
            #expect(try await server.post("/v2/invoices", invoice(on: "2026-03-31")).status == .created)
        }
    }

    @Test func everyChangeOfTheLockIsNotedWithItsPlaceInTheChain() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            _ = try await server.put(path, #"{"TransactionLock":true,"TransactionLockDate":"2026-03-31"}"#)
            _ = try await server.post("/v2/invoices", invoice(on: "2026-04-01"))
            _ = try await server.put(path, #"{"TransactionLockDate":"2026-03-31","JournalEnabled":false}"#)
            _ = try await server.put(path, #"{"TransactionLock":false}"#)
            #expect(try await changes(server) == ["0 1 2026-03-31 true", "1 0 2026-03-31 true"])
            let rows = try await server.server.installation.frontDoor.securityLog(limit: 2)
            #expect(rows.map(\.kind) == ["book-lock-changed", "book-lock-changed"])
            #expect(
                rows.map(\.detail) == [
                    "off, 2026-03-31; was on, 2026-03-31", "on, 2026-03-31; was off, 1900-01-01",
                ])
            #expect(rows.allSatisfy { $0.business == server.server.business && $0.actor == "harbour.admin" })
        }
    }

    @Test func whatWouldLockNothingIsRefusedAndNothingChanges() async throws {
        try await TestServer.run { server async throws in
            for body in [
                #"{"TransactionLock":true}"#, #"{"TransactionLock":true,"TransactionLockDate":"1900-01-01"}"#,
            ] {
                #expect(
                    try await server.put(path, body).names(
                        (
                            "TransactionLockDate",
                            "TransactionLockDate must be after 1900-01-01 while TransactionLock is true."
                        )))
            }
            let wrong = try await server.put(
                path, #"{"TransactionLock":"yes","TransactionLockDate":"2026-02-30","JournalEnabled":false}"#,
                loosely: true)
            #expect(
                wrong.names(
                    ("TransactionLock", "TransactionLock has the wrong type."),
                    ("TransactionLockDate", "TransactionLockDate must be a date, as 2026-03-09.")))
            #expect(try await server.get(path).text == text(server))
            #expect(try await changes(server) == [])
        }
    }

    @Test func onlyFullAccessLocks() async throws {
        try await TestServer.run { server async throws in
            let clerk = try await server.user(with: .editInvoice, .deleteInvoice)
            let lock = #"{"TransactionLock":true,"TransactionLockDate":"2026-03-31"}"#
            #expect(try await clerk.put(path, lock).status == .unauthorized)
            #expect(try await server.otherBusiness().put(path, lock).status == .ok)
            #expect(try await server.get(path).text == text(server))
        }
    }
}
