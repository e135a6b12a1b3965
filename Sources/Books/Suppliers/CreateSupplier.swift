import Bookkeeping

extension Book {
    /// Adds a supplier. A code that was not sent is made from the name, inside the transaction, so that no
    /// two get the same. Ids of contacts are given by the book, whatever was sent.
    ///
    /// - Throws: `BookkeepingError.partyCodeTaken`, `.invalid` for a currency that is not there; then nothing was
    ///   written.
    public func create(_ draft: CheckedSupplierDraft) async throws -> Supplier {
        try await createParty(draft)
    }

    /// Adds suppliers in their order, all or none, as `create` adds one. For what is brought in by the hundred: one
    /// transaction, one fsync and one change of the list's total.
    ///
    /// - Returns: their codes, in the same order.
    @discardableResult
    public func create(_ drafts: [CheckedSupplierDraft]) async throws -> [PartyCode] {
        try await createParties(drafts)
    }
}
