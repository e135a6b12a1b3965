import FrontDoor
import WebCore

/// `/settings/profile`: the caller's own name and e-mail address (FD-21).
enum ProfileRoutes {
    static let all: [Route] = [
        Route(
            .get, "/settings/profile", .anyToken,
            RouteContract("What the caller sees of themselves.")
                .answers(.ok, "The profile.", .table(ProfileWire.schema)),
            use: { try await $0.services.frontDoor.reading(shown(to: $0.caller)) }),
        Route(
            .put, "/settings/profile", .anyToken,
            RouteContract("Changes the caller's name and e-mail address; what is left out stays.")
                .takes(.table(ProfileWire.schema))
                .refuses(FrontDoorError.emailTaken("ines@harbour.example"))
                .refuses(FrontDoorError.invalidField("CurrentPassword", reason: "is wrong"))
                .refuses(FrontDoorError.tooManyFailures(retryAfter: .seconds(60)))
                .answers(.ok, "The profile.", .table(ProfileWire.schema))
                .matched(),
            use: change),
    ]

    private static func shown(to caller: Caller) -> Call.Shown {
        { Answer(ProfileWire(try $0.profile(of: caller))) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(ProfileWire.self, bytesMax: WebSettings.signInBytesMax)
        let profile = try await call.services.frontDoor.changeProfile(
            sent.change, by: call.caller, from: call.origin, in: call.changeFrame(shown(to: call.caller)))
        return Answer(ProfileWire(profile))
    }
}
