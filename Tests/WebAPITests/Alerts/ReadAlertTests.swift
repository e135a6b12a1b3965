import HTTPTypes
import Testing

@Suite struct ReadAlertTests {
    @Test func whatIsStillUnreadIsAnsweredTheNewestFirst() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            _ = try await door.postAlert(business: nil, title: "Closed on Sunday", text: "From 8 to 9.")
            _ = try await door.postAlert(
                business: server.server.business, title: "Your \"plan\"", text: "It ends in April.")
            _ = try await door.postAlert(business: nil, title: "Open again", text: "Thank you.")
            let answer = try await server.put("/v2/alert/3", nil)
            #expect(answer.status == .ok)
            let first = #"{"Id":1,"Title":"Closed on Sunday","Text":"From 8 to 9."}"#
            #expect(
                answer.text == #"[{"Id":2,"Title":"Your \"plan\"","Text":"It ends in April."},"# + first + "]"
            )
            #expect(try await server.put("/v2/Alert/3/", nil).text == answer.text)
            #expect(try await server.put("/v2/alert/2", nil).text == "[\(first)]")
            let last = try await server.put("/v2/alert/1", nil)
            #expect(last.status == .ok && last.text == "[]")
        }
    }

    @Test func eachUserReadsForThemselvesAndNeedsNoPermission() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            _ = try await door.postAlert(business: nil, title: "A", text: "a")
            _ = try await door.postAlert(business: nil, title: "B", text: "b")
            let other = try await server.user(with: .viewProject)
            #expect(try await server.put("/v2/alert/1", nil).text == #"[{"Id":2,"Title":"B","Text":"b"}]"#)
            #expect(try await other.put("/v2/alert/2", nil).text == #"[{"Id":1,"Title":"A","Text":"a"}]"#)
        }
    }

    @Test(arguments: ["2", "99", "0", "-1", "x", "1.0", "99999999999999999999"])
    func anUnknownOneOrAnotherBusinesssIs404AndNothingIsRead(id: String) async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let other = try await server.otherBusiness()
            _ = try await door.postAlert(business: nil, title: "A", text: "a")
            _ = try await door.postAlert(business: server.server.business, title: "B", text: "b")
            #expect(
                try await other.put("/v2/alert/\(id)", nil).refuses(
                    .notFound, "NotFound", "There is no such alert."))
            #expect(try await door.alerts().map(\.readers) == [0, 0])
            #expect(try await server.put("/v2/alert/2", nil).text == #"[{"Id":1,"Title":"A","Text":"a"}]"#)
        }
    }

    @Test func itIsReadForTheUserInEveryBusiness() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let other = try await server.server.otherBusiness()
            try await door.addMembership(
                business: other.business, username: server.server.owner.username, role: nil,
                from: .commandLine)
            _ = try await door.postAlert(business: nil, title: "A", text: "a")
            let theirs = try await door.postAlert(business: other.business, title: "B", text: "b")
            #expect(try await server.put("/v2/alert/1", nil).text == "[]")
            let away = server.with(
                try await server.get("/v2/sessiontoken/\(other.business)").sessionToken)
            #expect(try await away.put("/v2/alert/\(theirs.id)", nil).text == "[]")
        }
    }
}
