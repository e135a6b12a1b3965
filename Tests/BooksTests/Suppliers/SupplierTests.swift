import Bookkeeping
import Books
import Store
import Testing

/// What suppliers alone have; what they share with customers is tested there and over both routes.
@Suite struct SupplierTests {
    @Test func aNewSupplierHasItsDefaults() async throws {
        try await TestBook.run { test in
            let supplier = try await test.addSupplier("Timberyard & Sons")
            var details = SupplierDetails()
            details.name = "Timberyard & Sons"
            #expect(supplier.id == 1)
            #expect(supplier.code.text == "TIMB01")
            #expect(supplier.details == details)
            #expect(supplier.totals == SupplierTotals())
            #expect(supplier.createdOn.text == "2026-03-09")
            #expect(supplier.key.count == 36 && supplier.key.hasPrefix("5ea1c0de-"))
            #expect(try await test.book.supplier("timb01") == supplier)
        }
    }

    @Test func everyDetailComesBackAndCanBeSentBack() async throws {
        try await TestBook.run { test in
            let supplier = try await test.book.create(fullSupplierDraft(code: "Tímb/1%.").checked())
            var expected = fullSupplierDraft().details
            expected.contacts[0].id = 1
            #expect(supplier.details == expected)
            #expect(try await test.book.supplier("TÍMB/1%.") == supplier)
            let draft = SupplierDraft(code: supplier.code.text, details: supplier.details)
            let (same, isRenamed) = try await test.book.change(supplier.code.text, to: draft.checked())
            #expect(same == supplier && !isRenamed)
        }
    }

    @Test func whatIsLeftOutHasItsDefaultAndLeavesNothingBehind() async throws {
        try await TestBook.run { test in
            try await test.addSupplier("Plain", code: "A")
            let plain = try await test.supplierContents()
            try await test.book.delete("A", of: .supplier)
            _ = try await test.book.create(fullSupplierDraft(code: "A").checked())
            var details = SupplierDetails()
            details.name = "Plain"
            let draft = try SupplierDraft(details: details).checked()
            #expect(try await test.book.change("a", to: draft).supplier.details == details)
            // A row of the same form, but for its id.
            #expect(try await test.supplierContents() == plain.map { $0.replacing("1/A/", with: "2/A/") })
        }
    }

    @Test func aDeletedSupplierLeavesNoRow() async throws {
        try await TestBook.run { test in
            let empty = try await test.supplierContents()
            _ = try await test.book.create(fullSupplierDraft().checked())
            #expect(try await test.supplierContents() != empty)
            #expect(try await test.book.deleteAll(["timb01", "none"], of: .supplier).map(\.code) == ["none"])
            #expect(try await test.supplierContents() == empty)
            #expect(try await test.addSupplier("Timber").code.text == "TIMB01")
            #expect(try await test.book.firstComplaint() == nil)
        }
    }

    @Test func manyAtOnceAreAllOrNone() async throws {
        try await TestBook.run { test in
            let drafts = try ["Timber", "Iron", "Timber"].map { name in
                var details = SupplierDetails()
                details.name = name
                return try SupplierDraft(details: details).checked()
            }
            #expect(try await test.book.create(drafts).map(\.text) == ["TIMB01", "IRON01", "TIMB02"])
            let taken = try SupplierDraft(code: "iron01", details: drafts[0].details).checked()
            await #expect(throws: BookkeepingError.partyCodeTaken(.supplier, "iron01")) {
                try await test.book.create([drafts[0], taken])
            }
            #expect(try await test.book.supplierPage(PartyFilter()).total == 3)
            #expect(try await test.book.firstComplaint() == nil)
        }
    }

    @Test func aListThatIsNotWhatItIsNotedAsIsFound() async throws {
        try await TestBook.run { test in
            try await test.addSupplier("Timber")
            try await test.book.store.write { transaction in
                try transaction.run("UPDATE supplier SET is_archived = 1")
            }
            #expect(
                try await test.book.firstComplaint()
                    == "the supplier list is noted as 1 and 0 archived, and holds 0 and 1 archived")
        }
    }
}

/// Every detail different from its default. The euro is set up with it.
func fullSupplierDraft(code: String? = nil) -> SupplierDraft {
    var details = SupplierDetails()
    details.name = "Timberyard & Sons"
    var contact = Contact()
    contact.name = "Accounts"
    contact.email = "ada@timberyard.example"
    details.contacts = [contact]
    var address = PostalAddress()
    address.line1 = "1 Mill Lane"
    address.line2 = "Sawmill"
    address.line3 = "Totnes"
    address.line4 = "Devon"
    address.postCode = "TQ9 5XX"
    address.countryCode = "IE"
    details.address = address
    var account = PayeeAccount()
    account.name = "Timberyard"
    account.number = "00012345"
    account.sortCode = "00-00-01"
    details.bankAccount = account
    details.currencyCode = "EUR"
    details.paymentTerms = PaymentTerms(days: 30, after: .monthEnd)
    details.paymentMethod = 3
    details.defaultNominalCode = 5_000
    details.pdfThemeID = 4
    details.vatNumber = "IE1234567T"
    details.presetsVATRate = true
    details.defaultVATRate = Percentage(tenThousandths: 175_000)
    details.isVATExempt = true
    details.tradeBorder = .europeanUnion
    details.isCISReverseCharge = true
    details.appliesWithholdingTax = true
    details.withholdingTaxRate = Percentage(tenThousandths: 200_000)
    details.withholdingTaxReferences = [CustomField(name: "UTR", value: "1234567890")]
    details.uniqueEntityNumber = "01234567"
    details.note = "first line\nsecond line"
    details.isArchived = true
    var draft = SupplierDraft(code: code, details: details)
    draft.exchangeRate = ExactDecimal(millionths: 1_165_000)
    return draft
}

extension TestBook {
    @discardableResult
    func addSupplier(_ name: String, code: String? = nil) async throws -> Supplier {
        var details = SupplierDetails()
        details.name = name
        return try await book.create(SupplierDraft(code: code, details: details).checked())
    }

    /// Everything that the suppliers' tables hold, row by row, but for what is counted.
    fileprivate func supplierContents() async throws -> [String] {
        let tables: [SQL] = [
            """
            SELECT id || '/' || code || '/' || name || '/' || is_archived || '/' || pdf_theme || '/'
                || contact_count || '/' || field_count || '/' || COALESCE(line1 || bank_number || currency, '')
            FROM supplier ORDER BY id
            """,
            "SELECT id || '/' || supplier FROM supplier_contact ORDER BY id",
            "SELECT supplier || kind || place || name FROM supplier_field ORDER BY supplier, kind, place",
            "SELECT search_text FROM supplier_search ORDER BY supplier",
        ]
        return try await book.store.read { transaction in
            try tables.flatMap { try transaction.all($0) { $0.text(0) } }
        }
    }
}
