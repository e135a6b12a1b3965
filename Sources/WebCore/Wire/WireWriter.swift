import Bookkeeping

/// Writes values as JSON text into one buffer. A wire table tells it what, in the table's order.
///
/// It owns its memory, since what an answer costs is mostly here: appending is a copy of bytes and nothing more.
public struct WireWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int
    /// Whether a comma goes before the next member or element.
    private var continues = false

    public init(capacity: Int = 2_048) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit {
        start.deallocate()
    }

    /// What was written so far.
    public var bytes: [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }

    private mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        start[count] = byte
        count += 1
    }

    private mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        if capacity - count < length { grow(by: length) }
        (start + count).update(from: bytes, count: length)
        count += length
    }

    private mutating func append(_ literal: StaticString) {
        append(literal.utf8Start, literal.utf8CodeUnitCount)
    }

    private mutating func grow(by length: Int) {
        let larger = max(capacity * 2, count + length)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: start, count: count)
        start.deallocate()
        start = moved
        capacity = larger
    }

    // MARK: Structure

    public mutating func object(_ members: (inout WireWriter) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    @inlinable
    public mutating func list<Elements: Sequence>(
        _ elements: Elements, _ element: (Elements.Element, inout WireWriter) -> Void
    ) {
        open(UInt8(ascii: "["))
        for value in elements { element(value, &self) }
        close(UInt8(ascii: "]"))
    }

    /// The name of the next value.
    @usableFromInline
    mutating func key(_ key: WireKey) {
        let skipped = continues ? 0 : 1
        continues = false
        append(key.start + skipped, key.count - skipped)
    }

    public mutating func key(_ name: StaticString) {
        if continues { append(UInt8(ascii: ",")) }
        continues = false
        append(UInt8(ascii: "\""))
        append(name)
        append("\":")
    }

    /// A name that is known only when it is written.
    public mutating func key(named name: String) {
        text(name)
        append(UInt8(ascii: ":"))
        continues = false
    }

    @usableFromInline
    mutating func open(_ bracket: UInt8) {
        separate()
        append(bracket)
        continues = false
    }

    @usableFromInline
    mutating func close(_ bracket: UInt8) {
        append(bracket)
        continues = true
    }

    @inline(__always)
    private mutating func separate() {
        if continues { append(UInt8(ascii: ",")) }
        continues = true
    }

    // MARK: Values

    public mutating func null() {
        separate()
        append("null")
    }

    public mutating func flag(_ value: Bool) {
        separate()
        if value { append("true") } else { append("false") }
    }

    public mutating func integer(_ value: Int64?) {
        guard let value else { return null() }
        separate()
        append(decimal: value.magnitude, negative: value < 0)
    }

    /// Money with the wire's four decimals: `100.0000`.
    public mutating func money(_ value: Money) {
        separate()
        let (whole, rest) = value.minorUnits.magnitude.quotientAndRemainder(dividingBy: 100)
        append(decimal: whole, negative: value.minorUnits < 0)
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        append(UInt8(ascii: "0"))
        append(UInt8(ascii: "0"))
    }

    /// Decimal text that is a JSON number as it stands: `20.0000`.
    public mutating func number(_ decimalText: String) {
        separate()
        var decimalText = decimalText
        decimalText.withUTF8 { append($0) }
    }

    public mutating func text(_ value: String?) {
        guard var value else { return null() }
        separate()
        append(UInt8(ascii: "\""))
        value.withUTF8 { append(escaped: $0) }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(decimal value: UInt64, negative: Bool) {
        if negative { append(UInt8(ascii: "-")) }
        var divisor: UInt64 = 1
        while value / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
            divisor /= 10
        }
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if let first = text.baseAddress { append(first, text.count) }
    }

    private mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            append(UnsafeBufferPointer(rebasing: text[start..<index]))
            start = index + 1
            append(UInt8(ascii: "\\"))
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
            case 0x0a: append(UInt8(ascii: "n"))
            case 0x0d: append(UInt8(ascii: "r"))
            case 0x09: append(UInt8(ascii: "t"))
            default:
                append("u00")
                append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
                append(
                    byte & 15 < 10 ? UInt8(ascii: "0") + (byte & 15) : UInt8(ascii: "a") + (byte & 15) - 10)
            }
        }
        append(UnsafeBufferPointer(rebasing: text[start...]))
    }
}

/// The bytes that stand for a member's name in JSON: `,"Name":`. Made once for each field, and kept for good.
@usableFromInline
struct WireKey: @unchecked Sendable {
    // Sendable: nothing writes to the bytes after they are made, and nothing frees them.
    let start: UnsafePointer<UInt8>
    let count: Int

    init(_ name: String) {
        var writer = WireWriter(capacity: name.utf8.count + 4)
        writer.text(name)
        let quoted = [UInt8(ascii: ",")] + writer.bytes + [UInt8(ascii: ":")]
        let kept = UnsafeMutablePointer<UInt8>.allocate(capacity: quoted.count)
        kept.initialize(from: quoted, count: quoted.count)
        start = UnsafePointer(kept)
        count = quoted.count
    }
}
