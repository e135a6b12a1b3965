import Bookkeeping
import Store

extension Transaction {
    /// A kind's categories, by their numbers.
    ///
    /// - Throws: `StoreError.damaged` for an icon that there is not.
    public func categories(_ kind: CategoryKind) throws -> [DocumentCategory] {
        try all(selectCategories, kind.rawValue) { row in
            guard let icon = CategoryIcon(id: row.integer(2)) else {
                throw StoreError.damaged("no icon: \(row.integer(2))")
            }
            return DocumentCategory(number: row.integer(0), name: row.text(1), icon: icon)
        }
    }

    /// The categories with the highest number ever given, for writing.
    func categoryList(_ kind: CategoryKind) throws -> CategoryList {
        let highest = try first(selectHighest, kind.rawValue) { $0.integer(0) } ?? 0
        return CategoryList(kind, try categories(kind), highest: highest)
    }
}

private let selectCategories: SQL = "SELECT number, name, icon FROM category WHERE kind = ?1 ORDER BY number"
private let selectHighest: SQL = "SELECT highest FROM category_series WHERE kind = ?1"
