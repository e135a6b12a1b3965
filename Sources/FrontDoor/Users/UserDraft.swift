/// A user as an administrator of a business writes them; nil was left out.
public struct UserDraft: Sendable {
    /// Only compared with the number in the path.
    public var number: Int64?
    public var fullName: String?
    /// Read when a user is made, and never again.
    public var username: String?
    public var email: String?
    /// The role's number.
    public var role: Int64?
    public var disabled = false
    /// The lock was sent as false: it is lifted when there is one.
    public var unlocks = false
    /// As they were sent; each of them temporary (FD-21).
    public var password: String?
    public var memorableWord: String?

    public init() {}
}
