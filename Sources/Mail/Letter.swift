/// A letter to one person, in plain text.
public struct Letter: Hashable, Sendable {
    /// The name that stands before the address; nil when there is none.
    public var recipientName: String?
    /// The bare address: `ines@harbour.example`.
    public var recipient: String
    public var subject: String
    /// Lines of any length, parted by `\n`.
    public var text: String

    public init(to recipient: String, name: String? = nil, subject: String, text: String) {
        self.recipient = recipient
        recipientName = name
        self.subject = subject
        self.text = text
    }
}

/// The one way out for letters.
public protocol MailTransport: Sendable {
    /// Takes a letter over; once it returns, the letter is not lost with this process.
    /// - Throws: `MailError`.
    func send(_ letter: Letter) async throws
}

/// Why a letter did not leave. None of it says whose letter it was or what stood in it.
public enum MailError: Error, Hashable, Sendable {
    /// An address or header that would not be one, as one with a line end in it.
    case malformed(field: String)
    /// The transport could not take it: `reason` is a whole sentence.
    case notTaken(reason: String)
}
