import HTTPTypes
import WebCore

/// Paths of the old documentation that clients still call, each with the path that took its place.
///
/// A path that stands here is answered at least until the day beside it, whatever the version.
enum OldPaths {
    static let all: [(path: String, deprecation: Deprecation)] = [
        ("/user/{number}", Deprecation(by: "/users/{number}", since: newYear2026, until: newYear2032)),
        ("/project/{number}", Deprecation(by: "/projects/{number}", since: newYear2026, until: newYear2032)),
    ]

    /// Nil for a path that is not old.
    static func deprecation(of path: String) -> Deprecation? {
        all.first { $0.path == path }?.deprecation
    }

    private static let newYear2026: Int64 = 1_767_225_600
    private static let newYear2032 = "Thu, 01 Jan 2032 00:00:00 GMT"
}
