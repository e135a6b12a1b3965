import Bookkeeping
import Books
import FrontDoor
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// One request on its way through a route: who calls, what was sent, and the book it may open.
public struct Call: Sendable {
    public let request: Request
    public let route: Route
    public let services: Services
    /// The undecoded path, with `/v2`.
    public let path: String
    /// As the guard let them in; nil only on a route that is open.
    private let admitted: Caller?
    /// Where a body is taken, or is part of what a key stands for: the caller as they are once it is in.
    private let later: LaterCaller?
    /// The form that the answer goes out in, as `Accept` asks. Routes answer in JSON; the guard makes it XML.
    let form: MediaType
    /// Where something is made, and the client gave the call a key.
    let key: IdempotencyKey?
    let values: [Substring]
    let connection: ConnectionContext

    init(
        request: Request, route: Route, services: Services, path: String, admitted: Caller?,
        later: LaterCaller?, form: MediaType, key: IdempotencyKey?, values: [Substring],
        connection: ConnectionContext
    ) {
        self.request = request
        self.route = route
        self.services = services
        self.path = path
        self.admitted = admitted
        self.later = later
        self.form = form
        self.key = key
        self.values = values
        self.connection = connection
    }

    /// Who calls; once a body was read, as they were then.
    /// - Throws: `FrontDoorError.invalidToken` on an open route, which has nobody.
    public var caller: Caller {
        get throws {
            guard let caller = later?.caller ?? admitted else { throw FrontDoorError.invalidToken }
            return caller
        }
    }

    /// Runs `body` with the caller's book, which stays open until it ends. Nothing in a request can name another
    /// business (FD-27).
    public func withBook<Value>(_ body: (Book) async throws -> Value) async throws -> Value {
        let caller = try caller
        return try await services.bookshelf.withBook(caller.business) {
            try await body($0.written(by: caller.identity))
        }
    }

    /// The path parameter `name`, decoded once.
    /// - Throws: `WebError.invalidRequest` when it isn't percent-encoded UTF-8.
    public func pathText(_ name: String) throws(WebError) -> String {
        guard let index = route.parameterNames.firstIndex(of: name), values.indices.contains(index) else {
            throw .notFound("There is no such path.")
        }
        guard let text = values[index].percentDecoded() else {
            throw .invalidRequest("The path is not percent-encoded UTF-8.")
        }
        return text.tidied
    }

    /// - Throws: `WebError.invalidRequest` when it isn't percent-encoded UTF-8.
    public var query: Query {
        get throws(WebError) {
            try Query(rawQuery)
        }
    }

    /// As it was sent.
    var rawQuery: Substring { request.head.path.map(Call.rawQuery) ?? "" }

    static func rawQuery(_ target: String) -> Substring {
        guard let mark = target.firstIndex(of: "?") else { return "" }
        return target[target.index(after: mark)...].prefix { $0 != "#" }
    }

    /// The body as a tree of exact values.
    /// - Throws: `WebError` when it is too large, of another media type, or not well-formed; what `beforeParsing`
    ///   throws.
    /// - Parameter beforeParsing: asked once the body is in and not too large (FD-4: size, throttle, parsing).
    public func body(
        bytesMax: Int? = nil, beforeParsing: () throws -> Void = {}
    ) async throws -> WireValue {
        let type = try MediaType.sent(request.headers[.contentType])
        let bytes = try await received(bytesMax: bytesMax ?? services.settings.bodyBytesMax)
        try beforeParsing()
        switch type {
        case .json: return try JSONReader.read(bytes)
        case .xml: return try XMLForm.value(XMLReader.read(bytes), as: route.contract.takes ?? .document)
        }
    }

    /// The body as `Wire` reads it.
    /// - Throws: `WebError.validation` with every wrong field, and what `body` throws.
    public func wire<Wire: WireTable>(
        _: Wire.Type, bytesMax: Int? = nil, beforeParsing: () throws -> Void = {}
    ) async throws -> Wire {
        try Wire(await body(bytesMax: bytesMax, beforeParsing: beforeParsing))
    }

    /// The body's bytes, once; who sent them is asked again when they are in.
    /// - Throws: `WebError` when it is too large or compressed; what the guard throws.
    func received(bytesMax: Int) async throws -> [UInt8] {
        let bytes = try await sentBytes(bytesMax: bytesMax)
        key?.body = bytes
        if let later { later.set(try await Guard.admitAgain(self)) }
        return bytes
    }

    private func sentBytes(bytesMax: Int) async throws -> [UInt8] {
        if let coding = request.headers[.contentEncoding], coding.lowercased() != "identity" {
            throw WebError.unsupportedCoding
        }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > bytesMax {
            throw WebError.payloadTooLarge(bytesMax: bytesMax)
        }
        var bytes: [UInt8] = []
        for try await part in request.body {
            guard bytes.count + part.readableBytes <= bytesMax else {
                throw WebError.payloadTooLarge(bytesMax: bytesMax)
            }
            bytes += part.readableBytesView
        }
        return bytes
    }
}

/// The caller of a call whose body is in. A body can take minutes, in which a session ends and rights change.
final class LaterCaller: Sendable {
    private let known = Mutex<Caller?>(nil)

    var caller: Caller? { known.withLock { $0 } }

    func set(_ caller: Caller) {
        known.withLock { $0 = caller }
    }
}
