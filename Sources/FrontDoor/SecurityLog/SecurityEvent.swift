/// What a row of the security log tells of; the raw value is what is stored and printed (FD-23).
public enum SecurityEvent: String, Sendable, CaseIterable {
    // Signing in.
    case passwordAccepted = "password-accepted"
    case passwordRefused = "password-refused"
    case wordAccepted = "memorable-word-accepted"
    case wordRefused = "memorable-word-refused"
    case temporaryTokenRefused = "temporary-token-refused"
    case externalTokenIssued = "external-token-issued"
    case externalTokenAccepted = "external-token-accepted"
    case externalTokenRefused = "external-token-refused"
    /// Somebody came while the name was locked or paused.
    case refusedWhileLocked = "refused-while-locked"
    case addressThrottled = "address-throttled"

    // Sessions. The detail of an end is its reason.
    case sessionMade = "session-made"
    case sessionEnded = "session-ended"

    // Locks.
    case locked
    case paused
    case unlocked

    // Credentials and users.
    case passwordChanged = "password-changed"
    case passwordRehashed = "password-rehashed"
    case wordChanged = "memorable-word-changed"
    case linkMade = "link-made"
    case linkUsed = "link-used"
    case linkRefused = "link-refused"
    case userAdded = "user-added"
    case userChanged = "user-changed"
    case userDisabled = "user-disabled"
    case userEnabled = "user-enabled"
    case userRemoved = "user-removed"
    case membershipAdded = "membership-added"
    case membershipChanged = "membership-changed"
    case membershipRemoved = "membership-removed"
    case roleChanged = "role-changed"

    // Businesses and what they may use.
    case businessAdded = "business-added"
    case businessRenamed = "business-renamed"
    case businessRemoved = "business-removed"
    case subscriptionChanged = "subscription-changed"
    case secretRotated = "secret-rotated"
    case apiSettingsChanged = "api-settings-changed"
    /// The lock of a business's books. The detail is what it is now and what it was.
    case bookLockChanged = "book-lock-changed"
    case addressAllowed = "address-allowed"
    case addressRemoved = "address-removed"
}
