import Bookkeeping

extension Book {
    /// Puts what was sent in the place of a customer's details. What was left out has its default then; a
    /// code left out stays.
    ///
    /// - Parameter code: the code the customer has now.
    /// - Returns: the customer, and whether it lives under another code now. Upper and lower case alone make no
    ///   other code.
    /// - Throws: `BookkeepingError.partyUnknown`, `.partyCodeTaken`, `.invalid` for a contact that is not the
    ///   customer's and a source or currency that is not there; then nothing was written.
    public func change(
        _ code: String, to draft: CheckedCustomerDraft
    ) async throws -> (customer: Customer, isRenamed: Bool) {
        let (customer, isRenamed) = try await changeParty(code, to: draft)
        return (customer, isRenamed)
    }
}
