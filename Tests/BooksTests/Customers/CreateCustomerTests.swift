import Bookkeeping
import Books
import Testing

@Suite struct CreateCustomerTests {
    @Test func aNewCustomerHasItsDefaults() async throws {
        try await TestBook.run { test in
            let customer = try await test.add("Harbour Joinery Ltd")
            var details = CustomerDetails()
            details.name = "Harbour Joinery Ltd"
            #expect(customer.id == 1)
            #expect(customer.code.text == "HARB01")
            #expect(customer.details == details)
            #expect(customer.totals == CustomerTotals())
            #expect(customer.createdOn.text == "2026-03-09")
            #expect(customer.updatedOn.text == "2026-03-09")
            #expect(customer.key.count == 36 && customer.key.hasPrefix("5ea1c0de-"))
            #expect(customer.key.dropFirst(14).first == "4")
            #expect(try await test.book.customer("harb01") == customer)
        }
    }

    @Test func everyDetailComesBack() async throws {
        try await TestBook.run { test in
            let customer = try await test.book.create(fullDraft(code: "Hárb/1%.").checked())
            var expected = fullDraft().details
            expected.contacts[0].id = customer.details.contacts[0].id
            expected.contacts[1].id = customer.details.contacts[1].id
            #expect(customer.details == expected)
            #expect(customer.details.contacts.map(\.id) == [1, 2])
            #expect(customer.details.mainContact?.lastName == "Okafor")
            let read = try await test.book.customer("HÁRB/1%.")
            #expect(read == customer)
        }
    }

    @Test func aTakenCodeChangesNothing() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "Straße")
            let before = try await test.contents()
            await #expect(throws: BookkeepingError.partyCodeTaken(.customer, "STRASSE")) {
                try await test.add("Other", code: "STRASSE")
            }
            #expect(try await test.contents() == before)
            #expect(try await test.totalsAreTrue())
        }
    }

    @Test func aBadFieldChangesNothing() async throws {
        try await TestBook.run { test in
            let before = try await test.contents()
            await #expect(throws: BookkeepingError.invalid([FieldProblem("Name", "must not be empty")])) {
                try await test.add(" ")
            }
            #expect(try await test.contents() == before)
        }
    }

    @Test func aClashMakesAnotherCodeWhenAskedTo() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARBOUR")
            var draft = CustomerDraft(code: "harbour", details: CustomerDetails())
            draft.makesCodeOnClash = true
            draft.makesNameWhenEmpty = true
            let customer = try await test.book.create(draft.checked())
            #expect(customer.details.name == "harbour")
            #expect(customer.code.text == "HARB01")
        }
    }

    @Test func parallelCreatesOfOneNameAllGetCodesOfTheirOwn() async throws {
        try await TestBook.run { test in
            let codes = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<120 {
                    group.addTask { try await test.add("Harbour Joinery").code.text }
                }
                var codes: [String] = []
                for try await code in group { codes.append(code) }
                return codes
            }
            let expected = (1...120).map { SuggestedPartyCode(stem: "HARB", number: $0).code.text }
            #expect(Set(codes) == Set(expected))
            #expect(try await test.totalsAreTrue())
        }
    }

    @Test(arguments: [
        "a/b/c", "100%", "%2e%2e", "...", "株式会社", "עברית", "a?b=c&d#e", "x'; DELETE FROM customer; --", "\\",
        "🧾",
    ])
    func unusualCodesAreFoundAndDeleted(code: String) async throws {
        try await TestBook.run { test in
            try await test.add("Other")
            #expect(try await test.add("Unusual", code: code).code.text == code)
            #expect(try await test.book.customer(code).details.name == "Unusual")
            try await test.book.delete(code, of: .customer)
            await #expect(throws: BookkeepingError.partyUnknown(.customer, code: code)) {
                try await test.book.customer(code)
            }
            #expect(try await test.list().codes == ["OTHE01"])
        }
    }

    @Test func aCodeOfTenThousandCharactersIsUnknown() async throws {
        try await TestBook.run { test in
            let long = String(repeating: "x", count: 10_000)
            await #expect(throws: BookkeepingError.partyUnknown(.customer, code: String(long.prefix(50)))) {
                try await test.book.customer(long)
            }
        }
    }
}

/// Every detail different from its default, but for the source, which must be there first. The euro is set up with it.
func fullDraft(code: String? = nil) -> CustomerDraft {
    var details = CustomerDetails()
    details.name = "Harbour Joinery Ltd"
    details.note = "first line\nsecond line"
    var plain = Contact()
    plain.name = "Yard"
    var main = Contact()
    main.isPrimary = true
    main.receivesEmails = true
    main.name = "Accounts"
    main.title = "Ms"
    main.firstName = "Ines"
    main.lastName = "Okafor"
    main.telephone = "01752 123 456"
    main.fax = "01752 123 457"
    main.mobile = "07700 900123"
    main.website = "https://harbour.example"
    main.email = "ines@harbour.example"
    details.contacts = [plain, main]
    var address = PostalAddress()
    address.line1 = "4 Quay Road"
    address.line2 = "Unit 2"
    address.line3 = "Plymouth"
    address.line4 = "Devon"
    address.postCode = "PL1 2AB"
    address.countryCode = "GB"
    var delivery = DeliveryAddress()
    delivery.name = "Stores"
    delivery.address = address
    details.addresses = [address, PostalAddress()]
    details.deliveryAddresses = [delivery]
    details.usesCustomDeliveryAddress = true
    details.currencyCode = "EUR"
    details.paymentTerms = PaymentTerms(days: 14, after: .monthEnd)
    details.defaultNominalCode = 4_000
    details.defaultReference = "PO 1"
    details.discountRate = Percentage(tenThousandths: 125_000)
    details.showsDiscount = true
    details.receivesWholesalePricing = true
    details.vatNumber = "GB123456789"
    details.includesVATNumber = true
    details.tradeBorder = .restOfWorld
    details.isCISReverseCharge = true
    details.appliesWithholdingTax = true
    details.withholdingTaxRate = Percentage(tenThousandths: 200_000)
    details.withholdingTaxReferences = [CustomField(name: "Ref", value: "W1")]
    details.emailTemplateNumber = 2
    details.overridesInvoiceFileFormat = true
    details.invoiceFileFormat = "{Number}-{Name}"
    details.pdfThemeID = 5
    details.uniqueEntityNumber = "01234567"
    details.hasAutomaticCreditControl = true
    details.hasCreditLimit = true
    details.creditLimit = Money(minorUnits: 500_000)
    details.textBoxes = [
        CustomField(name: "Region", value: "South West"), CustomField(name: "Route", value: nil),
    ]
    details.checkBoxes = [
        CustomCheckBox(name: "Trade", isTicked: true), CustomCheckBox(name: "VIP", isTicked: false),
    ]
    details.isArchived = true
    var draft = CustomerDraft(code: code, details: details)
    draft.exchangeRate = ExactDecimal(millionths: 1_165_000)
    return draft
}
