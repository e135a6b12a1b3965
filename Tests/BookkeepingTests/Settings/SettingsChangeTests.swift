import Testing

@testable import Bookkeeping

@Suite struct SettingsChangeTests {
    @Test func whatIsNotSentStays() {
        var change = SettingsChange<StockOptions>()
        change.add { $0.managesStock = true }
        var part = SettingsChange<StockOptions>()
        part.add { $0.definesProducts = true }
        change.add(part)
        var old = StockOptions()
        old.hasWholesalePricing = true
        let new = change.applied(to: old)
        #expect(new.managesStock && new.definesProducts && new.hasWholesalePricing)
        #expect(SettingsChange<StockOptions>().applied(to: old) == old)
    }

    @Test func aLockThatIsOnNeedsADate() throws {
        var settings = AdvancedSettings()
        settings.lock.isOn = true
        #expect(throws: BookkeepingError.self) { try settings.check() }
        settings.lock.until = try CalendarDate(text: "2026-03-31")
        try settings.check()
        settings.lock = .none
        try settings.check()
    }

    @Test func aWordSetToNothingIsTheUsualOneAgain() throws {
        var settings = InvoiceSettings()
        settings[.creditNote] = "Refund"
        #expect(settings[.creditNote] == "Refund" && settings[.invoice] == "Invoice")
        settings[.creditNote] = ""
        #expect(settings == InvoiceSettings())
        settings[.net] = String(repeating: "n", count: 201)
        #expect(throws: BookkeepingError.invalid([FieldProblem("NetAmountName", .tooLong(max: 200))])) {
            try settings.check()
        }
    }

    @Test(arguments: [
        ("name", ProjectSettings.Order.name), ("0", .number), ("CREATED", .created), ("2", .created),
    ])
    func anOrderIsReadByNameOrNumber(sent: String, order: ProjectSettings.Order) {
        #expect(ProjectSettings.Order(sent: sent) == order)
        #expect(ProjectSettings.Order(sent: "3") == nil)
    }
}
