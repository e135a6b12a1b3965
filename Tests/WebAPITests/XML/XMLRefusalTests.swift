import HTTPTypes
import Testing

@testable import FrontDoor

/// Refusals in XML, to the byte, for those who ask for it; and which bodies are refused.
@Suite struct XMLRefusalTests {
    @Test func fd3_theFourAnswersCarryTheSameValuesInXML() async throws {
        try await TestServer.run { server in
            let reader = try await server.user(with: .viewCustomer)
            let door = server.server.installation.frontDoor
            let customer = xml("<Customer><Name>N</Name></Customer>")

            let stranger = try await server.with(nil).sendXML(.get, "/v2/customers")
            #expect(
                stranger.text == #"""
                    <?xml version="1.0" encoding="utf-8"?><Error><Error>InvalidSessionToken</Error>\#
                    <Message>Session token provided is invalid.</Message></Error>
                    """#)
            #expect(
                try await reader.sendXML(.put, "/v2/customers/HARB01", customer).text == #"""
                    <?xml version="1.0" encoding="utf-8"?><Error><Error>PermissionDenied</Error>\#
                    <Message>Permission EditCustomer is required.</Message></Error>
                    """#)
            try await door.lock(username: server.server.owner.username, from: .commandLine)
            let locked = try await server.sendXML(.get, "/v2/customers")
            #expect(
                locked.text == #"""
                    <?xml version="1.0" encoding="utf-8"?><Error><Error>AccountLocked</Error>\#
                    <Message>User account is locked, please contact administrator.</Message></Error>
                    """#)
            try await door.unlock(username: server.server.owner.username, from: .commandLine)
            try await door.renewSubscription(
                business: server.server.business, until: "2026-03-08", from: .commandLine)
            let lapsed = try await server.sendXML(.get, "/v2/customers")
            #expect(
                lapsed.text == #"""
                    <?xml version="1.0" encoding="utf-8"?><Error><Error>SubscriptionExpired</Error>\#
                    <Message>User subscription is expired, please contact administrator.</Message></Error>
                    """#)
            for answer in [stranger, locked, lapsed] {
                #expect(answer.status == .unauthorized && answer.headers[.wwwAuthenticate] == "KfToken")
                #expect(answer.headers[.contentType] == "application/xml; charset=utf-8")
            }
        }
    }

    @Test func pathsVerbsAndWhatIsNotBuiltAreRefusedInXML() async throws {
        try await TestServer.run { server in
            #expect(
                try await server.sendXML(.get, "/v2/nothing").refusesInXML(
                    .notFound, "NotFound", "There is no such path."))
            let verb = try await server.sendXML(.delete, "/v2/customers")
            #expect(verb.status == .methodNotAllowed && verb.text.contains("<Error>MethodNotAllowed</Error>"))
            #expect(
                try await server.sendXML(.get, "/v2/purchases").refusesInXML(
                    .notImplemented, "NotImplemented", "GET /purchases is not built yet."))
            #expect(
                try await server.sendXML(.get, "/v2/customers/A%3CB").refusesInXML(
                    .notFound, "NotFound", "There is no customer A&lt;B."))
            #expect(try await server.server.sendXML(.get, "/health/live").text == #""live""#)
        }
    }

    @Test func everyWrongFieldIsADetail() async throws {
        try await TestServer.run { server in
            let body = """
                <Customer><DiscountRate>a lot</DiscountRate><ShowDiscount>maybe</ShowDiscount>\
                <Contacts><Contact><Title><b/></Title></Contact>x</Contacts><PaymentTerms>now</PaymentTerms></Customer>
                """
            let answer = try await server.sendXML(.post, "/v2/customers", body)
            #expect(answer.status == .badRequest)
            #expect(
                answer.isXML(
                    """
                    <Error><Error>ValidationFailed</Error><Message>DiscountRate has the wrong type. \
                    ShowDiscount has the wrong type. Contacts has the wrong type. PaymentTerms has the wrong type. \
                    Name is required.</Message><Details>\
                    <Detail><Field>DiscountRate</Field><Message>DiscountRate has the wrong type.</Message></Detail>\
                    <Detail><Field>ShowDiscount</Field><Message>ShowDiscount has the wrong type.</Message></Detail>\
                    <Detail><Field>Contacts</Field><Message>Contacts has the wrong type.</Message></Detail>\
                    <Detail><Field>PaymentTerms</Field><Message>PaymentTerms has the wrong type.</Message></Detail>\
                    <Detail><Field>Name</Field><Message>Name is required.</Message></Detail></Details></Error>
                    """), "\(answer.text)")
            #expect(try await server.total() == 0)
        }
    }

    @Test(arguments: [
        ("<Customer><Name>N</Name>", "The body is not well-formed XML at line 1, column 25."),
        (#"{"Name":"N"}"#, "The body is not well-formed XML at line 1, column 1."),
        ("", "The body is not well-formed XML at line 1, column 1."),
        (
            #"<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/hostname">]><Customer><Name>&x;</Name></Customer>"#,
            "The body must not have a document type at line 1, column 13."
        ),
        ("<?php echo?><Customer/>", "The body must not have a processing instruction at line 1, column 1."),
        (
            "<Customer><Name>&copy;</Name></Customer>",
            "The body has an entity that is none of XML&apos;s own five at line 1, column 17."
        ),
        (
            "<?xml version='1.0' encoding='latin1'?><Customer><Name>N</Name></Customer>",
            "The body must be UTF-8 and says that it is something else, at line 1, column 1."
        ),
        (
            "<Customer><CreditLimit>999999999999999999999999999999999999999</CreditLimit></Customer>",
            "CreditLimit has more than 38 digits."
        ),
    ])
    func fd25_whatCannotBeReadIsRefusedAndNothingChanges(body: String, message: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.sendXML(.post, "/v2/customers", body)
            let text = message.replacing("&apos;", with: "'")
            #expect(answer.refusesInXML(.badRequest, "InvalidRequest", text), "\(answer.text)")
            #expect(try await server.total() == 0)
        }
    }

    @Test func fd25_aBodyThatIsTooLargeIsRefusedInXML() async throws {
        try await TestServer.run { server async throws in
            let large =
                "<Customer><Name>N</Name><Note>\(String(repeating: "x", count: 1_048_577))</Note></Customer>"
            #expect(
                try await server.sendXML(.post, "/v2/customers", large).refusesInXML(
                    .contentTooLarge, "PayloadTooLarge", "The body is larger than 1048576 bytes."))
            #expect(try await server.total() == 0)
        }
    }

    @Test func whatNeitherFormCanSatisfyIsRefusedInJSON() async throws {
        try await TestServer.run { server async throws in
            let both = "Only application/json or application/xml can be answered: let Accept allow it."
            #expect(
                try await server.get("/v2/customers", headers: [.accept: "text/csv"]).refuses(
                    .notAcceptable, "NotAcceptable", both))
            #expect(
                try await server.post("/v2/customers", #"{"Name":"N"}"#, headers: [.accept: "image/*"])
                    .refuses(
                        .notAcceptable, "NotAcceptable", both))
            #expect(try await server.total() == 0)
            #expect(
                try await server.sendXML(.get, "/v2/openapi.json").refusesInXML(
                    .notAcceptable, "NotAcceptable",
                    "Only application/json can be answered: let Accept allow it."))
        }
    }

    @Test func aTypeThatIsNeitherIsRefusedInTheFormThatIsAskedFor() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/customers", "<Customer><Name>N</Name></Customer>",
                headers: [.accept: "application/xml", .contentType: "application/xml; charset=iso-8859-1"])
            #expect(
                answer.refusesInXML(
                    .unsupportedMediaType, "UnsupportedMediaType",
                    """
                    The body must be JSON or XML, in UTF-8: send Content-Type: application/json or \
                    application/xml.
                    """))
            #expect(try await server.total() == 0)
        }
    }

    @Test func signingInWorksInXMLFromEndToEnd() async throws {
        try await TestServer.withoutSession { server in
            let wrong = try await server.sendXML(
                .post, "/v2/sessiontoken",
                "<Credentials><UserName>\(server.owner.username)</UserName><Password>no</Password></Credentials>"
            )
            #expect(
                wrong.refusesInXML(
                    .unauthorized, "InvalidCredentials", "User name or password is incorrect."))
            let asked = try await server.sendXML(
                .post, "/v2/sessiontoken",
                """
                <Credentials><UserName>\(server.owner.username)</UserName>\
                <Password>\(server.owner.password)</Password></Credentials>
                """)
            #expect(asked.status == .created)
            let token = try #require(asked.text.firstMatch(of: #/<TemporaryToken>(.+?)</#)).1
            let letters = asked.text.matches(of: #/<Position>([0-9]+)</#).compactMap { match in
                Int(match.1).map { place in
                    let letter = Array(server.owner.word)[place - 1]
                    return """
                        <MemorableWordLetter><Position>\(place)</Position><Value>\(letter)</Value></MemorableWordLetter>
                        """
                }
            }
            #expect(letters.count == 3)
            let session = try await server.sendXML(
                .put, "/v2/sessiontoken",
                """
                <ChallengeAnswer><TemporaryToken>\(token)</TemporaryToken>\
                <MemorableWordList>\(letters.joined())</MemorableWordList></ChallengeAnswer>
                """)
            #expect(session.status == .ok)
            let made = try #require(session.text.firstMatch(of: #/<SessionToken>(.+?)</#)).1
            #expect(try await server.sendXML(.get, "/v2/customers", token: String(made)).status == .ok)
        }
    }
}
