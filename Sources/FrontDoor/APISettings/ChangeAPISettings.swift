import Store

extension FrontDoor {
    /// Changes how the caller's business may be called; it holds at the next call of every open session.
    /// - Throws: `.invalidField` when calls would be taken from listed addresses only and the caller's own is none
    ///   of them; what `admitAgain` and `frame` throw; `StoreError`.
    public func changeAPISettings(
        _ change: APISettingsChange, by caller: Caller, from origin: Origin, in frame: WriteFrame = .none
    ) async throws -> APISettings {
        try await changeSettings(of: caller.business, from: origin.by(caller)) {
            [self] transaction, settings in
            try admitAgain(caller, needing: .fullAccess, in: transaction)
            try frame.begin(in: transaction)
            let was = settings.listedAddressesOnly
            settings.take(change)
            guard settings.listedAddressesOnly, !was else { return }
            try transaction.requireListed(origin.whole, business: caller.business)
        }
    }

    /// Makes a new key for automatic log-in; the one before is forgotten.
    ///
    /// It opens nothing here, so it is kept as it is and can be shown again.
    /// - Returns: a GUID.
    /// - Throws: what `admitAgain` throws; `StoreError`.
    public func makeAutoAuthKey(by caller: Caller, from origin: Origin) async throws -> String {
        let key = FreshToken(from: random).text
        _ = try await changeSettings(of: caller.business, from: origin.by(caller)) {
            [self] transaction, settings in
            try admitAgain(caller, needing: .fullAccess, in: transaction)
            settings.autoAuthKey = key
        }
        return key
    }

    /// Has a business take calls from everywhere again: the operator's way to let in who shut themselves out.
    /// - Throws: `.noSuchBusiness`, `.conflict` when it is being removed, `StoreError`.
    public func takeCallsFromAnywhere(business: Int64, from origin: Origin) async throws {
        _ = try await changeSettings(of: business, from: origin) { _, settings in
            settings.listedAddressesOnly = false
        }
    }

    private func changeSettings(
        of business: Int64, from origin: Origin,
        _ change: @escaping @Sendable (any Transaction, inout APISettings) throws -> Void
    ) async throws -> APISettings {
        // Also when the commit failed: what is on disk then decides at the next call.
        defer { forgetSessions(ofBusiness: business) }
        return try await store.write { [self] transaction in
            _ = try transaction.keptBusiness(business)
            let before = try transaction.apiSettings(of: business)
            var after = before
            try change(transaction, &after)
            guard after != before else { return before }
            try transaction.save(after, of: business)
            try tell(.business(business), in: transaction)
            try record(
                .apiSettingsChanged, business: business, detail: after.differences(from: before),
                from: origin, in: transaction)
            return after
        }
    }
}

extension Transaction {
    /// - Throws: `.invalidField`, which says what to do first.
    fileprivate func requireListed(_ address: IPAddress?, business: Int64) throws {
        let field = "AccessToSpecificIPAddressesOnly"
        guard let address else {
            throw FrontDoorError.invalidField(
                field, reason: "can't be true: the address that you call from can't be told")
        }
        guard try allowedAddresses(of: business).contains(where: { $0.range.contains(address) }) else {
            throw FrontDoorError.ownAddressNotListed(field: field, address: address.text)
        }
    }
}

extension FrontDoorError {
    /// Calls would be taken from listed addresses only, and the caller's own is none of them.
    public static func ownAddressNotListed(field: String, address: String) -> FrontDoorError {
        .invalidField(
            field,
            reason: """
                must not be true before your own address is listed: POST \(address) to \
                /api/settings/ipaddress first
                """)
    }
}

extension APISettings {
    fileprivate mutating func take(_ change: APISettingsChange) {
        soapEnabled = change.soapEnabled ?? soapEnabled
        restEnabled = change.restEnabled ?? restEnabled
        autoAuthEnabled = change.autoAuthEnabled ?? autoAuthEnabled
        listedAddressesOnly = change.listedAddressesOnly ?? listedAddressesOnly
        remoteLogin = change.remoteLogin ?? remoteLogin
    }

    /// What the security log says of a change, without the key: `listed addresses only: on`.
    fileprivate func differences(from before: APISettings) -> String {
        let flags = [
            ("older interface", soapEnabled, before.soapEnabled),
            ("this interface", restEnabled, before.restEnabled),
            ("automatic log-in", autoAuthEnabled, before.autoAuthEnabled),
            ("listed addresses only", listedAddressesOnly, before.listedAddressesOnly),
            ("remote log-in", remoteLogin, before.remoteLogin),
        ]
        let changed = flags.filter { $1 != $2 }.map { name, now, _ in "\(name): \(now ? "on" : "off")" }
        return (changed + (autoAuthKey == before.autoAuthKey ? [] : ["new key"])).joined(separator: ", ")
    }
}
