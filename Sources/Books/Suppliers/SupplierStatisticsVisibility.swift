import Bookkeeping
import Store

/// Where a client can show the suppliers' statistics, by its word in paths.
public enum SupplierStatisticsPlace: String, CaseIterable, Sendable {
    case transactions
    case dashboard
}

extension Book {
    /// Keeps whether the suppliers' statistics are to be shown there, for everyone in the business.
    public func showSupplierStatistics(_ place: SupplierStatisticsPlace, _ isVisible: Bool) async throws {
        try await store.write { transaction in
            if try transaction.run(updateVisible, place.rawValue, isVisible) == 0 {
                try transaction.run(insertVisible, place.rawValue, isVisible)
            }
        }
    }
}

extension Transaction {
    /// Whether the business wants the suppliers' statistics shown there: yes, until it says no.
    public func showsSupplierStatistics(_ place: SupplierStatisticsPlace) throws -> Bool {
        try first(selectVisible, place.rawValue) { $0.flag(0) } ?? true
    }
}

private let selectVisible: SQL = "SELECT is_visible FROM supplier_statistics WHERE place = ?1"
private let updateVisible: SQL = "UPDATE supplier_statistics SET is_visible = ?2 WHERE place = ?1"
private let insertVisible: SQL = "INSERT INTO supplier_statistics (place, is_visible) VALUES (?1, ?2)"
