import FrontDoor
import WebCore

/// `/api/settings/ipaddress`: which addresses may call while only listed ones may.
enum AllowedAddressRoutes {
    static let all: [Route] = [
        Route(
            .get, "/api/settings/ipaddress", .needs(.fullAccess),
            RouteContract(
                "The addresses that may call while AccessToSpecificIPAddressesOnly of /settings/api is true."
            ).bareList()
                .answers(.ok, "In the order they came.", .list(.table(AllowedAddressWire.schema))),
            use: list),
        Route(
            .post, "/api/settings/ipaddress", .needs(.fullAccess),
            RouteContract("Lists an address; at most \(AllowedAddress.most).")
                .takes(.table(AllowedAddressWire.schema))
                .answers(.created, "The address.", .table(AllowedAddressWire.schema), location: true)
                .refuses(FrontDoorError.addressListed("203.0.113.0/24")),
            use: add),
        Route(
            .delete, "/api/settings/ipaddress/{id}", .needs(.fullAccess),
            RouteContract(
                "Takes an address off the list; not the one that the call comes from, while only listed ones may call."
            )
            .pathParameter("id", .integer(min: 1, max: nil), "1", "The address's Id.")
            .answers(.noContent, "It is off the list.")
            .refuses(FrontDoorError.noSuchAddress("7"))
            .refuses(FrontDoorError.ownAddressLeaves),
            use: remove),
    ]

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        try await call.bareList(AllowedAddressWire.shape) {
            try await call.services.frontDoor.allowedAddresses(business: call.caller.business)
                .map(AllowedAddressWire.init)
        }
    }

    @Sendable private static func add(_ call: Call) async throws -> Answer {
        let caller = try call.caller
        let sent = try await call.wire(AllowedAddressWire.self)
        guard let range = sent.range else {
            throw FrontDoorError.invalidField("Address", reason: AddressRange.rule)
        }
        return try await call.creatingAtDoor { door, frame in
            try await door.allowAddress(
                range, comment: sent.comment, business: caller.business, by: caller, from: call.origin,
                in: frame)
        } answer: { added in
            Answer(AllowedAddressWire(added), status: .created).at(
                "api", "settings", "ipaddress", String(added.id))
        }
    }

    @Sendable private static func remove(_ call: Call) async throws -> Answer {
        let sent = try call.pathText("id")
        guard let id = Int64(sent) else { throw FrontDoorError.noSuchAddress(String(sent.prefix(50))) }
        try await call.services.frontDoor.removeAddress(id: id, by: call.caller, from: call.origin)
        return .noContent
    }
}
