extension CalendarDate {
    /// Reads a date as clients send it.
    ///
    /// `2026-03-09`, `2026/03/09` and `20260309`; with a time as `2026-03-09 12:00:00` or
    /// `2026-03-09T12:00:00.000`; with an offset after the time as `+05:30`, a space before it or not, or in
    /// place of its plus, which is what a plus in a query reads as. The day is the one that is written, since
    /// an offset says whose calendar it is. Only `Z` is no one's calendar: that instant's day in the United
    /// Kingdom counts, so that a British midnight in summer, `2026-06-08T23:00:00Z`, is the ninth.
    ///
    /// - Throws: `BookkeepingError.notADate` for other text and for days and times that don't exist.
    /// - Source: `conventions.md`, "Dates".
    public init(text: String) throws(BookkeepingError) {
        var copy = text
        let date = copy.withUTF8 { bytes in
            var reader = DateReader(bytes: bytes)
            return reader.date()
        }
        guard let date else { throw .notADate(String(text.prefix(50))) }
        self = date
    }

    /// `2026-03-09`: sorts as text in the order of days, which is how it is stored.
    public var text: String {
        let (year, month, day) = (year, month, day)
        let digits = [year / 1_000, year / 100, year / 10, year, month / 10, month, day / 10, day]
        return String(unsafeUninitializedCapacity: 10) { bytes in
            var place = 0
            for (index, digit) in digits.enumerated() {
                if index == 4 || index == 6 {
                    bytes[place] = UInt8(ascii: "-")
                    place += 1
                }
                bytes[place] = UInt8(ascii: "0") + UInt8(digit % 10)
                place += 1
            }
            return place
        }
    }

    /// `09/03/2026`: as people in the United Kingdom write it.
    public var dayText: String { text.split(separator: "-").reversed().joined(separator: "/") }

    /// `2026-03-09 12:00:00`: as the wire has dates, at noon.
    public var wireText: String { text + " 12:00:00" }
}

/// Goes through the bytes of a date once.
private struct DateReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0

    mutating func date() -> CalendarDate? {
        guard let year = number(digits: 4) else { return nil }
        let separator = oneOf("-/")
        guard let month = number(digits: 2), separator == nil || oneOf("-/") == separator,
            let day = number(digits: 2), let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        if isAtEnd { return date }
        guard separator == UInt8(ascii: "-") else { return nil }
        return time(on: date)
    }

    private mutating func time(on date: CalendarDate) -> CalendarDate? {
        guard oneOf(" T") != nil, let hour = number(digits: 2, upTo: 23), oneOf(":") != nil,
            let minute = number(digits: 2, upTo: 59)
        else { return nil }
        if oneOf(":") != nil {
            guard number(digits: 2, upTo: 59) != nil else { return nil }
            if oneOf(".") != nil {
                guard number(digits: 1) != nil else { return nil }
                while number(digits: 1) != nil {}
            }
        }
        if isAtEnd { return date }
        if oneOf("Zz") != nil {
            // Summer time begins and ends on the full hour, so minutes decide nothing finer.
            let minutes = (date.daysSince1970 * 24 + Int64(hour)) * 60 + Int64(minute)
            return isAtEnd ? CalendarDate(inUKAtMilliseconds: minutes * 60_000) : nil
        }
        let isAfterSpace = oneOf(" ") != nil
        guard oneOf("+-") != nil || isAfterSpace, number(digits: 2, upTo: 14) != nil else { return nil }
        _ = oneOf(":")
        guard number(digits: 2, upTo: 59) != nil, isAtEnd else { return nil }
        return date
    }

    private var isAtEnd: Bool { place == bytes.count }

    private mutating func oneOf(_ set: StaticString) -> UInt8? {
        guard place < bytes.count, set.withUTF8Buffer({ $0.contains(bytes[place]) }) else { return nil }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func number(digits: Int, upTo max: Int = 9_999) -> Int? {
        guard place + digits <= bytes.count else { return nil }
        var number = 0
        for index in place..<place + digits {
            guard (48...57).contains(bytes[index]) else { return nil }
            number = number * 10 + Int(bytes[index] - 48)
        }
        guard number <= max else { return nil }
        place += digits
        return number
    }
}
