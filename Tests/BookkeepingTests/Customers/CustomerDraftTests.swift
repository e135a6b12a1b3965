import Bookkeeping
import Testing

@Suite struct CustomerDraftTests {
    private func draft(_ change: (inout CustomerDetails) -> Void) -> CustomerDraft {
        var details = CustomerDetails()
        details.name = "Harbour Joinery"
        change(&details)
        return CustomerDraft(details: details)
    }

    private func messages(_ draft: CustomerDraft) -> [String] {
        do {
            _ = try draft.checked()
            return []
        } catch {
            guard case .invalid(let problems) = error else { return ["\(error)"] }
            return problems.map(\.message)
        }
    }

    @Test func textsAreTidiedAndEmptyOnesUnset() throws {
        var contact = Contact()
        contact.id = 0
        contact.email = " ines@harbour.example "
        let checked = try draft {
            $0.name = "  Harbour  Joinery\n"
            $0.note = "first\r\nsecond\n"
            $0.vatNumber = "   "
            $0.currencyCode = "eur"
            $0.contacts = [contact]
        }.checked().details
        #expect(checked.name == "Harbour  Joinery")
        #expect(checked.note == "first\r\nsecond")
        #expect(checked.vatNumber == nil)
        #expect(checked.currencyCode == "EUR")
        #expect(checked.contacts[0].id == nil)
        #expect(checked.contacts[0].email == "ines@harbour.example")
    }

    @Test func everyProblemIsToldAtOnceInTheOrderOfTheFields() throws {
        var contact = Contact()
        contact.firstName = String(repeating: "x", count: 201)
        contact.telephone = "1\t2"
        var address = PostalAddress()
        address.countryCode = "GBR"
        let many = CustomerDraft(
            code: "search",
            details: draft {
                $0.name = " "
                $0.note = "a\u{7}"
                $0.source = -1
                $0.contacts = [Contact(), contact]
                $0.addresses = [address]
                $0.currencyCode = "£"
                $0.paymentTerms = PaymentTerms(days: -1, after: .monthEnd)
                $0.discountRate = Percentage(tenThousandths: 1_000_001)
                $0.withholdingTaxRate = Percentage(tenThousandths: -1)
                $0.creditLimit = Money(minorUnits: -1)
                $0.textBoxes = [CustomField(name: "", value: nil)]
            }.details)
        #expect(
            messages(many) == [
                "Code must not be 'search', which is a path of its own.", "Name must not be empty.",
                "Note must not have control characters.",
                "Source must be a whole number from 0 to 2147483647.",
                "Contacts[1].Firstname must not be longer than 200 characters.",
                "Contacts[1].Telephone must not have control characters.",
                "Addresses[0].CountryCode must be an ISO 3166-1 country code of two letters, as GB.",
                "CustomTextBoxes[0].Name must not be empty.",
                "Currency.Code must be an ISO 4217 currency code of three letters, as EUR.",
                "PaymentTerms.Days must be a whole number from 0 to 3650.",
                "DiscountRate must be a number from 0 to 100.",
                "WithholdingTaxRate must be a number from 0 to 100.", "CreditLimit must not be negative.",
            ])
    }

    @Test func boundsAreKeptToTheCharacter() {
        #expect(messages(draft { $0.name = String(repeating: "é", count: 200) }) == [])
        #expect(
            messages(draft { $0.name = String(repeating: "é", count: 201) })
                == ["Name must not be longer than 200 characters."])
        #expect(messages(draft { $0.note = String(repeating: "x", count: 10_000) }) == [])
        #expect(
            messages(draft { $0.note = String(repeating: "x", count: 10_001) })
                == ["Note must not be longer than 10000 characters."])
        #expect(
            messages(draft { $0.contacts = Array(repeating: Contact(), count: 101) })
                == ["Contacts must not have more than 100 entries."])
        #expect(messages(draft { $0.discountRate = .hundred }) == [])
        #expect(messages(draft { $0.source = 2_147_483_647 }) == [])
    }

    @Test(arguments: ["\u{FEFF}", " \u{200B}\u{2060} ", "\u{AD}", "\u{3164}", "\u{200D}"])
    func aNameThatNobodyCanSeeIsEmpty(name: String) {
        #expect(messages(draft { $0.name = name }) == ["Name must not be empty."])
    }

    @Test func aContactIdStandsOnce() {
        var contact = Contact()
        contact.id = 7
        #expect(
            messages(draft { $0.contacts = [contact, contact] }) == [
                "Contacts must not name the same Id twice."
            ])
    }

    @Test func aNameIsMadeOnlyWhenAskedFor() throws {
        var contact = Contact()
        contact.firstName = "Ines"
        contact.lastName = "Okafor"
        var nameless = draft {
            $0.name = "  "
            $0.contacts = [contact]
        }
        #expect(messages(nameless) == ["Name must not be empty."])
        nameless.makesNameWhenEmpty = true
        #expect(try nameless.checked().details.name == "Ines Okafor")
        nameless.details.contacts = []
        #expect(try nameless.checked().details.name == "New customer")
        nameless.code = "QUAY"
        #expect(try nameless.checked().details.name == "QUAY")
    }

    @Test(arguments: [
        ("Domestic", TradeBorderType.domestic), ("eu", .europeanUnion), ("RestOfWorld", .restOfWorld),
        ("rest of world", .restOfWorld),
    ])
    func aBorderIsReadInAnyCase(text: String, type: TradeBorderType) {
        #expect(TradeBorderType(wireName: text) == type)
        #expect(TradeBorderType(wireName: type.rawValue) == type)
        #expect(TradeBorderType(wireName: text + "x") == nil)
    }
}
