extension String {
    /// Whether mail could be sent there: one `@` with something before it, a domain with a dot after it, no
    /// blanks.
    ///
    /// Deliberately loose: only sending tells whether an address is real.
    public var isUsableEmailAddress: Bool {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, utf8.count <= 254 else { return false }
        guard !contains(where: { $0.isWhitespace || ",;<>\"()".contains($0) }) else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
    }
}
