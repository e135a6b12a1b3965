import Store

/// How a business may be called by programs.
///
/// Only `listedAddressesOnly` acts here; the others are kept for clients that show them.
/// - Source: spec/settings.md, "API access".
public struct APISettings: Hashable, Sendable {
    /// The vendor's older interface, which is none of ours.
    public internal(set) var soapEnabled = false
    /// This interface. False turns nobody away, since somebody has to come in to turn it on again.
    public internal(set) var restEnabled = true
    public internal(set) var autoAuthEnabled = false
    /// A GUID that opens nothing here; nil until one is made.
    public internal(set) var autoAuthKey: String?
    /// Whether calls are taken only from `allowedAddresses`.
    public internal(set) var listedAddressesOnly = false
    public internal(set) var remoteLogin = false

    /// As a business has them that set nothing.
    public init() {}
}

/// New values for some of the settings; nil keeps one as it is.
public struct APISettingsChange: Hashable, Sendable {
    public var soapEnabled: Bool?
    public var restEnabled: Bool?
    public var autoAuthEnabled: Bool?
    public var listedAddressesOnly: Bool?
    public var remoteLogin: Bool?

    public init() {}
}

extension FrontDoor {
    /// - Throws: `.noSuchBusiness`, `StoreError`.
    public func apiSettings(business: Int64) async throws -> APISettings {
        try await store.read { transaction in
            _ = try transaction.business(business)
            return try transaction.apiSettings(of: business)
        }
    }
}

extension Transaction {
    /// The defaults where nothing was set.
    public func apiSettings(of business: Int64) throws -> APISettings {
        try first(settingsOfBusiness, business) { row in
            var settings = APISettings()
            settings.soapEnabled = row.flag(0)
            settings.restEnabled = row.flag(1)
            settings.autoAuthEnabled = row.flag(2)
            settings.autoAuthKey = row.optionalText(3)
            settings.listedAddressesOnly = row.flag(4)
            settings.remoteLogin = row.flag(5)
            return settings
        } ?? APISettings()
    }

    func save(_ settings: APISettings, of business: Int64) throws {
        for statement in [updateSettings, insertSettings] {
            let changed = try run(
                statement, business, settings.soapEnabled, settings.restEnabled, settings.autoAuthEnabled,
                settings.autoAuthKey, settings.listedAddressesOnly, settings.remoteLogin)
            if changed > 0 { return }
        }
    }
}

private let settingsOfBusiness: SQL = """
    SELECT soap_enabled, rest_enabled, auto_auth_enabled, auto_auth_key, listed_addresses_only, remote_login
    FROM api_setting WHERE business = ?1
    """
private let updateSettings: SQL = """
    UPDATE api_setting SET soap_enabled = ?2, rest_enabled = ?3, auto_auth_enabled = ?4, auto_auth_key = ?5,
        listed_addresses_only = ?6, remote_login = ?7
    WHERE business = ?1
    """
private let insertSettings: SQL = """
    INSERT INTO api_setting
        (business, soap_enabled, rest_enabled, auto_auth_enabled, auto_auth_key, listed_addresses_only,
        remote_login)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """
