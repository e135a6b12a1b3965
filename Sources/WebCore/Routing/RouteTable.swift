import HTTPTypes

/// All routes, found by path and verb: literal segments beat parameters, case and a trailing slash don't count.
///
/// The HTTP library's router knows no 405, decodes no segment and can't be asked before the guard has spoken, which
/// FD-1 and FD-4 need.
public final class RouteTable: Sendable {
    public let routes: [Route]
    private let root: Node
    /// Those without parameters by their whole path, in lower case and as most clients write it.
    private let whole: [Substring: Node]

    /// One step of all paths that begin alike; a reference, so that to go on is to follow it.
    private final class Node: Sendable {
        let literals: [String: Node]
        let parameter: Node?
        let routes: [Route]

        init(_ built: Building) {
            literals = built.literals.mapValues(Node.init)
            parameter = built.parameter.first.map(Node.init)
            routes = built.routes
        }
    }

    private struct Building {
        var literals: [String: Building] = [:]
        /// One at most.
        var parameter: [Building] = []
        var routes: [Route] = []

        /// False when there is a route of that verb already.
        mutating func insert(_ route: Route, at segments: ArraySlice<String>) -> Bool {
            guard let segment = segments.first else {
                guard !routes.contains(where: { $0.method == route.method }) else { return false }
                routes.append(route)
                return true
            }
            let rest = segments.dropFirst()
            guard segment.hasPrefix("{") else {
                return literals[segment.lowercased(), default: Building()].insert(route, at: rest)
            }
            if parameter.isEmpty { parameter.append(Building()) }
            return parameter[0].insert(route, at: rest)
        }
    }

    public enum Match: Sendable {
        case found(Route, values: [Substring])
        case otherMethods([String])
        case nothing
    }

    /// - Parameter routes: where two have the same verb and shape, the first counts.
    public init(_ routes: [Route]) {
        var root = Building()
        self.routes = routes.filter { route in
            root.insert(route, at: route.path.split(separator: "/").map(String.init)[...])
        }
        let tree = Node(root)
        self.root = tree
        var whole: [Substring: Node] = [:]
        for route in self.routes where route.parameterNames.isEmpty {
            let path = route.path.lowercased()
            let segments = path.split(separator: "/")
            whole[path[...]] = segments.reduce(Optional(tree)) { $0?.literals[String($1)] }
        }
        self.whole = whole
    }

    /// Finds the route of `path`, which is below `/v2`, not decoded, and without its query.
    public func match(_ method: HTTPRequest.Method, _ path: Substring) -> Match {
        if let route = whole[path]?.routes.first(where: { $0.verbs.contains(method) }) {
            return .found(route, values: [])
        }
        var segments = path.split(separator: "/", omittingEmptySubsequences: false)
        if segments.first?.isEmpty == true { segments.removeFirst() }
        if segments.last?.isEmpty == true { segments.removeLast() }
        var values: [Substring] = []
        var allowed: [String] = []
        if let route = find(segments[...], at: root, method, &values, &allowed) {
            return .found(route, values: values)
        }
        return allowed.isEmpty ? .nothing : .otherMethods(allowed.sorted())
    }

    private func find(
        _ segments: ArraySlice<Substring>, at node: Node, _ method: HTTPRequest.Method,
        _ values: inout [Substring], _ allowed: inout [String]
    ) -> Route? {
        guard let segment = segments.first else {
            for route in node.routes where route.verbs.contains(method) { return route }
            // A literal path decides alone which verbs there are; one that only a parameter matches comes after it.
            if allowed.isEmpty { allowed = node.routes.flatMap(\.verbs).map(\.rawValue) }
            return nil
        }
        let rest = segments.dropFirst()
        if let next = node.literals[segment.lowercased()],
            let route = find(rest, at: next, method, &values, &allowed)
        {
            return route
        }
        guard let next = node.parameter, !segment.isEmpty else { return nil }
        values.append(segment)
        if let route = find(rest, at: next, method, &values, &allowed) { return route }
        values.removeLast()
        return nil
    }
}
