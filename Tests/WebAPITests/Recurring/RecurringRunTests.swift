import Bookkeeping
import Store
import Testing

@testable import Books
@testable import FrontDoor
@testable import Installation

@Suite struct RecurringRunTests {
    private func alerts(_ server: SignedInServer) async throws -> [String] {
        try await server.server.installation.frontDoor.alerts().map(\.alert.text)
    }

    @Test func aDayGoesByAndTheInvoiceIsThere() async throws {
        try await TestServer.run { server in
            try await server.openForRent()
            try await server.addTemplate()
            let (installation, business) = (server.server.installation, server.server.business)
            #expect(try await installation.runRecurring(business: business).made == 2)
            #expect(
                try await server.postings() == [
                    "invoice 1: 2026-01-31 1100 +600.00, 4000 -500.00, 2200 -100.00",
                    "invoice 2: 2026-02-28 1100 +600.00, 4000 -500.00, 2200 -100.00",
                ])
            #expect(try await server.dueDates() == ["1: 2026-03-31"])
            server.clock.advance(by: .seconds(22 * 86_400))
            let everywhere = try await installation.runRecurringEverywhere()
            #expect(everywhere.failures.isEmpty && everywhere.runs.map(\.made) == [1])
            let server = server.with(try await server.server.signIn(server.server.owner))
            #expect(try await server.dueDates() == ["1: 2026-04-30"])
            #expect(try await server.postings().count == 3)
            let invoice = try await server.get("/v2/invoices/3")
            for member in [
                #""IssuedDate":"2026-03-31 12:00:00","DueDate":"2026-04-14 12:00:00""#,
                #""Line1":"4 Quay Road""#,
                #""Description":"Rent""#,
            ] {
                #expect(invoice.text.contains(member), "\(invoice.text)")
            }
        }
    }

    @Test func whatCantBeMadeLeavesOneAlertThatSaysWhatMendsIt() async throws {
        try await TestServer.run { server in
            try await server.openForRent()
            try await server.addTemplate()
            let (installation, business) = (server.server.installation, server.server.business)
            try await installation.bookshelf.withBook(business) { book in
                let (pen, day) = (book.pen, try CalendarDate(text: "2026-02-01"))
                try await book.store.write { try $0.setLock(BookLock(isOn: true, until: day), pen) }
            }
            let run = try await installation.runRecurring(business: business)
            #expect(run.made == 1 && run.missed.count == 1)
            let text = """
                Recurring invoice 1, Workshop rent, for Harbour Joinery Ltd was not made for 2026-01-31. The books are \
                locked up to 2026-02-01. daybook recurring run --business \(business) --date D makes it on the open \
                date D.
                """
            #expect(try await alerts(server) == [text])
            #expect(try await installation.runRecurring(business: business).missed.isEmpty)
            // A stop between the alert and its note: it is told again, and not left twice.
            try await installation.bookshelf.withBook(business) { book in
                try await book.store.write {
                    _ = try $0.run("UPDATE recurring_run SET is_told = 0 WHERE invoice IS NULL")
                }
            }
            #expect(try await installation.runRecurring(business: business).missed.count == 1)
            #expect(try await alerts(server) == [text])
            let day = try CalendarDate(text: "2026-03-09")
            #expect(
                try await installation.runRecurring(business: business, until: day, replacingLocked: day).made
                    == 1)
            #expect(
                try await server.postings().last
                    == "invoice 2: 2026-03-09 1100 +600.00, 4000 -500.00, 2200 -100.00")
        }
    }

    @Test func anArchivedCustomerLeavesAnAlert() async throws {
        try await TestServer.run { server in
            try await server.openForRent()
            try await server.addTemplate(rent(start: "2026-02-28"))
            let archived = try await server.put("/v2/internal/customers/archive", #"["HARB01"]"#)
            #expect(archived.status == .noContent)
            #expect(
                try await server.server.installation.runRecurring(business: server.server.business).made == 0)
            #expect(
                try await alerts(server) == [
                    """
                    Recurring invoice 1, Workshop rent, for Harbour Joinery Ltd was not made for 2026-02-28: the \
                    customer is archived.
                    """
                ])
            #expect(try await server.postings().isEmpty)
        }
    }

    @Test func changesAndDeletionsLeaveWhatWasMade() async throws {
        try await TestServer.run { server in
            try await server.openForRent()
            let template = try await server.addTemplate()
            let (installation, business) = (server.server.installation, server.server.business)
            _ = try await installation.runRecurring(business: business)
            let dearer = template.text.replacing(#""Rate":500.0000"#, with: #""Rate":550"#)
                .replacing(#""VATAmount":100.0000"#, with: #""VATAmount":null"#)
            #expect(try await server.put("/v2/recurringinvoices/1", dearer).status == .ok)
            #expect(try await server.dueDates() == ["1: 2026-03-31"])
            #expect(try await server.postings().count == 2)
            #expect(try await server.delete("/v2/recurringinvoices/1").status == .noContent)
            #expect(try await server.get("/v2/invoices/2").status == .ok)
        }
    }
}
