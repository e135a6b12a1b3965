import HTTPTypes
import Testing

@Suite struct VATSettingRouteTests {
    private static let path = "/v2/vat/settings"

    static let defaults = #"""
        {"VatRegistrationNumber":"","VatThresholdStatus":"NotReached","RegisteredIn":"NotRegistered",\#
        "RegisteredState":"None","VatName":"VAT","VatRate":20.0000,"VatOnOverview":true,\#
        "CalculateTaxOnIndividualUnitPrice":false,"VatConfigured":false,"DefineProds":false,"IsVatRegistered":false,\#
        "EverConnectedToMTD":false,"SignedUpForMtd":false,"IsPartnerConnectedToMtd":false,"RemoveVATECMentions":false,\#
        "EnableOutsideSubmission":false,"PartnerEverConnectedToMtd":false,\#
        "VatFrequency":{"Frequency":"Quarterly","MonthOfVatQuarter":"January"},\#
        "OnlineFiling":{"IsEnabled":false,"Username":null,"Password":"","BranchNumber":null,"PostCode":null,\#
        "VATNumber":null,"ExcludeECSalesListWithVatReturn":false},\#
        "LockTransactionAfterVat":{"IsLocked":true,"PartnerControls":false},\#
        "CashAccounting":{"IsInvoiceOnCashAccounting":false,"IsPurchaseOnCashAccounting":false,\#
        "RemoveCashAccounting":true},\#
        "FlatRateScheme":{"RemoveVATFRSMentions":false,"VatRate":0.0000,"PriorVatRate":0.0000,"SalesCode":4910,\#
        "IsEnabled":false,"ChangeDate":null,"DigitalServiceCount":0},\#
        "MOSSSettings":{"IsMOSSRegistered":false,"IsMOSSReturnTypeUnion":false,"MossFixedEstablishment":false}}
        """#

    @Test func theDefaultsAreThereFromTheStart() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get(Self.path).text == Self.defaults)
        }
    }

    @Test func everyMemberCanBeSentAndSentBack() async throws {
        try await TestServer.run { server async throws in
            let body = #"""
                {"vatRegistrationNumber":"xi 434 0314 94","RegisteredIn":1,"VatRate":5,"VatOnOverview":false,
                 "CalculateTaxOnIndividualUnitPrice":1,"DefineProds":true,"SignedUpForMtd":true,
                 "EnableOutsideSubmission":true,"VatFrequency":{"Frequency":0,"MonthOfVatQuarter":3},
                 "OnlineFiling":{"IsEnabled":true,"Username":"ines","Password":"secret","BranchNumber":"001",
                   "PostCode":"PL1 2AB","VATNumber":"434031494","ExcludeECSalesListWithVatReturn":true},
                 "LockTransactionAfterVat":{"IsLocked":false},
                 "CashAccounting":{"IsInvoiceOnCashAccounting":true,"IsPurchaseOnCashAccounting":true},
                 "FlatRateScheme":{"VatRate":11,"PriorVatRate":9.5,"SalesCode":4900,"IsEnabled":true,
                   "ChangeDate":"2026-04-01"},
                 "MOSSSettings":{"IsMOSSRegistered":true,"IsMOSSReturnTypeUnion":true,"MossFixedEstablishment":true},
                 "IsVatRegistered":false,"VatName":"TVA"}
                """#
            let expected = #"""
                {"VatRegistrationNumber":"XI434031494","VatThresholdStatus":"NotReached","RegisteredIn":"UK",\#
                "RegisteredState":"NorthernIreland","VatName":"VAT","VatRate":5.0000,"VatOnOverview":false,\#
                "CalculateTaxOnIndividualUnitPrice":true,"VatConfigured":true,"DefineProds":true,"IsVatRegistered":true,\#
                "EverConnectedToMTD":false,"SignedUpForMtd":true,"IsPartnerConnectedToMtd":false,\#
                "RemoveVATECMentions":false,"EnableOutsideSubmission":true,"PartnerEverConnectedToMtd":false,\#
                "VatFrequency":{"Frequency":"Monthly","MonthOfVatQuarter":"March"},\#
                "OnlineFiling":{"IsEnabled":true,"Username":"ines","Password":"","BranchNumber":"001",\#
                "PostCode":"PL1 2AB","VATNumber":"434031494","ExcludeECSalesListWithVatReturn":true},\#
                "LockTransactionAfterVat":{"IsLocked":false,"PartnerControls":false},\#
                "CashAccounting":{"IsInvoiceOnCashAccounting":true,"IsPurchaseOnCashAccounting":true,\#
                "RemoveCashAccounting":true},\#
                "FlatRateScheme":{"RemoveVATFRSMentions":false,"VatRate":11.0000,"PriorVatRate":9.5000,\#
                "SalesCode":4900,"IsEnabled":true,"ChangeDate":"2026-04-01 12:00:00","DigitalServiceCount":0},\#
                "MOSSSettings":{"IsMOSSRegistered":true,"IsMOSSReturnTypeUnion":true,"MossFixedEstablishment":true}}
                """#
            let answer = try await server.put(Self.path, body, loosely: true)
            #expect(answer.status == .ok && answer.text == expected)
            #expect(try await server.put(Self.path, expected).text == expected)
            #expect(try await server.put(Self.path, "{}").text == expected)
            #expect(
                try await server.put(Self.path, #"{"OnlineFiling":{},"FlatRateScheme":{}}"#).text == expected)
            #expect(try await server.get(Self.path).text == expected)
        }
    }

    @Test func theRegistrationIsTheCompanys() async throws {
        try await TestServer.run { server async throws in
            let body = #"{"VatRegistrationNumber":"GB434031494","RegisteredIn":"uk"}"#
            #expect(try await server.put(Self.path, body, loosely: true).status == .ok)
            let company = try await server.get("/v2/settings/companydetails").text
            #expect(
                company.contains(
                    #""VATRegistered":true,"VatRegisteredIn":"UK","VATNumber":"GB434031494""#))
            let leaving = #"{"BusinessType":1,"VATRegistered":false,"VATNumber":""}"#
            #expect(try await server.put("/v2/settings/companydetails", leaving).status == .created)
            #expect(try await server.get(Self.path).text == Self.defaults)
        }
    }

    @Test func everyWrongFieldIsNamedAndNothingChanges() async throws {
        try await TestServer.run { server async throws in
            let wire = try await server.put(
                Self.path,
                #"""
                {"VatRegistrationNumber":"GB-1","RegisteredIn":3,"VatRate":101,"VatFrequency":{"Frequency":"Weekly"},
                 "FlatRateScheme":{"ChangeDate":"soon"},"CashAccounting":7}
                """#, loosely: true)
            #expect(
                wire.names(
                    ("RegisteredIn", "RegisteredIn must be one of 0 NotRegistered, 1 UK, 2 EU."),
                    ("VatRate", "VatRate must be a number from 0 to 100."),
                    (
                        "VatFrequency.Frequency",
                        "VatFrequency.Frequency must be one of 0 Monthly, 1 Quarterly, 2 Annually."
                    ),
                    ("FlatRateScheme.ChangeDate", "FlatRateScheme.ChangeDate must be a date, as 2026-03-09."),
                    ("CashAccounting", "CashAccounting has the wrong type."),
                    (
                        "VatRegistrationNumber",
                        "VatRegistrationNumber must be a VAT number of 2 to 15 letters and digits, as GB123456789."
                    )))
            let books = try await server.put(
                Self.path,
                #"{"RegisteredIn":1,"VatRate":17.5,"VatOnOverview":false,"FlatRateScheme":{"IsEnabled":true}}"#
            )
            #expect(
                books.names(
                    (
                        "VatRegistrationNumber",
                        "VatRegistrationNumber must be set while the company is registered for VAT: send it, or RegisteredIn 0."
                    ), ("VatRate", "VatRate must be a VAT rate of the account, which are 0, 5, 20."),
                    (
                        "FlatRateScheme.VatRate",
                        "FlatRateScheme.VatRate must be above 0 while the scheme is on."
                    )))
            #expect(try await server.get(Self.path).text == Self.defaults)
        }
    }

    @Test(arguments: [
        (1, "must be the code of a nominal; there is no 1."),
        (1100, "must be an ordinary nominal of the profit and loss, which 1100 Debtors Control is not."),
        (1200, "must be an ordinary nominal of the profit and loss, which 1200 Current Account is not."),
    ])
    func theSchemesNominalMustBeAnOrdinaryOne(code: Int, problem: String) async throws {
        try await TestServer.run { server async throws in
            let body = #"{"VatOnOverview":false,"FlatRateScheme":{"SalesCode":\#(code)}}"#
            #expect(
                try await server.put(Self.path, body).names(
                    ("FlatRateScheme.SalesCode", "FlatRateScheme.SalesCode \(problem)")))
            #expect(try await server.get(Self.path).text == Self.defaults)
        }
    }

    @Test func onlyFullAccessReadsOrWrites() async throws {
        try await TestServer.run { server async throws in
            let clerk = try await server.user(with: .editInvoice)
            #expect(try await clerk.get(Self.path).status == .unauthorized)
            #expect(try await clerk.put(Self.path, #"{"VatRate":5}"#).status == .unauthorized)
            #expect(try await server.get(Self.path).text == Self.defaults)
            #expect(try await server.otherBusiness().get(Self.path).text == Self.defaults)
        }
    }

    /// Ninety thousand pounds is not above ninety thousand; and what is older than a year counts no more.
    @Test func theThresholdIsTheTurnoverOfTwelveMonths() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            for (date, rate, status) in [
                ("2025-03-09", "5000", "NotReached"), ("2025-03-10", "80000", "NotReached"),
                ("2026-03-09", "10000", "NotReached"), ("2026-03-10", "5000", "NotReached"),
                ("2026-01-01", "0.01", "Reached"),
            ] {
                let invoice = #"""
                    {"CustomerCode":"HARB01","IssuedDate":"\#(date)",\#
                    "LineItems":[{"Description":"Stairs","Rate":\#(rate),"NominalCode":4000}]}
                    """#
                #expect(try await server.post("/v2/invoices", invoice).status == .created)
                let text = try await server.get(Self.path).text
                #expect(text.contains(#""VatThresholdStatus":"\#(status)""#), "\(date)")
            }
        }
    }
}
