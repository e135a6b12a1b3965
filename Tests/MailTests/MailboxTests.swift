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
        "", "daybook", "<daybook@harbour.example>", "Daybook <daybook>",
        "Daybook <a@b.example> <c@d.example>",
        "Daybook\n <a@b.example>", "a@b.example, c@d.example", "Daybook <a@b.example", "a@b.example >",
        "Daybook a@b.example",
    ])
    func anythingElseIsNone(text: String) {
        #expect(Mailbox(text: text) == nil)
    }
}
