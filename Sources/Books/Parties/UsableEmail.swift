import Bookkeeping
import Store

extension Book {
    /// Those of the codes whose customer or supplier has an e-mail address that mail could be sent to, in the order
    /// sent. Unknown ones are left out.
    public func withUsableEmail(_ codes: [String], of party: Party) async throws -> [String] {
        let codes = codes.uniqueCodes
        return try await store.read { transaction in
            let found = try transaction.picked(codes, of: party, "code, email") {
                (code: $0.text(), email: $0.optionalText())
            }
            return found.compactMap { $0?.email?.isUsableEmailAddress == true ? $0?.code : nil }
        }
    }
}
