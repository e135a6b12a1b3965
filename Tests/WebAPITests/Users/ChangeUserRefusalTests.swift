import HTTPTypes
import Testing

@testable import FrontDoor

/// What can't be changed of a user: each with what it names, and nothing changed.
@Suite struct ChangeUserRefusalTests {
    private func withInes(_ body: (SignedInServer) async throws -> Void) async throws {
        try await TestServer.run { server in
            _ = try await server.post("/v2/users", userBody("ines"))
            try await body(server)
        }
    }

    @Test(arguments: [
        (#"{}"#, [("FullName", "is required."), ("RoleId", "is required.")]),
        (
            #"{"FullName":"Ines","RoleId":99,"Number":3,"Email":"ines"}"#,
            [
                ("Number", "must be 2, as in the path."),
                ("Email", "must be an address like name@harbour.example."),
                ("RoleId", "must be the number of a role."),
            ]
        ),
        (
            #"{"FullName":"Ines","RoleId":5,"Email":"ines@harbour.example","Password":"short","MemorableWord":"no"}"#,
            [
                ("Password", "must have 15 to 128 characters."),
                ("MemorableWord", "must have 8 to 20 letters a to z and digits."),
            ]
        ),
        (
            #"{"FullName":"Ines","RoleId":5,"Email":"ines@harbour.example","Password":"four-quiet-harbours"}"#,
            [("MemorableWord", "must come with a password.")]
        ),
        (
            #"{"FullName":"Ines","RoleId":5,"Email":"ines@harbour.example","MemorableWord":"tide7winder"}"#,
            [("Password", "must come with a memorable word.")]
        ),
    ])
    func everyWrongFieldIsNamed(body: String, problems: [(String, String)]) async throws {
        try await withInes { server in
            let details = problems.map { #"{"Field":"\#($0)","Message":"\#($0) \#($1)"}"# }
            try await server.refuses({ answer in
                answer.status == .badRequest
                    && answer.text.hasSuffix(#""Details":[\#(details.joined(separator: ","))]}"#)
            }) { try await server.put("/v2/users/2", body) }
        }
    }

    @Test func theOwnerKeepsRoleAndAccess() async throws {
        try await withInes { server in
            let full = try await server.user(with: .fullAccess)
            // The owner, too, is told once.
            for session in [server, full] {
                try await session.refuses({
                    $0.names(
                        (
                            "UserAccountDisabled",
                            "UserAccountDisabled must be false for the owner of the business."
                        ))
                }) {
                    try await session.put(
                        "/v2/users/1",
                        #"{"FullName":"harbour.admin","RoleId":1,"UserAccountDisabled":true}"#)
                }
                try await session.refuses({
                    $0.names(("RoleId", "RoleId must be 1 for the owner of the business."))
                }) { try await session.put("/v2/users/1", #"{"FullName":"harbour.admin","RoleId":5}"#) }
            }
            #expect(
                try await full.delete("/v2/users/1").refuses(
                    .badRequest, "Conflict", "The owner of the business can't be removed."))
        }
    }

    @Test func nobodyDisablesOrRemovesThemselves() async throws {
        try await TestServer.run { server in
            let full = try await server.user(with: .fullAccess)
            let read = try await full.get("/v2/users/2").object
            let role = try #require(read["RoleId"] as? Int)
            let name = try #require(read["FullName"] as? String)
            try await full.refuses({
                $0.names(
                    (
                        "UserAccountDisabled",
                        "UserAccountDisabled must be false: nobody can disable themselves."
                    ))
            }) {
                try await full.put(
                    "/v2/users/2", #"{"FullName":"\#(name)","RoleId":\#(role),"UserAccountDisabled":true}"#)
            }
            try await full.refuses({ $0.refuses(.badRequest, "Conflict", "Nobody can remove themselves.") }) {
                try await full.delete("/v2/users/2")
            }
        }
    }

    /// One's own asks the present password, which this call does not take.
    @Test func fd21_onesOwnPasswordWordAndAddressGoAnotherWay() async throws {
        try await TestServer.run { server in
            try await server.refuses({
                $0.names(
                    (
                        "Email",
                        "Email of one's own is changed with PUT /settings/profile, which asks the present password."
                    ),
                    (
                        "Password",
                        "Password of one's own is changed with PUT /password, which asks the present one."
                    ),
                    (
                        "MemorableWord",
                        "MemorableWord of one's own is changed with PUT /password, which asks the present one."
                    ))
            }) {
                try await server.put(
                    "/v2/users/1",
                    userBody(
                        "harbour.admin", fullName: "harbour.admin", role: 1,
                        #","Password":"four-quiet-harbours","MemorableWord":"tide7winder""#))
            }
            // The name asks nothing.
            let answer = try await server.put("/v2/users/1", #"{"FullName":"Hannah Quill","RoleId":1}"#)
            #expect(try answer.object["FullName"] as? String == "Hannah Quill")
        }
    }

    @Test func fd21_anAddressThatIsTakenIsRefused() async throws {
        try await withInes { server in
            _ = try await server.post("/v2/users", userBody("tom"))
            for email in ["TOM@harbour.example", "harbour.admin@harbour.example"] {
                if email.hasPrefix("harbour") {
                    _ = try await server.post(
                        "/v2/users", userBody("harbour.admin@harbour.example", email: "x@harbour.example"))
                }
                try await server.refuses({
                    $0.refuses(.badRequest, "DuplicateCode", "This e-mail address is taken.")
                }) { try await server.put("/v2/users/2", userBody("ines", email: email)) }
            }
            // One's own in another case is none of these.
            #expect(
                try await server.put("/v2/users/2", userBody("ines", email: "INES@harbour.example")).status
                    == .ok)
        }
    }

    @Test func aRefusedPartLeavesTheRestUnchanged() async throws {
        try await withInes { server in
            try await server.refuses({ $0.status == .badRequest }) {
                try await server.put(
                    "/v2/users/2",
                    userBody(
                        "ines", fullName: "Other", email: "o@harbour.example", role: 1, #","Password":"x""#))
            }
        }
    }

    @Test func whomTheOperatorDisabledStaysSo() async throws {
        try await withInes { server in
            try await server.door.disableUser(username: "ines", from: .commandLine)
            _ = try await server.put("/v2/users/2", userBody("ines", #","UserAccountDisabled":true"#))
            let answer = try await server.put("/v2/users/2", userBody("ines"))
            #expect(try answer.object["StatusCode"] as? String == "Disabled")
            #expect(try await server.door.user(username: "ines").disabled)
        }
    }
}
