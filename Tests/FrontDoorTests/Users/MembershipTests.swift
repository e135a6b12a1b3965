import Store
import Testing

@testable import FrontDoor

@Suite struct MembershipTests {
    @Test func fd11_aUserWorksInTwoBusinessesWithANumberInEach() async throws {
        try await Office.run { office in
            let home = try await office.business("Home")
            let other = try await office.business("Other")
            try await office.user("owner", in: other)
            try await office.user("ines", in: home)
            let user = try await office.door.addMembership(
                business: other.id, username: "INES", role: "Sales", from: .commandLine)
            #expect(user.homeBusiness == home.id)
            #expect(user.memberships.map(\.number) == [1, 2])
            #expect(user.memberships.map(\.roleName) == ["Full Access", "Sales"])
            #expect(user.memberships.map(\.administrator) == [true, false])
            #expect(try await office.log(1) == ["membership-added"])
        }
    }

    @Test func theFirstMemberOfABusinessOwnsIt() async throws {
        try await Office.run { office in
            let home = try await office.business("Home")
            let empty = try await office.business("Empty")
            try await office.user("ines", in: home)
            let user = try await office.door.addMembership(
                business: empty.id, username: "ines", from: .commandLine)
            #expect(user.memberships.last?.owner == true)
            #expect(user.memberships.last?.administrator == true)
            #expect(user.memberships.last?.roleName == "Full Access")
        }
    }

    @Test func whatCantBeAddedChangesNothing() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let other = try await office.business("Other")
            try await office.user("ines", in: business)
            try await office.user("owner", in: other)
            let door = office.door
            try await office.refuses(.alreadyAMember(username: "ines", business: business.id)) {
                try await door.addMembership(business: business.id, username: "Ines", from: .commandLine)
            }
            try await office.refuses(.noSuchUser("nobody")) {
                try await door.addMembership(business: other.id, username: "nobody", from: .commandLine)
            }
            try await office.refuses(.noSuchBusiness(99)) {
                try await door.addMembership(business: 99, username: "ines", from: .commandLine)
            }
            try await office.refuses(.noSuchRole("Chief")) {
                try await door.addMembership(
                    business: other.id, username: "ines", role: "Chief", from: .commandLine)
            }
        }
    }

    @Test func fd9_leavingABusinessEndsTheSessionsThereAndNoOthers() async throws {
        try await Office.run { office in
            let home = try await office.business("Home")
            let other = try await office.business("Other")
            try await office.user("owner", in: other)
            let user = try await office.user("ines", in: home)
            try await office.door.addMembership(business: other.id, username: "ines", from: .commandLine)
            let there = try await office.session(of: user, in: other)
            let here = try await office.session(of: user, in: home)
            try await office.door.removeMembership(business: other.id, username: "ines", from: .commandLine)
            await office.expectEnded(there)
            #expect(try await office.door.admit(authorization: [here]).business == home.id)
            // Coming back revives nothing and gives a number of its own.
            let back = try await office.door.addMembership(
                business: other.id, username: "ines", from: .commandLine)
            await office.expectEnded(there)
            #expect(back.memberships.map(\.number) == [1, 3])
        }
    }

    @Test func fd21_whoLeavesHomeIsAtHomeWhereTheyStillWork() async throws {
        try await Office.run { office in
            let home = try await office.business("Home")
            let other = try await office.business("Other")
            try await office.user("owner", in: home)
            try await office.user("host", in: other)
            try await office.user("ines", in: home)
            try await office.door.addMembership(business: other.id, username: "ines", from: .commandLine)
            try await office.door.removeMembership(business: home.id, username: "ines", from: .commandLine)
            #expect(try await office.door.user(username: "ines").homeBusiness == other.id)
            let moved = try #require(try await office.door.securityLog(limit: 1).first)
            #expect(moved.kind == "user-changed" && moved.detail == "home business")
            #expect(moved.username == "ines" && moved.business == other.id)

            // Who works nowhere keeps the name, and whoever takes them on next is their home: the last one's
            // administrators have no more say over their password.
            try await office.door.removeMembership(business: other.id, username: "ines", from: .commandLine)
            #expect(try await office.door.user(username: "ines").memberships.isEmpty)
            let third = try await office.business("Third")
            let taken = try await office.door.addMembership(
                business: third.id, username: "ines", from: .commandLine)
            #expect(taken.homeBusiness == third.id)
            #expect(try await office.log(2) == ["user-changed", "membership-added"])
        }
    }

    /// A home that moved to one of several would have a say over rights that the others gave.
    @Test func fd21_whoLeavesHomeForSeveralIsAtHomeNowhereUntilOneIsLeft() async throws {
        try await Office.run { office in
            let home = try await office.business("Home")
            try await office.user("owner", in: home)
            try await office.user("ines", in: home)
            var others: [Business] = []
            for name in ["First", "Second"] {
                let other = try await office.business(name)
                try await office.user("owner of \(name)", in: other)
                try await office.door.addMembership(
                    business: other.id, username: "ines", from: .commandLine)
                others.append(other)
            }
            func homeBusiness() async throws -> Int64? {
                try await office.door.user(username: "ines").homeBusiness
            }
            try await office.door.removeMembership(business: home.id, username: "ines", from: .commandLine)
            #expect(try await homeBusiness() == nil)
            let left = try #require(try await office.door.securityLog(limit: 1).first)
            #expect(left.kind == "user-changed" && left.detail == "at home in no business")
            #expect(left.business == home.id)

            // Neither a further business nor the one before is a home again.
            for business in [home, try await office.business("Third")] {
                try await office.door.addMembership(
                    business: business.id, username: "ines", from: .commandLine)
                #expect(try await homeBusiness() == nil)
            }
            for business in [home] + others {
                #expect(try await homeBusiness() == nil)
                if business != home {
                    try await office.door.removeMembership(
                        business: business.id, username: "ines", from: .commandLine)
                }
            }
            #expect(try await homeBusiness() == nil)
            try await office.door.removeMembership(business: home.id, username: "ines", from: .commandLine)
            let user = try await office.door.user(username: "ines")
            #expect(user.memberships.map(\.business) == [user.homeBusiness])
        }
    }

    @Test func theOwnerAndStrangersCantBeRemoved() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let other = try await office.business("Other")
            try await office.user("ines", in: business)
            let door = office.door
            let reason = "ines owns business \(business.id) and can't be removed from it."
            try await office.refuses(.conflict(reason: reason)) {
                try await door.removeMembership(business: business.id, username: "ines", from: .commandLine)
            }
            try await office.refuses(.notAMember(username: "ines", business: other.id)) {
                try await door.removeMembership(business: other.id, username: "ines", from: .commandLine)
            }
            try await office.refuses(.noSuchBusiness(99)) {
                try await door.removeMembership(business: 99, username: "ines", from: .commandLine)
            }
        }
    }
}
