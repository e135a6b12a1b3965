extension SourceFile {
    /// The text without its comments, each line where it was; strings are kept.
    ///
    /// A string inside an interpolation comes out as two strings and code between them, which is even and so does
    /// no harm here.
    var code: String {
        var stripper = CommentStripper(text)
        return stripper.stripped()
    }
}

private struct CommentStripper {
    private let bytes: [UInt8]
    private var place = 0
    private var kept: [UInt8] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func stripped() -> String {
        while place < bytes.count {
            if follows("//") {
                skipLine()
            } else if follows("/*") {
                skipBlock()
            } else if let end = stringEnd() {
                keepString(until: end)
            } else {
                keep(1)
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private func follows(_ text: String) -> Bool {
        bytes[place...].starts(with: text.utf8)
    }

    private mutating func keep(_ count: Int) {
        let end = min(place + count, bytes.count)
        kept += bytes[place..<end]
        place = end
    }

    private mutating func skipLine() {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
            place += 1
        }
    }

    /// Block comments nest in Swift.
    private mutating func skipBlock() {
        var depth = 0
        repeat {
            if follows("/*") {
                depth += 1
                place += 2
            } else if follows("*/") {
                depth -= 1
                place += 2
            } else {
                if bytes[place] == UInt8(ascii: "\n") { kept.append(bytes[place]) }
                place += 1
            }
        } while depth > 0 && place < bytes.count
    }

    /// What closes the string that opens here: `"`, `"""`, with as many `#` as it opened with.
    private func stringEnd() -> String? {
        let hashes = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
        let opening = bytes[(place + hashes)...]
        let marks = String(repeating: "#", count: hashes)
        if opening.starts(with: #"""""#.utf8) { return #"""""# + marks }
        if opening.starts(with: #"""#.utf8) { return #"""# + marks }
        return nil
    }

    private mutating func keepString(until end: String) {
        let hashes = end.utf8.count { $0 == UInt8(ascii: "#") }
        let isOneLine = end.utf8.count == hashes + 1
        let escape = #"\"# + String(repeating: "#", count: hashes)
        keep(end.utf8.count)
        while place < bytes.count, !follows(end) {
            if isOneLine, bytes[place] == UInt8(ascii: "\n") { return }
            keep(follows(escape) ? escape.utf8.count + 1 : 1)
        }
        keep(end.utf8.count)
    }
}
