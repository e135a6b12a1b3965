import ArgumentParser
import FrontDoor
import WebAPI
import WebCore

/// docs/permissions.md, made from the routes.
enum PermissionsPage {
    static var markdown: String {
        let rows = Router.table(version: Program.version).routes.filter(\.isBuilt)
            .sorted { ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue) }
            .map { "| `\($0.method.rawValue) \($0.path)` | \($0.access.words) |" }
        return head + rows.joined(separator: "\n") + "\n"
    }

    private static let head = """
        # Permissions

        What each call needs, for everything that is built. A user has one role in each business, a role is a set of \
        the \(Permission.allCases.count) permissions, and `FullAccess` holds all others. `GET /userpermissions` tells \
        a caller's own.

        Who lacks the permission gets 401 `PermissionDenied`, which names it; where one of several will do it names \
        the first. It is asked once the path and the verb are known and before the body is read, so that nobody \
        without it learns what is there. A session with a temporary password may only change that and end itself.

        A business that takes calls from listed addresses only (`AccessToSpecificIPAddressesOnly` of \
        `/settings/api`) refuses all other callers with 401 `PermissionDenied` as well, whatever their permissions. \
        Only the calls of `/sessiontoken` are free of it, so that who is shut out can go to another of their \
        companies or sign out. `daybook address off` is the operator's way back.

        This page is made from the program's own routes (`daybook permissions-page`).

        | call | needs |
        |---|---|

        """
}

struct PermissionsPageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permissions-page", abstract: "Print docs/permissions.md.", shouldDisplay: false)

    func run() {
        StandardOutput.write(PermissionsPage.markdown)
    }
}
