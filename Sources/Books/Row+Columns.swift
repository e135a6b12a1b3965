import Bookkeeping
import Store

/// Reads the columns of a row one after another, so that a list of columns and its reading stand in one
/// order.
struct Columns {
    private let row: any Row
    private var next = 0

    /// - Parameter column: the first to read.
    init(_ row: any Row, from column: Int = 0) {
        self.row = row
        next = column
    }

    private mutating func take() -> Int {
        defer { next += 1 }
        return next
    }

    mutating func integer() -> Int64 { row.integer(take()) }
    mutating func optionalInteger() -> Int64? { row.optionalInteger(take()) }
    mutating func text() -> String { row.text(take()) }
    mutating func optionalText() -> String? { row.optionalText(take()) }
    mutating func flag() -> Bool { row.flag(take()) }
    mutating func bytes() -> [UInt8] { row.blob(take()) }
    mutating func money() -> Money { Money(minorUnits: integer()) }
    mutating func optionalMoney() -> Money? { optionalInteger().map(Money.init(minorUnits:)) }
    mutating func optionalPercentage() -> Percentage? {
        optionalInteger().map(Percentage.init(tenThousandths:))
    }

    /// - Throws: `StoreError.damaged`: what was written can't be read as a date.
    mutating func date() throws(StoreError) -> CalendarDate {
        let text = text()
        do {
            return try CalendarDate(text: text)
        } catch {
            throw .damaged("no date: \(text)")
        }
    }

    /// - Throws: `StoreError.damaged`: what was written can't be read as a date.
    mutating func optionalDate() throws(StoreError) -> CalendarDate? {
        guard let text = optionalText() else { return nil }
        do {
            return try CalendarDate(text: text)
        } catch {
            throw .damaged("no date: \(text)")
        }
    }

    /// A value of an enumeration by its raw value.
    /// - Throws: `StoreError.damaged`: no case is called that.
    mutating func name<Name: RawRepresentable<String>>(_ type: Name.Type = Name.self) throws(StoreError)
        -> Name
    {
        let text = text()
        guard let name = Name(rawValue: text) else { throw .damaged("no \(type): \(text)") }
        return name
    }
}
