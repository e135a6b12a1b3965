import Bookkeeping
import Testing

@Suite struct SupplierDraftTests {
    private func messages(_ code: String? = nil, _ change: (inout SupplierDetails) -> Void) -> [String] {
        var details = SupplierDetails()
        details.name = "Timber"
        change(&details)
        do {
            _ = try SupplierDraft(code: code, details: details).checked()
            return []
        } catch {
            guard case .invalid(let problems) = error else { return ["\(error)"] }
            return problems.map(\.message)
        }
    }

    @Test func everyProblemIsToldAtOnceInTheOrderOfTheFields() {
        let found = messages("confirm-to-delete") {
            $0.name = " "
            $0.note = "a\u{7}"
            $0.contacts = [Contact()]
            $0.contacts[0].telephone = "1\t2"
            $0.withholdingTaxReferences = [CustomField(name: "", value: nil)]
            $0.address = PostalAddress()
            $0.address?.line2 = "a\nb"
            $0.bankAccount = PayeeAccount()
            $0.bankAccount?.sortCode = "\u{0}"
            $0.currencyCode = "QQQ"
            $0.paymentTerms = PaymentTerms(days: 3_651, after: .issuedDate)
            $0.paymentMethod = -1
            $0.pdfThemeID = -1
            $0.defaultVATRate = Percentage(tenThousandths: 1_000_001)
            $0.vatNumber = "\u{7}"
            $0.withholdingTaxRate = Percentage(tenThousandths: -1)
        }
        #expect(
            found == [
                "Code must not be 'confirm-to-delete', which is a path of its own.",
                "Name must not be empty.",
                "Note must not have control characters.",
                "Contacts[0].Telephone must not have control characters.",
                "WithholdingTaxReferences[0].Name must not be empty.",
                "Address.Line2 must not have control characters.",
                "BankAccount.SortCode must not have control characters.",
                "Currency.Code must be an ISO 4217 currency code of three letters, as EUR.",
                "PaymentTerms.Days must be a whole number from 0 to 3650.",
                "PaymentMethod must be a whole number from 0 to 2147483647.",
                "DefaultPdfTheme must be a whole number from 0 to 2147483647.",
                "DefaultVatRate must be a number from 0 to 100.",
                "VatNumber must not have control characters.",
                "WithholdingTaxRate must be a number from 0 to 100.",
            ])
    }

    @Test func objectsOfBlanksAreUnset() throws {
        var details = SupplierDetails()
        details.name = "Timber"
        details.address = PostalAddress()
        details.address?.line1 = " "
        details.bankAccount = PayeeAccount()
        let checked = try SupplierDraft(details: details).checked().details
        #expect(checked.address == nil)
        #expect(checked.bankAccount == nil)
    }

    @Test func eachKindHasWordsOfItsOwnThatAreNoCode() throws {
        #expect(try PartyCode("search", of: .supplier).text == "search")
        #expect(throws: BookkeepingError.self) { try PartyCode("search", of: .customer) }
        for party in Party.allCases {
            #expect(throws: BookkeepingError.self) { try PartyCode("Statistics", of: party) }
        }
    }
}
