import Books
import HTTPTypes
import Store
import Testing

@Suite struct ChangeInvoiceTests {
    @Test func anotherNumberIsAnotherPlaceAndTheOldOneIsSpent() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            let body = #"{"Number":9,"CustomerCode":"HARB01","LineItems":[{"Rate":100,"VATLevel":0}]}"#
            let answer = try await server.put("/v2/invoices/1", body)
            #expect(answer.status == .created && answer.headers[.location] == "/v2/invoices/9")
            #expect(try await server.get("/v2/invoices/1").status == .notFound)
            // Nothing that posts has changed.
            #expect(try await server.postings().count == 1)
            let back = try await server.put("/v2/invoices/9", body.replacing("9", with: "1"))
            #expect(
                back.refuses(
                    .badRequest, "DuplicateNumber",
                    "The number 1 is or was another invoice's; leave it out for the next free one."))
            try await server.issue()
            #expect(try await server.invoices() == [9, 10])
            let taken = try await server.put("/v2/invoices/10", body)
            #expect(taken.status == .badRequest && taken.text.contains("DuplicateNumber"))
        }
    }

    @Test func whatIsLeftOutGoesBackButNumberDateCustomerCurrencyAndRateStay() async throws {
        try await TestServer.run { server in
            try await server.addHarbour(#","DefaultCustomerReference":"STANDING""#)
            try await server.issue(
                "HARB01", "100",
                #"""
                ,"Number":40,"IssuedDate":"2026-01-31","DueDate":"2026-02-01","CustomerReference":"PO 1",\#
                "Address":{"Line1":"1 Mill Lane"},"Currency":{"Code":"USD","ExchangeRate":2},\#
                "PaymentLines":[{"Amount":7}]
                """#)
            let answer = try await server.put("/v2/invoices/40", #"{"LineItems":[{"Rate":30,"VATLevel":0}]}"#)
            #expect(answer.status == .ok, "\(answer.text)")
            for member in [
                #""Number":40"#, #""IssuedDate":"2026-01-31 12:00:00","DueDate":"2026-02-14 12:00:00""#,
                #""CustomerCode":"HARB01""#, #""CustomerReference":"STANDING""#, #""ExchangeRate":2.0000"#,
                #""GrossAmount":30.0000,"HomeCurrencyGrossAmount":15.0000"#, #""PaymentLines":[]"#,
                #""TotalPaidAmount":0.0000"#,
            ] {
                #expect(answer.text.contains(member), "\(member) is not in \(answer.text)")
            }
            #expect(!answer.text.contains("1 Mill Lane"))
        }
    }

    @Test func aMovedDateMovesTheDueDateThatWasNotSent() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            let answer = try await server.put(
                "/v2/invoices/1", #"{"IssuedDate":"2026-04-01","LineItems":[{"Rate":100,"VATLevel":0}]}"#)
            #expect(answer.text.contains(#""DueDate":"2026-04-15 12:00:00""#))
            #expect(
                try await server.postings().suffix(1) == ["invoice 1: 2026-04-01 1100 +100.00, 4000 -100.00"])
        }
    }

    @Test func customerAndCurrencyStayWhileThereIsAPayment() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.add(("QUAY01", "Quay"))
            try await server.issue("HARB01", "100", #","PaymentLines":[{"Amount":10}]"#)
            let before = try await server.get("/v2/invoices/1").text
            let customer = try await server.put(
                "/v2/invoices/1",
                before.replacing(#""CustomerCode":"HARB01""#, with: #""CustomerCode":"QUAY01""#))
            #expect(
                customer.refuses(
                    .badRequest, "Conflict",
                    "Its customer can't change while it has payments; remove them first."))
            let currency = try await server.put(
                "/v2/invoices/1",
                before.replacing(#""Code":"GBP""#, with: #""Code":"EUR""#)
                    .replacing(#""ExchangeRate":1.0000"#, with: #""ExchangeRate":1.2"#))
            #expect(
                currency.refuses(
                    .badRequest, "Conflict",
                    "Its currency and rate can't change while it has payments; remove them first."))
            #expect(try await server.get("/v2/invoices/1").text == before)
            // Without the payment both may.
            let bare = #"{"CustomerCode":"QUAY01","LineItems":[{"Rate":100,"VATLevel":0}]"#
            #expect(
                try await server.put("/v2/invoices/1", bare + #","PaymentLines":[]}"#).status == .badRequest)
            _ = try await server.put("/v2/invoices/1", #"{"LineItems":[{"Rate":100,"VATLevel":0}]}"#)
            #expect(try await server.put("/v2/invoices/1", bare + "}").status == .ok)
            let (harbour, quay) = (
                try await server.get("/v2/customers/HARB01").text,
                try await server.get("/v2/customers/QUAY01").text
            )
            #expect(harbour.contains(#""TotalPaidAmount":0.0000,"OutstandingBalance":0.0000"#))
            #expect(quay.contains(#""TotalPaidAmount":0.0000,"OutstandingBalance":100.0000"#))
        }
    }

    @Test func aLockHoldsMoneyAndDatesAndLeavesTheRestOpen() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue("HARB01", "100", #","IssuedDate":"2026-01-31""#)
            try await server.lockBooks(until: "2026-01-31")
            let before = try await server.get("/v2/invoices/1").text
            let words = "The books are locked up to 2026-01-31."
            for (old, new) in [
                (#""Rate":100.0000"#, #""Rate":101"#),
                (#""IssuedDate":"2026-01-31 12"#, #""IssuedDate":"2026-02-01 12"#),
                (#""Number":1,"Type""#, #""Number":5,"Type""#),
            ] {
                let answer = try await server.put("/v2/invoices/1", before.replacing(old, with: new))
                #expect(answer.refuses(.badRequest, "Locked", words), "\(new): \(answer.text)")
            }
            #expect(try await server.delete("/v2/invoices/1").refuses(.badRequest, "Locked", words))
            let late = try await server.post(
                "/v2/invoices",
                #"{"CustomerCode":"HARB01","IssuedDate":"2026-01-01","LineItems":[{"Rate":1,"VATLevel":0}]}"#)
            #expect(late.refuses(.badRequest, "Locked", words))
            #expect(try await server.get("/v2/invoices/1").text == before)
            // Reference, due date and a payment of an open day.
            let open = before.replacing(#""CustomerReference":null"#, with: #""CustomerReference":"PO 9""#)
                .replacing(#""DueDate":"2026-02-14"#, with: #""DueDate":"2026-03-01"#)
                .replacing(
                    #""PaymentLines":[]"#, with: #""PaymentLines":[{"Date":"2026-02-02","Amount":100}]"#)
            let changed = try await server.put("/v2/invoices/1", open)
            #expect(changed.status == .ok && changed.text.contains(#""Status":"Paid""#), "\(changed.text)")
            #expect(changed.text.contains("PO 9") && changed.text.contains(#""DueDate":"2026-03-01"#))
        }
    }

    @Test func ofManyChangesWithOneTagOneWins() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            let tag = try #require(try await server.get("/v2/invoices/1").headers[.eTag])
            let body = Array(#"{"LineItems":[{"Rate":1,"VATLevel":0}]}"#.utf8)
            var statuses: [HTTPResponse.Status: Int] = [:]
            try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 1...50 {
                    group.addTask {
                        try await server.server.ask(
                            .put, "/v2/invoices/1", body, token: server.token,
                            headers: [.contentType: "application/json", .ifMatch: tag]
                        ).status
                    }
                }
                for try await status in group { statuses[status, default: 0] += 1 }
            }
            #expect(statuses == [.ok: 1, .preconditionFailed: 49])
        }
    }

    @Test func aRepeatedCreateWithItsKeyIsOneInvoice() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let body = #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1,"VATLevel":0}]}"#
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            let first = try await server.post("/v2/invoices", body, headers: [key: "stair-7731"])
            let second = try await server.post("/v2/invoices", body, headers: [key: "stair-7731"])
            #expect(first.text == second.text && second.status == .created)
            #expect(try await server.invoices() == [1])
        }
    }

    @Test func whatIsDeletedIsNotThereTwice() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            #expect(try await server.delete("/v2/invoices/1").status == .noContent)
            #expect(
                try await server.delete("/v2/invoices/1").refuses(
                    .notFound, "NotFound", "There is no invoice 1."))
        }
    }

    @Test func aFiledReturnHoldsMoneyAndDatesAndNothingElse() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            try await server.server.services.bookshelf.withBook(server.server.business) { book in
                _ = try await book.store.write {
                    try $0.run("UPDATE invoice SET vat_return = 7 WHERE number = 1")
                }
            }
            let before = try await server.get("/v2/invoices/1").text
            #expect(before.contains(#""VATReturnId":7"#))
            let words = "Invoice 1 is on the VAT return 7."
            let changed = try await server.put(
                "/v2/invoices/1", before.replacing(#""Rate":100.0000"#, with: #""Rate":101"#))
            #expect(changed.refuses(.badRequest, "Locked", words), "\(changed.text)")
            #expect(try await server.delete("/v2/invoices/1").refuses(.badRequest, "Locked", words))
            #expect(try await server.get("/v2/invoices/1").text == before)
            let reference = try await server.put(
                "/v2/invoices/1",
                before.replacing(#""CustomerReference":null"#, with: #""CustomerReference":"PO 9""#))
            #expect(reference.status == .ok)
            #expect(try await server.put("/v2/invoices/archive-status/true", "[1]").status == .noContent)
        }
    }
}
