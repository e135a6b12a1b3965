import ArgumentParser
import Foundation
import FrontDoor
import Installation
import Logging

struct Backup: InstallationCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write everything to one file, beside a running server too.",
        discussion: """
            The file is a tar archive of SQLite databases, each as it was at one moment, and a manifest with their \
            hashes; the same from a PostgreSQL database, all of it as it was at one moment. The secret key is left out, \
            so that who finds a backup can read no memorable word: keep a copy of secret.key elsewhere. A running server \
            of a data folder writes the file itself, so its user must be able to.

              daybook backup daybook-$(date +%F).tar
            """)

    @Argument(help: "The file to write; it must not exist.", completion: .file())
    var file: String

    @Flag(help: "Put the secret key in too: who has the file can then read memorable words.")
    var includeSecretKey = false

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let path = desk.absolute(file)
        let manifest = try await desk.installation.backup(
            to: path, includeSecretKey: includeSecretKey, program: Program.version)
        desk.print("\(path) holds \(manifest.contents).")
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring a data folder or a database back from a backup.",
        discussion: """
            A backup of a folder goes into a database, and one of a database into a folder: that is how an \
            installation moves. Refused while a server uses the place, and when it is not empty, unless --replace sets what is there \
            aside; a folder's daybook.yaml is kept. Everybody signs in again: sessions, tokens and links are not brought back. Prove the result with \
            `daybook verify`.

            The secret key is the one in the file that --secret-key-file names, else in DAYBOOK_SECRET_KEY, else in \
            the backup, else in the replaced folder. With none memorable words are lost, and every user needs \
            `daybook user set-password`. A database needs one of the first two.

              daybook restore daybook-2026-03-09.tar --data /srv/new \\
                  --secret-key-file /mnt/safe/secret.key
              daybook restore daybook-2026-03-09.tar --database postgres://daybook@db.example/books
            """)

    @Argument(help: "The backup.", completion: .file())
    var file: String

    @Flag(help: "Set aside what is there, under a name with the time.")
    var replace = false

    @Option(
        help: ArgumentHelp("The copy of secret.key that was kept apart.", valueName: "file"),
        completion: .file())
    var secretKeyFile: String?

    @OptionGroup var folder: FolderOptions

    func run() async throws {
        let settings = try HeldSettings(flags: folder.givenSettings)
        let key = try secretKeyFile.map { try Self.keptKey($0, settings) }
        let path = DataFolderPath.absolute(file, from: FileManager.default.currentDirectoryPath)
        var logger = Logger(label: Program.name) { _ in LineLogHandler(format: .text) }
        logger.logLevel = .error
        var installation = settings.installation(logger: logger)
        if let key { installation.secretKey = key }
        let restored = try await Installation.restore(
            path, into: settings.folder, replacing: replace, installation)
        let place = installation.database?.shown ?? settings.folder.path
        var lines = ["\(place) holds the backup of \(restored.manifest.made): \(restored.manifest.contents)."]
        if installation.database == nil { try keepFiles(settings.folder, restored.setAside) }
        if let aside = restored.setAside { lines.append("What was there is in \(aside).") }
        if restored.wordsAreLost {
            lines.append(
                "There was no secret key, so memorable words are lost: give each user a password and a word with "
                    + "`daybook user set-password`.")
        }
        StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }

    /// What no backup holds: the key that was given, and the settings of the folder that was replaced.
    private func keepFiles(_ folder: DataFolder, _ aside: String?) throws {
        if let secretKeyFile { try Self.copy(secretKeyFile, to: folder.secretKey) }
        if let aside { try Self.keepSettings(of: aside, in: folder) }
    }

    private static func keptKey(_ file: String, _ settings: HeldSettings) throws -> SecretKey {
        guard settings[Settings.secretKey] == nil else {
            throw Refusal("DAYBOOK_SECRET_KEY is set too: one of the two must go.")
        }
        guard let key = try SecretKey.load(file) else { throw Refusal("There is no file \(file).") }
        return key
    }

    /// The settings are the folder's and in no backup: without them the server would start with the defaults.
    private static func keepSettings(of aside: String, in folder: DataFolder) throws {
        let file = DataFolderPath.join(aside, SettingsFile.name)
        guard FileManager.default.fileExists(atPath: file) else { return }
        try copy(file, to: DataFolderPath.join(folder.path, SettingsFile.name))
    }

    private static func copy(_ file: String, to target: String) throws {
        // The backup may have brought the same key along.
        guard !FileManager.default.fileExists(atPath: target) else { return }
        do {
            try FileManager.default.copyItem(atPath: file, toPath: target)
        } catch {
            throw Refusal("All is restored, but \(target) can't be written: copy \(file) there.")
        }
    }
}

extension BackupManifest {
    fileprivate var contents: String {
        "the control database and \(bookCount == 1 ? "1 book" : "\(bookCount) books")"
            + (holdsSecretKey ? ", and the secret key" : "")
    }
}

struct Verify: InstallationCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for damage in all data, and name what is wrong.",
        discussion: """
            Reads every database: its structure, tables against indexes, references against rows, kept totals against \
            what they are of; then works out each ledger anew: its chain of hashes, every document against its \
            postings, and all that is kept beside them. Exit code 0 only when nothing is wrong. A changed letter in a text that has no index \
            is not seen here; in a backup it is, since `daybook restore` compares the hash of every file. In a PostgreSQL \
            database every row is read and the totals are compared; its pages and indexes are for pg_amcheck.

              daybook verify
              daybook verify --business 7
            """)

    @Option(help: ArgumentHelp("Only this business's book, and control.", valueName: "id"))
    var business: Int64?

    @Flag(help: "Print what was found as JSON.")
    var json = false

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let found = try await desk.installation.verify(business: business)
        if json { try desk.print(VerifyAnswer(found).json) }
        guard found.complaints.isEmpty else {
            throw Refusal(found.complaints.map { oneLine($0.description) }.joined(separator: "; "))
        }
        guard !json else { return }
        for note in found.notes { desk.print(note) }
        let databases = found.filesRead == 1 ? "1 database" : "\(found.filesRead) databases"
        desk.print("Nothing is wrong in \(databases), with \(found.postings) postings.")
    }
}

/// What `verify --json` prints.
private struct VerifyAnswer: Encodable {
    let databases: Int
    let postings: Int64
    let entries: Int64
    let complaints: [Verification.Complaint]
    let notes: [String]

    init(_ found: Verification) {
        databases = found.filesRead
        postings = found.postings
        entries = found.entries
        complaints = found.complaints
        notes = found.notes
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
