import Books
import FrontDoor
import Installation
import Logging
import ServiceLifecycle
import WebCore

/// What the server does for the front door by the clock: writes down last uses (FD-8), and by the hour drops what has
/// had its time.
struct Upkeep: Service {
    let frontDoor: FrontDoor
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
                } catch {
                    // What was not written is tried again the next time.
                    logger.warning("upkeep failed", metadata: ["cause": "\(error)"])
                }
            }
        }
    }
}

/// The same for the books: by the hour those that are open, and once a day all of them, beginning an hour after the
/// start; then it is noted too where each ledger ends. It has a round of its own, since a walk through thousands of books must not hold up last uses.
struct UpkeepOfBooks: Service {
    let installation: Installation
    let logger: Logger

    private static let tidyEvery: Duration = .seconds(60 * 60)
    private static let roundsOfDay = 24

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var round = 0
            while (try? await Task.sleep(for: Self.tidyEvery)) != nil {
                await tidy(every: round.isMultiple(of: Self.roundsOfDay))
                round += 1
            }
        }
    }

    private func tidy(every: Bool) async {
        do {
            if every { try await installation.noteHeads() }
            let failures =
                every
                ? try await installation.tidyEveryBook() : await installation.bookshelf.tidyKeptAnswers()
            for (business, error) in failures.sorted(by: { $0.key < $1.key }) {
                logger.warning(
                    "upkeep of a book failed", metadata: ["business": "\(business)", "cause": "\(error)"])
            }
        } catch {
            logger.warning("upkeep failed", metadata: ["cause": "\(error)"])
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
