/// What quotes are called, what their papers say, and what becomes of one that is converted to an invoice.
///
/// - Source: `quotes.md`, Settings.
public struct QuoteSettings: Hashable, Sendable {
    public var name = "Quotes"
    public var heading = "Quotation"
    public var reference = "Your Reference"
    /// How long a quote holds, in words.
    public var validity = "30 Days"
    public var validityCaption = "Valid For"
    /// At the foot of the paper.
    public var footer = ""
    public var showsTotalInList = true
    public var showsTotalOnPaper = true
    public var deletesAfterConversion = false
    /// Whether the invoice takes the quote's reference.
    public var copiesReference = true
    /// The category that a converted quote is given; 0: it keeps its own.
    public var convertedCategory: Int64 = 0
    public var hasPreviousAndNext = true
    /// Whether these buttons stay with one customer.
    public var staysWithCustomer = false

    public init() {}

    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func check() throws(BookkeepingError) {
        var check = FieldCheck()
        check.label(name, "QuoteName")
        check.label(heading, "QuoteHeading")
        check.label(reference, "QuoteReference")
        check.label(validity, "QuoteDueDate")
        check.label(validityCaption, "QuoteDueDateCaption")
        _ = check.text(footer, "QuoteAdditionalText", max: TextKind.linesMax, kind: .lines)
        check.number(convertedCategory, "QuoteConvertedCategory")
        try check.finish()
    }
}

extension FieldCheck {
    /// A word shown in the place of the usual one.
    mutating func label(_ text: String, _ field: @autoclosure () -> String) {
        _ = requiredText(text, field(), max: TextKind.nameMax)
    }
}
