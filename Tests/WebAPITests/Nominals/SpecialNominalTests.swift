import HTTPTypes
import Testing

@Suite struct SpecialNominalTests {
    @Test func aRoleHasOneNominalHoweverOftenItIsAskedFor() async throws {
        try await TestServer.run { server async throws in
            let before = try await server.get("/v2/nominals").text
            let discounts = try await server.get("/v2/nominals/4009").text
            let made = try await server.post("/v2/internal/discountnominal", #"{"Name":"Money off"}"#)
            #expect(made.status == .created && made.text == discounts)
            #expect(made.headers[.location] == "/v2/nominals/4009")
            let special = try await server.post(
                "/v2/nominals/special", #"{"Name":"Debtors","Special":1,"Code":1101}"#)
            #expect(special.status == .created && special.headers[.location] == "/v2/nominals/1100")
            #expect(try await server.get("/v2/nominals").text == before)
        }
    }

    @Test(arguments: [
        (#"{"Name":"A"}"#, "Special", "is required."),
        (#"{"Name":"A","Special":26}"#, "Special", "must be a whole number from 1 to 25."),
        (#"{"Name":"A","Special":0}"#, "Special", "must be a whole number from 1 to 25."),
        (#"{"Special":8}"#, "Name", "is required."),
        (#"{"Name":"","Special":8}"#, "Name", "must not be empty."),
    ])
    func aBadBodyNamesTheField(body: String, field: String, rule: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("/v2/nominals/special", body, loosely: true)
            #expect(answer.names((field, "\(field) \(rule)")), "\(answer.text)")
        }
    }

    @Test func aDefaultCodeIsWhatLinesFallBackTo() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            let answer = try await server.put("/v2/nominals/Code/4001?nominalCategory=1", nil)
            #expect(answer.status == .ok && answer.text.isEmpty)
            _ = try await server.post(
                "/v2/invoices", #"{"CustomerCode":"HARB01","LineItems":[{"Description":"Work","Rate":5}]}"#)
            #expect(try await server.get("/v2/invoices/1").text.contains(#""NominalCode":4001"#))
            #expect(try await server.get("/v2/nominals/4000").text.contains(#""AllowDelete":true"#))
            #expect(try await server.get("/v2/nominals/4001").text.contains(#""AllowDelete":false"#))
            #expect(
                try await server.put("/v2/nominals/4001", #"{"Archived":true}"#).refuses(
                    .badRequest, "Conflict",
                    "4001 Sale of Services can't be archived: it is a default code; make another one the default first."
                ))
        }
    }

    @Test func whatLinesMayNotNameIsNoDefault() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.put("/v2/nominals/4902", #"{"Archived":true}"#)
            for (code, message) in [
                (4902, "4902 Commissions Received can't be a default code: it is archived."),
                (1100, "1100 Debtors Control can't be a default code: only documents and payments move it."),
            ] {
                let answer = try await server.put("/v2/nominals/Code/\(code)?nominalCategory=1", nil)
                #expect(answer.refuses(.badRequest, "Conflict", message))
            }
            #expect(
                try await server.put("/v2/nominals/Code/4001?nominalCategory=4", nil, loosely: true).names(
                    ("nominalCategory", "nominalCategory must be a whole number from 1 to 3.")))
            #expect(
                try await server.put("/v2/nominals/Code/4999?nominalCategory=1", nil).refuses(
                    .notFound, "NotFound", "There is no nominal 4999."))
            #expect(try await server.get("/v2/nominals/4000").text.contains(#""AllowDelete":false"#))
        }
    }

    @Test func nominalsAreMappedAllOrNone() async throws {
        try await TestServer.run { server async throws in
            let (goods, hire) = (try await server.nominalID(4000), try await server.nominalID(7700))
            let answer = try await server.put(
                "/v2/nominals",
                #"{"nomList":[{"Id":\#(goods),"Sa103Code":16,"Disallowed":true},{"Id":\#(hire),"Type":"CostOfSale","Sa103Code":19}]}"#
            )
            #expect(answer.status == .ok && answer.text.isEmpty, "\(answer.text)")
            let mapped = try await server.get("/v2/nominals/4000").text
            #expect(
                mapped.contains(#""Disallowed":true,"Sa103Code":16"#) && mapped.contains(#""Price":0.0000"#))
            #expect(
                try await server.get("/v2/nominals/7700").text.contains(#""Type":"CostOfSale","NomType":2"#))
            let before = try await server.get("/v2/nominals").text
            let refused = try await server.put(
                "/v2/nominals",
                #"{"nomList":[{"Id":\#(goods),"Sa103Code":15},{"Id":\#(hire),"Sa103Code":20},{"Id":7,"Sa103Code":15},{"Id":\#(goods),"Type":"Expense"}]}"#
            )
            #expect(
                refused.names(
                    (
                        "nomList[1].Sa103Code",
                        "nomList[1].Sa103Code must be 0 or a box for the type CostOfSale: 17, 18, 19."
                    ),
                    ("nomList[2].Id", "nomList[2].Id must be the Id of a nominal; there is no 7."),
                    (
                        "nomList[3].Sa103Code",
                        "nomList[3].Sa103Code must be 0 or a box for the type Expense: 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30."
                    )), "\(refused.text)")
            #expect(try await server.get("/v2/nominals").text == before)
            #expect(
                try await server.put("/v2/nominals", #"{"nomList":[]}"#, loosely: true).names(
                    ("nomList", "nomList must have at least one entry.")))
        }
    }

    @Test func theMappingIsWholeOnceAllThatWasPostedToHasABox() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            #expect(try await server.get("/v2/nominals/IsSa103Mapping").text == "true")
            _ = try await server.post("/v2/nominals", #"{"Name":"Hire","NomType":1}"#)
            #expect(try await server.get("/v2/nominals/IsSa103Mapping").text == "true")
            try await server.invoice(10, on: 4911)
            #expect(try await server.get("/v2/nominals/IsSa103Mapping").text == "false")
            _ = try await server.put("/v2/nominals/4911", #"{"Sa103Code":15}"#)
            #expect(try await server.get("/v2/nominals/IsSa103Mapping").text == "true")
        }
    }
}
