import CZlib
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import WebCore

/// Answers by `Accept-Encoding`.
@Suite struct CompressedAnswerTests {
    private let gzip: HTTPFields = [.acceptEncoding: "gzip, deflate, br"]

    /// What comes back, in bytes.
    private func answer(
        _ server: SignedInServer, _ path: String, _ headers: HTTPFields, token: String? = nil
    ) async throws -> (head: TestAnswer, bytes: [UInt8]) {
        var fields = headers
        if let token = token ?? server.token { fields[.authorization] = "KfToken \(token)" }
        let request = HTTPRequest(
            method: .get, scheme: "http", authority: "127.0.0.1:8080", path: path, headerFields: fields)
        let response = try await Guard(server.server.services).respond(
            to: Request(head: request, body: RequestBody(buffer: ByteBuffer())),
            context: ConnectionContext(
                source: .init(channel: TestServer.connection(), logger: TestServer.silence)))
        let body = CollectedBody()
        try await response.body.write(body)
        return (TestAnswer(status: response.status, headers: response.headers, text: ""), body.bytes)
    }

    /// By the library's other half.
    private func inflated(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        var input = bytes
        var output = [UInt8](repeating: 0, count: 4 << 20)
        let (status, count) = try input.withUnsafeMutableBufferPointer { input in
            try output.withUnsafeMutableBufferPointer { output in
                try withUnsafeMutablePointer(to: &stream) { stream in
                    try #require(
                        inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
                    defer { inflateEnd(stream) }
                    stream.pointee.next_in = input.baseAddress
                    stream.pointee.avail_in = UInt32(input.count)
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    return (inflate(stream, Z_FINISH), Int(stream.pointee.total_out))
                }
            }
        }
        #expect(status == Z_STREAM_END)
        return Array(output[..<count])
    }

    @Test(arguments: ["/v2/countries", "/v2/openapi.json", "/v2/docs"])
    func aLongAnswerIsTheSameOnceItIsInflated(path: String) async throws {
        try await TestServer.run { server in
            let plain = try await answer(server, path, [:])
            #expect(plain.bytes.count >= 1_024 && plain.head.headers[.contentEncoding] == nil)
            #expect(plain.head.headers[.contentLength] == String(plain.bytes.count))
            let packed = try await answer(server, path, gzip)
            #expect(packed.head.headers[.contentEncoding] == "gzip")
            #expect(packed.head.headers[.contentLength] == String(packed.bytes.count))
            #expect(packed.head.headers[.contentType] == plain.head.headers[.contentType])
            #expect(packed.bytes.count < plain.bytes.count / 2)
            #expect(try inflated(packed.bytes) == plain.bytes)
            for told in [plain, packed] {
                #expect(told.head.headers[values: .vary].contains("Accept-Encoding"))
            }
        }
    }

    @Test func anAnswerOfAKibibyteIsCompressedAndOneShorterIsNot() {
        var request = HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/")
        request.headerFields = gzip
        let asked = Request(head: request, body: RequestBody(buffer: ByteBuffer()))
        var short = Answer(.ok, json: [UInt8](repeating: 0x20, count: 1_023))
        short.compress(for: asked)
        #expect(short.headers[.contentEncoding] == nil && short.headers[.vary] == nil)
        #expect(short.body.count == 1_023)
        var long = Answer(.ok, json: [UInt8](repeating: 0x20, count: 1_024))
        long.compress(for: asked)
        #expect(long.headers[.contentEncoding] == "gzip" && long.body.count < 100)
    }

    @Test func whatGetsNoShorterGoesAsItIs() throws {
        var state: UInt64 = 20_260_309
        let noise = (0..<70_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        #expect(Gzip.compress(noise) == nil)
    }

    @Test(arguments: [512, 513, 1_024, 4_095, 4_096, 4_097, 32_768, 65_537, 300_000])
    func everyLengthComesBackWhole(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7 & 0x3F) }
        #expect(try inflated(try #require(Gzip.compress(bytes))) == bytes)
    }

    @Test func noAnswerWithSecretsIsCompressed() async throws {
        try await TestServer.run { server in
            for number in 1...12 {
                let made = try await server.post(
                    "/v2/users",
                    #"""
                    {"Username":"clerk.\#(number)","Email":"clerk\#(number)@harbour.example","FullName":"A. Clerk",\#
                    "Password":"four-quiet-harbours","MemorableWord":"tide7wind","RoleId":1}
                    """#)
                #expect(made.status == .created)
            }
            for path in ["/v2/users", "/v2/links/activation"] {
                let told = try await answer(server, path, gzip)
                #expect(told.bytes.count >= 1_024, "\(path)")
                #expect(
                    told.head.headers[.contentEncoding] == nil
                        && told.head.headers[.vary] != "Accept-Encoding")
            }
        }
    }

    @Test func aCompressedAnswerHasATagOfItsOwnThatHoldsUntilTheResourceChanges() async throws {
        try await TestServer.run { server in
            let note = String(repeating: "Oak, ash and elm. ", count: 80)
            _ = try await server.post(
                "/v2/customers", #"{"Code":"HARB01","Name":"Harbour","Note":"\#(note)"}"#)
            let path = "/v2/customers/HARB01"
            let plain = try #require(try await answer(server, path, [:]).head.headers[.eTag])
            let packed = try #require(try await answer(server, path, gzip).head.headers[.eTag])
            #expect(packed == plain.dropLast() + #".gzip""#)

            var known = gzip
            known[.ifNoneMatch] = packed
            let unchanged = try await answer(server, path, known)
            #expect(unchanged.head.status == .notModified && unchanged.bytes.isEmpty)
            #expect(unchanged.head.headers[.eTag] == packed)
            #expect(unchanged.head.headers[.contentEncoding] == nil)
            #expect(unchanged.head.headers[values: .vary].contains("Accept-Encoding"))

            let changed = try await server.put(
                path, #"{"Name":"Harbour Ltd","Note":"\#(note)"}"#, headers: [.ifMatch: packed])
            #expect(changed.status == .ok)
            #expect(try await answer(server, path, known).head.status == .ok)
        }
    }
}
