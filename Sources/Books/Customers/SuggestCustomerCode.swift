import Bookkeeping

extension Book {
    /// A code for a name that is free now. It is not set aside: creation without a code makes a free one
    /// anyway.
    ///
    /// - Throws: `BookkeepingError.invalid` for an empty name.
    public func suggestedCustomerCode(for name: String) async throws -> CustomerCode {
        guard !name.tidied.isEmpty else {
            throw BookkeepingError.invalid([FieldProblem("Name", .empty)])
        }
        return try await store.read { try $0.suggestedCustomerCode(for: name).code }
    }
}
