import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The HTTP library's server with the guard behind it.
///
/// In place of the library's own `Application`, which gives every request a logger and binds it to the task: that is a
/// tenth of what a short answer costs, for lines that only refusals write.
public struct GuardedServer: Service {
    private let guarding: Guard
    private let builder: HTTPServerBuilder
    private let configuration: ServerConfiguration
    private let group: any EventLoopGroup
    private let logger: Logger
    private let whenRunning: @Sendable (any Channel) async -> Void

    /// - Parameters:
    ///   - whenRunning: called once it listens.
    public init(
        _ guarding: Guard, _ builder: HTTPServerBuilder, at address: BindAddress, backlog: Int = 256,
        on group: any EventLoopGroup, logger: Logger,
        whenRunning: @escaping @Sendable (any Channel) async -> Void
    ) {
        self.guarding = guarding
        self.builder = builder
        configuration = ServerConfiguration(address: address, backlog: backlog)
        self.group = group
        self.logger = logger
        self.whenRunning = whenRunning
    }

    /// Serves until it is told to stop, and what is under way then is done.
    public func run() async throws {
        let date = DateField(guarding.services.frontDoor.clock)
        let server = try builder.buildServer(
            configuration: configuration, eventLoopGroup: group, logger: logger,
            responder: { [guarding, logger] request, writer, channel in
                let context = ConnectionContext(channel: channel, logger: logger)
                var response = try await guarding.respond(to: request, context: context)
                response.headers.append(date.current)
                try await writer.write(response: response.head, body: response.body)
            }, onServerRunning: whenRunning)
        try await server.run()
    }
}
