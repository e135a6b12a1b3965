import Foundation
import Logging

/// The operating system's limit of open files, of which each connection and each open book takes some (FD-25).
enum OpenFiles {
    /// Raises the limit as far as this user may. Each book takes up to nine files, the rest is small.
    static func raise(for settings: HeldSettings, _ logger: Logger) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        let needed = settings[Settings.connectionsMax] + 9 * settings[Settings.openBooksMax] + 64
        if limit.rlim_max < needed {
            logger.warning(
                "this user may open fewer files than the connections and books that the settings allow",
                metadata: ["files": "\(limit.rlim_max)", "needed": "\(needed)"])
        }
    }
}
