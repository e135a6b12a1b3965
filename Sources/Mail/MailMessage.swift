import Surroundings

/// A letter as it travels: headers and body, every line ended by CRLF (RFC 5322).
struct MailMessage {
    let bytes: [UInt8]

    /// - Parameters:
    ///   - mark: random, so that no two letters have the same id.
    /// - Throws: `MailError.malformed` for an address or a header that would not be one.
    init(_ letter: Letter, from sender: Mailbox, at now: Instant, mark: [UInt8]) throws(MailError) {
        guard letter.subject.isOneLine else { throw .malformed(field: "Subject") }
        let recipient = try Mailbox(name: letter.recipientName, address: letter.recipient, field: "To")
        let headers = [
            "Date: " + Self.date(now),
            HeaderText.mailbox("From", sender),
            HeaderText.mailbox("To", recipient),
            HeaderText.unstructured("Subject", letter.subject),
            "Message-ID: <\(mark.hexadecimal)@\(sender.domain)>",
            // Nobody's absence should answer it (RFC 3834).
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ]
        let text = headers.joined(separator: "\r\n") + "\r\n\r\n" + QuotedPrintable.text(letter.text)
        bytes = Array(text.utf8)
    }

    /// `Mon, 09 Mar 2026 10:00:00 +0000`
    private static func date(_ now: Instant) -> String {
        let parts = now.text.prefix(19).split { !$0.isNumber }.map(String.init)
        // 1970-01-01 was a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][
            Int(now.milliseconds / 86_400_000 % 7)]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let month = months[(Int(parts[1]) ?? 1) - 1]
        return "\(weekday), \(parts[2]) \(month) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) +0000"
    }
}
