import Mail
import Testing

@Suite struct MailboxTests {
    @Test(
        arguments: [
            ("daybook@harbour.example", nil, "daybook@harbour.example"),
            ("Harbour Joinery <daybook@harbour.example>", "Harbour Joinery", "daybook@harbour.example"),
            ("Zoë & Töchter<post@hafen.example>", "Zoë & Töchter", "post@hafen.example"),
        ] as [(String, String?, String)])
    func anOwnerSetsAnAddressWithOrWithoutAName(text: String, name: String?, address: String) throws {
        let mailbox = try #require(Mailbox(text: text))
        #expect(mailbox.name == name)
        #expect(mailbox.address == address)
    }

    @Test(arguments: [
        ("ines@harbour.example", true), ("ines@localhost", true), ("zoë@hafen.example", true),
        (String(repeating: "x", count: 64) + "@harbour.example", true),
        (String(repeating: "x", count: 65) + "@harbour.example", false),
        ("x@" + String(repeating: "y", count: 253), false), ("", false), ("@", false),
        ("@harbour.example", false), ("ines@", false), ("ines@.example", false), ("ines@harbour.", false),
        ("ines@harbour..example", false), ("ines@quay@harbour.example", false),
        ("ines okafor@harbour.example", false), ("<ines@harbour.example>", false),
        ("ines@harbour.example\r\nBcc: tom@harbour.example", false), ("ines@harbour.example,x", false),
    ])
    func anAddressIsOneThatAHeaderTakes(text: String, isOne: Bool) {
        #expect(Mailbox.isAddress(text) == isOne)
    }

    @Test(arguments: [
        "", "daybook", "<daybook@harbour.example>", "Daybook <daybook>",
        "Daybook <a@b.example> <c@d.example>",
        "Daybook\n <a@b.example>", "a@b.example, c@d.example", "Daybook <a@b.example", "a@b.example >",
        "Daybook a@b.example",
    ])
    func anythingElseIsNone(text: String) {
        #expect(Mailbox(text: text) == nil)
    }
}
