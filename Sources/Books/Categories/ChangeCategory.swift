import Bookkeeping
import Store

extension Book {
    /// Changes one category; what is nil stays as it is.
    ///
    /// - Returns: the category.
    /// - Throws: `BookkeepingError.categoryUnknown`, `.categoryTaken`, `.invalid`; then nothing was written.
    public func changeCategory(
        _ kind: CategoryKind, _ number: Int64, name: String?, iconID: Int64?
    ) async throws -> DocumentCategory {
        try await store.write { transaction in
            var list = try transaction.categoryList(kind)
            guard let old = list.categories.first(where: { $0.number == number }) else {
                throw BookkeepingError.categoryUnknown(String(number))
            }
            let draft = CategoryDraft(number: number, name: name ?? old.name, iconID: iconID ?? old.icon.id)
            let changed = try list.change(CheckedCategories([draft]))
            guard let category = changed.first else { throw BookkeepingError.categoryUnknown(String(number)) }
            try transaction.run(updateOne, kind.rawValue, number, category.name, category.icon.id)
            return category
        }
    }
}

private let updateOne: SQL = "UPDATE category SET name = ?3, icon = ?4 WHERE kind = ?1 AND number = ?2"
