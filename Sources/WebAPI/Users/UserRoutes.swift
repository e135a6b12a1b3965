import FrontDoor
import WebCore

/// `/users`: the users of the caller's business, and the old path `/user/{number}` of one.
enum UserRoutes {
    static let all: [Route] =
        [
            Route(
                .get, "/users", .needs(.manageUser),
                RouteContract("The users of the business, by their numbers; the owner is number 1.")
                    .bareList()
                    .answers(.ok, "All of them.", .list(.table(UserWire.schema))),
                use: list),
            Route(
                .post, "/users", .needs(.manageUser),
                RouteContract(
                    "A new user: with Password and MemorableWord Active at once, without them Pending, and a letter "
                        + "with an activation link goes out."
                )
                .takes(.table(UserWire.schema))
                .answers(.created, "The user.", .table(UserWire.schema), location: true)
                .refuses(FrontDoorError.usernameTaken("ines.okafor"))
                .refuses(FrontDoorError.emailTaken("ines@harbour.example")),
                use: create),
            Route(
                .get, "/users/haslegacyusers", .needs(.manageUser),
                RouteContract("Whether there are users of the old kind that need renewal.")
                    .answers(.ok, "Always false.", .value(.flag, "false")),
                use: { _ in Answer(flag: false) }),
        ] + ["/users/{number}", "/user/{number}"].flatMap(one)

    private static func one(_ path: String) -> [Route] {
        [
            Route(
                .get, path, .needs(.manageUser),
                number(RouteContract("One user."), at: path)
                    .answers(.ok, "The user.", .table(UserWire.schema)),
                use: read),
            Route(
                .put, path, .needs(.manageUser),
                number(
                    RouteContract(
                        "Changes a user. What is left out goes back to its default, but for Password, MemorableWord "
                            + "and the lock. Of a user who is not at home in this business only RoleId and "
                            + "UserAccountDisabled can change."), at: path
                )
                .takes(.table(UserWire.schema))
                .answers(.ok, "The user.", .table(UserWire.schema))
                .matched()
                .refuses(FrontDoorError.emailTaken("ines@harbour.example")),
                use: change),
            Route(
                .delete, path, .needs(.manageUser),
                number(
                    RouteContract("Takes a user out of the business; who works nowhere else goes for good."),
                    at: path
                )
                .answers(.noContent, "Gone; the sessions here have ended.")
                .matched()
                .refuses(FrontDoorError.conflict(reason: "Nobody can remove themselves.")),
                use: delete),
        ]
    }

    private static func number(_ contract: RouteContract, at path: String) -> RouteContract {
        contract
            .deprecated(OldPaths.deprecation(of: path))
            .pathParameter("number", .integer(min: 1, max: nil), "3", "The user's number in the business.")
            .refuses(FrontDoorError.noSuchUser("3"))
    }

    private static func number(of call: Call) throws -> Int64 {
        let text = try call.pathText("number")
        guard let number = Int64(text) else { throw FrontDoorError.noSuchUser(text) }
        return number
    }

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        try await call.bareList(UserWire.shape) {
            try await call.services.frontDoor.businessUsers(call.caller.business).map { UserWire($0) }
        }
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.services.frontDoor.reading(shown(call))
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        let (door, number, business) = (
            call.services.frontDoor, try number(of: call), try call.caller.business
        )
        return { Answer(UserWire(try door.businessUser(number, business: business, in: $0))) }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let draft = try await call.wire(UserWire.self).draft
        let (caller, origin) = (try call.caller, call.origin)
        return try await call.creatingAtDoor { door, frame in
            try await door.createUser(draft, by: caller, from: origin, in: frame)
        } answer: { user in
            Answer(UserWire(user), status: .created).at("users", String(user.number))
        }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let number = try number(of: call)
        let draft = try await call.wire(UserWire.self).draft
        let user = try await call.services.frontDoor.changeUser(
            number, to: draft, by: call.caller, from: call.origin, in: call.changeFrame(shown(call)))
        return Answer(UserWire(user))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        try await call.services.frontDoor.removeUser(
            number(of: call), by: call.caller, from: call.origin, in: call.changeFrame(shown(call)))
        return .noContent
    }
}
