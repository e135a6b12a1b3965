import Bookkeeping
import WebCore

/// What reading decimals promises: exact to the one rounding, read again as written, refused in two ways alone; and
/// that sums and VAT are right to the penny or refused.
enum DecimalPromises {
    static func check(_ bytes: [UInt8]) throws {
        // Two texts, so that a second number is there for what takes two.
        let parts = bytes.split(separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
        let texts = parts.map { String(decoding: $0, as: UTF8.self) }
        let first = try money(texts[0])
        let rate = try percentage(texts.count > 1 ? texts[1] : texts[0])
        try exact(texts[0], .fourDecimals)
        try exact(texts[0], .sixDecimals)
        if let first, let rate { try arithmetic(first, rate) }
    }

    private static func money(_ text: String) throws -> Money? {
        let expected = PlainDecimal(text)
        guard
            let money = try read(
                text, expected?.count(decimals: 2), isNumber: expected != nil,
                {
                    text throws(BookkeepingError) in try Money(decimalText: text)
                })
        else { return nil }
        try promise(money.minorUnits == expected?.count(decimals: 2), "read \(money.decimalText) in \(text)")
        try promise((try? Money(decimalText: money.decimalText)) == money, "does not read its own text")
        try promise((try? Money(decimalText: money.wireText)) == money, "does not read its text on the wire")
        var writer = WireWriter(capacity: 64)
        writer.money(money)
        let written = String(decoding: writer.bytes, as: UTF8.self)
        try promise(written == money.wireText, "writes \(written) for \(money.wireText)")
        return money
    }

    private static func percentage(_ text: String) throws -> Percentage? {
        let expected = PlainDecimal(text)
        guard
            let rate = try read(
                text, expected?.count(decimals: 4), isNumber: expected != nil,
                {
                    text throws(BookkeepingError) in try Percentage(decimalText: text)
                })
        else { return nil }
        try promise(
            rate.tenThousandths == expected?.count(decimals: 4), "read \(rate.decimalText) in \(text)")
        try promise((try? Percentage(decimalText: rate.decimalText)) == rate, "does not read its own text")
        return rate
    }

    private static func exact(_ text: String, _ fineness: ExactDecimal.Fineness) throws {
        let expected = PlainDecimal(text)
        let count = expected?.count(decimals: fineness.rawValue)
        let scale: Int64 = fineness == .fourDecimals ? 100 : 1
        let millionths = count.map { $0.multipliedReportingOverflow(by: scale) }
        let fitting = millionths.flatMap { $0.overflow ? nil : $0.partialValue }
        guard
            let decimal = try read(
                text, fitting, isNumber: expected != nil,
                {
                    text throws(BookkeepingError) in try ExactDecimal(decimalText: text, fineness)
                })
        else { return }
        try promise(decimal.millionths == fitting, "read \(decimal.decimalText) in \(text)")
        let again = try? ExactDecimal(decimalText: decimal.decimalText, .sixDecimals)
        try promise(again == decimal, "does not read its own text")
    }

    /// Nil when it was refused, for the reason there is.
    private static func read<Value>(
        _ text: String, _ expected: Int64?, isNumber: Bool,
        _ make: (String) throws(BookkeepingError) -> Value
    ) throws -> Value? {
        switch Result(catching: { () throws(BookkeepingError) in try make(text) }) {
        case .success(let value):
            try promise(expected != nil, "took \(text.debugDescription)")
            return value
        case .failure(.notADecimal): try promise(!isNumber, "called \(text.debugDescription) no number")
        case .failure(.amountOutOfRange): try promise(isNumber && expected == nil, "called \(text) too large")
        case .failure(let error): throw BrokenPromise("refused with \(error)")
        }
        return nil
    }

    private static func arithmetic(_ money: Money, _ rate: Percentage) throws {
        let product = Int128(money.minorUnits) * Int128(rate.tenThousandths)
        let (whole, rest) = product.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        let rounded = Int128(whole) + (rest >= 500_000 ? 1 : 0)
        let vat = try? rate.vat(on: money)
        let expected = product < 0 ? -rounded : rounded
        // The one amount without an opposite is refused with all that are larger.
        if expected != Int128(Int64.min) {
            try promise(
                vat?.minorUnits == Int64(exactly: expected), "\(rate.decimalText) % of \(money.decimalText)")
        }

        let other = Money(minorUnits: rate.tenThousandths)
        let sum = money.minorUnits.addingReportingOverflow(other.minorUnits)
        try promise(
            (try? money + other)?.minorUnits == (sum.overflow ? nil : sum.partialValue), "a wrong sum")
        let difference = money.minorUnits.subtractingReportingOverflow(other.minorUnits)
        try promise(
            (try? money - other)?.minorUnits == (difference.overflow ? nil : difference.partialValue),
            "a wrong difference")
    }
}
