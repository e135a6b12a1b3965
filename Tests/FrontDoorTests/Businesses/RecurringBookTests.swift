import Store
import Testing

@testable import FrontDoor

@Suite struct RecurringBookTests {
    @Test func aBusinessIsNotedOnceUntilItGoes() async throws {
        try await Office.run { office in
            let (home, other) = (try await office.business("Home"), try await office.business("Other"))
            #expect(try await office.door.recurringBusinesses() == [])
            for id in [other.id, home.id, home.id, 99] { try await office.door.noteRecurring(business: id) }
            #expect(try await office.door.recurringBusinesses() == [home.id, other.id])
            try await office.door.markBusinessRemoving(id: home.id)
            #expect(try await office.door.recurringBusinesses() == [other.id])
            try await office.door.removeBusiness(id: home.id, from: .commandLine)
            #expect(try await office.door.recurringBusinesses() == [other.id])
        }
    }

    @Test func whatTellsOfOneThingIsPostedOnce() async throws {
        try await Office.run { office in
            let (home, other) = (try await office.business("Home"), try await office.business("Other"))
            for id in [home.id, home.id, other.id] {
                try await office.door.postAlertOnce(business: id, title: "A", text: "a")
            }
            try await office.door.postAlertOnce(business: home.id, title: "A", text: "b")
            #expect(
                try await office.door.alerts().map { "\($0.alert.business ?? 0)\($0.alert.text)" } == [
                    "\(home.id)b", "\(other.id)a", "\(home.id)a",
                ])
            await #expect(throws: FrontDoorError.noSuchBusiness(99)) {
                try await office.door.postAlertOnce(business: 99, title: "A", text: "a")
            }
        }
    }
}
