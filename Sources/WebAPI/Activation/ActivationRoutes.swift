import FrontDoor
import WebCore

/// How a new user comes to a password and a word: by a letter with a link that is good once (FD-24).
enum ActivationRoutes {
    static let all: [Route] = [
        Route(
            .post, "/users/{number}/activationemail", .needs(.manageUser),
            RouteContract("Sends a pending user's activation letter again; the link before is worthless.")
                .pathParameter("number", .integer(min: 1, max: nil), "3", "The user's number.")
                .refuses(FrontDoorError.noSuchUser("3"))
                .refuses(FrontDoorError.conflict(reason: "ines.okafor does not wait for activation."))
                .refuses(FrontDoorError.tooManyLetters(retryAfter: .seconds(60)))
                .answers(.ok, "On its way."),
            use: send),
        Route(
            .get, "/users/activation/{activationGuid}", .open,
            RouteContract("Whose activation link it is.")
                .pathParameter("activationGuid", .guid, guid, "The link's secret.")
                .refuses(FrontDoorError.noSuchLink).refuses(throttled)
                .answers(.ok, "It is alive.", .table(ActivationLinkWire.schema)),
            use: look),
        Route(
            .put, "/users/activation/{activationGuid}/credential", .open,
            RouteContract("Chooses password and memorable word by an activation link, which is spent.")
                .pathParameter("activationGuid", .guid, guid, "The link's secret.")
                .takes(.table(ActivationWire.schema))
                .refuses(FrontDoorError.noSuchLink).refuses(throttled)
                .refuses(FrontDoorError.accountLocked(retryAfter: nil))
                .answers(.ok, "The user is active."),
            use: activate),
        Route(
            .post, "/users/activation/{activationGuid}/email", .open,
            RouteContract("Asks for a fresh letter in place of an activation link that came too late.")
                .pathParameter("activationGuid", .guid, guid, "The late link's secret.")
                .refuses(throttled)
                .answers(.ok, "Always, whether there was such a link or not.").repeatable(),
            use: ask),
    ]

    private static let throttled = FrontDoorError.tooManyFailures(retryAfter: .seconds(60))
    private static let guid = #""5d8f3c02-7e41-49a6-8b1d-c2907a64e3f5""#

    @Sendable private static func send(_ call: Call) async throws -> Answer {
        let sent = try call.pathText("number")
        guard let number = Int64(sent) else { throw FrontDoorError.noSuchUser(sent) }
        return try await call.creatingAtDoor { door, frame in
            try await door.sendActivation(toUser: number, by: call.caller, from: call.origin, in: frame)
        } answer: { _ in
            .done
        }
    }

    @Sendable private static func look(_ call: Call) async throws -> Answer {
        var wire = ActivationLinkWire()
        wire.facts = try await call.services.frontDoor.activationLink(
            call.pathText("activationGuid"), from: call.origin)
        return Answer(wire)
    }

    @Sendable private static func activate(_ call: Call) async throws -> Answer {
        let (door, origin) = (call.services.frontDoor, call.origin)
        let sent = try await call.wire(ActivationWire.self, bytesMax: WebSettings.signInBytesMax) {
            try door.requireOpen(to: origin)
        }
        try await door.activate(call.pathText("activationGuid"), sent.activation, from: origin)
        return .done
    }

    @Sendable private static func ask(_ call: Call) async throws -> Answer {
        try await call.services.frontDoor.askForActivation(
            call.pathText("activationGuid"), from: call.origin)
        return .done
    }
}
