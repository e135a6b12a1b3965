import Books
import FrontDoor
import Logging
import ServiceLifecycle
import WebCore

/// What the server does by the clock: writes down last uses (FD-8), and by the hour drops what has had its time.
struct Upkeep: Service {
    let frontDoor: FrontDoor
    let bookshelf: Bookshelf
    let lastUseEvery: Duration
    let logger: Logger

    private static let tidyEvery: Duration = .seconds(60 * 60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var tidied = ContinuousClock.now
            while (try? await Task.sleep(for: lastUseEvery)) != nil {
                let tidies = tidied.duration(to: .now) >= Self.tidyEvery
                if tidies { tidied = .now }
                do {
                    try await tidies ? frontDoor.tidy() : frontDoor.flushLastUse()
                    if tidies { try await bookshelf.tidyKeptAnswers() }
                } catch {
                    // What was not written is tried again the next time.
                    logger.warning("upkeep failed", metadata: ["cause": "\(error)"])
                }
            }
        }
    }
}

/// Tells proxies that the server is stopping, before anything else stops.
struct EndOfReadiness: Service {
    let services: Services
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        logger.notice("stopping")
        services.stop()
    }
}
