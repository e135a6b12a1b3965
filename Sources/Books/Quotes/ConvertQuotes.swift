import Bookkeeping
import Store

/// An invoice that was made from a quote.
public struct ConvertedQuote: Hashable, Sendable {
    public let invoiceNumber: Int64
    public let quoteNumber: Int64
}

extension Book {
    /// Makes an invoice of today from each of the quotes, or from none.
    ///
    /// - Parameters:
    ///   - numbers: each once, at least one.
    ///   - retains: whether the quotes stay; nil for what is set. Those that stay go to the category that is set for
    ///     them.
    /// - Returns: the invoices, in the order sent.
    /// - Throws: `BookkeepingError.invalid` that names every quote which can't be converted, `.dateLocked`; then
    ///   nothing was written.
    /// - Source: `quotes.md`, Conversion to an invoice.
    public func convertQuotes(_ numbers: [Int64], retaining retains: Bool?) async throws -> [ConvertedQuote] {
        let pen = pen
        return try await store.write { transaction in
            let settings = try transaction.quoteSettings()
            let retains = retains ?? !settings.deletesAfterConversion
            let quotes = try transaction.quotesToConvert(numbers)
            var made: [ConvertedQuote] = []
            for (place, quote) in quotes.enumerated() {
                var source = SaleSource(quote)
                if !settings.copiesReference { source.reference = nil }
                do {
                    let invoice = try transaction.makeInvoice(from: source, pen)
                    made.append(ConvertedQuote(invoiceNumber: invoice, quoteNumber: quote.number))
                } catch BookkeepingError.invalid(let problems) {
                    throw BookkeepingError.invalid(
                        problems.map {
                            FieldProblem(
                                field: "[\(place)]",
                                message: "Quote \(quote.number) can't be converted: \($0.message)")
                        })
                }
                if retains {
                    try transaction.categorise(quote, settings.convertedCategory)
                } else {
                    try transaction.delete(quote)
                }
            }
            return made
        }
    }
}

extension Transaction {
    /// - Throws: `BookkeepingError.invalid` that names every number which is no quote's, or stands twice.
    fileprivate func quotesToConvert(_ numbers: [Int64]) throws -> [Quote] {
        var (quotes, problems, seen): ([Quote], [FieldProblem], Set<Int64>) = ([], [], [])
        for (place, number) in numbers.enumerated() {
            guard seen.insert(number).inserted else {
                problems.append(FieldProblem(field: "[\(place)]", message: "Quote \(number) stands twice."))
                continue
            }
            do {
                quotes.append(try quote(number: number))
            } catch BookkeepingError.documentUnknown {
                problems.append(FieldProblem(field: "[\(place)]", message: "There is no quote \(number)."))
            }
        }
        guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
        return quotes
    }

    /// Moves a quote to a category; 0, and one that is gone, leave it where it is.
    fileprivate func categorise(_ quote: Quote, _ category: Int64) throws {
        guard category != 0, try categories(.quote).contains(where: { $0.number == category }) else { return }
        try post("UPDATE quote SET category = ?2 WHERE id = ?1", quote.id, category)
    }
}
