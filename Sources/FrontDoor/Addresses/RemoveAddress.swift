import Store

extension FrontDoor {
    /// Takes one of the caller's business off the list.
    ///
    /// While the list acts it must not shut out the one who asks: another entry has to hold the caller's address.
    /// - Throws: `.noSuchAddress`, another business's id among it; `.conflict` when the caller would be shut out;
    ///   what `admitAgain` throws; `StoreError`.
    public func removeAddress(id: Int64, by caller: Caller, from origin: Origin) async throws {
        try await removeAddress(
            business: caller.business, named: String(id), from: origin.by(caller)
        ) { [self] transaction, listed in
            try admitAgain(caller, needing: .fullAccess, in: transaction)
            guard let leaving = listed.first(where: { $0.id == id }) else { return nil }
            if try transaction.apiSettings(of: caller.business).listedAddressesOnly {
                let rest = listed.filter { $0.id != id }.map(\.range)
                guard let own = origin.whole, rest.contains(where: { $0.contains(own) }) else {
                    throw FrontDoorError.ownAddressLeaves
                }
            }
            return leaving
        }
    }

    /// Takes one off the list of any business, as the operator may.
    /// - Throws: `.noSuchBusiness`, `.noSuchAddress`, `StoreError`.
    public func removeAddress(_ range: AddressRange, business: Int64, from origin: Origin) async throws {
        try await removeAddress(business: business, named: range.text, from: origin) { _, listed in
            listed.first { $0.range == range }
        }
    }

    private func removeAddress(
        business: Int64, named name: String, from origin: Origin,
        choose: @escaping @Sendable (any Transaction, [AllowedAddress]) throws -> AllowedAddress?
    ) async throws {
        // Also when the commit failed: what is on disk then decides at the next call.
        defer { forgetSessions(ofBusiness: business) }
        try await store.write { [self] transaction in
            _ = try transaction.business(business)
            let listed = try transaction.allowedAddresses(of: business)
            guard let leaving = try choose(transaction, listed) else {
                throw FrontDoorError.noSuchAddress(name)
            }
            try transaction.run(deleteAddress, leaving.id)
            try tell(.business(business), in: transaction)
            try record(
                .addressRemoved, business: business, detail: leaving.range.text, from: origin,
                in: transaction)
        }
    }
}

extension FrontDoorError {
    /// The address that the caller comes from would go while only listed ones may call.
    public static let ownAddressLeaves = FrontDoorError.conflict(
        reason: """
            You call from this address, and only listed ones may call: set AccessToSpecificIPAddressesOnly to \
            false first, or call from another.
            """)
}

private let deleteAddress: SQL = "DELETE FROM allowed_address WHERE id = ?1"
