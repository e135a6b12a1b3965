import HTTPTypes
import Testing

@Suite struct CompanyRefusalTests {
    @Test(arguments: [
        (#"{}"#, "BusinessType", "is required."),
        (#"{"BusinessType":null}"#, "BusinessType", "is required."),
        (#"{"BusinessType":"Limited"}"#, "BusinessType", "has the wrong type."),
        (
            #"{"BusinessType":5}"#, "BusinessType",
            "must be one of 0 NotSet, 1 Limited, 2 SoleTrader, 3 Partnership, 4 GeneralPractitioner, 20 Other."
        ),
        (#"{"BusinessType":1,"AccountingType":2}"#, "AccountingType", "must be one of 0 Cash, 1 Accrual."),
        (#"{"BusinessType":1,"CompanyName":""}"#, "CompanyName", "must have 1 to 200 characters."),
        (
            #"{"BusinessType":1,"CompanyName":"A\u202eLtd"}"#, "CompanyName",
            "must not have control characters."
        ),
        (
            #"{"BusinessType":1,"Contact":{"Email":"ines"}}"#, "Contact.Email",
            "must be an e-mail address, as ines@harbour.example."
        ),
        (#"{"BusinessType":1,"Contact":"Ines"}"#, "Contact", "has the wrong type."),
        (#"{"BusinessType":1,"PaymentTerms":{"Days":14}}"#, "PaymentTerms.Type", "is required."),
        (#"{"BusinessType":1,"PaymentTerms":{"Type":"AfterMonthEnd"}}"#, "PaymentTerms.Days", "is required."),
        (
            #"{"BusinessType":1,"PaymentTerms":{"Type":"Later","Days":1}}"#, "PaymentTerms.Type",
            "must be one of AfterIssuedDate, AfterMonthEnd."
        ),
        (
            #"{"BusinessType":1,"PaymentTerms":{"Type":"AfterMonthEnd","Days":3651}}"#, "PaymentTerms.Days",
            "must be a whole number from 0 to 3650."
        ),
        (
            #"{"BusinessType":1,"IndustrySector":{"TopLevel":{"Id":99}}}"#, "IndustrySector.TopLevel.Id",
            "must be an Id of this level of /settings/companydetails/industrysectors."
        ),
        (
            #"{"BusinessType":1,"IndustrySector":{"TopLevel":{"Id":1},"BottomLevel":{"Id":1433}}}"#,
            "IndustrySector.TopLevel.Id", "must be the sector that the lower level is a part of."
        ),
        (
            #"{"BusinessType":1,"EmployeeCountRangeId":"7"}"#, "EmployeeCountRangeId",
            "must be one of 1, 2, 3, 4, 5, 6."
        ),
        (
            #"{"BusinessType":1,"DateFormat":"yyyy-MM-dd"}"#, "DateFormat",
            "must be one of dd/MM/yyyy, MM/dd/yyyy."
        ),
        (
            #"{"BusinessType":1,"VatRegisteredIn":"US"}"#, "VatRegisteredIn",
            "must be one of NotRegistered, UK, EU."
        ),
        (
            #"{"BusinessType":1,"VATNumber":"GB-1"}"#, "VATNumber",
            "must be a VAT number of 2 to 15 letters and digits, as GB123456789."
        ),
        (#"{"BusinessType":1,"VATRegistered":"yes"}"#, "VATRegistered", "has the wrong type."),
        (
            #"{"BusinessType":1,"Address":{"CountryCode":"UK"}}"#, "Address.CountryCode",
            "must be an ISO 3166-1 country code of two letters: that of the United Kingdom is GB."
        ),
        (#"{"BusinessType":1,"HomeCurrency":{}}"#, "HomeCurrency.Code", "is required."),
        (#"{"BusinessType":1,"HomeCurrency":{"Name":"Euro"}}"#, "HomeCurrency.Code", "is required."),
        (
            #"{"BusinessType":1,"HomeCurrency":{"Code":"XYZ"}}"#, "HomeCurrency.Code",
            "must be an ISO 4217 currency code of three letters, as EUR."
        ),
        (
            #"{"BusinessType":1,"HomeCurrency":{"Code":"GBP","ExchangeRate":2}}"#,
            "HomeCurrency.ExchangeRate",
            "must be 1, since this is the home currency."
        ),
    ])
    func aBadBodyNamesTheFieldAndNothingChanges(body: String, field: String, fault: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.put(companyPath, body, loosely: true)
            #expect(answer.names((field, "\(field) \(fault)")), "\(answer.text)")
            #expect(try await server.get(companyPath).text == CompanyText().text)
        }
    }

    @Test func everyWrongFieldIsNamedAndTheNameStays() async throws {
        try await TestServer.run { server async throws in
            let body = #"""
                {"CompanyName":"Other Ltd","PaymentTerms":{},"AccountingType":7,"Contact":{"Email":"@"},"VATNumber":"-"}
                """#
            let answer = try await server.put(companyPath, body, loosely: true)
            let fields = try #require(answer.object["Details"] as? [[String: String]]).compactMap {
                $0["Field"]
            }
            #expect(
                fields == [
                    "PaymentTerms.Type", "PaymentTerms.Days", "BusinessType", "AccountingType",
                    "Contact.Email",
                    "VATNumber",
                ])
            #expect(try await server.get(companyPath).text == CompanyText().text)
        }
    }

    @Test func flagsThatAskForNothingChangeNothing() async throws {
        try await TestServer.run { server async throws in
            let path = companyPath + "?initializeNominalSet=false&addressChanged=true"
            #expect(try await server.put(path, #"{"BusinessType":1}"#).status == .created)
        }
    }

    @Test func onlyTheBusinessTypeIsTakenWhenThatIsAskedFor() async throws {
        try await TestServer.run { server async throws in
            let path = companyPath + "?saveBusinessTypeOnly=true"
            let body = #"{"BusinessType":4,"CompanyName":"","AccountingType":0,"VATNumber":"-"}"#
            let answer = try await server.put(path, body)
            #expect(answer.status == .created)
            #expect(answer.text == CompanyText().with("BusinessType", "4").text)
            #expect(try await server.put(path, #"{"CompanyName":"A"}"#, loosely: true).status == .badRequest)
            #expect(
                try await server.put(companyPath + "?saveBusinessTypeOnly=maybe", body)
                    .names(("saveBusinessTypeOnly", "saveBusinessTypeOnly must be true or false.")))
        }
    }
}
