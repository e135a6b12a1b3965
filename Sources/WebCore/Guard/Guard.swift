import Bookkeeping
import FrontDoor
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Every request's first and last station: who is there, which route, may they, and the one error map.
///
/// The order is FD-4's: token, lock, subscription, path, verb, permission, address list, then the route, which reads
/// the body.
public struct Guard: HTTPResponder {
    let services: Services
    private let crossOrigin: CrossOrigin

    public init(_ services: Services) {
        self.services = services
        crossOrigin = CrossOrigin(services.settings)
    }

    public func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let start = services.metrics == nil ? nil : ContinuousClock.now
        let path = request.uri.path
        guard let below = Self.below(path) else {
            var (answer, name) = await outside(request, path, context)
            count(name, answer, since: start)
            return finish(&answer, request, isSecret: false)
        }
        if var preflight = crossOrigin.preflight(request) {
            count(nil, preflight, since: start)
            return finish(&preflight, request, isSecret: false)
        }
        let match = services.routes.match(request.method, below)
        var route: Route?
        var caller: Caller?
        var answer: Answer
        do {
            caller = try await admit(request, match)
            try Self.requireSubscription(caller, match)
            let found = try Self.require(match)
            route = found.route
            try Self.allow(found.route, found.values, caller)
            try Self.requireAllowedAddress(found.route, caller, request, services, context)
            let form = try Self.form(of: request, found.route)
            guard let handler = found.route.handler else {
                throw WebError.notImplemented(found.route.name)
            }
            // One that is none is refused also where it would mean nothing.
            let sentKey = found.route.method == .post ? try IdempotencyKey(request) : nil
            let key = found.route.keepsAnswer ? sentKey : nil
            try Self.requireNoUnasked(request, found.route)
            if caller?.renew() == true { await services.frontDoor.writeUses() }
            let call = Call(
                request: request, route: found.route, services: services, path: path, admitted: caller,
                later: caller != nil && (found.route.contract.takes != nil || key != nil)
                    ? LaterCaller() : nil,
                form: form, key: key, values: found.values, connection: context)
            answer = try await handler(call)
            if found.route.hasVersions {
                try Self.tag(&answer, request, form, services.frontDoor.marks)
            }
            answer.put(in: form, of: found.route)
        } catch {
            if case .found(let found, _) = match { route = found }
            answer = tell(error, request, route, caller, context)
        }
        // A stranger must not learn which paths there are.
        if caller != nil, case .found(let route, let values) = match, let old = route.contract.deprecation {
            old.mark(&answer, values)
        }
        count(route?.name, answer, since: start)
        return finish(&answer, request, isSecret: route?.isSecret ?? Route.isSecret(below))
    }

    private func count(_ name: String?, _ answer: Answer, since start: ContinuousClock.Instant?) {
        guard let start else { return }
        services.metrics?.answered(
            route: name, status: answer.status.code, after: start.duration(to: .now))
    }

    // MARK: The order of FD-4

    private func admit(_ request: Request, _ match: RouteTable.Match) async throws -> Caller? {
        if case .found(let route, _) = match, Self.isOpen(route, request) { return nil }
        return try await Self.admit(request, services)
    }

    private static func admit(_ request: Request, _ services: Services) async throws -> Caller {
        guard let sent = request.headers.value(of: .authorization) else { throw FrontDoorError.invalidToken }
        if let cached = try services.frontDoor.cachedCaller(authorization: sent) { return cached }
        return try await services.frontDoor.admit(authorization: [sent])
    }

    /// Asks all of it again, once a body is in: it may have come slowly, and who was shut out or lost a right
    /// meanwhile must not write (FD-9).
    static func admitAgain(_ call: Call) async throws -> Caller {
        let caller = try await admit(call.request, call.services)
        if !call.route.access.isOfSession { try caller.requireSubscription() }
        try allow(call.route, call.values, caller)
        try requireAllowedAddress(call.route, caller, call.request, call.services, call.connection)
        return caller
    }

    private static func requireSubscription(
        _ caller: Caller?, _ match: RouteTable.Match
    ) throws(FrontDoorError) {
        if case .found(let route, _) = match, route.access.isOfSession { return }
        try caller?.requireSubscription()
    }

    private static func isOpen(_ route: Route, _ request: Request) -> Bool {
        switch route.access.open {
        case .never: return false
        case .always: return true
        case .withQuery(let name):
            let query = try? Query(request.head.path.map(Call.rawQuery) ?? "")
            return query?[name] != nil
        }
    }

    private static func require(_ match: RouteTable.Match) throws(WebError) -> (
        route: Route, values: [Substring]
    ) {
        switch match {
        case .found(let route, let values): return (route, values)
        case .otherMethods(let allowed): throw .methodNotAllowed(allowed: allowed)
        case .nothing: throw .notFound("There is no such path.")
        }
    }

    private static func allow(_ route: Route, _ values: [Substring], _ caller: Caller?) throws {
        guard let caller else { return }
        if !route.access.withTemporaryPassword { try caller.requireLastingPassword() }
        let needed = try neededPermissions(route, values)
        guard let first = needed.first, !needed.contains(where: caller.permissions.allow) else { return }
        throw FrontDoorError.permissionDenied(first)
    }

    /// Any one of them will do.
    private static func neededPermissions(_ route: Route, _ values: [Substring]) throws -> [Permission] {
        guard let kinds = route.access.kinds else { return route.access.permissions }
        guard let place = route.parameterNames.firstIndex(of: kinds.parameter),
            values.indices.contains(place), let value = values[place].percentDecoded(),
            let permission = kinds.permissions[value.tidied.lowercased()]
        else { throw WebError.notFound("There is no such path.") }
        return [permission]
    }

    private static func requireAllowedAddress(
        _ route: Route, _ caller: Caller?, _ request: Request, _ services: Services,
        _ context: ConnectionContext
    ) throws(FrontDoorError) {
        guard let caller, !route.access.isOfSession else { return }
        try caller.requireAllowed(from: context.clientAddress(of: request, services.settings).whole)
    }

    /// What the answer goes out in; JSON where the route has a form of its own, whatever `Accept` says.
    private static func form(of request: Request, _ route: Route) throws(WebError) -> MediaType {
        guard !route.forms.isEmpty else { return .json }
        guard let form = MediaType.preferred(request.headers.value(of: .accept), of: route.forms) else {
            throw .notAcceptable(route.forms)
        }
        return form
    }

    // MARK: What goes out

    func tell(
        _ error: any Error, _ request: Request, _ route: Route?, _ caller: Caller?,
        _ context: ConnectionContext
    ) -> Answer {
        let told = ErrorAnswer(error)
        // The route's name, not the path: a path can carry a token.
        var metadata: Logger.Metadata = [
            "route": .string(route?.name ?? "\(request.method.rawValue) (no route)"),
            "status": "\(told.status.code)", "error": .string(told.code),
        ]
        if let caller {
            metadata["business"] = "\(caller.business)"
            metadata["user"] = "\(caller.userNumber)"
        }
        if told.isFault || told.status.code == 503 {
            metadata["cause"] = .string(String(reflecting: error))
            context.logger(of: request).error("failed", metadata: metadata)
        } else {
            context.logger(of: request).info("refused", metadata: metadata)
        }
        // What went well has no line in the log to be found by.
        let isBare = told.status == .notFound && route?.contract.hasBareNotFound == true
        var answer = isBare ? .bareNotFound : told.answer
        if !isBare { answer.put(in: .ofRefusal(request), as: ErrorContract.body) }
        if let name = HTTPField.Name.requestID, let id = context.requestID(of: request) {
            answer.headers[name] = id
        }
        return answer
    }

    /// - Parameter answer: given up, so that its headers are added to and not copied.
    private func finish(_ answer: inout Answer, _ request: Request, isSecret: Bool) -> Response {
        if !isSecret { answer.compress(for: request) }
        var headers: HTTPFields = [:]
        swap(&headers, &answer.headers)
        if let field = HTTPField.noSniff { headers.append(field) }
        headers.append(isSecret ? .noStore : .privateNoCache)
        crossOrigin.allow(request, &headers)
        let response = Response(
            status: answer.status, headers: headers,
            body: answer.body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: answer.body)))
        // A body after an answer to HEAD would be read as the beginning of the next answer.
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The part of a path below `/v2`, in any case; nil when it is not there.
    private static func below(_ path: String) -> Substring? {
        let head = path.utf8.prefix(4)
        guard head.count >= 3, head.starts(with: "/v2".utf8) || head.starts(with: "/V2".utf8) else {
            return nil
        }
        let rest = path.dropFirst(3)
        return rest.isEmpty || rest.utf8.first == UInt8(ascii: "/") ? rest : nil
    }
}
