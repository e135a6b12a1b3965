import FrontDoor
import Logging
import ServiceLifecycle

/// Reads what other processes changed at the front door, twice a second (FD-9).
struct ChangeWatch: Service {
    let frontDoor: FrontDoor
    let every: Duration
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isFailing = false
            while (try? await Task.sleep(for: every)) != nil {
                do {
                    try await frontDoor.catchUp()
                    if isFailing { logger.notice("the changes of other processes are read again") }
                    isFailing = false
                } catch {
                    // Meanwhile every call reads its session's row. One line is enough.
                    if !isFailing {
                        logger.warning(
                            "the changes of other processes can't be read", metadata: ["cause": "\(error)"])
                    }
                    isFailing = true
                }
            }
        }
    }
}
