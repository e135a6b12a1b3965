import Bookkeeping
import Books
import Testing

@Suite struct PartyReferenceTests {
    @Test func everythingThatIsNotThereIsToldAtOnceAndNothingChanges() async throws {
        try await TestBook.run { test in
            let mine = try await test.add("Mine") { $0.contacts = [Contact()] }
            let before = try await test.contents()
            var draft = CustomerDraft(code: mine.code.text, details: mine.details)
            draft.details.source = 7
            draft.details.contacts[0].id = 9
            draft.details.currencyCode = "EUR"
            let error = await #expect(throws: BookkeepingError.self) {
                try await test.book.change(mine.code.text, to: draft.checked())
            }
            guard case .invalid(let problems) = error else {
                Issue.record("not invalid: \(String(describing: error))")
                return
            }
            #expect(problems.map(\.field) == ["Source", "Contacts[0].Id", "Currency.Code"])
            #expect(try await test.contents() == before)
        }
    }

    @Test func aCurrencyIsSetUpWithTheRateThatCameFirst() async throws {
        try await TestBook.run { test in
            var details = SupplierDetails()
            details.name = "Timber"
            details.currencyCode = "eur"
            var draft = SupplierDraft(details: details)
            draft.exchangeRate = ExactDecimal(millionths: 1_165_000)
            let supplier = try await test.book.create(draft.checked())
            #expect(supplier.currency?.rate == ExactDecimal(millionths: 1_165_000))
            draft.exchangeRate = ExactDecimal(millionths: 2_000_000)
            #expect(try await test.book.create(draft.checked()).currency == supplier.currency)
            #expect(try await test.book.currencies().map(\.code) == ["EUR", "GBP"])
        }
    }

    /// The home currency can be named too, and is one of itself.
    @Test func homeIsACurrencyLikeOthers() async throws {
        try await TestBook.run { test in
            let customer = try await test.add("Harbour") { $0.currencyCode = "gbp" }
            #expect(customer.details.currencyCode == "GBP")
            #expect(customer.currency?.rate == .one)
            #expect(try await test.book.customer(customer.code.text) == customer)
        }
    }
}
