import CEmbedded

extension EmbeddedFile {
    /// The columns of each line of a tab-separated file, but for the heading's.
    var rows: [[String]] {
        String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
            .split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
