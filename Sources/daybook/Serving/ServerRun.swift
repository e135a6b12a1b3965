import Metrics
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Installation
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import WebAPI
import WebCore

/// One run of the server, from start to stop.
struct ServerRun {
    let settings: HeldSettings
    private let logger: Logger
    private let tls: TLSConfiguration?

    /// What is in flight at a stop has this long to finish.
    private static let stopWithin: Duration = .seconds(30)

    /// Checks all that can be checked without touching the data.
    /// - Throws: `Refusal`.
    init(_ settings: HeldSettings) throws {
        self.settings = settings
        tls = try TLSFiles.configuration(settings)
        let host = settings[Settings.host]
        guard tls != nil || settings[Settings.insecureHTTP] || ListeningAddress.isLoopback(host) else {
            throw Refusal(
                "\(oneLine(host)) can be reached by others, and without TLS passwords would cross the network "
                    + "readable: set tls-certificate and tls-key, or allow it with --insecure-http.")
        }
        let (format, level) = (settings[Settings.logFormat], settings[Settings.logLevel])
        LoggingSystem.bootstrap { _ in
            var handler = LineLogHandler(format: format)
            handler.logLevel = level
            return handler
        }
        logger = Logger(label: Program.name)
    }

    /// Serves until it is told to stop.
    /// - Throws: `InstallationError.inUse` when another server has the folder; what opening throws.
    func run() async throws {
        // A reader of the log that went away must not end the server.
        signal(SIGPIPE, SIG_IGN)
        OpenFiles.raise(for: settings, logger)
        let installation = try await Installation.open(settings.folder, settings.installation(logger: logger))
        let group = MultiThreadedEventLoopGroup(numberOfThreads: settings[Settings.eventLoops])
        let result: Result<Void, any Error>
        do {
            result = .success(try await serve(installation, on: group))
        } catch {
            result = .failure(error)
        }
        await installation.close()
        try? await group.shutdownGracefully()
        try result.get()
        logger.notice("stopped")
    }

    private func serve(_ installation: Installation, on group: any EventLoopGroup) async throws {
        let address = ListeningAddress()
        let web = settings.web(isTLS: tls != nil)
        let connections = ConnectionCount(
            most: web.connectionsMax, mostOfAddress: web.connectionsPerAddressMax)
        let registry = settings[Settings.metricsPort].map { _ in MetricRegistry() }
        if let registry { MetricsSystem.bootstrap(registry) }
        let services = Services(
            frontDoor: installation.frontDoor, bookshelf: installation.bookshelf, settings: web,
            routes: Router.table(version: Program.version), metrics: registry.map { RequestMeter($0) })
        // They stop in the reverse order: first the doors close, last the upkeep.
        var all: [any Service] = [
            UpkeepOfBooks(installation: installation, logger: logger),
            RecurringRuns(installation: installation, logger: logger),
            Upkeep(
                frontDoor: installation.frontDoor,
                lastUseEvery: .seconds(settings[Settings.lastUseSeconds]), logger: logger),
        ]
        // With a database commands do their work beside the servers, themselves.
        if settings[Settings.database] == nil {
            let runner = ErrandRunner(installation: installation, logger: logger, address: address)
            all.append(try await AdminSocket.open(installation.folder, runner, on: group))
        }
        if let every = installation.frontDoor.catchUpEvery {
            all.append(ChangeWatch(frontDoor: installation.frontDoor, every: every, logger: logger))
        }
        // The line that says that all is ready comes after the metrics, whose port may be taken too.
        let (metricsListen, metricsReady) = AsyncStream<Void>.makeStream()
        if let registry, let port = settings[Settings.metricsPort] {
            let page = MetricsPage(
                registry: registry, frontDoor: installation.frontDoor, bookshelf: installation.bookshelf,
                connections: connections)
            all.append(
                Listening(
                    service: metrics(page, port: port, on: group, metricsReady), host: "127.0.0.1", port: port
                ))
        } else {
            metricsReady.finish()
        }
        all.append(
            Listening(
                service: try application(services, connections, address, on: group, after: metricsListen),
                host: settings[Settings.host], port: settings[Settings.port]))
        all.append(EndOfReadiness(services: services, logger: logger))
        var configuration = ServiceGroupConfiguration(
            services: all, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = Self.stopWithin
        try await ServiceGroup(configuration: configuration).run()
    }

    private func application(
        _ services: Services, _ connections: ConnectionCount, _ address: ListeningAddress,
        on group: any EventLoopGroup, after metricsListen: AsyncStream<Void>
    ) throws -> GuardedServer {
        let host = settings[Settings.host]
        let isTLS = tls != nil
        let plain = HTTPServerBuilder.bounded(
            services.settings, connections: connections, metrics: services.metrics, logger: logger)
        return GuardedServer(
            Guard(services), try tls.map { try .tls(plain, tlsConfiguration: $0) } ?? plain,
            at: .hostname(host, port: settings[Settings.port]), backlog: 1_024, on: group, logger: logger
        ) { channel in
            for await _ in metricsListen {}
            guard !Task.isCancelled else { return }
            let url = ListeningAddress.url(host: host, port: channel.localAddress?.port ?? 0, isTLS: isTLS)
            address.set(url)
            StandardOutput.write("listening on \(url)\n")
        }
    }

    private func metrics(
        _ page: MetricsPage, port: Int, on group: any EventLoopGroup,
        _ ready: AsyncStream<Void>.Continuation
    ) -> Application<MetricsPage> {
        Application(
            responder: page, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { [logger] channel in
                logger.notice("metrics on http://127.0.0.1:\(channel.localAddress?.port ?? port)/metrics")
                ready.finish()
            },
            eventLoopGroupProvider: .shared(group), logger: logger)
    }
}
