import Store
import Testing

@testable import FrontDoor

/// What an address list costs, and what it does when the store fails (FD-5, FD-8, FD-9).
@Suite struct AddressListCostTests {
    private func restrict(_ server: TestServer, _ token: String) async throws {
        let added = try await server.send(
            .post, "/v2/api/settings/ipaddress", Array(#"{"Address":"127.0.0.1"}"#.utf8), token: token)
        #expect(added.status == .created)
        #expect(try await turn(true, server, token).status == .ok)
    }

    private func turn(_ on: Bool, _ server: TestServer, _ token: String) async throws -> TestAnswer {
        try await server.send(
            .put, "/v2/settings/api", Array(#"{"AccessToSpecificIPAddressesOnly":\#(on)}"#.utf8), token: token
        )
    }

    private func isShut(_ answer: TestAnswer) -> Bool { answer.status == .serviceUnavailable }

    private func useFromElsewhere(_ server: TestServer, _ token: String) async throws -> TestAnswer {
        try await server.send(.get, "/v2/userpermissions", token: token, from: "198.51.100.9")
    }

    @Test func fd8_aListThatActsCostsNoCallOfTheStore() async throws {
        try await TestServer.watched { server, store in
            let token = try await server.token(of: server.owner)
            try await restrict(server, token)
            #expect(try await server.use(token).status == .ok)
            store.heal()
            for _ in 0..<100 {
                #expect(try await server.use(token).status == .ok)
                #expect(try await useFromElsewhere(server, token).isShutOut)
            }
            #expect(store.calls == 0)
        }
    }

    /// Whether it was written or not, what is on the disk decides at the next call.
    @Test(arguments: WatchedStore.Fault.allCases)
    func fd5_aChangeThatCouldNotBeWrittenIsNotAnsweredAsDone(fault: WatchedStore.Fault) async throws {
        try await TestServer.watched { server, store in
            let token = try await server.token(of: server.owner)
            try await restrict(server, token)
            #expect(try await server.use(token).status == .ok)
            store.fail(at: 1, fault)
            #expect(isShut(try await turn(false, server, token)))
            store.heal()
            let outside = try await useFromElsewhere(server, token)
            #expect(fault == .after ? outside.status == .ok : outside.isShutOut)
            #expect(try await turn(false, server, token).status == .ok)
            #expect(try await useFromElsewhere(server, token).status == .ok)
            store.fail(at: 1, fault)
            #expect(isShut(try await turn(true, server, token)))
            store.heal()
            let after = try await useFromElsewhere(server, token)
            #expect(fault == .after ? after.isShutOut : after.status == .ok)
        }
    }

    @Test func fd5_aListThatCannotBeReadLetsNobodyIn() async throws {
        try await TestServer.watched { server, store in
            let token = try await server.token(of: server.owner)
            try await restrict(server, token)
            store.fail(at: 1, .before)
            #expect(isShut(try await server.use(token)))
            store.heal()
            #expect(try await server.use(token).status == .ok)
        }
        try await TestServer.withoutSession { server in
            let token = try await server.token(of: server.owner)
            try await restrict(server, token)
            try await server.change("UPDATE allowed_address SET address = 'everywhere'")
            #expect(isShut(try await server.use(token)))
            try await server.change("DELETE FROM allowed_address")
            server.services.frontDoor.forgetSessions(ofBusiness: server.business)
            #expect(try await server.use(token).isShutOut)
        }
    }
}
