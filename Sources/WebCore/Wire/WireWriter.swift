import Bookkeeping

/// Writes values as JSON text into one buffer. A wire table tells it what, in the table's order.
public struct WireWriter {
    public private(set) var bytes: [UInt8] = []
    /// Whether a comma goes before the next member or element.
    private var continues = false

    public init(capacity: Int = 2_048) {
        bytes.reserveCapacity(capacity)
    }

    // MARK: Structure

    public mutating func object(_ members: (inout WireWriter) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    public mutating func list<Elements: Sequence>(
        _ elements: Elements, _ element: (Elements.Element, inout WireWriter) -> Void
    ) {
        open(UInt8(ascii: "["))
        for value in elements { element(value, &self) }
        close(UInt8(ascii: "]"))
    }

    /// The name of the next value, ready made: `"Name":`.
    @inline(__always)
    mutating func key(_ quoted: [UInt8]) {
        if continues { bytes.append(UInt8(ascii: ",")) }
        continues = false
        bytes.append(contentsOf: quoted)
    }

    public mutating func key(_ name: StaticString) {
        key(WireKey(name.description).quoted)
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        continues = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        continues = true
    }

    @inline(__always)
    private mutating func separate() {
        if continues { bytes.append(UInt8(ascii: ",")) }
        continues = true
    }

    // MARK: Values

    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    public mutating func flag(_ value: Bool) {
        separate()
        bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
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
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 10))
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        bytes.append(UInt8(ascii: "0"))
        bytes.append(UInt8(ascii: "0"))
    }

    /// Decimal text that is a JSON number as it stands: `20.0000`.
    public mutating func number(_ decimalText: String) {
        separate()
        bytes.append(contentsOf: decimalText.utf8)
    }

    public mutating func text(_ value: String?) {
        guard var value else { return null() }
        separate()
        bytes.append(UInt8(ascii: "\""))
        value.withUTF8 { append(escaped: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(decimal value: UInt64, negative: Bool) {
        if negative { bytes.append(UInt8(ascii: "-")) }
        var divisor: UInt64 = 1
        while value / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
            divisor /= 10
        }
    }

    private mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: text[start..<index])
            start = index + 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0a: bytes += "\\n".utf8
            case 0x0d: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            default:
                let hex = String(byte, radix: 16)
                bytes += "\\u00\(hex.count == 1 ? "0" : "")\(hex)".utf8
            }
        }
        bytes.append(contentsOf: text[start...])
    }
}

/// A member's name, and the bytes that stand for it in JSON.
struct WireKey: Sendable {
    let quoted: [UInt8]

    init(_ name: String) {
        var writer = WireWriter(capacity: name.utf8.count + 3)
        writer.text(name)
        quoted = writer.bytes + [UInt8(ascii: ":")]
    }
}
