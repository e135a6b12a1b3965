import FrontDoor
import WebCore

/// `/password`: changing one's own (FD-9, FD-12, FD-14, FD-21), and resetting a forgotten one by letter (FD-24).
enum PasswordRoutes {
    static let all: [Route] = [
        Route(
            .put, "/password", .ownPassword,
            RouteContract(
                "Changes one's own password, memorable word, or both; other sessions of the user end."
            )
            .takes(.table(PasswordChangeWire.schema))
            .refuses(FrontDoorError.invalidField("Password.Current", reason: "is wrong"))
            .refuses(throttled)
            .answers(.ok, "Changed. The session that asked lives on."),
            use: change),
        Route(
            .post, "/password", .open,
            RouteContract("Asks for a letter with which a forgotten password is given anew.")
                .takes(.table(ResetRequestWire.schema))
                .refuses(throttled)
                .answers(.ok, "Always, whether the pair is a user's or not.").repeatable(),
            use: ask),
        Route(
            .get, "/password/{resetToken}", .open,
            RouteContract("Whether a reset link is alive, and whose it is.")
                .pathParameter("resetToken", .guid, token, "The link's secret.")
                .refuses(FrontDoorError.noSuchLink).refuses(throttled)
                .answers(.ok, "It is alive.", .table(ResetLinkWire.schema)),
            use: look),
        Route(
            .put, "/password/{resetToken}", .open,
            RouteContract("Gives another password by a reset link, which is spent; all sessions end.")
                .pathParameter("resetToken", .guid, token, "The link's secret.")
                .takes(.table(PasswordResetWire.schema))
                .refuses(FrontDoorError.noSuchLink).refuses(throttled)
                .refuses(FrontDoorError.accountLocked(retryAfter: nil))
                .answers(.ok, "Changed. A lock stays."),
            use: reset),
        Route(
            .post, "/password/breached", .anyToken,
            RouteContract("Whether a password is among the most common ones of public breaches.")
                .takes(.table(PasswordQuestionWire.schema))
                .answers(.ok, "True when it is; such a password is refused.", .value(.flag, "true"))
                .repeatable(),
            use: isBreached),
    ]

    private static let throttled = FrontDoorError.tooManyFailures(retryAfter: .seconds(60))
    private static let token = #""9b0c7a4e-31d2-44b0-9f57-0d3a6c5be817""#

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(PasswordChangeWire.self, bytesMax: WebSettings.signInBytesMax)
        try await call.services.frontDoor.changeOwnCredentials(
            sent.change, by: call.caller, from: call.origin)
        return .done
    }

    // Size, throttle, parsing, as at sign-in (FD-4).
    @Sendable private static func ask(_ call: Call) async throws -> Answer {
        let (door, origin) = (call.services.frontDoor, call.origin)
        let sent = try await call.wire(ResetRequestWire.self, bytesMax: WebSettings.signInBytesMax) {
            try door.requireOpen(to: origin)
        }
        try await door.askForReset(
            username: sent.username, email: sent.email, withWord: sent.withWord, from: origin)
        return .done
    }

    @Sendable private static func look(_ call: Call) async throws -> Answer {
        let token = try call.pathText("resetToken")
        var wire = ResetLinkWire()
        wire.link = try await call.services.frontDoor.resetLink(token, from: call.origin)
        wire.token = token
        return Answer(wire)
    }

    @Sendable private static func reset(_ call: Call) async throws -> Answer {
        let (door, origin) = (call.services.frontDoor, call.origin)
        let sent = try await call.wire(PasswordResetWire.self, bytesMax: WebSettings.signInBytesMax) {
            try door.requireOpen(to: origin)
        }
        try await door.resetPassword(call.pathText("resetToken"), sent.reset, from: origin)
        return .done
    }

    @Sendable private static func isBreached(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(PasswordQuestionWire.self, bytesMax: WebSettings.signInBytesMax)
        return Answer(flag: FrontDoor.isBreached(sent.password))
    }
}
