import HTTPTypes
import Testing

/// What customers and suppliers fall back to has to be there.
@Suite struct DefaultNominalTests {
    @Test(arguments: ["customers", "suppliers"])
    func aDefaultNominalIsOneThatLinesCanBeOn(family: String) async throws {
        try await TestServer.run { server async throws in
            let path = "/v2/\(family)"
            for code in [4999, 1100, 1200] {
                let answer = try await server.post(
                    path, #"{"Code":"A","Name":"A","DefaultNominalCode":\#(code)}"#)
                #expect(
                    answer.names(
                        (
                            "DefaultNominalCode",
                            "DefaultNominalCode must be 0 or the code of a nominal that lines can be on."
                        )), "\(code): \(answer.text)")
                #expect(try await server.get("\(path)/A").status == .notFound)
            }
            let made = try await server.post(path, #"{"Code":"A","Name":"A","DefaultNominalCode":4001}"#)
            #expect(made.status == .created)
            #expect(
                try await server.put("\(path)/A", #"{"Name":"B","DefaultNominalCode":4999}"#).status
                    == .badRequest)
            #expect(try await server.get("\(path)/A").text == made.text)
            _ = try await server.put("/v2/nominals/4001", #"{"Archived":true}"#)
            #expect(try await server.put("\(path)/A", made.text).status == .ok)
            #expect(
                try await server.put("\(path)/A", #"{"Name":"B","DefaultNominalCode":0}"#).text.contains(
                    #""DefaultNominalCode":0"#))
        }
    }
}
