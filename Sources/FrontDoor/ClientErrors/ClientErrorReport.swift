extension FrontDoor {
    /// What a client tells of an error in its screens, made fit for one line of the log: tokens masked, what could
    /// forge a line or steer a terminal made visible, cut to 4 KiB.
    ///
    /// Nothing is kept. The text is whatever the client sent: it says nothing of this server's own state.
    ///
    /// - Returns: nil when the session has told its five of the last minute: what one broken screen repeats must
    ///   not fill the disk.
    public func clientErrorReport(_ text: String, from caller: Caller) -> String? {
        let (session, uptime) = (caller.sessionHash, clock.uptime())
        do {
            try clientErrors.requireOpen(session, at: uptime)
        } catch {
            return nil
        }
        clientErrors.note(failureFrom: session, at: uptime)
        // No character takes less than a byte, so that what is beyond could not be shown.
        let shown = printable(text.withTokensMasked, max: ClientErrorReport.bytesMax)
        return shown.prefix(bytes: ClientErrorReport.bytesMax)
    }
}

/// The bounds of what is logged of clients' errors.
enum ClientErrorReport {
    static let bytesMax = 4_096
    /// Reports of one session within `window`.
    static let most = 5
    static let window: Duration = .seconds(60)
}

extension String {
    /// Whatever looks like a token, with its hyphens or without, replaced (FD-23).
    var withTokensMasked: String {
        let bytes = Array(utf8)
        var masked: [UInt8] = []
        masked.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if let end = endOfToken(in: bytes, from: place) {
                masked += "(masked)".utf8
                place = end
            } else {
                masked.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: masked, as: UTF8.self)
    }

    /// As many characters as fit into so many bytes.
    fileprivate func prefix(bytes most: Int) -> String {
        guard utf8.count > most else { return self }
        var kept = String.UnicodeScalarView()
        var count = 0
        for scalar in unicodeScalars {
            count += UTF8.width(scalar)
            guard count <= most else { break }
            kept.append(scalar)
        }
        return String(kept)
    }
}

/// Where 8-4-4-4-12 hexadecimal digits that begin at `start` end; nil when they don't.
private func endOfToken(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    for (group, digits) in [8, 4, 4, 4, 12].enumerated() {
        if group > 0, place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
        guard place + digits <= bytes.count, bytes[place..<place + digits].allSatisfy(isHexadecimal) else {
            return nil
        }
        place += digits
    }
    return place
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
    default: false
    }
}
