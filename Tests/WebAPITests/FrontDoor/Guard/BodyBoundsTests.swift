import HTTPTypes
import Testing

/// Bodies: huge, deep, of the wrong type or encoding (FD-25). Each is refused and changes nothing.
@Suite struct BodyBoundsTests {
    private func refusals(
        of bodies: [(bytes: [UInt8], code: String, message: String)], _ status: HTTPResponse.Status
    ) async throws {
        try await TestServer.run { server in
            for body in bodies {
                let answer = try await server.server.ask(
                    .post, "/v2/customers", body.bytes, token: server.token)
                #expect(
                    answer.refuses(status, body.code, body.message),
                    "\(String(decoding: body.bytes.prefix(40), as: UTF8.self)): \(answer.text)")
            }
            let list = try await server.get("/v2/customers")
            #expect(list.text.contains(#""TotalRecords":0"#))
        }
    }

    @Test func fd25_aBodyOverAMebibyteIs413() async throws {
        let message = "The body is larger than 1048576 bytes."
        let start = Array(#"{"Name":"N","Note":""#.utf8)
        let huge = start + [UInt8](repeating: UInt8(ascii: "a"), count: 2_000_000) + Array(#""}"#.utf8)
        try await refusals(
            of: [
                (huge, "PayloadTooLarge", message),
                ([UInt8](repeating: 0x20, count: 1_048_577), "PayloadTooLarge", message),
            ], .contentTooLarge)
    }

    @Test func fd25_aBodyOfExactlyAMebibyteIsRead() async throws {
        try await TestServer.run { server async throws in
            var body = Array(#"{"Name":"N"}"#.utf8)
            body += [UInt8](repeating: 0x20, count: 1_048_576 - body.count)
            #expect(
                try await server.server.ask(.post, "/v2/customers", body, token: server.token).status
                    == .created)
        }
    }

    @Test func fd25_aDeclaredLengthOverTheBoundIsRefusedUnread() async throws {
        try await TestServer.run { server in
            let answer = try await server.server.ask(
                .post, "/v2/customers", Array("{}".utf8), token: server.token,
                headers: [.contentLength: "1048577"])
            #expect(
                answer.refuses(
                    .contentTooLarge, "PayloadTooLarge", "The body is larger than 1048576 bytes."))
        }
    }

    @Test func fd25_signInTakesFourKibibytes() async throws {
        try await TestServer.withoutSession { server async throws in
            let right = Array(#"{"UserName":"harbour.admin","Password":"six-brass-lanterns"}"#.utf8)
            func padded(to count: Int) -> [UInt8] {
                right + [UInt8](repeating: 0x20, count: count - right.count)
            }
            #expect(try await server.send(.post, "/v2/sessiontoken", padded(to: 4_096)).status == .created)
            for method in [HTTPRequest.Method.post, .put] {
                #expect(
                    try await server.send(method, "/v2/sessiontoken", padded(to: 4_097)).refuses(
                        .contentTooLarge, "PayloadTooLarge", "The body is larger than 4096 bytes."))
            }
        }
    }

    @Test func fd25_thirtyTwoLevelsAreReadAndNoMore() async throws {
        try await TestServer.run { server async throws in
            func nested(_ depth: Int, _ open: String, _ close: String) -> String {
                let inner =
                    String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
                return #"{"Name":"N","Other":\#(inner)}"#
            }
            for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
                #expect(
                    try await server.post("/v2/customers", nested(31, open, close), loosely: true).status
                        == .created)
                let column = #"{"Name":"N","Other":"#.count + 31 * open.count + 1
                #expect(
                    try await server.post("/v2/customers", nested(32, open, close)).refuses(
                        .badRequest, "InvalidRequest",
                        "The body is nested more than 32 levels deep at line 1, column \(column)."))
                #expect(
                    try await server.post("/v2/customers", nested(100_000, open, close)).status == .badRequest
                )
            }
        }
    }

    @Test func fd25_numbersOfThirtyEightDigitsAreReadAndNoMore() async throws {
        try await TestServer.run { server in
            let digits = String(repeating: "9", count: 38)
            #expect(
                try await server.post("/v2/customers", #"{"Name":"N","Other":\#(digits)}"#, loosely: true)
                    .status
                    == .created)
            let answer = try await server.post("/v2/customers", #"{"Name":"N","Other":\#(digits)9}"#)
            #expect(answer.status == .badRequest)
            #expect(
                answer.text.hasPrefix(
                    #"{"Error":"InvalidRequest","Message":"A number has more than 38 digits at"#))
            let huge = String(repeating: "1", count: 500_000)
            #expect(
                try await server.post("/v2/customers", #"{"Name":"N","CreditLimit":\#(huge)}"#).status
                    == .badRequest)
            let power = try await server.post("/v2/customers", #"{"Name":"N","CreditLimit":1e999999999}"#)
            #expect(power.status == .badRequest, "\(power.text)")
        }
    }

    @Test func fd25_whatIsNotJSONInUTF8IsA400ThatNamesThePlace() async throws {
        let form = "The body is not well-formed JSON at line"
        let bodies: [[UInt8]] = [
            [], Array("{".utf8), Array("{}{}".utf8), Array("nul".utf8), Array(#"{"Name":"N",}"#.utf8),
            Array("{'Name':'N'}".utf8), Array(#"{"Name":N}"#.utf8), Array(#"{"Name":"N"} x"#.utf8),
            Array(#"{"Name":"a\nb"}"#.utf8).map { $0 == UInt8(ascii: "n") ? 0x0a : $0 },
            Array(#"{"Name":""#.utf8) + [0xff] + Array(#""}"#.utf8),
            // Overlong, half a surrogate, and beyond Unicode.
            Array(#"{"Name":""#.utf8) + [0xc0, 0xaf] + Array(#""}"#.utf8),
            Array(#"{"Name":""#.utf8) + [0xed, 0xa0, 0x80] + Array(#""}"#.utf8),
            Array(#"{"Name":""#.utf8) + [0xf4, 0x90, 0x80, 0x80] + Array(#""}"#.utf8),
            Array(#"{"Name":"\ud800"}"#.utf8), Array(#"{"Name":"N"}"#.utf8) + [0],
            [0] + Array(#"{"Name":"N"}"#.utf8),
            // UTF-16 and UTF-32, each way round.
            [0xff, 0xfe]
                + #"{"Name":"N"}"#.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
            [0xfe, 0xff]
                + #"{"Name":"N"}"#.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] },
            #"{"Name":"N"}"#.unicodeScalars.flatMap { [UInt8(truncatingIfNeeded: $0.value), 0, 0, 0] },
            // Gzip.
            [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0],
        ]
        try await TestServer.run { server in
            for body in bodies {
                let answer = try await server.server.ask(.post, "/v2/customers", body, token: server.token)
                #expect(answer.status == .badRequest, "\(body.prefix(24))")
                #expect(
                    answer.text.hasPrefix(#"{"Error":"InvalidRequest","Message":"\#(form) 1, column "#)
                        || answer.text.hasPrefix(#"{"Error":"InvalidRequest","Message":"\#(form) 2, column "#),
                    "\(answer.text)")
            }
            #expect(try await server.get("/v2/customers").text.contains(#""TotalRecords":0"#))
        }
    }

    @Test(arguments: [
        "text/plain", "text/html", "application/xml; charset=iso-8859-1", "text/xml;charset=\"utf-16\"",
        "application/soap+xml", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp", "application/octet-stream", "", "json", "application/xml, application/json",
    ])
    func fd25_aBodyOfAnotherTypeIs415(type: String) async throws {
        try await TestServer.run { server async throws in
            for path in ["/v2/customers", "/v2/sessiontoken"] {
                #expect(
                    try await server.post(path, #"{"Name":"N"}"#, headers: [.contentType: type]).refuses(
                        .unsupportedMediaType, "UnsupportedMediaType",
                        """
                        The body must be JSON or XML, in UTF-8: send Content-Type: application/json or \
                        application/xml.
                        """))
            }
            #expect(try await server.get("/v2/customers").text.contains(#""TotalRecords":0"#))
        }
    }

    @Test(arguments: [
        "application/json", "Application/JSON; charset=UTF-8", "text/json", "application/hal+json",
    ])
    func aBodyOfJSONByAnyOfItsNamesIsRead(type: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/customers", #"{"Name":"N"}"#, headers: [.contentType: type])
            #expect(answer.status == .created)
        }
    }
}
