import HTTPTypes
import Testing

@testable import WebCore

/// `ETag`, `If-None-Match` and `If-Match`, as RFC 9110 has them.
@Suite struct VersionTests {
    @Test func whatAClientHasIsNotSentAgain() async throws {
        try await withCustomer { server, seen in
            let tag = try seen.tag
            #expect(tag.wholeMatch(of: #/"[A-Za-z0-9_-]{22}"/#) != nil)
            for tags in [tag, "W/\(tag)", #""other", \#(tag)"#, "*"] {
                let answer = try await server.get("/v2/customers/HARB01", headers: .ifNoneMatch(tags))
                #expect(answer.status == .notModified && answer.text.isEmpty, "\(tags)")
                #expect(answer.headers[.eTag] == tag)
                #expect(answer.headers[.cacheControl] == "private, no-cache")
                #expect(answer.headers[.contentType] == nil)
            }
            for tags in [#""other""#, String(tag.dropFirst().dropLast()), "", ","] {
                let answer = try await server.get("/v2/customers/HARB01", headers: .ifNoneMatch(tags))
                #expect(answer.status == .ok && answer.text == seen.text, "\(tags)")
            }
            #expect(try await server.put("/v2/customers/HARB01", #"{"Name":"Changed"}"#).status == .ok)
            let changed = try await server.get("/v2/customers/HARB01", headers: .ifNoneMatch(tag))
            #expect(changed.status == .ok && changed.text.contains("Changed"))
        }
    }

    @Test func theSameBytesHaveTheSameTagAfterARestart() async throws {
        try await withCustomer { server, seen in
            try await server.server.killed { next in
                let other = try await next.send(.get, "/v2/customers/HARB01", token: server.token)
                #expect(other.text == seen.text)
                #expect(try other.tag == seen.tag)
            }
        }
    }

    @Test func aListHasNoTag() async throws {
        try await withCustomer { server, _ async throws in
            #expect(try await server.get("/v2/customers").headers[.eTag] == nil)
            #expect(
                try await server.get("/v2/customers", headers: .ifNoneMatch("*")).status == .ok)
        }
    }

    @Test func ofTwentyChangesOfOneVersionAtOnceOneIsMade() async throws {
        try await withCustomer { server, seen in
            let tag = try seen.tag
            let answers = try await atOnce(20) { place in
                try await server.put(
                    "/v2/customers/HARB01", #"{"Name":"Changed \#(place)"}"#, headers: .ifMatch(tag))
            }
            let made = answers.filter { $0.status == .ok }
            #expect(made.count == 1)
            #expect(answers.count { $0.refusesVersion } == 19)
            #expect(try await server.get("/v2/customers/HARB01").text == made.first?.text)
        }
    }

    @Test func anyVersionIsAnyThatIsThere() async throws {
        try await withCustomer { server, seen in
            let changed = try await server.put(
                "/v2/customers/HARB01", #"{"Name":"Changed"}"#, headers: .ifMatch("*"))
            #expect(changed.status == .ok)
            let renamed = try await server.put(
                "/v2/customers/HARB01", #"{"Name":"Changed","Code":"QUAY01"}"#,
                headers: .ifMatch(#""other" , \#(changed.tag)"#))
            #expect(renamed.status == .created)
            let shown = try await server.get("/v2/customers/QUAY01")
            #expect(try renamed.tag == shown.tag)
            // What is not there has no version to be of: the path is asked first (RFC 9110, section 13.2.1).
            let gone = try await server.delete("/v2/customers/HARB01", headers: .ifMatch("*"))
            #expect(gone.refuses(.notFound, "NotFound", "There is no customer HARB01."))
        }
    }

    @Test func aWeakTagAllowsNoChange() async throws {
        try await withCustomer { server, seen in
            let refused = try await server.put(
                "/v2/customers/HARB01", #"{"Name":"Changed"}"#, headers: .ifMatch("W/\(seen.tag)"))
            #expect(refused.refusesVersion)
            #expect(try await server.get("/v2/customers/HARB01").text == seen.text)
        }
    }

    @Test(arguments: ["abc", "\"abc", "", "* , \"abc\"", "\"a\" \"b\"", "w/\"a\""])
    func whatIsNoTagIsRefusedAsSuch(tags: String) async throws {
        try await withCustomer { server, seen in
            let refused = try await server.delete("/v2/customers/HARB01", headers: .ifMatch(tags))
            #expect(
                refused.names(
                    (
                        "If-Match",
                        #"If-Match must be * or the ETag of a GET with its quotes, as \"7LrdCRFj\"."#
                    )
                ), "\(refused.text)")
            #expect(try await server.get("/v2/customers/HARB01").text == seen.text)
        }
    }

    /// A condition that nothing would ask must not look as if it had been.
    @Test func whereThereAreNoVersionsNoneIsMatched() async throws {
        try await withCustomer { server, seen in
            let listed = try await server.get("/v2/customers").text
            for (method, path, body, headers) in [
                (
                    HTTPRequest.Method.put, "/v2/internal/customers/archive", #"["HARB01"]"#,
                    .ifMatch(try seen.tag)
                ),
                (.put, "/v2/internal/customers/archive", #"["HARB01"]"#, .ifMatch("*")),
                (.put, "/v2/internal/customers/archive", #"["HARB01"]"#, .ifNoneMatch("*")),
                (.post, "/v2/customers", #"{"Name":"Quay"}"#, .ifMatch(try seen.tag)),
                (.post, "/v2/customers", #"{"Name":"Quay"}"#, .ifNoneMatch("*")),
                (.get, "/v2/customers", "", .ifMatch(try seen.tag)),
                (.head, "/v2/customers", "", .ifMatch(#""a""#)),
            ] as [(HTTPRequest.Method, String, String, HTTPFields)] {
                let answer = try await server.server.ask(
                    method, path, Array(body.utf8), token: server.token, headers: headers)
                #expect(answer.status == .preconditionFailed, "\(method) \(path) \(headers)")
                #expect(method == .head || answer.refusesForNoVersions, "\(answer.text)")
            }
            #expect(try await server.get("/v2/customers").text == listed)
            // What is there is there, and has none of the versions that are named.
            #expect(try await server.get("/v2/customers", headers: .ifMatch("*")).text == listed)
            let made = try await server.server.ask(
                .post, "/v2/customers", Array(#"{"Name":"Quay"}"#.utf8), token: server.token,
                headers: .ifNoneMatch(seen.tag))
            #expect(made.status == .created)
        }
    }

    @Test func whoWantsOneVersionIsShownNoOther() async throws {
        try await withCustomer { server, seen in
            let tag = try seen.tag
            for tags in [tag, "*", #""other", \#(tag)"#] {
                let answer = try await server.get("/v2/customers/HARB01", headers: .ifMatch(tags))
                #expect(answer.status == .ok && answer.text == seen.text)
                #expect(try answer.tag == tag)
            }
            for tags in [#""other""#, "W/\(tag)"] {
                for method in [HTTPRequest.Method.get, .head] {
                    let answer = try await server.server.send(
                        method, "/v2/customers/HARB01", token: server.token, headers: .ifMatch(tags))
                    #expect(answer.status == .preconditionFailed && answer.headers[.eTag] == nil)
                    #expect(method == .head || answer.refusesVersion, "\(tags)")
                }
            }
            // It is asked before what would spare the answer.
            let both = try await server.get(
                "/v2/customers/HARB01", headers: [.ifMatch: #""other""#, .ifNoneMatch: tag])
            #expect(both.refusesVersion)
            let known = try await server.get(
                "/v2/customers/HARB01", headers: [.ifMatch: tag, .ifNoneMatch: tag])
            #expect(known.status == .notModified)
            #expect(
                try await server.get("/v2/customers/HARB01", headers: .ifMatch("abc")).status == .badRequest)
            let gone = try await server.get("/v2/customers/NONE01", headers: .ifMatch(tag))
            #expect(gone.refuses(.notFound, "NotFound", "There is no customer NONE01."))
        }
    }

    /// RFC 9110, section 13.1.2.
    @Test func whatMustNotBeThereIsNotChanged() async throws {
        try await withCustomer { server, seen in
            let tag = try seen.tag
            for tags in ["*", tag, "W/\(tag)", #""other", \#(tag)"#, tag.dropLast() + #".xml""#] {
                let put = try await server.put(
                    "/v2/customers/HARB01", #"{"Name":"Changed"}"#, headers: .ifNoneMatch(tags))
                #expect(put.refusesUnwanted, "\(tags): \(put.text)")
                let deletion = try await server.delete("/v2/customers/HARB01", headers: .ifNoneMatch(tags))
                #expect(deletion.refusesUnwanted, "\(tags): \(deletion.text)")
            }
            let unread = try await server.put(
                "/v2/customers/HARB01", #"{"Name":"Changed"}"#, headers: .ifNoneMatch("abc"))
            #expect(
                unread.names(
                    (
                        "If-None-Match",
                        #"If-None-Match must be * or the ETag of a GET with its quotes, as \"7LrdCRFj\"."#
                    )
                ), "\(unread.text)")
            #expect(try await server.get("/v2/customers/HARB01").text == seen.text)
            let other = try await server.put(
                "/v2/customers/HARB01", #"{"Name":"Changed"}"#,
                headers: [.ifMatch: tag, .ifNoneMatch: #""other""#])
            #expect(other.status == .ok)
        }
    }

    @Test func eachFormHasATagAndAnyOfThemAllowsAChange() async throws {
        try await withCustomer { server, seen in
            let xml: HTTPFields = [.accept: "application/xml"]
            let other = try await server.get("/v2/customers/HARB01", headers: xml)
            #expect(try other.tag == seen.tag.dropLast() + #".xml""#)
            let sameForm = try await server.get(
                "/v2/customers/HARB01", headers: [.accept: "application/xml", .ifNoneMatch: other.tag])
            #expect(sameForm.status == .notModified)
            #expect(try sameForm.tag == other.tag)
            let otherForm = try await server.get(
                "/v2/customers/HARB01", headers: [.accept: "application/xml", .ifNoneMatch: seen.tag])
            #expect(otherForm.status == .ok)
            let changed = try await server.put(
                "/v2/customers/HARB01", #"{"Name":"Changed"}"#, headers: .ifMatch(other.tag))
            #expect(changed.status == .ok)
        }
    }

    private func withCustomer(
        _ body: (SignedInServer, _ seen: TestAnswer) async throws -> Void
    ) async throws {
        try await TestServer.run { server in
            let made = try await server.post("/v2/customers", #"{"Code":"HARB01","Name":"Harbour"}"#)
            #expect(made.status == .created)
            try await body(server, try await server.get("/v2/customers/HARB01"))
        }
    }
}
