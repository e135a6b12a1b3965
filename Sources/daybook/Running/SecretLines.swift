import Foundation

/// Lines of standard input that are never shown: a password, then a memorable word.
enum SecretLines {
    private static let charactersMax = 1_024

    /// One line for each prompt, as far as there are; prompts and hides only at a terminal.
    static func read(_ prompts: [String]) throws -> [String] {
        guard !prompts.isEmpty else { return [] }
        guard isatty(STDIN_FILENO) == 1 else { return try lines(prompts.count) { _ in } }
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) }
        return try lines(prompts.count) { index in
            try? FileHandle.standardError.write(contentsOf: Data((index > 0 ? "\n" : "").utf8))
            if index < prompts.count {
                try? FileHandle.standardError.write(contentsOf: Data("\(prompts[index]): ".utf8))
            }
        }
    }

    private static func lines(_ count: Int, _ before: (Int) -> Void) throws -> [String] {
        var lines: [String] = []
        for index in 0..<count {
            before(index)
            guard let line = readLine() else { break }
            guard line.count <= charactersMax else { throw Refusal("A line of standard input is too long.") }
            // What stands in for bytes that are no text: nobody could sign in with such a password.
            guard !line.unicodeScalars.contains("\u{FFFD}") else {
                throw Refusal("Standard input must be UTF-8 text.")
            }
            lines.append(line.hasSuffix("\r") ? String(line.dropLast()) : line)
        }
        before(count)
        return lines
    }
}
