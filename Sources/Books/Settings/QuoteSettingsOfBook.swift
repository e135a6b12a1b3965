import Bookkeeping
import Store

extension QuoteSettings: SettingFamily {
    public init(_ kept: BookSettings) {
        self.init()
        name = kept.text(.quoteName) ?? name
        heading = kept.text(.quoteHeading) ?? heading
        reference = kept.text(.quoteReference) ?? reference
        validity = kept.text(.quoteValidity) ?? validity
        validityCaption = kept.text(.quoteValidityCaption) ?? validityCaption
        footer = kept.text(.quoteFooter) ?? footer
        showsTotalInList = kept.flag(.quoteTotalInList, default: showsTotalInList)
        showsTotalOnPaper = kept.flag(.quoteTotalOnPaper, default: showsTotalOnPaper)
        deletesAfterConversion = kept.flag(.quoteDelete)
        copiesReference = kept.flag(.quoteCopiesReference, default: copiesReference)
        convertedCategory = kept.integer(.quoteConvertedCategory)
        hasPreviousAndNext = kept.flag(.quotePreviousNext, default: hasPreviousAndNext)
        staysWithCustomer = kept.flag(.quotePreviousNextOfCustomer)
    }

    public var rows: [(BookSetting, any SettingValue)] {
        [
            (.quoteName, name), (.quoteHeading, heading), (.quoteReference, reference),
            (.quoteValidity, validity), (.quoteValidityCaption, validityCaption), (.quoteFooter, footer),
            (.quoteTotalInList, showsTotalInList), (.quoteTotalOnPaper, showsTotalOnPaper),
            (.quoteDelete, deletesAfterConversion), (.quoteCopiesReference, copiesReference),
            (.quoteConvertedCategory, convertedCategory), (.quotePreviousNext, hasPreviousAndNext),
            (.quotePreviousNextOfCustomer, staysWithCustomer),
        ]
    }
}

extension Transaction {
    public func quoteSettings() throws -> QuoteSettings { try settings() }

    /// Has no setting name a category any more, since it is gone.
    func forgetQuoteCategory(_ number: Int64) throws {
        try run(
            "DELETE FROM book_setting WHERE name = ?1 AND value = ?2",
            BookSetting.quoteConvertedCategory.rawValue,
            String(number))
    }
}

extension Book {
    /// Changes what was sent of how quotes look and what becomes of them.
    ///
    /// - Throws: `BookkeepingError.invalid`, also for a category that there is not; then nothing was written.
    public func changeQuoteSettings(_ sent: SettingsChange<QuoteSettings>) async throws -> QuoteSettings {
        try await change(sent) { transaction, old, new in
            let category = new.convertedCategory
            guard category != 0, category != old.convertedCategory else { return }
            guard try transaction.categories(.quote).contains(where: { $0.number == category }) else {
                throw BookkeepingError.invalid([
                    FieldProblem(
                        "QuoteConvertedCategory",
                        "must be 0 or the number of a quote category; there is no \(category)")
                ])
            }
        }
    }
}
