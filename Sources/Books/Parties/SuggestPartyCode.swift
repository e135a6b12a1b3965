import Bookkeeping

extension Book {
    /// A code for a name that is free now. It is not set aside: creation without a code makes a free one
    /// anyway.
    ///
    /// - Parameter field: what the name is called where it was sent.
    /// - Throws: `BookkeepingError.invalid` for an empty name.
    public func suggestedCode(for name: String, of party: Party, field: String = "Name") async throws
        -> PartyCode
    {
        guard !name.tidied.isEmpty else {
            throw BookkeepingError.invalid([FieldProblem(field, .empty)])
        }
        return try await store.read { try $0.suggestedCode(for: name, of: party).code }
    }
}
