import Foundation
import Mail
import Surroundings
import TestSupport
import Testing

/// A mail folder of a test's own, and what another program reads in it.
struct PostTray: Sendable {
    let path: String
    let folder: MailFolder

    /// Runs `body` with a folder that is not made yet, and clears up.
    static func run(_ body: (PostTray) async throws -> Void) async throws {
        let home = FileManager.default.temporaryDirectory.path + "/daybook-mail-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: home) }
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        let sender = try #require(Mailbox(text: "Harbour Joinery <daybook@harbour.example>"))
        let path = home + "/post/out"
        let folder = MailFolder(
            path: path, from: sender, clock: ManualTimekeeper(now: Instant(milliseconds: 1_773_050_400_000)),
            random: SeededRandomness(seed: 7))
        try await body(PostTray(path: path, folder: folder))
    }

    struct File {
        let name: String
        let path: String
        let bytes: Data
    }

    func names() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    func files() throws -> [File] {
        try names().map { name in
            let path = "\(path)/\(name)"
            return File(name: name, path: path, bytes: try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    /// Every line ends in CRLF, has at most 76 characters and nothing but printable ASCII.
    func expectShortLines(sourceLocation: SourceLocation = #_sourceLocation) throws {
        for file in try files() {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.hasSuffix("\r\n"), sourceLocation: sourceLocation)
            for line in text.components(separatedBy: "\r\n") {
                #expect(
                    line.utf8.count <= 76 && line.utf8.allSatisfy { (0x20..<0x7f).contains($0) || $0 == 9 },
                    "\(line)", sourceLocation: sourceLocation)
            }
        }
    }

    /// The letters as Python's `email` understands them, in the order of their files.
    func read() async throws -> [ReadLetter] {
        let ran = try await ChildProcess.run("python3", ["-c", reader, path], in: "/tmp")
        #expect(ran.code == 0, "\(ran.error)")
        return try JSONDecoder().decode([ReadLetter].self, from: Data(ran.output.utf8))
    }
}

/// A letter as another program reads it.
struct ReadLetter: Decodable {
    let defects: [String]
    let date: String
    let sender: String
    let senderAddress: String
    let recipient: String
    let recipientAddress: String
    let subject: String
    let text: String
    let id: String
    let mimeVersion: String
    let contentType: String
}

private let reader = """
    import email, email.header, email.policy, email.utils, json, pathlib, sys
    read = []
    for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        sender, recipient = message["From"].addresses[0], message["To"].addresses[0]
        assert len(message["To"].addresses) == 1 and message.keys().count("To") == 1
        assert set(message.keys()) == {"Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted",
            "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}, message.keys()
        # The policy's own names have a blank between two encoded words, which RFC 2047 has not.
        spoken = email.utils.parseaddr(" ".join(email.message_from_bytes(path.read_bytes())["To"].splitlines()))[0]
        spoken = str(email.header.make_header(email.header.decode_header(spoken)))
        defects = [str(d) for d in message.defects]
        for header in message.values():
            defects += [str(d) for d in getattr(header, "defects", [])]
        read.append({
            "defects": defects, "date": message["Date"].datetime.isoformat(),
            "sender": sender.display_name, "senderAddress": sender.addr_spec,
            "recipient": spoken, "recipientAddress": recipient.addr_spec,
            "subject": message["Subject"],
            "text": message.get_payload(decode=True).decode("utf-8").replace("\\r\\n", "\\n"),
            "id": message["Message-ID"], "mimeVersion": message["MIME-Version"],
            "contentType": message["Content-Type"],
        })
    json.dump(read, sys.stdout)
    """
