import Foundation
import Logging
import Surroundings

@testable import FrontDoor
@testable import Installation

extension TestServer {
    /// Stops this server in order and runs `body` with the next one over the same folder.
    ///
    /// - Parameter moved: how far the wall clock was set meanwhile; the monotonic one begins anew.
    func restart(wallClockMovedBy moved: Duration = .zero, _ body: (TestServer) async throws -> Void)
        async throws
    {
        await installation.close()
        try await next(in: installation.folder, moved, body)
    }

    /// Runs `body` with a server over what a kill at this moment leaves: a copy of the files as they lie now, or the
    /// database that the killed one does not touch any more.
    func killed(wallClockMovedBy moved: Duration = .zero, _ body: (TestServer) async throws -> Void)
        async throws
    {
        guard place.database == nil else { return try await next(in: installation.folder, moved, body) }
        let copy = installation.folder.path + "-killed-" + UUID().uuidString
        try FileManager.default.copyItem(atPath: installation.folder.path, toPath: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try await next(in: DataFolder(path: copy), moved, body)
    }

    /// The server over what `folder` holds.
    func next(
        in folder: DataFolder, _ moved: Duration = .zero, _ body: (TestServer) async throws -> Void
    ) async throws {
        let clock = ManualTimekeeper(now: clock.now().advanced(by: moved))
        var settings = installation.settings
        settings.clock = clock
        let next = try await Installation.open(folder, settings)
        do {
            try await body(TestServer(over: self, next, next.frontDoor, clock))
        } catch {
            await next.close()
            throw error
        }
        await next.close()
    }
}
