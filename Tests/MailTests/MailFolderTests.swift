import Foundation
import Mail
import Surroundings
import Testing

@Suite struct MailFolderTests {
    private let letter = Letter(
        to: "ines@harbour.example", name: "Ines Okafor", subject: "Your password was changed",
        text: "Dear Ines,\n\nyour password was changed.\n")

    @Test func aLetterIsAWholeMessageThatAnyReaderUnderstands() async throws {
        try await PostTray.run { tray in
            try await tray.folder.send(letter)
            let read = try await tray.read()
            #expect(read.count == 1)
            let message = try #require(read.first)
            #expect(message.defects.isEmpty)
            #expect(message.date == "2026-03-09T10:00:00+00:00")
            #expect(message.sender == "Harbour Joinery" && message.senderAddress == "daybook@harbour.example")
            #expect(message.recipient == "Ines Okafor" && message.recipientAddress == "ines@harbour.example")
            #expect(message.subject == "Your password was changed")
            #expect(message.text == "Dear Ines,\n\nyour password was changed.\n")
            #expect(message.mimeVersion == "1.0" && message.contentType == "text/plain; charset=\"utf-8\"")
            #expect(message.id.wholeMatch(of: /<[0-9a-f]{32}@harbour\.example>/) != nil)
        }
    }

    @Test(
        arguments: [
            "Zoë Ångström", "李小龍", "Quayle, Hannah \"Quill\" (\\o/)", "=?UTF-8?B?aGFja2Vk?=", "O'Neill",
            "Dr. A. N. Other <ceo@bank.example>", "two  blanks", " edged ", "🪵🪚", "a@b.example",
            String(repeating: "Éclair ", count: 28) + "end", String(repeating: "x", count: 200),
        ])
    func aNameAndASubjectComeBackAsTheyWere(text: String) async throws {
        try await PostTray.run { tray in
            try await tray.folder.send(
                Letter(to: "ines@harbour.example", name: text, subject: text, text: "x"))
            let message = try #require(try await tray.read().first)
            #expect(message.defects.isEmpty)
            #expect(message.recipient == text)
            #expect(message.recipientAddress == "ines@harbour.example")
            #expect(message.subject == text)
            try tray.expectShortLines()
        }
    }

    @Test(
        arguments: [
            "", "\n\n", "one line without an end", "grüße an 李小龍 🪵\n", ".\n..\n.hidden\n",
            "From here on\nFrom \n",
            "blanks at the end  \n\tand\t\n=3D is no equals sign = \n", "\u{0}\u{7f}\u{feff}\n",
            String(repeating: "a", count: 75) + "\n" + String(repeating: "b", count: 76) + "\n"
                + String(repeating: "c", count: 77),
            String(repeating: "é", count: 500) + "\n" + String(repeating: "word ", count: 300),
            "https://books.example/v2/links/reset#0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12\n",
        ])
    func aTextComesBackAsItWas(text: String) async throws {
        try await PostTray.run { tray in
            try await tray.folder.send(Letter(to: "i@h.example", subject: "s", text: text))
            let message = try #require(try await tray.read().first)
            #expect(message.defects.isEmpty)
            // The last line is ended too.
            #expect(message.text == (text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"))
            try tray.expectShortLines()
        }
    }

    @Test func lineEndsOfAnyKindAreOne() async throws {
        try await PostTray.run { tray async throws in
            try await tray.folder.send(
                Letter(to: "i@h.example", subject: "s", text: "one\r\ntwo\nthree\rfour"))
            #expect(try await tray.read().first?.text == "one\ntwo\nthree\rfour\n")
            try tray.expectShortLines()
        }
    }

    /// An address may have letters of any script; the header then has them as they are (RFC 6532).
    @Test func anAddressOfAnotherScriptStandsAsItIs() async throws {
        try await PostTray.run { tray in
            try await tray.folder.send(Letter(to: "zoë@hafen.example", subject: "s", text: "x"))
            let bytes = try #require(try tray.files().first).bytes
            #expect(String(decoding: bytes, as: UTF8.self).contains("\r\nTo: zoë@hafen.example\r\n"))
        }
    }

    @Test(arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0}", "\u{b}", "\u{1b}"])
    func nothingThatEndsALineGetsIntoAHeader(end: String) async throws {
        try await PostTray.run { tray async throws in
            let injected = "Ines\(end)Bcc: all@evil.example"
            for (letter, field) in [
                (Letter(to: "ines@harbour.example", name: injected, subject: "s", text: "x"), "To"),
                (Letter(to: "ines@harbour.example\(end)", subject: "s", text: "x"), "To"),
                (Letter(to: "ines\(end)@harbour.example", subject: "s", text: "x"), "To"),
                (Letter(to: "ines@harbour.example", subject: injected, text: "x"), "Subject"),
            ] {
                await #expect(throws: MailError.malformed(field: field)) {
                    try await tray.folder.send(letter)
                }
            }
            #expect(try tray.files().isEmpty)
        }
    }

    @Test(
        arguments: [
            "", "ines", "@harbour.example", "ines@", "ines@harbour@example", "ines @harbour.example",
            "<ines@harbour.example>", "ines@harbour.example, tom@harbour.example", "ines@harbour.example;",
            "ines(comment)@harbour.example", "\"ines\"@harbour.example", "group:ines@harbour.example;",
            String(repeating: "a", count: 250) + "@h.example",
        ])
    func whatIsNoAddressGetsNoLetter(address: String) async throws {
        try await PostTray.run { tray async throws in
            await #expect(throws: MailError.malformed(field: "To")) {
                try await tray.folder.send(Letter(to: address, subject: "s", text: "x"))
            }
            #expect(try tray.files().isEmpty)
        }
    }

    @Test func folderAndFilesAreTheirOwnersAlone() async throws {
        try await PostTray.run { tray in
            try await tray.folder.send(letter)
            #expect(try tray.mode(tray.path) == 0o700)
            let file = try #require(try tray.files().first)
            #expect(try tray.mode(file.path) == 0o600)
            #expect(file.name.wholeMatch(of: /20260309T100000000-[0-9a-f]{16}\.eml/) != nil)
            #expect(try tray.names() == [file.name])
        }
    }

    @Test func aThousandLettersOfOneMomentAreAThousandFiles() async throws {
        try await PostTray.run { tray in
            try await withThrowingTaskGroup { group in
                for number in 0..<1_000 {
                    group.addTask {
                        try await tray.folder.send(Letter(to: "i@h.example", subject: "\(number)", text: "x"))
                    }
                }
                try await group.waitForAll()
            }
            let read = try await tray.read()
            #expect(Set(read.map(\.subject)).count == 1_000)
            #expect(Set(read.map(\.id)).count == 1_000)
        }
    }

    @Test func aFolderThatTakesNothingIsSaidAndLeavesNothing() async throws {
        try await PostTray.run { tray in
            let parent = URL(fileURLWithPath: tray.path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: tray.path))
            let reason = "The mail folder \(tray.path) can't be written: Not a directory."
            await #expect(throws: MailError.notTaken(reason: reason)) { try await tray.folder.send(letter) }
        }
    }

    @Test func aFolderThatIsThereKeepsItsRights() async throws {
        try await PostTray.run { tray in
            try FileManager.default.createDirectory(
                atPath: tray.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
            try await tray.folder.send(letter)
            #expect(try tray.mode(tray.path) == 0o750)
            #expect(try tray.files().count == 1)
        }
    }
}
