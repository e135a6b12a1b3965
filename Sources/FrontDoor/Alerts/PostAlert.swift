import Store

/// An alert as the operator sees it.
public struct PostedAlert: Hashable, Sendable {
    public let alert: Alert
    /// How many users have read it.
    public let readers: Int64
}

extension FrontDoor {
    /// Posts an alert, which every user it is for sees from now on.
    ///
    /// - Parameters:
    ///   - business: whose users it is for; nil: everyone's.
    ///   - title: 1 to 200 characters.
    ///   - text: 1 to 2,000 characters on one line.
    /// - Throws: `.noSuchBusiness`, `.invalidField`; `.conflict` when the business is being removed; `StoreError`.
    public func postAlert(business: Int64?, title: String, text: String) async throws -> Alert {
        let title = try PlainText.name(title, field: "Title")
        let text = try PlainText.text(text, max: 2_000, field: "Text")
        return try await store.write { [self] transaction in
            if let business { _ = try transaction.keptBusiness(business) }
            let now = clock.now()
            let id = try transaction.insert(insertAlert, business, title, text, now.text)
            return Alert(id: id, business: business, title: title, text: text, createdAt: now)
        }
    }

    /// Posts an alert for a business, unless the same is there: for what tells of one thing and may be told again after
    /// a stop.
    ///
    /// - Parameters:
    ///   - title: 1 to 200 characters.
    ///   - text: 1 to 2,000 characters on one line.
    /// - Throws: as `postAlert`.
    public func postAlertOnce(business: Int64, title: String, text: String) async throws {
        let title = try PlainText.name(title, field: "Title")
        let text = try PlainText.text(text, max: 2_000, field: "Text")
        try await store.write { [self] transaction in
            _ = try transaction.keptBusiness(business)
            guard try !transaction.exists(sameAlert, business, title, text) else { return }
            _ = try transaction.insert(insertAlert, business, title, text, clock.now().text)
        }
    }

    /// Every alert there is, the newest first.
    ///
    /// - Throws: `StoreError`.
    public func alerts() async throws -> [PostedAlert] {
        try await store.read { transaction in
            try transaction.all(selectPosted) { row in
                PostedAlert(alert: try Alert(row), readers: row.integer(5))
            }
        }
    }

    /// Takes an alert back: nobody sees it any more.
    ///
    /// - Throws: `.noSuchAlert`, `StoreError`.
    public func removeAlert(id: Int64) async throws {
        try await store.write { transaction in
            try transaction.run(deleteReadings, id)
            guard try transaction.run(deleteAlert, id) > 0 else {
                throw FrontDoorError.noSuchAlert(String(id))
            }
        }
    }
}

extension Transaction {
    /// Removes what was posted for one business alone, before the business goes.
    func removeAlerts(ofBusiness business: Int64) throws {
        try run(deleteReadingsOfBusiness, business)
        try run(deleteAlertsOfBusiness, business)
    }
}

private let insertAlert: SQL =
    "INSERT INTO alert (business, title, text, created_at) VALUES (?1, ?2, ?3, ?4) RETURNING id"
private let sameAlert: SQL = "SELECT 1 FROM alert WHERE business = ?1 AND title = ?2 AND text = ?3"
private let selectPosted: SQL = """
    SELECT alert.id, alert.business, alert.title, alert.text, alert.created_at,
        (SELECT COUNT(*) FROM alert_read WHERE alert_read.alert = alert.id)
    FROM alert ORDER BY alert.id DESC
    """
private let deleteReadings: SQL = "DELETE FROM alert_read WHERE alert = ?1"
private let deleteAlert: SQL = "DELETE FROM alert WHERE id = ?1"
private let deleteReadingsOfBusiness: SQL =
    "DELETE FROM alert_read WHERE alert IN (SELECT id FROM alert WHERE business = ?1)"
private let deleteAlertsOfBusiness: SQL = "DELETE FROM alert WHERE business = ?1"
