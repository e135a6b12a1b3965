import Bookkeeping
import Books
import Testing

@Suite struct ChangeCustomerTests {
    private func named(_ name: String, code: String? = nil) -> CustomerDraft {
        var details = CustomerDetails()
        details.name = name
        return CustomerDraft(code: code, details: details)
    }

    @Test func whatIsLeftOutHasItsDefaultAndTheCodeStays() async throws {
        try await TestBook.run { test in
            let old = try await test.book.create(fullDraft(code: "HARBOUR").checked())
            test.clock.advance(by: .seconds(86_400))
            let changed = try await test.book.change("harbour", to: named("Harbour").checked())
            #expect(!changed.isRenamed)
            #expect(changed.customer.id == old.id)
            #expect(changed.customer.key == old.key)
            #expect(changed.customer.code.text == "HARBOUR")
            #expect(changed.customer.details == named("Harbour").details)
            #expect(changed.customer.createdOn.text == "2026-03-09")
            #expect(changed.customer.updatedOn.text == "2026-03-10")
            #expect(try await test.book.customer("HARBOUR") == changed.customer)
            #expect(try await test.totalsAreTrue())
        }
    }

    @Test func whatWasReadCanBeSentBack() async throws {
        try await TestBook.run { test in
            let old = try await test.book.create(fullDraft().checked())
            let draft = CustomerDraft(code: old.code.text, details: old.details)
            #expect(try await test.book.change(old.code.text, to: draft.checked()).customer == old)
        }
    }

    @Test func contactsKeepTheirIdsWhereverTheyStand() async throws {
        try await TestBook.run { test in
            let old = try await test.book.create(fullDraft().checked())
            let other = try await test.add("Other") { $0.contacts = [Contact()] }
            var draft = CustomerDraft(details: old.details)
            draft.details.contacts = [old.details.contacts[1], Contact()]
            draft.details.contacts[0].email = "new@harbour.example"
            let contacts = try await test.book.change(old.code.text, to: draft.checked()).customer.details
                .contacts
            #expect(contacts.map(\.id) == [2, 4])
            #expect(contacts[0].email == "new@harbour.example")
            #expect(try await test.book.customer(other.code.text) == other)
        }
    }

    @Test func anothersContactIsRefusedAndNothingChanges() async throws {
        try await TestBook.run { test in
            let mine = try await test.add("Mine") { $0.contacts = [Contact()] }
            let other = try await test.add("Other") { $0.contacts = [Contact()] }
            let before = try await test.contents()
            var draft = CustomerDraft(details: mine.details)
            draft.details.contacts += other.details.contacts
            let problem = FieldProblem("Contacts[1].Id", "names no contact of this customer")
            await #expect(throws: BookkeepingError.invalid([problem])) {
                try await test.book.change(mine.code.text, to: draft.checked())
            }
            #expect(try await test.contents() == before)
        }
    }

    @Test func aRenamedCustomerLivesUnderItsNewCodeAlone() async throws {
        try await TestBook.run { test in
            let old = try await test.add("Harbour")
            let changed = try await test.book.change("HARB01", to: named("Harbour", code: "Quay/1").checked())
            #expect(changed.isRenamed)
            #expect(changed.customer.id == old.id)
            #expect(try await test.book.customer("quay/1") == changed.customer)
            await #expect(throws: BookkeepingError.partyUnknown(.customer, code: "HARB01")) {
                try await test.book.customer("HARB01")
            }
            // The old code is free again.
            #expect(try await test.add("Harbour").code.text == "HARB01")
        }
    }

    @Test func anotherCaseIsNoRenaming() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour", code: "harbour")
            let changed = try await test.book.change(
                "HARBOUR", to: named("Harbour", code: "Harbour").checked())
            #expect(!changed.isRenamed)
            #expect(changed.customer.code.text == "Harbour")
        }
    }

    @Test func refusalsChangeNothing() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour")
            try await test.add("Quay") { $0.contacts = [Contact()] }
            let before = try await test.contents()
            test.clock.advance(by: .seconds(60))
            await #expect(throws: BookkeepingError.partyCodeTaken(.customer, "harb01")) {
                try await test.book.change("QUAY01", to: named("Quay", code: "harb01").checked())
            }
            await #expect(throws: BookkeepingError.invalid([FieldProblem("Name", "must not be empty")])) {
                try await test.book.change("QUAY01", to: named("").checked())
            }
            await #expect(throws: BookkeepingError.partyUnknown(.customer, code: "NONE")) {
                try await test.book.change("NONE", to: named("Quay").checked())
            }
            #expect(try await test.contents() == before)
        }
    }

    @Test func aClashMakesAnotherCodeWhenAskedTo() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour")
            try await test.add("Quay", code: "Q")
            var draft = named("Harbour Two", code: "HARB01")
            draft.makesCodeOnClash = true
            let changed = try await test.book.change("Q", to: draft.checked())
            #expect(changed.isRenamed)
            #expect(changed.customer.code.text == "HARB02")
        }
    }
}
