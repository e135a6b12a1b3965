import HTTPTypes

/// What a route answers: a status, headers of its own, and the bytes of its body.
public struct Answer: Sendable {
    public var status: HTTPResponse.Status
    public var headers: HTTPFields = [:]
    public var body: [UInt8]

    public init(_ status: HTTPResponse.Status, json: [UInt8]) {
        self.status = status
        body = json
        headers.append(.json)
    }

    private init(status: HTTPResponse.Status) {
        self.status = status
        body = []
    }

    /// A 404 that says nothing more.
    static let bareNotFound = Answer(status: .notFound)

    /// What the client has is what there is.
    static let notModified = Answer(status: .notModified)

    /// Success with nothing to say.
    public static let noContent = Answer(status: .noContent)

    /// 200 with an empty body, where the documentation has that.
    public static let done = Answer(status: .ok)

    /// Text of another kind than JSON: the contract's page.
    public init(text: [UInt8], contentType: String) {
        status = .ok
        body = text
        headers[.contentType] = contentType
    }

    /// One resource.
    public init<Wire: WireTable>(_ wire: Wire, status: HTTPResponse.Status = .ok) {
        var writer = WireWriter()
        Wire.shape.write(wire, to: &writer)
        self.init(status, json: writer.bytes)
    }

    /// A bare string, as some calls answer.
    public init(text: String) {
        var writer = WireWriter(capacity: 64)
        writer.text(text)
        self.init(.ok, json: writer.bytes)
    }

    /// A bare whole number, as some calls answer.
    public init(number: Int64) {
        self.init(.ok, json: Array(String(number).utf8))
    }

    /// A bare boolean, as some calls answer.
    public init(flag: Bool) {
        self.init(.ok, json: Array((flag ? "true" : "false").utf8))
    }

    /// A bare array of strings.
    public init(texts: [String]) {
        var writer = WireWriter(capacity: 512)
        writer.list(texts) { $1.text($0) }
        self.init(.ok, json: writer.bytes)
    }

    /// A bare array of whole numbers.
    public init(numbers: [Int64]) {
        var writer = WireWriter(capacity: 64)
        writer.list(numbers) { $1.integer($0) }
        self.init(.ok, json: writer.bytes)
    }

    /// Says where what was created lives; each segment is encoded here.
    public func at(_ segments: String...) -> Answer {
        var answer = self
        answer.headers[.location] = "/v2/" + segments.map(\.percentEncodedSegment).joined(separator: "/")
        return answer
    }
}
