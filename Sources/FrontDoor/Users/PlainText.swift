import Mail

/// What an administrator may write into a field: without what could forge a line of a log or turn text around.
enum PlainText {
    /// A user name as it is kept: 1 to 100 characters, trimmed.
    /// - Throws: `.invalidField`, as all here.
    static func username(_ text: String) throws(FrontDoorError) -> String {
        let name = try self.text(text, max: 100, field: "Username")
        // Characters that show nothing would let two names look the same.
        guard !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .format }),
            (1...400).contains(FoldedName.key(name).unicodeScalars.count)
        else { throw .invalidField("Username", reason: "must not have characters that can't be seen") }
        return name
    }

    /// The name of a person or a business: 1 to 200 characters, trimmed.
    static func name(_ text: String, field: String) throws(FrontDoorError) -> String {
        try self.text(text, max: 200, field: field)
    }

    /// Trimmed, composed, 1 to `max` code points, nothing that steers the display but the joiners that some scripts
    /// are spelled with.
    static func text(_ text: String, max: Int, field: String) throws(FrontDoorError) -> String {
        let text = text.trimmed.composed
        guard (1...max).contains(text.unicodeScalars.count) else {
            throw .invalidField(field, reason: "must have 1 to \(max) characters")
        }
        guard text.unicodeScalars.allSatisfy(isPlain) else {
            throw .invalidField(field, reason: "must not have control characters")
        }
        return text
    }

    /// Exactly `count` letters of ASCII, in upper case: codes of countries and currencies.
    static func letters(_ text: String, count: Int, field: String) throws(FrontDoorError) -> String {
        let code = text.trimmed.uppercased()
        guard code.utf8.count == count, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw .invalidField(field, reason: "must be a code of \(count) letters")
        }
        return code
    }

    /// An address that mail could go to, trimmed. Whether it exists, only a mail can tell.
    static func email(_ text: String, field: String = "Email") throws(FrontDoorError) -> String {
        let address = text.trimmed.composed
        guard Mailbox.isAddress(address), address.unicodeScalars.allSatisfy(isPlain)
        else { throw .invalidField(field, reason: "must be an address like name@harbour.example") }
        return address
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        case .format: scalar == "\u{200c}" || scalar == "\u{200d}"
        default: true
        }
    }
}
