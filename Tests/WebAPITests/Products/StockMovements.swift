import Bookkeeping
import Books
import Store

extension SignedInServer {
    /// Every movement in its order, as `invoice 1 -6.0000`.
    func stockMovements() async throws -> [String] {
        try await server.services.bookshelf.withBook(server.business) { book in
            try await book.store.read { transaction in
                try transaction.all("SELECT kind, document, quantity FROM stock_movement ORDER BY id") {
                    row in
                    let document = row.optionalInteger(1).map { " \($0)" } ?? ""
                    return "\(row.text(0))\(document) \(ExactDecimal(millionths: row.integer(2)).decimalText)"
                }
            }
        }
    }
}
