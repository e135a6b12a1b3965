import Bookkeeping

extension WireField {
    /// A whole number that may be unset.
    @inlinable
    public static func optionalInteger(
        _ name: String, in range: ClosedRange<Int64> = Bounds.number, _ meaning: String,
        get: (@Sendable (Owner) -> Int64?)?, set: (@Sendable (inout Owner, Int64?) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .optional(.integer(min: range.lowerBound, max: range.upperBound)),
            write: get.map { get -> Write in { $1.integer(get($0)) } },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard let number = SentNumber.whole(value, in: range, &problems, path) else {
                        return
                    }
                    set(&owner, number)
                }
            })
    }

    /// A whole number: an id, a count, days.
    @inlinable
    public static func integer(
        _ name: String, in range: ClosedRange<Int64> = Bounds.number, _ meaning: String,
        get: (@Sendable (Owner) -> Int64)?, set: (@Sendable (inout Owner, Int64) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .integer(min: range.lowerBound, max: range.upperBound),
            write: get.map { get -> Write in { $1.integer(get($0)) } },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard let number = SentNumber.whole(value, in: range, &problems, path) else {
                        return
                    }
                    set(&owner, number)
                }
            })
    }

    /// Whole numbers, at most as many as `max`.
    public static func integers(
        _ name: String, in range: ClosedRange<Int64>, max: Int, _ meaning: String,
        get: @escaping @Sendable (Owner) -> [Int64], set: @escaping @Sendable (inout Owner, [Int64]) -> Void
    ) -> WireField {
        WireField(
            name, meaning, .list(.integer(min: range.lowerBound, max: range.upperBound), max: max),
            write: { owner, writer in writer.list(get(owner)) { $1.integer($0) } },
            read: { owner, value, problems, path in
                guard case .list(let values) = value else {
                    return problems.note(path, "has the wrong type.")
                }
                guard values.count <= max else { return problems.note(path, .tooManyEntries(max: max)) }
                var numbers: [Int64] = []
                for (index, value) in values.enumerated() {
                    if let number = SentNumber.whole(value, in: range, &problems, "\(path)[\(index)]") {
                        numbers.append(number)
                    }
                }
                set(&owner, numbers)
            })
    }

    /// Yes or no; 0 and 1, as old samples have them, are read too.
    @inlinable
    public static func flag(
        _ name: String, _ meaning: String, get: (@Sendable (Owner) -> Bool)?,
        set: (@Sendable (inout Owner, Bool) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .flag, write: get.map { get -> Write in { $1.flag(get($0)) } },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    switch value {
                    case .flag(let flag): set(&owner, flag)
                    case .number("1"), .text("1"): set(&owner, true)
                    case .number("0"), .text("0"): set(&owner, false)
                    default: problems.note(path, "has the wrong type.")
                    }
                }
            })
    }

    /// Money, with four decimals on the wire.
    @inlinable
    public static func amount(
        _ name: String, _ meaning: String, get: (@Sendable (Owner) -> Money)?,
        set: (@Sendable (inout Owner, Money) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .number(min: nil, max: nil),
            write: get.map { get -> Write in { $1.money(get($0)) } },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard case .number(let text) = value else {
                        return problems.note(path, "has the wrong type.")
                    }
                    guard let money = try? Money(decimalText: text) else {
                        return problems.note(path, "is out of range.")
                    }
                    set(&owner, money)
                }
            })
    }
}

/// Whole numbers that come in, in any form of JSON number: `12`, `12.0`, `1.2e1`.
@usableFromInline
enum SentNumber {
    @usableFromInline
    static func whole(
        _ value: WireValue, in range: ClosedRange<Int64>, _ problems: inout WireProblems, _ path: String
    ) -> Int64? {
        guard case .number(let text) = value else {
            problems.note(path, "has the wrong type.")
            return nil
        }
        guard let number = whole(text), range.contains(number) else {
            problems.note(path, .notWhole(range))
            return nil
        }
        return number
    }

    /// The integer that the JSON number `text` is exactly, or nil.
    @usableFromInline
    static func whole(_ text: String) -> Int64? {
        if let plain = Int64(text) { return plain }
        let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let exponent = parts.count == 2 ? Int(parts[1]) : 0,
            (-400...400).contains(exponent)
        else { return nil }
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let fraction = mantissa.count == 2 ? String(mantissa[1]) : ""
        var digits = String(mantissa[0]) + fraction
        let shift = exponent - fraction.count
        if shift >= 0 {
            digits += String(repeating: "0", count: shift)
        } else {
            guard digits.suffix(-shift).allSatisfy({ $0 == "0" }) else { return nil }
            digits.removeLast(Swift.min(-shift, digits.count))
        }
        return digits.isEmpty || digits == "-" ? 0 : Int64(digits)
    }
}
