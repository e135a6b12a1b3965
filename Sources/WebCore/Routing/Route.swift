import HTTPTypes

/// One operation: what it is called by, who may, what the contract says of it, and what it does.
///
/// A reference, since every request holds it several times over.
public final class Route: Sendable {
    public typealias Handler = @Sendable (Call) async throws -> Answer

    public let method: HTTPRequest.Method
    /// As documented, below `/v2`: `/customers/{code}`.
    public let path: String
    public let access: RouteAccess
    public let contract: RouteContract
    /// Nil: planned, answers 501.
    public let handler: Handler?
    /// `code`: the names of the path's parameters, in their order.
    let parameterNames: [String]
    /// `GET /customers/{code}`
    public let name: String
    /// The verbs that lead here: HEAD leads to every GET but those that make a session, since it must change nothing
    /// and would lose the session's token.
    let verbs: [HTTPRequest.Method]
    /// Whether no cache may keep its answer (FD-26).
    let isSecret: Bool
    /// Whether it makes something, so that its answer is kept for a call that comes again with its key.
    let keepsAnswer: Bool
    /// Whether its successful answers name the version that they show.
    let hasVersions: Bool
    /// Whether it asks for the version that a client has seen.
    let isMatched: Bool
    /// What `Accept` can choose from; nothing for pages and papers, which have one form whatever it says.
    let forms: [MediaType]

    public convenience init(
        _ method: HTTPRequest.Method, _ path: String, _ access: RouteAccess, _ contract: RouteContract,
        use handler: @escaping Handler
    ) {
        self.init(method, path, access, contract, handler)
    }

    /// A documented operation that is not built yet.
    public convenience init(
        planned method: HTTPRequest.Method, _ path: String, _ access: RouteAccess,
        _ deprecation: Deprecation? = nil
    ) {
        self.init(method, path, access, RouteContract("Not built yet.").deprecated(deprecation), nil)
    }

    private init(
        _ method: HTTPRequest.Method, _ path: String, _ access: RouteAccess, _ contract: RouteContract,
        _ handler: Handler?
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.contract = contract
        self.handler = handler
        name = "\(method.rawValue) \(path)"
        parameterNames = path.split(separator: "/").filter { $0.hasPrefix("{") }
            .map { String($0.dropFirst().dropLast()) }
        let isRead = method == .get && !access.isOfSession && !access.isOpenWithQuery
        verbs = isRead ? [method, .head] : [method]
        isSecret = Self.isSecret(path[...])
        keepsAnswer = method == .post && handler != nil && !contract.isRepeatable
        isMatched = contract.isMatched
        hasVersions = method == .put ? isMatched : method == .get && Self.showsOne(access, contract)
        forms = contract.forms
    }

    /// Whether a GET shows one resource, and neither makes a session nor asks without one.
    private static func showsOne(_ access: RouteAccess, _ contract: RouteContract) -> Bool {
        guard !access.isOpen, !access.isOfSession else { return false }
        return contract.answers.contains { answer in
            switch answer.body {
            case .table, .value: answer.status == .ok
            case .list, .either, .page, .pageWith, .document, .other, nil: false
            }
        }
    }

    public var isBuilt: Bool { handler != nil }

    /// Whether no cache may keep what a path below `/v2` answers, a route of it or not (FD-26).
    static func isSecret(_ path: Substring) -> Bool {
        secretFamilies.contains(path.dropFirst().prefix { $0 != "/" }.lowercased())
    }

    /// Sign-in, users, passwords and the pages of their links; `user` is an old path of `users`.
    private static let secretFamilies: Set<String> = ["sessiontoken", "users", "user", "password", "links"]
}
