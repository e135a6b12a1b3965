import FrontDoor
import Logging
import Mail
import WebCore

/// The one table of what an owner may set. Flags, `DAYBOOK_…` variables, the file's keys, `--print-config`,
/// docs/configuration.md and every check are made from it.
enum Settings {
    // MARK: Where the data is

    static let data = Setting<String>.text(
        "data", .folder, "folder", "./daybook-data", "The data folder; made when it is missing.",
        completion: .folder)
    static let config = Setting<String?>.file(
        "config", .folder, "A YAML file with settings, in place of daybook.yaml in the data folder.",
        from: .outsideTheFile)
    static let secretKey = Setting<SecretKey?>(
        "secret-key", .folder, "base64", "the base64 text of 32 bytes", default: nil, as: nil,
        "The key that seals memorable words, in place of secret.key in the data folder; required with a database "
            + "(FD-14).",
        from: .environmentOnly
    ) { try? SecretKey(base64: $0) }
    static let openBooksMax = Setting<Int>.number(
        "open-books-max", .folder, "number", 16, in: 1...10_000,
        "Books that stay open though nobody uses them; each takes up to a MiB of memory.")

    // MARK: Listening

    static let host = Setting<String>.text(
        "host", .listening, "address", "127.0.0.1", "The address to listen on.")
    static let port = Setting<Int>.number(
        "port", .listening, "port", 8080, in: 0...65_535, "The port to listen on; 0 takes any that is free.")
    static let tlsCertificate = Setting<String?>.file(
        "tls-certificate", .listening, "The certificate chain for TLS, PEM, the server's own first.")
    static let tlsKey = Setting<String?>.file("tls-key", .listening, "The certificate's private key, PEM.")
    static let insecureHTTP = Setting<Bool>.flag(
        "insecure-http", .listening,
        "Allow an address that others can reach without TLS: passwords and books cross the network readable (FD-25)."
    )
    static let eventLoops = Setting<Int>.number(
        "event-loops", .listening, "number", 2, in: 1...64,
        "Threads that serve connections; as many as there are cores is right.")

    // MARK: Callers

    static let publicURL = Setting<String?>.address(
        "public-url", .callers,
        "Where callers reach /v2: links in answers and mails begin with it. Without it links in answers follow the "
            + "request's host, and no links in mails are made (FD-24).")
    static let trustedProxies = Setting<[AddressRange]>.addresses(
        "trusted-proxies", .callers,
        "Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed (FD-20).")
    static let corsOrigins = Setting<[String]>.origins(
        "cors-origins", .callers, "Browser origins that may call; none by default (FD-26).")

    static let featureSwitches = Setting<[String]>.names(
        "feature-switches", .callers, WebSettings.builtFeatures,
        "Functions that GET /FeatureSwitch/{switchName} tells clients are on; by default all that are built.")

    // MARK: Limits

    static let bodyBytesMax = Setting<Int>.number(
        "body-bytes-max", .limits, "bytes", 1_048_576, in: 4_096...67_108_864,
        "The largest body of a request (FD-25).")
    static let connectionsMax = Setting<Int>.number(
        "connections-max", .limits, "number", 4_096, in: 1...1_000_000, "Connections open at once (FD-25).")
    static let connectionsPerAddressMax = Setting<Int>.number(
        "connections-per-address-max", .limits, "number", 256, in: 1...1_000_000,
        "Connections open at once from one address (FD-25).")

    // MARK: Mail

    static let mailFolder = Setting<String?>.folder(
        "mail-folder", .mail,
        "Where letters are kept, each a file that mail programs open; without it mail in the data folder. A letter can "
            + "have a link in it that opens an account.")
    static let mailFrom = Setting<Mailbox>.mailbox(
        "mail-from", .mail, .unset, "Whom letters are from.")

    // MARK: Logs and metrics

    static let logLevel = Setting<Logger.Level>.choice(
        "log-level", .logs, .info, "The least that is logged.")
    static let logFormat = Setting<LogFormat>.choice(
        "log-format", .logs, .text, "One line an event on standard error, as text or as JSON.")
    static let metricsPort = Setting<Int?>.number(
        "metrics-port", .logs, "port", in: 0...65_535,
        "A port on 127.0.0.1 that answers GET /metrics in Prometheus' text format; 0 takes any that is free.")
    static let securityLogDays = Setting<Int>.number(
        "security-log-days", .logs, "days", 730, in: 1...36_500, "How long the security log is kept (FD-23).")
}
