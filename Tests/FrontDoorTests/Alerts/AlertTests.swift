import Store
import Testing

@testable import FrontDoor

@Suite struct AlertTests {
    @Test func everyoneOrOneBusinessIsTold() async throws {
        try await Office.run { office in
            let (home, other) = (try await office.business("Home"), try await office.business("Other"))
            let (ines, tom) = (
                try await office.caller("ines", in: home), try await office.caller("tom", in: other)
            )
            let all = try await office.door.postAlert(business: nil, title: " Closed ", text: "On Sunday.")
            let own = try await office.door.postAlert(business: home.id, title: "Renew", text: "Soon.")
            #expect(all.title == "Closed" && all.business == nil && all.createdAt == Office.start)
            #expect(try await office.door.unreadAlerts(of: ines).map(\.id) == [own.id, all.id])
            #expect(try await office.door.unreadAlerts(of: tom) == [all])
            #expect(try await office.door.alerts().map(\.alert) == [own, all])
        }
    }

    @Test func whatIsReadIsReadByThatUserAloneAndOnce() async throws {
        try await Office.run { office in
            let home = try await office.business("Home")
            let (ines, tom) = (
                try await office.caller("ines", in: home), try await office.caller("tom", in: home)
            )
            let first = try await office.door.postAlert(business: nil, title: "A", text: "a")
            let second = try await office.door.postAlert(business: home.id, title: "B", text: "b")
            #expect(try await office.door.readAlert("\(first.id)", by: ines) == [second])
            #expect(try await office.door.readAlert("\(first.id)", by: ines) == [second])
            #expect(try await office.door.readAlert("\(second.id)", by: ines).isEmpty)
            #expect(try await office.door.unreadAlerts(of: tom) == [second, first])
            #expect(try await office.door.alerts().map(\.readers) == [1, 1])
        }
    }

    @Test func anotherBusinesssAlertIsNoAlert() async throws {
        try await Office.run { office in
            let (home, other) = (try await office.business("Home"), try await office.business("Other"))
            let ines = try await office.caller("ines", in: home)
            let alert = try await office.door.postAlert(business: other.id, title: "A", text: "a")
            for id in ["\(alert.id)", "99", "0", "-1", "x", "", "9223372036854775808"] {
                await #expect(throws: FrontDoorError.noSuchAlert(id)) {
                    try await office.door.readAlert(id, by: ines)
                }
            }
            #expect(try await office.door.alerts().map(\.readers) == [0])
        }
    }

    @Test func whatCantBePostedOrRemovedChangesNothing() async throws {
        try await Office.run { office in
            let door = office.door
            let home = try await office.business()
            let ines = try await office.caller("ines", in: home)
            let kept = try await door.postAlert(business: nil, title: "A", text: "a")
            _ = try await door.readAlert("\(kept.id)", by: ines)
            for (business, title, text, error): (Int64?, String, String, FrontDoorError) in [
                (99, "B", "b", .noSuchBusiness(99)),
                (nil, " ", "b", .invalidField("Title", reason: "must have 1 to 200 characters")),
                (nil, "B", "", .invalidField("Text", reason: "must have 1 to 2000 characters")),
                (nil, "B", "b\nb", .invalidField("Text", reason: "must not have control characters")),
            ] {
                await #expect(throws: error) {
                    try await door.postAlert(business: business, title: title, text: text)
                }
            }
            await #expect(throws: FrontDoorError.noSuchAlert("7")) { try await door.removeAlert(id: 7) }
            #expect(try await door.alerts().map(\.alert) == [kept])
            #expect(try await door.alerts().map(\.readers) == [1])
        }
    }

    @Test func aRemovedAlertIsGoneAndItsNumberIsNotGivenAgain() async throws {
        try await Office.run { office in
            let door = office.door
            let ines = try await office.caller("ines", in: try await office.business())
            let alert = try await door.postAlert(business: nil, title: "A", text: "a")
            _ = try await door.readAlert("\(alert.id)", by: ines)
            try await door.removeAlert(id: alert.id)
            #expect(try await door.alerts().isEmpty)
            let next = try await door.postAlert(business: nil, title: "B", text: "b")
            #expect(next.id > alert.id)
            #expect(try await door.unreadAlerts(of: ines) == [next])
        }
    }

    /// Readings refer to alerts and users, alerts to businesses: none of them may stand in the way.
    @Test func aBusinessGoesWithItsAlertsAndItsUsersReadings() async throws {
        try await Office.run { office in
            let door = office.door
            let (home, other) = (try await office.business("Home"), try await office.business("Other"))
            let ines = try await office.caller("ines", in: home)
            let all = try await door.postAlert(business: nil, title: "A", text: "a")
            let own = try await door.postAlert(business: home.id, title: "B", text: "b")
            let others = try await door.postAlert(business: other.id, title: "C", text: "c")
            for alert in [all, own] { _ = try await door.readAlert("\(alert.id)", by: ines) }
            try await door.markBusinessRemoving(id: home.id)
            await #expect(throws: FrontDoorError.conflict(reason: "Business \(home.id) is being removed.")) {
                try await door.postAlert(business: home.id, title: "D", text: "d")
            }
            try await door.removeBusiness(id: home.id, from: .commandLine)
            #expect(try await door.alerts().map(\.alert) == [others, all])
            #expect(try await door.alerts().map(\.readers) == [0, 0])
        }
    }
}
