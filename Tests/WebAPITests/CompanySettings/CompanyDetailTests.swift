import HTTPTypes
import Testing

@Suite struct CompanyDetailTests {
    @Test func theDefaultsAreThereFromTheStart() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.get(companyPath)
            #expect(answer.status == .ok)
            #expect(answer.text == CompanyText().text)
        }
    }

    @Test func aBusinessBeginsWithItsOwnCountryAndCurrency() async throws {
        try await TestServer.run { server async throws in
            let installation = server.server.installation
            let id = try await installation.addBusiness(
                name: "Hafen GmbH", country: "DE", currency: "EUR", from: .commandLine
            ).id
            let owner = TestUser(username: "hafen", password: "nine-warm-ovens-here", word: "crumb2loaf")
            try await server.server.add(owner, to: id)
            let hafen = try await server.with(server.server.signIn(owner))
            let text = try await hafen.get(companyPath).text
            #expect(
                text.contains(#""Username":"hafen""#)
                    && text.contains(#""CountryName":"Germany","CountryCode":"DE""#))
            #expect(text.contains(#""Code":"EUR","ExchangeRate":1.0000"#))
            #expect(try await server.get(companyPath).text == CompanyText().text)
        }
    }

    @Test func theDocumentedExample() async throws {
        try await TestServer.run { server async throws in
            let body = """
                { "BusinessType": 1, "CompanyName": "Harbour Joinery Ltd", "AccountingType": 1,
                  "PaymentTerms": { "Type": "AfterIssuedDate", "Days": 14 },
                  "Address": { "Line1": "4 Quay Road", "PostCode": "PL1 2AB", "CountryCode": "GB" } }
                """
            let answer = try await server.put(companyPath, body)
            let expected = CompanyText().with("BusinessType", "1")
                .with("PaymentTerms", #"{"Type":"AfterIssuedDate","Days":14}"#)
                .with(
                    "Address",
                    #"""
                    {"CountryName":"United Kingdom","CountryCode":"GB","Line1":"4 Quay Road","Line2":null,\#
                    "Line3":null,"Line4":null,"PostCode":"PL1 2AB"}
                    """#)
            #expect(answer.status == .created)
            #expect(answer.text == expected.text)
            #expect(try await server.get(companyPath).text == expected.text)
        }
    }

    @Test func everyMemberCanBeSentAndSentBack() async throws {
        try await TestServer.run { server async throws in
            let body = #"""
                {"businesstype":2,"CompanyName":" Quay & Sons ","Username":"someone else",
                 "Contact":{"Name":"Ines Okafor","Telephone":"01752 555010","Mobile":"07700 900010",
                            "Email":"ines@harbour.example"},
                 "PaymentTerms":{"Type":"aftermonthend","Days":0},
                 "IndustrySector":{"BottomLevel":{"Id":1433,"Name":"ignored"}},
                 "BetaParticipation":true,"EmployeeCountRangeId":"3","AccountingType":0,"DateFormat":"MM/dd/yyyy",
                 "VATRegistered":true,"VatRegisteredIn":"UK","VATNumber":"xi 123 4567 89",
                 "Address":{"Line1":"4 Quay Road","Line2":"Sutton Harbour","Line3":"Plymouth","Line4":"Devon",
                            "PostCode":"PL1 2AB","CountryCode":"ie"},
                 "ShowRebrandUI":true,"SubscriptionStatus":2,"IsDemoAccount":true}
                """#
            let expected = CompanyText().with("BusinessType", "2").with("CompanyName", #""Quay & Sons""#)
                .with(
                    "Contact",
                    #"""
                    {"Name":"Ines Okafor","Telephone":"01752 555010","Mobile":"07700 900010",\#
                    "Email":"ines@harbour.example"}
                    """#
                )
                .with("PaymentTerms", #"{"Type":"AfterMonthEnd","Days":0}"#)
                .with(
                    "IndustrySector",
                    #"""
                    {"TopLevel":{"Id":6,"Name":"Construction"},\#
                    "MiddleLevel":{"Id":143,"Name":"Specialised construction activities"},\#
                    "BottomLevel":{"Id":1433,"Name":"Building completion and finishing"}}
                    """#
                )
                .with("BetaParticipation", "true").with("EmployeeCountRangeId", #""3""#)
                .with("AccountingType", "0").with("DateFormat", #""MM/dd/yyyy""#).with(
                    "VATRegistered", "true"
                )
                .with("VatRegisteredIn", #""UK""#).with("VatRegisteredState", "2")
                .with("VATNumber", #""XI123456789""#).with("ShowRebrandUI", "true")
                .with(
                    "Address",
                    #"""
                    {"CountryName":"Ireland","CountryCode":"IE","Line1":"4 Quay Road","Line2":"Sutton Harbour",\#
                    "Line3":"Plymouth","Line4":"Devon","PostCode":"PL1 2AB"}
                    """#)
            #expect(try await server.put(companyPath, body, loosely: true).text == expected.text)
            let read = try await server.get(companyPath).text
            #expect(read == expected.text)
            #expect(try await server.put(companyPath, read).text == read)
            // What is left out keeps its value.
            #expect(try await server.put(companyPath, #"{"BusinessType":2}"#).text == read)
        }
    }

    @Test func anEmptyTextTakesAwayAndAPartOfContactOrAddressKeepsTheRest() async throws {
        try await TestServer.run { server async throws in
            let first = #"""
                {"BusinessType":1,"Contact":{"Name":"Ines","Email":"ines@harbour.example"},"VATNumber":"GB123456789",\#
                "EmployeeCountRangeId":"2","IndustrySector":{"TopLevel":{"Id":6}},\#
                "Address":{"Line1":"4 Quay Road","Line2":"Plymouth","Line3":"Devon","PostCode":"PL1 2AB","CountryCode":"IE"}}
                """#
            #expect(try await server.put(companyPath, first).status == .created)
            let second = #"""
                {"BusinessType":1,"Contact":{"Name":"","Mobile":"07700 900010"},"VATNumber":"",\#
                "EmployeeCountRangeId":"","IndustrySector":{},"Address":{"Line1":"5 Quay Road","Line2":"","PostCode":" ",\#
                "CountryCode":""}}
                """#
            let expected = CompanyText().with("BusinessType", "1")
                .with(
                    "Contact",
                    #"{"Name":"","Telephone":"","Mobile":"07700 900010","Email":"ines@harbour.example"}"#
                )
                .with(
                    "Address",
                    #"""
                    {"CountryName":"Ireland","CountryCode":"IE","Line1":"5 Quay Road","Line2":null,\#
                    "Line3":"Devon","Line4":null,"PostCode":null}
                    """#)
            #expect(try await server.put(companyPath, second).text == expected.text)
            #expect(
                try await server.put(companyPath, #"{"BusinessType":1,"Address":{}}"#).text == expected.text)
        }
    }

    @Test func theNewNameIsInTheAnswerOfSignIn() async throws {
        try await TestServer.run { server async throws in
            let body = #"{"BusinessType":1,"CompanyName":"Quay & Sons"}"#
            #expect(try await server.put(companyPath, body).status == .created)
            let business = try await server.server.installation.frontDoor.business(id: server.server.business)
            #expect(business.name == "Quay & Sons")
            #expect(try await server.server.enter(server.server.owner).text.contains("Quay & Sons"))
            #expect(try await server.get(companyPath).object["CompanyName"] as? String == "Quay & Sons")
        }
    }

    @Test func readingNeedsATokenAndWritingFullAccess() async throws {
        try await TestServer.run { server async throws in
            let reader = try await server.user(with: .manageUser, .editCustomer)
            #expect(try await reader.get(companyPath).text == CompanyText().text)
            #expect(
                try await reader.put(companyPath, #"{"BusinessType":1}"#)
                    .refuses(.unauthorized, "PermissionDenied", "Permission FullAccess is required."))
            #expect(try await server.with(nil).get(companyPath).status == .unauthorized)
            #expect(try await server.get(companyPath).text == CompanyText().text)
        }
    }

    @Test func anotherBusinessHasItsOwn() async throws {
        try await TestServer.run { server async throws in
            let other = try await server.otherBusiness()
            let body = #"{"BusinessType":1,"CompanyName":"Quay Ltd","Contact":{"Name":"Tom"}}"#
            #expect(try await other.put(companyPath, body).status == .created)
            #expect(try await server.get(companyPath).text == CompanyText().text)
        }
    }
}
