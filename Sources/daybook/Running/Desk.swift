import Books
import FrontDoor
import Installation
import Synchronization

/// Where a command works: the open installation, what came in, and where what it prints goes. The same whether the
/// command runs on its own or inside the server.
struct Desk: Sendable {
    let installation: Installation
    /// The lines of standard input that the command asked for.
    var input: [String] = []
    /// Where the caller stands: paths that it names are seen from there.
    let workingFolder: String
    /// Where the running server listens, `http://127.0.0.1:8080/v2`; nil when there is none.
    var address: String?
    private let output = Output()
    /// Takes away at once what is too long to be kept until the end.
    private let stream: @Sendable (String) async throws -> Void

    init(
        _ installation: Installation, input: [String], workingFolder: String, address: String?,
        stream: @escaping @Sendable (String) async throws -> Void
    ) {
        self.installation = installation
        self.stream = stream
        self.input = input
        self.workingFolder = workingFolder
        self.address = address
    }

    var frontDoor: FrontDoor { installation.frontDoor }

    /// All that was printed.
    var printed: String { output.text }

    func print(_ line: String) {
        output.add(line)
    }

    /// Writes a piece of a long output as it is, and waits until it is on its way.
    ///
    /// - Throws: when nobody takes it any more.
    func write(_ text: String) async throws {
        guard !text.isEmpty else { return }
        try await stream(text)
    }

    func print(_ listing: Listing, json: Bool) {
        let text = json ? listing.json : listing.text
        if !text.isEmpty { print(text) }
    }

    func absolute(_ path: String) -> String {
        DataFolderPath.absolute(path, from: workingFolder)
    }
}

private final class Output: Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }

    func add(_ line: String) {
        lines.withLock { $0 += line + "\n" }
    }
}
