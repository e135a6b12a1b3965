import HTTPTypes
import Testing

@Suite struct AccountingPeriodRouteTests {
    private let path = "/v2/accountingperiods"
    /// Every test begins on 2026-03-09.
    private let first = #"""
        {"Id":1,"StartDate":"2025-04-01T00:00:00","EndDate":"2026-03-31T00:00:00","IsCurrentPeriod":true,\#
        "JournalRef":null,"YearEndJournalId":0}
        """#
    private let second = #"""
        {"Id":2,"StartDate":"2026-04-01T00:00:00","EndDate":"2027-03-31T00:00:00","IsCurrentPeriod":false,\#
        "JournalRef":null,"YearEndJournalId":0}
        """#

    @Test func aNewBusinessHasTheYearThatItBeginsIn() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get(path).text == "[\(first)]")
            #expect(try await server.get("\(path)?page=2").text == "[]")
        }
    }

    @Test func aYearFollowsTheLast() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(
                path, #"{"StartDate":"2026-04-01","EndDate":"2027-03-31T00:00:00"}"#)
            #expect(answer.status == .created && answer.text == second)
            #expect(try await server.get(path).text == "[\(first),\(second)]")
        }
    }

    @Test func theCurrentOneIsTodays() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post(path, #"{"StartDate":"2026-04-01","EndDate":"2027-03-31"}"#)
            // Half past midnight on the first of April in the United Kingdom.
            server.clock.advance(by: .seconds(22 * 86_400 + 13 * 3_600 + 1_800))
            let server = try await server.with(server.server.signIn(server.server.owner))
            #expect(
                try await server.get(path).text
                    == "[\(first.replacing("true", with: "false")),\(second.replacing("false", with: "true"))]"
            )
        }
    }

    @Test func aDeletedYearTakesTheLaterOnesWithIt() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post(path, #"{"StartDate":"2026-04-01","EndDate":"2027-03-31"}"#)
            _ = try await server.post(path, #"{"StartDate":"2027-04-01","EndDate":"2028-03-31"}"#)
            #expect(try await server.delete("\(path)/2").status == .noContent)
            #expect(try await server.get(path).text == "[\(first)]")
            #expect(try await server.delete("\(path)/1").status == .noContent)
            #expect(try await server.get(path).text == "[]")
            let any = try await server.post(path, #"{"StartDate":"2020-01-01","EndDate":"2020-01-01"}"#)
            #expect(
                any.status == .created && any.text.hasPrefix(#"{"Id":4,"StartDate":"2020-01-01T00:00:00""#))
        }
    }

    @Test(arguments: ["2", "0", "x", "99999999999999999999"])
    func whatIsNoneIsNotDeleted(id: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.delete("\(path)/\(id)").refuses(
                    .notFound, "NotFound", "There is no accounting period \(id)."))
            #expect(try await server.get(path).text == "[\(first)]")
        }
    }

    @Test func theWrongIsNamedAndNothingChanges() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.post(path, "{}", loosely: true).names(
                    ("StartDate", "StartDate is required."), ("EndDate", "EndDate is required.")))
            #expect(
                try await server.post(path, #"{"StartDate":"","EndDate":""}"#).names(
                    ("StartDate", "StartDate must not be empty."), ("EndDate", "EndDate must not be empty.")))
            #expect(
                try await server.post(path, #"{"StartDate":"2026-04-31","EndDate":"2027-03-31"}"#).names(
                    ("StartDate", "StartDate must be a date, as 2026-03-09.")))
            #expect(
                try await server.post(path, #"{"StartDate":"2026-04-02","EndDate":"2027-10-02"}"#).names(
                    ("StartDate", "StartDate must be 2026-04-01, the day after the last period ends."),
                    ("EndDate", "EndDate must be before 2027-10-02: a period has at most 18 months.")))
            #expect(try await server.get(path).text == "[\(first)]")
        }
    }

    @Test func onlyFullAccessReadsOrWrites() async throws {
        try await TestServer.run { server async throws in
            let clerk = try await server.user(with: .editInvoice)
            #expect(try await clerk.get(path).status == .unauthorized)
            #expect(
                try await clerk.post(path, #"{"StartDate":"2026-04-01","EndDate":"2027-03-31"}"#).status
                    == .unauthorized)
            #expect(try await clerk.delete("\(path)/1").status == .unauthorized)
            #expect(try await server.get(path).text == "[\(first)]")
        }
    }
}
