import HTTPTypes

/// All routes, found by path and verb: literal segments beat parameters, case and a trailing slash don't count.
///
/// The HTTP library's router knows no 405, decodes no segment and can't be asked before the guard has spoken, which
/// FD-1 and FD-4 need.
public final class RouteTable: Sendable {
    public let routes: [Route]
    private let root: Node

    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        var parameter: [Node] = []
        /// Indexes into `routes`.
        var routes: [Int] = []
    }

    public enum Match: Sendable {
        case found(Route, values: [Substring])
        case otherMethods([String])
        case nothing
    }

    /// - Parameter routes: where two have the same verb and shape, the first counts.
    public init(_ routes: [Route]) {
        var root = Node()
        var kept: [Route] = []
        for route in routes {
            let segments = route.path.split(separator: "/").map(String.init)
            if Self.insert(segments[...], at: &root, index: kept.count, route.method, kept) {
                kept.append(route)
            }
        }
        self.routes = kept
        self.root = root
    }

    private static func insert(
        _ segments: ArraySlice<String>, at node: inout Node, index: Int, _ method: HTTPRequest.Method,
        _ kept: [Route]
    ) -> Bool {
        guard let segment = segments.first else {
            guard !node.routes.contains(where: { kept[$0].method == method }) else { return false }
            node.routes.append(index)
            return true
        }
        let rest = segments.dropFirst()
        guard segment.hasPrefix("{") else {
            return insert(
                rest, at: &node.literals[segment.lowercased(), default: Node()], index: index, method, kept)
        }
        if node.parameter.isEmpty { node.parameter.append(Node()) }
        return insert(rest, at: &node.parameter[0], index: index, method, kept)
    }

    /// Finds the route of `path`, which is below `/v2`, not decoded, and without its query.
    public func match(_ method: HTTPRequest.Method, _ path: Substring) -> Match {
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
        _ values: inout [Substring],
        _ allowed: inout [String]
    ) -> Route? {
        guard let segment = segments.first else {
            for index in node.routes where routes[index].method == method { return routes[index] }
            // A literal path decides alone which verbs there are; one that only a parameter matches comes after it.
            if allowed.isEmpty { allowed = node.routes.map { routes[$0].method.rawValue } }
            return nil
        }
        let rest = segments.dropFirst()
        if let next = node.literals[segment.lowercased()],
            let route = find(rest, at: next, method, &values, &allowed)
        {
            return route
        }
        guard let next = node.parameter.first, !segment.isEmpty else { return nil }
        values.append(segment)
        if let route = find(rest, at: next, method, &values, &allowed) { return route }
        values.removeLast()
        return nil
    }
}
