import Foundation
import HTTPTypes
import Testing
import WebCore

@testable import WebAPI

/// Old paths say that they are old, until when they are answered, and where to go.
@Suite struct OldPathTests {
    private func told(_ answer: TestAnswer) throws -> [String?] {
        try ["Deprecation", "Sunset", "Link"].map { answer.headers[try #require(HTTPField.Name($0))] }
    }

    private func all(_ link: String) -> [String?] {
        ["@1767225600", "Thu, 01 Jan 2032 00:00:00 GMT", #"<\#(link)>; rel="successor-version""#]
    }

    @Test func theOldPathOfAUserSaysSoWhateverItAnswers() async throws {
        try await TestServer.run { server in
            let user = try await server.get("/v2/user/1")
            let today = try await server.get("/v2/users/1")
            #expect(user.status == .ok && user.text == today.text)
            #expect(try told(user) == all("/v2/users/1"))
            let missing = try await server.get("/v2/User/99/")
            #expect(missing.status == .notFound)
            #expect(try told(missing) == all("/v2/users/99"))
            let refused = try await server.put("/v2/user/1", "{")
            #expect(refused.status == .badRequest)
            #expect(try told(refused) == all("/v2/users/1"))
        }
    }

    @Test func theOldPathOfAProjectSaysSoWhetherThereIsOneOrNot() async throws {
        try await TestServer.run { server in
            try await server.addProject("Quay house")
            for (number, status) in [(1, HTTPResponse.Status.ok), (7, .notFound)] {
                let answer = try await server.get("/v2/project/\(number)")
                #expect(answer.status == status)
                #expect(try told(answer) == all("/v2/projects/\(number)"))
            }
        }
    }

    @Test func whatIsSentDoesNotEndTheLinkEarly() async throws {
        try await TestServer.run { server in
            let answer = try await server.server.ask(
                .get, #"/v2/user/1%3E;%20rel=%22next%22,%20%3C%2Fevil>"x"#, token: server.token)
            #expect(try told(answer) == all("/v2/users/1%3E%3B%20rel%3D%22next%22%2C%20%3C%2Fevil%3E%22x"))
            let unreadable = try await server.server.ask(.get, "/v2/user/%ff", token: server.token)
            #expect(try told(unreadable) == Array(all("").prefix(2)) + [nil])
        }
    }

    @Test func fd1_aStrangerIsNotToldThatThePathIsOld() async throws {
        try await TestServer.run { server in
            let answer = try await server.with(nil).get("/v2/user/1")
            #expect(answer.isRefusal(.invalidToken))
            #expect(try told(answer) == [nil, nil, nil])
        }
    }

    @Test func todaysPathsSayNothing() async throws {
        try await TestServer.run { server async throws in
            #expect(try told(try await server.get("/v2/users/1")) == [nil, nil, nil])
            #expect(try told(try await server.get("/v2/users")) == [nil, nil, nil])
        }
    }

    @Test func theTableHasRoutesAndRealDays() throws {
        let form = DateFormatter()
        form.locale = Locale(identifier: "en_US_POSIX")
        form.timeZone = TimeZone(identifier: "UTC")
        form.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let table = Router.table(version: "test")
        for (path, deprecation) in OldPaths.all {
            let until = try #require(form.date(from: deprecation.until))
            #expect(form.string(from: until) == deprecation.until)
            #expect(until.timeIntervalSince1970 > Double(deprecation.since))
            let old = table.routes.filter { $0.path == path }
            #expect(!old.isEmpty)
            for route in old {
                #expect(route.contract.deprecation == deprecation)
                #expect(
                    table.routes.contains { $0.path == deprecation.successor && $0.method == route.method })
            }
        }
        let marked = Set(table.routes.filter { $0.contract.deprecation != nil }.map(\.path))
        #expect(marked == Set(OldPaths.all.map(\.path)))
    }
}
