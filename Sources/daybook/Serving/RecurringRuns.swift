import Bookkeeping
import Installation
import Logging
import ServiceLifecycle

/// Makes recurring invoices: once when the server starts, so that it catches up after being off, and soon after each
/// midnight in the United Kingdom.
struct RecurringRuns: Service {
    let installation: Installation
    let logger: Logger

    private static let lookEvery: Duration = .seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var done: CalendarDate?
            repeat {
                let today = installation.today
                if done != today, await runEverywhere() { done = today }
            } while (try? await Task.sleep(for: Self.lookEvery)) != nil
        }
    }

    /// - Returns: whether every book was gone through; else it is tried again at the next look.
    private func runEverywhere() async -> Bool {
        do {
            let (runs, failures) = try await installation.runRecurringEverywhere()
            for run in runs where run.made > 0 || !run.missed.isEmpty {
                logger.info(
                    "recurring invoices",
                    metadata: [
                        "business": "\(run.business)", "made": "\(run.made)", "missed": "\(run.missed.count)",
                    ])
            }
            for (business, error) in failures.sorted(by: { $0.key < $1.key }) {
                logger.warning(
                    "the recurring invoices of a book failed",
                    metadata: ["business": "\(business)", "cause": "\(error)"])
            }
            return failures.isEmpty && !Task.isCancelled
        } catch {
            logger.warning("recurring invoices failed", metadata: ["cause": "\(error)"])
            return false
        }
    }
}
