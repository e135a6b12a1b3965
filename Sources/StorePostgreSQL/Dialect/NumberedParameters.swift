/// `?1` as PostgreSQL writes it: `$1`. What stands in literals, quoted names and comments stays as it is.
///
/// `ON CONFLICT (…)` with columns is written for a book's tables alone, where `business` leads every key.
struct NumberedParameters {
    let text: String
    /// The highest number there is: how many have to be given.
    let count: Int

    init(_ questioned: String) {
        var written: [UInt8] = []
        written.reserveCapacity(questioned.utf8.count)
        var scanner = SQLScanner(questioned)
        var number: Int?
        var highest = 0
        while let piece = scanner.next() {
            switch piece {
            case .code(UInt8(ascii: "?")):
                number = 0
                written.append(UInt8(ascii: "$"))
            case .code(let byte):
                if let digits = number, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                    number = digits * 10 + Int(byte - UInt8(ascii: "0"))
                } else {
                    highest = max(highest, number ?? 0)
                    number = nil
                }
                written.append(byte)
            case .verbatim(let bytes):
                written += bytes
            }
        }
        text = String(decoding: written, as: UTF8.self)
            .replacing("ON CONFLICT (", with: "ON CONFLICT (business, ")
        count = max(highest, number ?? 0)
    }
}

/// Goes through a statement, telling its code from what only looks like it.
struct SQLScanner {
    enum Piece {
        case code(UInt8)
        /// A literal, a quoted name or a comment, whole.
        case verbatim(ArraySlice<UInt8>)
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func next() -> Piece? {
        guard place < bytes.count else { return nil }
        let start = place
        switch bytes[place] {
        case UInt8(ascii: "'"): skip(pastQuote: UInt8(ascii: "'"))
        case UInt8(ascii: "\""): skip(pastQuote: UInt8(ascii: "\""))
        case UInt8(ascii: "-") where byte(at: place + 1) == UInt8(ascii: "-"): skipLine()
        case UInt8(ascii: "/") where byte(at: place + 1) == UInt8(ascii: "*"): skipComment()
        default:
            place += 1
            return .code(bytes[start])
        }
        return .verbatim(bytes[start..<place])
    }

    private func byte(at index: Int) -> UInt8? {
        index < bytes.count ? bytes[index] : nil
    }

    /// A doubled quote is two literals side by side, which comes to the same.
    private mutating func skip(pastQuote quote: UInt8) {
        place += 1
        while place < bytes.count, bytes[place] != quote { place += 1 }
        place = min(place + 1, bytes.count)
    }

    private mutating func skipLine() {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    }

    private mutating func skipComment() {
        place += 2
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "*"), byte(at: place + 1) == UInt8(ascii: "/") {
                place += 2
                return
            }
            place += 1
        }
    }
}
