import Bookkeeping
import Store

extension Book {
    /// Adds all of the categories, or none.
    ///
    /// - Returns: every category of the kind, by number.
    /// - Throws: `BookkeepingError.categoryTaken`; then nothing was written.
    public func addCategories(_ kind: CategoryKind, _ sent: CheckedCategories) async throws
        -> [DocumentCategory]
    {
        try await store.write { transaction in
            var list = try transaction.categoryList(kind)
            for category in try list.add(sent) {
                try transaction.run(
                    insertCategory, kind.rawValue, category.number, category.name, category.icon.id)
            }
            if try transaction.run(raiseHighest, kind.rawValue, list.highest) == 0 {
                try transaction.run(insertHighest, kind.rawValue, list.highest)
            }
            return list.categories
        }
    }

    /// Changes all of the categories that are named by their numbers, or none. The others stay.
    ///
    /// - Returns: every category of the kind, by number.
    /// - Throws: `BookkeepingError.invalid` for numbers that no category has, `.categoryTaken`; then nothing was
    ///   written.
    public func changeCategories(_ kind: CategoryKind, _ sent: CheckedCategories) async throws
        -> [DocumentCategory]
    {
        try await store.write { transaction in
            var list = try transaction.categoryList(kind)
            for category in try list.change(sent) {
                try transaction.run(
                    updateCategory, kind.rawValue, category.number, category.name, category.icon.id)
            }
            return list.categories
        }
    }

    /// Deletes one category; its quotes are in none then, and settings name it no more. Its number is never given again.
    ///
    /// - Throws: `BookkeepingError.categoryUnknown`.
    public func deleteCategory(_ kind: CategoryKind, _ number: Int64) async throws {
        try await store.write { transaction in
            guard try transaction.run(deleteOne, kind.rawValue, number) == 1 else {
                throw BookkeepingError.categoryUnknown(String(number))
            }
            guard kind == .quote else { return }
            try transaction.forgetQuoteCategory(number)
            try transaction.run("UPDATE quote SET category = NULL WHERE category = ?1", number)
        }
    }
}

private let insertCategory: SQL = "INSERT INTO category (kind, number, name, icon) VALUES (?1, ?2, ?3, ?4)"
private let updateCategory: SQL = "UPDATE category SET name = ?3, icon = ?4 WHERE kind = ?1 AND number = ?2"
private let deleteOne: SQL = "DELETE FROM category WHERE kind = ?1 AND number = ?2"
private let raiseHighest: SQL = "UPDATE category_series SET highest = ?2 WHERE kind = ?1"
private let insertHighest: SQL = "INSERT INTO category_series (kind, highest) VALUES (?1, ?2)"
