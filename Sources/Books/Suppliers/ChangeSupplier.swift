import Bookkeeping

extension Book {
    /// Puts what was sent in the place of a supplier's details. What was left out has its default then; a
    /// code left out stays.
    ///
    /// - Parameter code: the code the supplier has now.
    /// - Returns: the supplier, and whether it lives under another code now. Upper and lower case alone make no
    ///   other code.
    /// - Throws: `BookkeepingError.partyUnknown`, `.partyCodeTaken`, `.invalid` for a contact that is not the
    ///   supplier's and a currency that is not there; then nothing was written.
    public func change(
        _ code: String, to draft: CheckedSupplierDraft
    ) async throws -> (supplier: Supplier, isRenamed: Bool) {
        let (supplier, isRenamed) = try await changeParty(code, to: draft)
        return (supplier, isRenamed)
    }
}
