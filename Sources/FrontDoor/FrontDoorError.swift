/// Every refusal of the front door. WebCore maps each to its documented body, the commands to one line.
public enum FrontDoorError: Error, Hashable, Sendable {
    // At the guard (FD-3).
    case invalidToken
    /// `retryAfter` only for a pause of the gentle lockout (FD-18).
    case accountLocked(retryAfter: Duration?)
    case subscriptionExpired
    case permissionDenied(Permission)
    /// The business takes calls from listed addresses only, and this one is none of them (FD-4).
    case addressNotAllowed
    /// A session with a temporary password may only change it and end itself (FD-21).
    case temporaryPassword

    // At sign-in (FD-16, FD-17, FD-20, FD-13).
    case invalidCredentials
    case invalidMemorableWord
    case invalidTemporaryToken
    case tooManyFailures(retryAfter: Duration)
    case busy(retryAfter: Duration)
    /// The company asked for is none of the caller's (FD-11).
    case noSuchCompany

    // In administration.
    case noSuchBusiness(Int64)
    case noSuchUser(String)
    case noSuchSession(String)
    case noSuchRole(String)
    case noSuchAlert(String)
    /// A link of activation or reset that never was, is used up or came too late: all the same (FD-24).
    case noSuchLink
    /// A user got as many letters as one may get within a day (FD-24).
    case tooManyLetters(retryAfter: Duration)
    case notAMember(username: String, business: Int64)
    /// A rule that the named field breaks; `reason` goes on after its name, without a full stop: `must have …`.
    case invalidField(String, reason: String)
    /// The same of several fields, in their order on the wire.
    case invalidFields([InvalidField])
    case usernameTaken(String)
    case emailTaken(String)
    case alreadyAMember(username: String, business: Int64)
    /// The address, or the block, is on the business's list already.
    case addressListed(String)
    /// Nothing on the business's list has this id or address.
    case noSuchAddress(String)
    /// What was asked would leave the named thing without what it needs: `reason` is a whole sentence.
    case conflict(reason: String)

    // At start (FD-14).
    case otherSecretKey
    /// The secret key can't be used: `reason` is a whole sentence, without the key.
    case unusableSecretKey(reason: String)
}
