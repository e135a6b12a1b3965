import Store
import Surroundings

extension Row {
    /// - Throws: `StoreError.damaged` when the column holds no instant: a door that can't read its clock
    ///   stays shut.
    func instant(_ column: Int) throws -> Instant {
        guard let instant = Instant(text: text(column)) else { throw StoreError.damaged("not an instant") }
        return instant
    }

    func optionalInstant(_ column: Int) throws -> Instant? {
        isNull(column) ? nil : try instant(column)
    }

    /// - Throws: `StoreError.damaged` when the column holds no hash.
    func tokenHash(_ column: Int) throws -> TokenHash {
        guard let hash = TokenHash(hex: text(column)) else { throw StoreError.damaged("not a token's hash") }
        return hash
    }
}
