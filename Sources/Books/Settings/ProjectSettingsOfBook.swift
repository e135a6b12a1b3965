import Bookkeeping
import Store

extension ProjectSettings: SettingFamily {
    public init(_ kept: BookSettings) {
        self.init()
        isEnabled = kept.flag(.projectsEnabled, default: isEnabled)
        text = kept.text(.projectText) ?? text
        isOnPapers = kept.flag(.projectOnPapers)
        isOnInvoiceLines = kept.flag(.projectOnInvoiceLines)
        isOnPurchaseLines = kept.flag(.projectOnPurchaseLines)
        isOnBankLines = kept.flag(.projectOnBankLines)
        isOnJournalLines = kept.flag(.projectOnJournalLines)
        startDateName = kept.text(.projectStartName) ?? startDateName
        endDateName = kept.text(.projectEndName) ?? endDateName
        showsWorkInProgress = kept.flag(.projectWorkInProgress)
        hasCustomer = kept.flag(.projectHasCustomer, default: hasCustomer)
        order = kept.text(.projectOrder).flatMap(Order.init(rawValue:)) ?? order
        isDescending = kept.flag(.projectDescending)
    }

    public var rows: [(BookSetting, any SettingValue)] {
        [
            (.projectsEnabled, isEnabled), (.projectText, text), (.projectOnPapers, isOnPapers),
            (.projectOnInvoiceLines, isOnInvoiceLines), (.projectOnPurchaseLines, isOnPurchaseLines),
            (.projectOnBankLines, isOnBankLines), (.projectOnJournalLines, isOnJournalLines),
            (.projectStartName, startDateName), (.projectEndName, endDateName),
            (.projectWorkInProgress, showsWorkInProgress), (.projectHasCustomer, hasCustomer),
            (.projectOrder, order.rawValue), (.projectDescending, isDescending),
        ]
    }
}

extension Transaction {
    public func projectSettings() throws -> ProjectSettings { try settings() }
}

extension Book {
    /// Changes what was sent of how projects are used.
    ///
    /// - Throws: `BookkeepingError.invalid`; then nothing was written.
    public func changeProjectSettings(_ sent: SettingsChange<ProjectSettings>) async throws -> ProjectSettings
    {
        try await change(sent)
    }
}
