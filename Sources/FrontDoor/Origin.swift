/// Where a call comes from: what the throttle and the security log know of it.
public struct Origin: Sendable {
    /// The address that the throttle counts by: IPv4 text, or the /64 of IPv6 (FD-20). Nil is never throttled.
    public var address: String?
    /// Where the caller is, whole: what a business's address list is asked with. Nil when that can't be told.
    public var whole: IPAddress?
    public var userAgent: String?
    public var requestID: String?
    /// Who did it, when it is none of the callers: `operator` for the program's own commands.
    public var actor: String?
    /// The caller's: what rows of the log name that are of no other business.
    var business: Int64?

    public init(
        address: String?, whole: IPAddress? = nil, userAgent: String?, requestID: String?,
        actor: String? = nil
    ) {
        self.address = address
        self.whole = whole
        self.userAgent = userAgent
        self.requestID = requestID
        self.actor = actor
    }

    /// The program's own commands.
    public static let commandLine = Origin(address: nil, userAgent: nil, requestID: nil, actor: "operator")
}
