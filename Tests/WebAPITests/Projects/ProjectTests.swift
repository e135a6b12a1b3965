import HTTPTypes
import Testing

@Suite struct ProjectTests {
    @Test func aNewOneIsAnsweredInFullUnderTheNextNumber() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let answer = try await server.post(
                "/v2/projects",
                #"""
                {"Name":" Quay house ","Reference":"QH-7","Description":"New\nstairs","Note":"Keys at the office",
                 "Status":"completed","StartDate":"2026-03-09","EndDate":"2026-06-30 12:00:00","CustomerCode":"harb01",
                 "TargetSalesAmount":5000,"TargetPurchasesAmount":3000.005,"ExcludeVAT":true,"AssociatedQuotesCount":9}
                """#, loosely: true)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/projects/1")
            let expected = ProjectText(1, 1, "Quay house").with("Reference", #""QH-7""#)
                .with("Description", #""New\nstairs""#).with("Note", #""Keys at the office""#)
                .with("Status", #""Completed""#).with("StartDate", #""2026-03-09 12:00:00""#)
                .with("EndDate", #""2026-06-30 12:00:00""#).with("CustomerCode", #""HARB01""#)
                .with("CustomerName", #""Harbour Joinery Ltd""#).with("TargetSalesAmount", "5000.0000")
                .with("TargetPurchasesAmount", "3000.0100").with("ExcludeVAT", "true")
            #expect(answer.text == expected.text)
            #expect(try await server.get("/v2/projects/1").text == expected.text)
            #expect(
                try await server.post("/v2/projects", #"{"Name":"B"}"#).text == ProjectText(2, 2, "B").text)
            #expect(try await server.complaints() == [])
        }
    }

    @Test(arguments: [
        ("0", "Completed"), ("1", "Active"), ("2", "Archived"), (#""ACTIVE""#, "Active"),
        (#""2""#, "Archived"),
    ])
    func theNumbersOfOldClientsAreStatusesToo(sent: String, status: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(
                "/v2/projects", #"{"Name":"A","Status":\#(sent),"ExcludeVAT":1}"#, loosely: true)
            #expect(
                answer.text
                    == ProjectText(1, 1, "A").with("Status", #""\#(status)""#).with("ExcludeVAT", "true").text
            )
        }
    }

    @Test func aChangePutsWhatIsLeftOutBackButForTheNumber() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.addProject(
                "A",
                #","Number":7,"Reference":"R","Status":"Completed","CustomerCode":"HARB01","TargetSalesAmount":5"#
            )
            let read = try await server.get("/v2/projects/7")
            #expect(try await server.put("/v2/projects/7", read.text).text == read.text)
            let changed = try await server.put("/v2/projects/7", #"{"Name":"B"}"#)
            #expect(changed.status == .ok)
            #expect(changed.text == ProjectText(1, 7, "B").text)
        }
    }

    @Test func aNumberIsGivenOnce() async throws {
        try await TestServer.run { server in
            #expect(try await server.addProject("A", #","Number":5"#) == 5)
            #expect(try await server.addProject("B", #","Number":2"#) == 2)
            #expect(try await server.addProject("C") == 6)
            #expect(try await server.get("/v2/nextavailableprojectnumber").text == "7")
            let renumbered = try await server.put("/v2/projects/2", #"{"Name":"B","Number":9}"#)
            #expect(renumbered.status == .created)
            #expect(renumbered.headers[.location] == "/v2/projects/9")
            #expect(try await server.get("/v2/projects/2").status == .notFound)
            _ = try await server.delete("/v2/projects/6")
            let before = try await server.allProjects()
            for number in [2, 5, 6, 9] {
                let message =
                    "The number \(number) is or was another project's; leave it out for the next free one."
                let made = try await server.post("/v2/projects", #"{"Name":"D","Number":\#(number)}"#)
                #expect(made.refuses(.badRequest, "DuplicateNumber", message))
                if number != 5 {
                    let moved = try await server.put("/v2/projects/5", #"{"Name":"D","Number":\#(number)}"#)
                    #expect(moved.refuses(.badRequest, "DuplicateNumber", message))
                }
            }
            #expect(try await server.allProjects() == before)
            #expect(try await server.get("/v2/nextavailableprojectnumber").text == "10")
            #expect(try await server.complaints() == [])
        }
    }

    @Test func theOldPathIsTheSameAndSaysSo() async throws {
        try await TestServer.run { server in
            try await server.addProject("A")
            let old = try await server.get("/v2/project/1")
            #expect(try await old.text == server.get("/v2/projects/1").text)
            #expect(old.headers.contains { $0.name.canonicalName == "deprecation" })
            #expect(old.headers.contains { $0.name.canonicalName == "sunset" })
            let changed = try await server.put("/v2/project/1", #"{"Name":"B"}"#)
            #expect(changed.text == ProjectText(1, 1, "B").text)
            #expect(try await server.delete("/v2/project/1").status == .noContent)
            #expect(try await server.projects() == [])
        }
    }

    @Test func archivingTellsWhatChanged() async throws {
        try await TestServer.run { server in
            for name in ["A", "B", "C"] { try await server.addProject(name) }
            _ = try await server.put("/v2/projects/3", #"{"Name":"C","Status":"Completed"}"#)
            let path = "/v2/projects/archive-status/"
            #expect(try await server.put(path + "true", "[3,1,9,1]").text == "[3,1]")
            #expect(try await server.put(path + "TRUE", "[1,2]").text == "[2]")
            #expect(try await server.projects("?status=Archived") == [1, 2, 3])
            #expect(try await server.put(path + "false", "[3,1]").text == "[3,1]")
            #expect(try await server.put(path + "false", "[3]").text == "[]")
            #expect(try await server.projects("?status=Active") == [1, 3])
            let before = try await server.allProjects()
            let refused = try await server.put(path + "perhaps", "[1]")
            #expect(refused.names(("isArchived", "isArchived must be true or false.")))
            #expect(try await server.put(path + "true", "{}").status == .badRequest)
            #expect(try await server.put(path + "true", "[]").status == .badRequest)
            #expect(try await server.put(path + "true", #"["1"]"#, loosely: true).status == .badRequest)
            #expect(try await server.allProjects() == before)
        }
    }

    @Test func aProjectOutlivesItsCustomer() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.addProject("A", #","CustomerCode":"HARB01""#)
            #expect(try await server.delete("/v2/customers/HARB01").status == .noContent)
            #expect(try await server.get("/v2/projects/1").text == ProjectText(1, 1, "A").text)
        }
    }

    @Test func ifMatchHoldsAChange() async throws {
        try await TestServer.run { server in
            try await server.addProject("A")
            let tag = try #require(try await server.get("/v2/projects/1").headers[.eTag])
            #expect(
                try await server.put("/v2/projects/1", #"{"Name":"B"}"#, headers: [.ifMatch: tag]).status
                    == .ok)
            let late = try await server.put("/v2/projects/1", #"{"Name":"C"}"#, headers: [.ifMatch: tag])
            #expect(late.status == .preconditionFailed)
            #expect(
                try await server.delete("/v2/projects/1", headers: [.ifMatch: tag]).status
                    == .preconditionFailed)
            #expect(try await server.get("/v2/projects/1").text == ProjectText(1, 1, "B").text)
        }
    }

    @Test func fd27_anotherBusinesssProjectsAreNotThere() async throws {
        try await TestServer.run { server in
            try await server.addProject("A")
            let before = try await server.allProjects()
            let other = try await server.otherBusiness()
            #expect(try await other.projects() == [])
            #expect(try await other.get("/v2/projects/1").status == .notFound)
            #expect(try await other.put("/v2/projects/1", #"{"Name":"Mine"}"#).status == .notFound)
            #expect(try await other.put("/v2/projects/archive-status/true", "[1]").text == "[]")
            #expect(try await other.delete("/v2/projects/1").status == .notFound)
            #expect(try await server.allProjects() == before)
        }
    }
}
