import Bookkeeping
import Store

/// A family of settings that is kept as rows of `book_setting`.
public protocol SettingFamily: Sendable, Hashable {
    /// What is set, with the defaults for what is not.
    init(_ kept: BookSettings)
    /// Every one of them by its name.
    var rows: [(BookSetting, any SettingValue)] { get }
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    func check() throws(BookkeepingError)
}

/// A value as the table keeps it.
public protocol SettingValue {
    /// Nil for the default.
    var settingText: String? { get }
}

extension Bool: SettingValue {
    public var settingText: String? { self ? "1" : "0" }
}

extension Int64: SettingValue {
    public var settingText: String? { String(self) }
}

extension String: SettingValue {
    public var settingText: String? { self }
}

extension Percentage: SettingValue {
    public var settingText: String? { String(tenThousandths) }
}

extension CalendarDate: SettingValue {
    public var settingText: String? { text }
}

/// Ids.
extension Set: SettingValue where Element == Int64 {
    public var settingText: String? { isEmpty ? nil : sorted().map(String.init).joined(separator: ",") }
}

extension Optional: SettingValue where Wrapped: SettingValue {
    public var settingText: String? { flatMap(\.settingText) }
}

extension Transaction {
    /// A family as it is set.
    public func settings<Family: SettingFamily>(_: Family.Type = Family.self) throws -> Family {
        Family(try bookSettings())
    }

    /// Writes those of a family that are not what they were.
    func save<Family: SettingFamily>(_ new: Family, over old: Family) throws {
        for (row, was) in zip(new.rows, old.rows) where row.1.settingText != was.1.settingText {
            try set(row.0, to: row.1.settingText)
        }
    }
}

extension Book {
    /// Changes what was sent of a family and keeps the rest.
    ///
    /// - Parameter require: asks of the book what the family alone can't tell.
    /// - Throws: `BookkeepingError.invalid`; what `require` throws; then nothing was written.
    func change<Family: SettingFamily>(
        _ sent: SettingsChange<Family>,
        require: @escaping @Sendable (any Transaction, _ old: Family, _ new: Family) throws -> Void = {
            _, _, _ in
        }
    ) async throws -> Family {
        try await store.write { transaction in
            let old: Family = try transaction.settings()
            let new = sent.applied(to: old)
            try new.check()
            try require(transaction, old, new)
            try transaction.save(new, over: old)
            return new
        }
    }
}
