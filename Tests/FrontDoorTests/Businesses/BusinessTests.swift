import Store
import Testing

@testable import FrontDoor

@Suite struct BusinessTests {
    @Test func aNewBusinessIsBeingMadeWithSevenRolesAndNoEnd() async throws {
        try await Office.run { office in
            let business = try await office.door.addBusiness(
                name: "  Harbour Joinery ", country: "gb", currency: "gbp", from: .commandLine)
            #expect(business.name == "Harbour Joinery")
            #expect(business.country == "GB")
            #expect(business.currency == "GBP")
            #expect(business.state == .making)
            #expect(
                business.subscription == Subscription(business: business.id, package: "Daybook", until: nil))
            #expect(business.permalinkKey.count == 8)
            #expect(business.createdAt == Office.start)
            let roles = try await office.store.read { transaction in
                try transaction.all(
                    "SELECT name, permissions FROM role WHERE business = ?1 ORDER BY number", business.id
                ) {
                    ($0.text(0), Permissions(rawValue: $0.integer(1)))
                }
            }
            #expect(
                roles.map(\.0) == [
                    "Full Access", "Projects only (full access)", "Quotes only (full access)",
                    "Invoices and customers", "Sales", "Purchases", "Read only",
                ])
            let counts = roles.map { role in
                Permission.allCases.filter { role.1.contains(Permissions($0)) }.count
            }
            #expect(counts == [1, 4, 4, 8, 13, 4, 5])
            #expect(!roles[6].1.allow(.editCustomer))
            #expect(roles[0].1.allow(.editCustomer))
            #expect(try await office.log(1) == ["business-added"])
        }
    }

    @Test func businessesWithOneNameAreTwoWithTheirOwnPermalinkKeys() async throws {
        try await Office.run { office in
            let first = try await office.business()
            let second = try await office.business()
            #expect(first.id != second.id)
            #expect(first.permalinkKey != second.permalinkKey)
            #expect(try await office.door.businesses().map(\.id) == [first.id, second.id])
        }
    }

    @Test(arguments: [
        ("", "GB", "GBP", "Name", "must have 1 to 200 characters"),
        (" \t ", "GB", "GBP", "Name", "must have 1 to 200 characters"),
        (String(repeating: "n", count: 201), "GB", "GBP", "Name", "must have 1 to 200 characters"),
        ("Harbour\u{7}Joinery", "GB", "GBP", "Name", "must not have control characters"),
        ("Harbour \u{202e}yreniöJ", "GB", "GBP", "Name", "must not have control characters"),
        ("Harbour", "England", "GBP", "Country", "must be a code of 2 letters"),
        ("Harbour", "GB", "£", "Currency", "must be a code of 3 letters"),
    ])
    func aBadBusinessIsRefused(
        name: String, country: String, currency: String, field: String, reason: String
    ) async throws {
        try await Office.run { office in
            try await office.refuses(.invalidField(field, reason: reason)) {
                _ = try await office.door.addBusiness(
                    name: name, country: country, currency: currency, from: .commandLine)
            }
        }
    }

    @Test func renamingChangesTheNameAlone() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let renamed = try await office.door.renameBusiness(
                id: business.id, to: "Quayside Joinery", from: .commandLine)
            #expect(renamed.name == "Quayside Joinery")
            #expect(renamed.state == .live)
            #expect(try await office.log(1) == ["business-renamed"])
            try await office.refuses(.noSuchBusiness(99)) {
                _ = try await office.door.renameBusiness(id: 99, to: "Nobody", from: .commandLine)
            }
            try await office.refuses(.invalidField("Name", reason: "must have 1 to 200 characters")) {
                _ = try await office.door.renameBusiness(id: business.id, to: "", from: .commandLine)
            }
        }
    }

    @Test func aBusinessThatIsBeingRemovedTakesNothingNew() async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.door.markBusinessRemoving(id: business.id)
            let refusal = FrontDoorError.conflict(reason: "Business \(business.id) is being removed.")
            try await office.refuses(refusal) { try await office.door.businessIsLive(business.id) }
            try await office.refuses(refusal) {
                _ = try await office.door.renameBusiness(id: business.id, to: "Late", from: .commandLine)
            }
            try await office.refuses(refusal) { _ = try await office.user("late", in: business) }
            try await office.refuses(refusal) {
                _ = try await office.door.renewSubscription(
                    business: business.id, until: nil, from: .commandLine)
            }
        }
    }

    @Test func markingABusinessEndsItsSessionsAtOnce() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let header = try await office.session(
                of: try await office.user("ines", in: business), in: business)
            try await office.door.markBusinessRemoving(id: business.id)
            await #expect(throws: FrontDoorError.invalidToken) {
                _ = try await office.door.admit(authorization: [header])
            }
            #expect(try await office.log(1) == ["session-ended"])
        }
    }

    @Test func removingRefusesABusinessThatIsNotShut() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let reason = "Business \(business.id) must be shut before it is removed."
            try await office.refuses(.conflict(reason: reason)) {
                try await office.door.removeBusiness(id: business.id, from: .commandLine)
            }
            try await office.refuses(.noSuchBusiness(99)) {
                try await office.door.removeBusiness(id: 99, from: .commandLine)
            }
        }
    }

    @Test func fd21_removingABusinessRehousesThoseWhoWorkElsewhereAndRemovesTheRest() async throws {
        try await Office.run { office in
            let gone = try await office.business("Gone")
            let stays = try await office.business("Stays")
            let owner = try await office.user("owner", in: gone)
            let accountant = try await office.user("accountant", in: gone)
            try await office.user("host", in: stays)
            try await office.door.addMembership(
                business: stays.id, username: "accountant", from: .commandLine)
            let elsewhere = try await office.session(of: accountant, in: stays)

            try await office.door.markBusinessRemoving(id: gone.id)
            try await office.door.removeBusiness(id: gone.id, from: .commandLine)

            #expect(try await office.door.businesses().map(\.id) == [stays.id])
            let left = try await office.door.user(username: "accountant")
            #expect(left.homeBusiness == stays.id)
            #expect(left.memberships.map(\.business) == [stays.id])
            #expect(try await office.door.admit(authorization: [elsewhere]).username == "accountant")
            await #expect(throws: FrontDoorError.noSuchUser("owner")) {
                _ = try await office.door.user(username: "owner")
            }
            // The name is free again, the numbers are not.
            let again = try await office.user("owner", in: stays)
            #expect(again.id > accountant.id && again.id != owner.id)
            let next = try await office.business("Next")
            #expect(next.id > stays.id)
        }
    }

    @Test func fd21_whoStillWorksInSeveralIsAtHomeInNoneOfThemUntilOneIsLeft() async throws {
        try await Office.run { office in
            let home = try await office.business("Gone")
            let others = [try await office.business("One"), try await office.business("Two")]
            try await office.user("accountant", in: home)
            for other in others {
                try await office.user("host of \(other.name)", in: other)
                try await office.door.addMembership(
                    business: other.id, username: "accountant", from: .commandLine)
            }
            func remove(_ business: Business) async throws -> User {
                try await office.door.markBusinessRemoving(id: business.id)
                try await office.door.removeBusiness(id: business.id, from: .commandLine)
                return try await office.door.user(username: "accountant")
            }
            let nowhere = try await remove(home)
            #expect(nowhere.homeBusiness == nil && nowhere.memberships.count == 2)
            #expect(try await remove(others[0]).homeBusiness == others[1].id)
        }
    }

    @Test func aSubscriptionIsRenewedUntilADayOrWithoutEnd() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let renewed = try await office.door.renewSubscription(
                business: business.id, package: "Daybook Plus", until: "2026-03-20", from: .commandLine)
            #expect(renewed.package == "Daybook Plus")
            #expect(renewed.until == "2026-03-20")
            #expect(try await office.door.subscription(business: business.id) == renewed)
            #expect(try await office.log(1) == ["subscription-changed"])
            let endless = try await office.door.renewSubscription(
                business: business.id, until: nil, from: .commandLine)
            #expect(endless.package == "Daybook Plus")
            #expect(endless.until == nil)
        }
    }

    @Test func theLastDayOfASubscriptionIsWhole() {
        let subscription = Subscription(business: 1, package: "Daybook", until: "2026-03-20")
        #expect(!subscription.isLapsed(at: Office.start))
        let day = Duration.seconds(24 * 60 * 60)
        // The start lies on 2026-03-20 at 09:46:40 UTC.
        #expect(!subscription.isLapsed(at: Office.start.advanced(by: .seconds(14 * 3_600 + 13 * 60 + 19))))
        #expect(subscription.isLapsed(at: Office.start.advanced(by: .seconds(14 * 3_600 + 13 * 60 + 20))))
        #expect(
            !Subscription(business: 1, package: "Daybook", until: nil).isLapsed(
                at: Office.start.advanced(by: day)))
    }

    @Test func fd4_aLapseAndARenewalHoldAtTheNextCallOfAnOpenSession() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let header = try await office.session(
                of: try await office.user("ines", in: business), in: business)
            try await office.door.renewSubscription(
                business: business.id, until: "2026-03-19", from: .commandLine)
            #expect(try await office.door.admit(authorization: [header]).subscriptionLapsed)
            try await office.door.renewSubscription(business: business.id, until: nil, from: .commandLine)
            #expect(try await !office.door.admit(authorization: [header]).subscriptionLapsed)
        }
    }

    @Test(arguments: ["2026-02-30", "2026-3-1", "tomorrow", "", "2026-03-31T00:00:00Z"])
    func anEndThatIsNoDayIsRefused(until: String) async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.refuses(.invalidField("Until", reason: "must be a date like 2027-03-31")) {
                _ = try await office.door.renewSubscription(
                    business: business.id, until: until, from: .commandLine)
            }
        }
    }
}
