import CPostgreSQL

/// Where a database is, as its owner writes it: `postgres://…`, or libpq's own `key=value` form.
///
/// TLS options, several hosts and `target_session_attrs` are libpq's to honour, and so are PGPASSFILE and the like.
public struct PostgreSQLAddress: Sendable {
    /// In the `key='value'` form. May hold a password, so it is never shown.
    let connectionText: String
    /// `postgres://daybook@db.example:5432/books`: who and where, for messages; no password, no options.
    public let shown: String

    /// Nil for a text that is no address.
    /// - Parameter password: taken when `text` has none.
    public init?(_ text: String, password: String? = nil) {
        guard !text.isEmpty, !text.contains("\0"), var parts = Self.parts(of: text) else { return nil }
        shown = Self.shown(parts)
        if let password, parts["password"] == nil { parts["password"] = password }
        connectionText = parts.sorted { $0.key < $1.key }
            .map { "\($0.key)='\(Self.escaped($0.value))'" }.joined(separator: " ")
    }

    private static func parts(of text: String) -> [String: String]? {
        guard let options = PQconninfoParse(text, nil) else { return nil }
        defer { PQconninfoFree(options) }
        var parts: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parts[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return parts
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    }

    private static func shown(_ parts: [String: String]) -> String {
        let user = parts["user"].map { $0 + "@" } ?? ""
        let hosts = list(parts["host"] ?? parts["hostaddr"] ?? "")
        let ports = list(parts["port"] ?? "")
        let places = hosts.enumerated().map { index, host in
            let port = index < ports.count ? ports[index] : ports.count == 1 ? ports[0] : ""
            return port.isEmpty ? host : "\(host):\(port)"
        }
        return "postgres://\(user)\(places.joined(separator: ","))/\(parts["dbname"] ?? "")"
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
}
