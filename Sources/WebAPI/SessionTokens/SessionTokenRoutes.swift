import FrontDoor
import WebCore

/// `/sessiontoken`: sign in in two steps, switch company, end (FD-10, FD-11, FD-15 to FD-17, FD-22).
enum SessionTokenRoutes {
    static let all: [Route] = [
        Route(
            .post, "/sessiontoken", .open,
            RouteContract("Step 1 of signing in: user name and password.")
                .parameter(oldApp.contract)
                .takes(.table(CredentialsWire.schema))
                .answers(.created, "The letters to give in step 2.", .table(ChallengeWire.schema))
                .repeatable(),
            use: signIn),
        Route(
            .put, "/sessiontoken", .open,
            RouteContract("Step 2 of signing in: three letters of the memorable word.")
                .takes(.table(ChallengeAnswerWire.schema))
                .answers(.ok, "The session.", .table(SessionWire.schema)),
            use: answerChallenge),
        Route(
            .get, "/sessiontoken", .openWith(query: externalToken.name),
            RouteContract("Swaps an external token for a session.")
                .parameter(externalToken.contract).parameter(uid.contract)
                .answers(.ok, "The session.", .table(SessionWire.schema)),
            use: redeem),
        Route(
            .get, "/sessiontoken/{id}", .session(andTemporary: false),
            RouteContract("A session in another of the caller's companies.")
                .pathParameter("id", .integer(min: 1, max: nil), "2", "The company.")
                .refuses(FrontDoorError.noSuchCompany)
                .answers(
                    .ok, "The session; the one that asked lives on.", .table(SwitchedSessionWire.schema)),
            use: switchCompany),
        Route(
            .delete, "/sessiontoken", .session(andTemporary: true),
            RouteContract("Ends the session that calls.").answers(.noContent, "Ended."),
            use: endOwn),
        Route(
            .delete, "/sessiontoken/{sessionToken}", .session(andTemporary: true),
            RouteContract("Ends a session: one's own, or any of the business for who has Full Access.")
                .pathParameter(
                    "sessionToken", .text(max: nil), #""7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa""#,
                    "The session's token."
                )
                .answers(.noContent, "Ended."),
            use: end),
    ]

    private static let oldApp = QueryParameter<Bool?>.flag(
        "oldApp", "Taken for compatibility; changes nothing.")

    private static let externalToken = QueryParameter<String?>(
        "externalToken", "As the operator's portal was given it; good once, for 60 seconds.", .text(max: nil),
        absent: nil, rule: "is required.", isRequired: true, parse: { $0 }
    ).example(#""2f6f2c1e-8d0b-4f53-9c8a-0a7a53a5b6d1""#)

    private static let uid = QueryParameter<Int64>(
        "uid", "The user's number that came with the token.", .integer(min: 1, max: nil), absent: 0,
        rule: "must be a whole number.", isRequired: true, parse: { Int64($0) }
    ).example("7")

    // Size, throttle, parsing: whoever is shut out learns nothing of the body that was sent (FD-4).
    @Sendable private static func signIn(_ call: Call) async throws -> Answer {
        let (door, origin) = (call.services.frontDoor, call.origin)
        let sent = try await call.wire(CredentialsWire.self, bytesMax: WebSettings.signInBytesMax) {
            try door.requireOpen(to: origin)
        }
        let accepted = try await door.signIn(username: sent.username, password: sent.password, from: origin)
        return Answer(ChallengeWire(accepted), status: .created)
    }

    @Sendable private static func answerChallenge(_ call: Call) async throws -> Answer {
        let (door, origin) = (call.services.frontDoor, call.origin)
        let sent = try await call.wire(ChallengeAnswerWire.self, bytesMax: WebSettings.signInBytesMax) {
            try door.requireOpen(to: origin)
        }
        let granted = try await door.answerChallenge(
            temporaryToken: sent.temporaryToken,
            letters: sent.letters.map { (position: Int($0.position), value: $0.value) },
            keepLoggedIn: sent.keepUserLoggedIn, from: origin)
        return Answer(SessionWire(granted))
    }

    @Sendable private static func redeem(_ call: Call) async throws -> Answer {
        let (door, origin) = (call.services.frontDoor, call.origin)
        try door.requireOpen(to: origin)
        var reader = try QueryReader(call.query)
        let token = reader.read(externalToken)
        let identity = reader.read(uid)
        try reader.finish()
        let granted = try await door.redeemExternalToken(token ?? "", identity: identity, from: origin)
        return Answer(SessionWire(granted))
    }

    @Sendable private static func switchCompany(_ call: Call) async throws -> Answer {
        guard let company = try Int64(call.pathText("id")) else { throw FrontDoorError.noSuchCompany }
        let granted = try await call.services.frontDoor.switchCompany(
            company, caller: call.caller, from: call.origin)
        return Answer(SwitchedSessionWire(granted))
    }

    @Sendable private static func endOwn(_ call: Call) async throws -> Answer {
        try await call.services.frontDoor.endOwnSession(call.caller, from: call.origin)
        return .noContent
    }

    @Sendable private static func end(_ call: Call) async throws -> Answer {
        try await call.services.frontDoor.endSession(
            call.pathText("sessionToken"), by: call.caller, from: call.origin)
        return .noContent
    }
}
