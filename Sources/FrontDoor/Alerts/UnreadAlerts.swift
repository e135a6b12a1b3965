import Store

extension FrontDoor {
    /// What a caller has not read yet, the newest first: alerts for everyone and for the business of their session.
    ///
    /// - Throws: `StoreError`.
    public func unreadAlerts(of caller: Caller) async throws -> [Alert] {
        try await store.read { try $0.unreadAlerts(identity: caller.identity, business: caller.business) }
    }

    /// Notes that a caller has read an alert; again is as good as once.
    ///
    /// - Parameter id: as it came; a text that can't be an id is no alert's.
    /// - Returns: what is still unread, the newest first.
    /// - Throws: `.noSuchAlert`, also for an alert of another business; `StoreError`.
    public func readAlert(_ id: String, by caller: Caller) async throws -> [Alert] {
        try await store.write { transaction in
            guard let alert = Int64(id), try transaction.exists(alertFor, alert, caller.business) else {
                throw FrontDoorError.noSuchAlert(id)
            }
            try transaction.run(insertReading, alert, caller.identity)
            return try transaction.unreadAlerts(identity: caller.identity, business: caller.business)
        }
    }
}

extension Transaction {
    fileprivate func unreadAlerts(identity: Int64, business: Int64) throws -> [Alert] {
        try all(unread, business, identity, as: Alert.init)
    }
}

private let alertFor: SQL = "SELECT 1 FROM alert WHERE id = ?1 AND (business IS NULL OR business = ?2)"
// Who was removed while the call was on its way reads nothing any more.
private let insertReading: SQL = """
    INSERT INTO alert_read (alert, identity) SELECT ?1, id FROM identity WHERE id = ?2 ON CONFLICT DO NOTHING
    """
private let unread: SQL = """
    SELECT id, business, title, text, created_at FROM alert
    WHERE (business IS NULL OR business = ?1)
        AND NOT EXISTS (
            SELECT 1 FROM alert_read WHERE alert_read.alert = alert.id AND alert_read.identity = ?2
        )
    ORDER BY id DESC
    """
