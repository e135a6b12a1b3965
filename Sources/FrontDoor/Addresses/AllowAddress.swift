import Store
import Surroundings

extension FrontDoor {
    /// Lists an address or block as one that may call a business.
    /// - Parameters:
    ///   - comment: what it is for, up to 255 characters; empty or nil for none.
    ///   - caller: who asks; nil for the operator, who names the business.
    /// - Throws: `.noSuchBusiness`; `.addressListed` when it is there already; `.invalidField`; `.conflict` when the
    ///   list is full or the business is being removed; what `admitAgain` and `frame` throw; `StoreError`.
    public func allowAddress(
        _ range: AddressRange, comment: String?, business: Int64, by caller: Caller? = nil,
        from origin: Origin, in frame: WriteFrame = .none
    ) async throws -> AllowedAddress {
        let comment = try comment.flatMap { comment in
            comment.trimmed.isEmpty ? nil : try PlainText.text(comment, max: 255, field: "Comment")
        }
        // Also when the commit failed: what is on disk then decides at the next call.
        defer { forgetSessions(ofBusiness: business) }
        return try await store.write { [self] transaction in
            if let caller { try admitAgain(caller, needing: .fullAccess, in: transaction) }
            try frame.begin(in: transaction)
            _ = try transaction.keptBusiness(business)
            let listed = try transaction.allowedAddresses(of: business)
            guard !listed.contains(where: { $0.range == range }) else {
                throw FrontDoorError.addressListed(range.text)
            }
            guard listed.count < AllowedAddress.most else {
                throw FrontDoorError.conflict(
                    reason: "The list holds \(AllowedAddress.most) addresses, which is as many as it can.")
            }
            let id = try transaction.insert(
                insertAddress, business, range.text, comment, clock.now().text)
            try tell(.business(business), in: transaction)
            try record(
                .addressAllowed, business: business, detail: range.text,
                from: caller.map(origin.by) ?? origin,
                in: transaction)
            let added = AllowedAddress(id: id, range: range, comment: comment)
            try frame.end(added, in: transaction)
            return added
        }
    }
}

private let insertAddress: SQL = """
    INSERT INTO allowed_address (business, address, comment, created_at) VALUES (?1, ?2, ?3, ?4)
    RETURNING id
    """
