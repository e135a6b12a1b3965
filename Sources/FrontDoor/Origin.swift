/// Where a call comes from: what the throttle and the security log know of it.
public struct Origin: Sendable {
    /// The address that the throttle counts by: IPv4 text, or the /64 of IPv6 (FD-20). Nil is never throttled.
    public var address: String?
    public var userAgent: String?
    public var requestID: String?
    /// Who did it, when it is none of the callers: `operator` for the program's own commands.
    public var actor: String?

    public init(address: String?, userAgent: String?, requestID: String?, actor: String? = nil) {
        self.address = address
        self.userAgent = userAgent
        self.requestID = requestID
        self.actor = actor
    }

    /// The program's own commands.
    public static let commandLine = Origin(address: nil, userAgent: nil, requestID: nil, actor: "operator")
}
