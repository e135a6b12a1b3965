import CEmbedded

/// The lists of what people choose too often (FD-12, FD-14), searched where they lie in the program: no table is
/// built, so they cost no memory and no time at start. Their sources are named in `CEmbedded/files/SOURCES.md`.
enum CommonList: CaseIterable {
    /// 11,611 passwords of 8 characters or more, from public breaches.
    case passwords
    /// 29,769 English words and names of 8 to 20 letters and digits that are not among the passwords.
    case words

    /// Whether `text`, lower-cased, stands on the list.
    func contains(_ text: String) -> Bool {
        var wanted = text.composed.lowercased()
        return wanted.withUTF8 { wanted in
            withLines { search(for: wanted, in: $0) }
        }
    }

    /// The whole file: sorted by bytes, each line ended.
    func withLines<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        let file =
            switch self {
            case .passwords: daybook_common_passwords()
            case .words: daybook_common_words()
            }
        return body(UnsafeBufferPointer(start: file.start, count: file.length))
    }

    private func search(
        for wanted: UnsafeBufferPointer<UInt8>, in lines: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        // Both bounds stand at the beginning of a line, or at the end of the file.
        var (low, high) = (0, lines.count)
        while low < high {
            var start = low + (high - low) / 2
            while start > low, lines[start - 1] != newline { start -= 1 }
            var end = start
            while end < high, lines[end] != newline { end += 1 }
            let line = UnsafeBufferPointer(rebasing: lines[start..<end])
            if line.elementsEqual(wanted) { return true }
            if line.lexicographicallyPrecedes(wanted) {
                low = end + 1
            } else {
                high = start
            }
        }
        return false
    }
}

private let newline = UInt8(ascii: "\n")
