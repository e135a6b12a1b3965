import FrontDoor

/// What an owner may set of the web floor; the defaults are right for one owner on one machine.
public struct WebSettings: Sendable {
    /// Where callers reach `/v2` from outside, without a trailing slash: `https://books.example/v2`. Nil: as each
    /// request's own host says.
    public var publicURL: String?
    /// Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed (FD-20).
    public var trustedProxies: [AddressRange] = []
    /// Browser origins that may call: none by default (FD-26).
    public var corsOrigins: [String] = []
    /// Names of the functions of the product that are on, as `GET /FeatureSwitch/{switchName}` tells clients.
    public var featureSwitches = builtFeatures
    public var bodyBytesMax = 1_048_576
    /// Whether the server itself speaks TLS.
    public var isTLS = false

    /// What is built, in plain names.
    public static let builtFeatures = [
        "Customers", "Suppliers", "Notes", "Sources", "Categories", "Currencies", "Search", "Users",
    ]

    // FD-25.
    public static let signInBytesMax = 4_096
    public static let headerBytesMax = 16_384
    public static let headersMax = 64
    public var headersWithin: Duration = .seconds(30)
    /// How long a connection may stay open with nothing asked.
    public var idleConnection: Duration = .seconds(75)
    public var bodyBytesPerSecondMin = 1_024
    public var connectionsMax = 4_096
    public var connectionsPerAddressMax = 256

    public init() {}
}
