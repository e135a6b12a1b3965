import Bookkeeping
import Books
import FrontDoor
import WebCore

/// `/settings/advanced`: the lock of the books, and what stands with it.
enum AdvancedSettingRoutes {
    static let all: [Route] = [
        Route(
            .get, "/settings/advanced", .anyToken,
            RouteContract("The lock of the books, and what stands with it.")
                .answers(.ok, "The settings.", .table(AdvancedSettingsWire.schema)),
            use: { try await $0.showing(shown($0.caller)) }),
        Route(
            .put, "/settings/advanced", .needs(.fullAccess),
            RouteContract(
                "Locks the books up to a day or opens them, and changes what stands with it: what is left out keeps its value."
            )
            .takes(.table(AdvancedSettingsWire.schema))
            .answers(.ok, "The settings.", .table(AdvancedSettingsWire.schema))
            .matched(),
            use: change),
    ]

    private static func shown(_ caller: Caller) -> Call.Shown {
        { Answer(AdvancedSettingsWire(try $0.advancedInFull(), business: caller.business)) }
    }

    /// The book first, then the security log, which lies where users sign in: between the two there is no instant in
    /// common, and the book keeps the change itself.
    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(AdvancedSettingsWire.self).sent
        let caller = try call.caller
        let (now, before) = try await call.changing(shown(caller)) {
            try await $0.changeAdvancedSettings(sent)
        }
        if now.settings.lock != before {
            try await call.services.frontDoor.noteBookLock(
                "\(now.settings.lock.words); was \(before.words)", by: caller, from: call.origin)
        }
        return Answer(AdvancedSettingsWire(now, business: caller.business))
    }
}

extension BookLock {
    /// For the log: `on, 2026-03-31`.
    fileprivate var words: String { "\(isOn ? "on" : "off"), \(until.text)" }
}
