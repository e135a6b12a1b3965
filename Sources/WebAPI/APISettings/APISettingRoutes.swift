import FrontDoor
import WebCore

/// `/settings/api`: how the caller's business may be called.
enum APISettingRoutes {
    static let all: [Route] = [
        Route(
            .get, "/settings/api", .anyToken,
            RouteContract("How the business may be called by programs.")
                .answers(.ok, "The settings.", .table(APISettingsWire.schema)),
            use: read),
        Route(
            .put, "/settings/api", .needs(.fullAccess),
            RouteContract("Changes how the business may be called: what is left out keeps its value.")
                .takes(.table(APISettingsWire.schema))
                .answers(.ok, "The settings.", .table(APISettingsWire.schema))
                .matched()
                .refuses(
                    FrontDoorError.ownAddressNotListed(
                        field: "AccessToSpecificIPAddressesOnly", address: "203.0.113.5")),
            use: change),
        Route(
            .put, "/settings/api-autoauthkey", .needs(.fullAccess),
            RouteContract(
                "Makes a new key for automatic log-in; the one before is forgotten. It opens nothing here."
            )
            .answers(
                .ok, "The key, as a bare text.", .value(.guid, #""7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa""#)),
            use: makeKey),
    ]

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.services.frontDoor.reading(shown(to: call.caller))
    }

    private static func shown(to caller: Caller) -> Call.Shown {
        { Answer(APISettingsWire(try $0.apiSettings(of: caller.business), for: caller)) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let caller = try call.caller
        let sent = try await call.wire(APISettingsWire.self)
        let settings = try await call.services.frontDoor.changeAPISettings(
            sent.change, by: caller, from: call.origin, in: call.changeFrame(shown(to: caller)))
        return Answer(APISettingsWire(settings, for: caller))
    }

    @Sendable private static func makeKey(_ call: Call) async throws -> Answer {
        Answer(text: try await call.services.frontDoor.makeAutoAuthKey(by: call.caller, from: call.origin))
    }
}
