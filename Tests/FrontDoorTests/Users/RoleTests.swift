import Store
import Testing

@testable import FrontDoor

/// Roles that the operator adds, gives and removes.
@Suite struct RoleTests {
    @Test func aRoleHasWhatItsPermissionsRestOnAndTheNextNumber() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let role = try await office.door.addRole(
                business: business.id, name: " Quotes and users ", description: "Front office.",
                permissions: [.editQuote, .manageUser], from: .commandLine)
            #expect(role.number == 8 && role.name == "Quotes and users")
            #expect(role.permissions == Permissions(.viewQuote, .createQuote, .editQuote, .manageUser))
            #expect(role.isAdministrative)
            #expect(try await office.door.roles(business: business.id).last == role)
            #expect(try await office.log(1) == ["role-changed"])
        }
    }

    @Test func aNumberIsNotGivenAgain() async throws {
        try await Office.run { office in
            let business = try await office.business()
            for number in 8...9 as ClosedRange<Int64> {
                let role = try await office.door.addRole(
                    business: business.id, name: "Passing", permissions: [.viewQuote], from: .commandLine)
                #expect(role.number == number)
                try await office.door.removeRole(
                    business: business.id, role: "passing", from: .commandLine)
            }
            #expect(try await office.door.roles(business: business.id).count == 7)
        }
    }

    @Test(arguments: [
        ("", "Name", "must have 1 to 200 characters"), ("12", "Name", "must not be a number"),
        ("Quo\u{7}tes", "Name", "must not have control characters"),
    ])
    func aBadNameIsRefused(name: String, field: String, reason: String) async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.refuses(.invalidField(field, reason: reason)) {
                _ = try await office.door.addRole(
                    business: business.id, name: name, permissions: [.viewQuote], from: .commandLine)
            }
        }
    }

    @Test func aNameOnceAndAtLeastOnePermission() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let taken = "Business \(business.id) has a role SALES already."
            try await office.refuses(.conflict(reason: taken)) {
                _ = try await office.door.addRole(
                    business: business.id, name: "SALES", permissions: [.viewQuote], from: .commandLine)
            }
            try await office.refuses(.invalidField("Permissions", reason: "must name at least one")) {
                _ = try await office.door.addRole(
                    business: business.id, name: "Nothing", permissions: [], from: .commandLine)
            }
            try await office.refuses(.noSuchBusiness(99)) {
                _ = try await office.door.addRole(
                    business: 99, name: "Nowhere", permissions: [.viewQuote], from: .commandLine)
            }
        }
    }

    @Test func aRoleThatIsNeededStays() async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.user("owner", in: business)
            try await office.user("ines", in: business, role: "Sales")
            try await office.user("tom", in: business, role: "Sales")
            let held = "Give these users another role first: ines, tom."
            try await office.refuses(.conflict(reason: held)) {
                try await office.door.removeRole(business: business.id, role: 5, from: .commandLine)
            }
            let needed =
                "Owners need the role Full Access, and Read only is what a user has unless told otherwise."
            for number in [1, 7] as [Int64] {
                try await office.refuses(.conflict(reason: needed)) {
                    try await office.door.removeRole(
                        business: business.id, role: .number(number), from: .commandLine)
                }
            }
            try await office.refuses(.noSuchRole("Chief")) {
                try await office.door.removeRole(business: business.id, role: "Chief", from: .commandLine)
            }
        }
    }

    @Test func anotherRoleHoldsAtTheNextCallOfAnOpenSession() async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.user("owner", in: business)
            let ines = try await office.user("ines", in: business, administrator: true)
            let header = try await office.session(of: ines, in: business)
            try await office.door.changeRole(
                business: business.id, username: "INES", to: "Sales", from: .commandLine)
            let caller = try await office.door.admit(authorization: [header])
            #expect(caller.permissions.allow(.editQuote) && !caller.permissions.allow(.fullAccess))
            // An administrator without Full Access is none.
            let places = try await office.door.user(username: "ines").memberships
            #expect(places.map(\.administrator) == [false])
            #expect(try await office.log(1) == ["role-changed"])
            // The same role again is no change.
            let before = try await office.contents()
            try await office.door.changeRole(
                business: business.id, username: "ines", to: 5, from: .commandLine)
            #expect(try await office.contents() == before)
        }
    }

    @Test func theOwnerAndStrangersGetNoOtherRole() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let other = try await office.business("Other")
            try await office.user("ines", in: business)
            let door = office.door
            let reason = "ines owns business \(business.id), and owners have Full Access."
            try await office.refuses(.conflict(reason: reason)) {
                try await door.changeRole(
                    business: business.id, username: "ines", to: "Sales", from: .commandLine)
            }
            try await office.refuses(.notAMember(username: "ines", business: other.id)) {
                try await door.changeRole(
                    business: other.id, username: "ines", to: "Sales", from: .commandLine)
            }
            try await office.refuses(.noSuchUser("nobody")) {
                try await door.changeRole(
                    business: business.id, username: "nobody", to: "Sales", from: .commandLine)
            }
        }
    }

    @Test(arguments: [
        ("EditQuote", Permission.editQuote), (" editquote ", .editQuote), ("UpdateQuote", .editQuote),
        ("FULLACCESS", .fullAccess), ("UpdateProject", .editProject),
    ])
    func aPermissionIsReadByItsNamesOfOldAndToday(name: String, permission: Permission) {
        #expect(Permission(name: name) == permission)
    }

    @Test(arguments: ["", "Edit", "UpdateEditQuote", "DeleteReceipt", "2"])
    func whatIsNoPermissionIsNone(name: String) {
        #expect(Permission(name: name) == nil)
    }
}
