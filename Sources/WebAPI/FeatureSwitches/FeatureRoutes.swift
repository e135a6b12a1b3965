import WebCore

/// `GET /FeatureSwitch/{switchName}` and `GET /FeatureValue/{valueName}`: what clients ask at start to know what they
/// may show.
enum FeatureRoutes {
    static let all: [Route] = [
        Route(
            .get, "/FeatureSwitch/{switchName}", .anyToken,
            RouteContract("Whether a function of the product is on; false for a name that nobody knows.")
                .pathParameter(
                    "switchName", .text(max: nil), #""Suppliers""#, "The function's name, in any case."
                )
                .answers(.ok, "A bare boolean.", .value(.flag, "true")),
            use: isOn),
        Route(
            .get, "/FeatureValue/{valueName}", .anyToken,
            RouteContract("A value that clients build their screens by.")
                .pathParameter(
                    "valueName", .text(max: nil), #""LatestTaxYear""#,
                    "\(FeatureValue.allCases.map(\.rawValue).joined(separator: " or ")), in any case."
                )
                .refuses(FeatureValue.unknown)
                .answers(.ok, "A bare text.", .value(.text(max: nil), #""2025-26""#)),
            use: value),
    ]

    @Sendable private static func isOn(_ call: Call) async throws -> Answer {
        let name = try call.pathText("switchName").lowercased()
        return Answer(flag: call.services.settings.featureSwitches.contains { $0.lowercased() == name })
    }

    @Sendable private static func value(_ call: Call) async throws -> Answer {
        let value = try FeatureValue(named: call.pathText("valueName"))
        return Answer(text: value.text(at: call.services.frontDoor.clock.now()))
    }
}
