import HTTPTypes
import Testing

@Suite struct VATFilingSettingTests {
    private let path = "/v2/settings/vat"

    private func text(
        number: String = "", registered: Bool = false, from: String = "null", to: String = "null",
        logIn: String =
            #""HmrcUsername":null,"HmrcPassword":"","HmrcBranchNumber":null,"HmrcPostCode":null,"HmrcVATNumber":null"#
    ) -> String {
        #"""
        {"VatRegistrationNumber":"\#(number)","Frequency":"Quarterly","IsVatRegistered":\#(registered),\#
        "IsConnectedToMtd":false,"IsOnlineFilingEnabled":false,"EnableOutsideSubmission":\#(registered),\#
        "EverConnectedToMtd":false,"PartnerExcludedVatReportAccess":false,"VatPeriodStartDate":\#(from),\#
        "VatPeriodEndDate":\#(to),"IsFRS":false,"FRSRate":0.0000,"AccessTokenExpiryTime":null,\#
        "RefreshTokenExpired":false,"DisplayMtdRecommendedModal":false,"SignedUpForMtd":false,\#
        "IsConfigured":\#(registered),"VatCashAccountingPurchases":false,\#
        "ExcludeECSalesListWithVatReturn":\#(registered),"IsHMRCServiceDown":false,\#(logIn),\#
        "PVABoxTextChangeFrom":"2021-01-01T00:00:00","RegisteredIn":"\#(registered ? "UK" : "NotRegistered")",\#
        "RegisteredState":\#(registered ? 1 : 0),"PVAStartDate":"2021-01-01T00:00:00",\#
        "PartnerEverConnectedToMtd":false,"VatCapability":{"InformationMessage":false,"SubmitToHmrc":false,\#
        "SignUpToHmrc":false,"OnlineFilingPopup":false,"MarkAsSubmitted":\#(registered),\#
        "CreateVatReturn":\#(registered),"VatLiabilities":\#(registered),"ConnectToHmrc":false,\#
        "Report":\#(registered),"Dashboard":\#(registered),"SettingRedirect":false,"VatError":null}}
        """#
    }

    @Test func theDefaultsAreThereFromTheStartAtThreePaths() async throws {
        try await TestServer.run { server async throws in
            for path in [path, "/v2/settings/vatrates", "/v2/vatrates"] {
                #expect(try await server.get(path).text == text())
            }
        }
    }

    @Test func whatIsSentIsKeptAndWhoHasNotFullAccessSeesNoLogIn() async throws {
        try await TestServer.run { server async throws in
            let body = #"""
                {"VatRegistrationNumber":"GB434031494","RegisteredIn":"UK","EnableOutsideSubmission":true,
                 "Frequency":1,"HmrcUsername":"ines","HmrcPassword":"secret","HmrcBranchNumber":"001",
                 "HmrcPostCode":"PL1 2AB","HmrcVATNumber":"434031494","ExcludeECSalesListWithVatReturn":true}
                """#
            let logIn = #"""
                "HmrcUsername":"ines","HmrcPassword":"","HmrcBranchNumber":"001","HmrcPostCode":"PL1 2AB",\#
                "HmrcVATNumber":"434031494"
                """#
            let expected = text(number: "GB434031494", registered: true, logIn: logIn)
            let answer = try await server.put(path, body)
            #expect(answer.status == .ok && answer.text == expected)
            #expect(try await server.put(path, expected).text == expected)
            #expect(try await server.get("/v2/vatrates").text == expected)
            let clerk = try await server.user(with: .viewInvoice)
            #expect(try await clerk.get("/v2/vatrates").text == text(number: "GB434031494", registered: true))
            #expect(try await clerk.get(path).status == .unauthorized)
            #expect(try await clerk.put(path, "{}").status == .unauthorized)
        }
    }

    /// The quarter of the first document with VAT, however late in it today is.
    @Test func theNextPeriodIsTheFirstWithVATInIt() async throws {
        try await TestServer.run { server async throws in
            try await server.registerForVAT()
            try await server.addHarbour()
            for (date, level) in [("2025-08-15", 0), ("2026-02-01", 20), ("2025-11-30", 20)] {
                let invoice = #"""
                    {"CustomerCode":"HARB01","IssuedDate":"\#(date)",\#
                    "LineItems":[{"Description":"Stairs","Rate":100,"VATLevel":\#(level),"NominalCode":4000}]}
                    """#
                #expect(try await server.post("/v2/invoices", invoice).status == .created)
            }
            #expect(
                try await server.get(path).text.contains(
                    #""VatPeriodStartDate":"2025-10-01T00:00:00","VatPeriodEndDate":"2025-12-31T00:00:00""#))
        }
    }

    @Test func theWrongIsNamedAndNothingChanges() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.put(
                path, #"{"RegisteredIn":"Mars","Frequency":9,"HmrcUsername":"ines"}"#, loosely: true)
            #expect(
                answer.names(
                    ("RegisteredIn", "RegisteredIn must be one of 0 NotRegistered, 1 UK, 2 EU."),
                    ("Frequency", "Frequency must be one of 0 Monthly, 1 Quarterly, 2 Annually.")))
            #expect(try await server.get(path).text == text())
        }
    }

    @Test func theRecommendationIsPutAway() async throws {
        try await TestServer.run { server async throws in
            let path = "/v2/settings/vat/displayMtdRecommendedModal"
            #expect(try await server.put(path, nil).status == .noContent)
            #expect(try await server.user(with: .editInvoice).put(path, nil).status == .unauthorized)
        }
    }

    @Test func aNumberIsCheckedByItsDigits() async throws {
        try await TestServer.run { server async throws in
            let path = "/v2/settings/VATNumber"
            for number in ["GB434031494", "434%20031494", "IE1234567A"] {
                let answer = try await server.get("\(path)?vatNumber=\(number)")
                #expect(answer.status == .ok && answer.text.isEmpty)
            }
            #expect(
                try await server.get("\(path)?vatNumber=GB434031495").names(
                    (
                        "vatNumber",
                        "vatNumber is not a VAT number: its length, letters or check digits are wrong."
                    )))
            for query in ["", "?vatNumber="] {
                #expect(
                    try await server.get(path + query).names(("vatNumber", "vatNumber is required.")),
                    "\(query)")
            }
        }
    }
}
