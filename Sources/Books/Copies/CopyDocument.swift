import Bookkeeping
import Store

/// A copy that was made.
public struct DocumentCopy: Hashable, Sendable {
    /// What it is a copy of.
    public let sourceNumber: Int64
    public let source: CopyKind
    public let target: CopyKind
    public let id: Int64
    public let number: Int64
}

extension Book {
    /// Copies a quote or an invoice to a quote or an invoice of today, with the next number. The source stays as it is.
    ///
    /// Payments, counts of e-mails, notes, files and links are not copied, nor a deduction of withholding tax.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`, `.invalid`, `.dateLocked`; then nothing was written.
    public func copy(_ kind: CopyKind, _ key: CopySource, to target: CopyKind) async throws -> DocumentCopy {
        let pen = pen
        return try await store.write { transaction in
            var (source, sourceNumber): (SaleSource, Int64)
            switch kind {
            case .quote:
                let quote =
                    switch key {
                    case .number(let number): try transaction.quote(number: number)
                    case .id(let id): try transaction.quote(id: id)
                    }
                (source, sourceNumber) = (SaleSource(quote), quote.number)
            case .invoice:
                let invoice =
                    switch key {
                    case .number(let number): try transaction.invoice(number: number)
                    case .id(let id): try transaction.invoice(id: id)
                    }
                (source, sourceNumber) = (SaleSource(invoice), invoice.number)
            }
            if try !transaction.quoteSettings().copiesReference { source.reference = nil }
            let made: (id: Int64, number: Int64)
            switch target {
            case .quote: made = try transaction.makeQuote(from: source, pen)
            case .invoice:
                let number = try transaction.makeInvoice(from: source, pen)
                made = (try transaction.invoice(number: number).id, number)
            }
            return DocumentCopy(
                sourceNumber: sourceNumber, source: kind, target: target, id: made.id, number: made.number)
        }
    }
}

/// How a copy names its source.
public enum CopySource: Hashable, Sendable {
    case number(Int64)
    case id(Int64)
}

/// What can be copied, and to what.
public enum CopyKind: String, CaseIterable, Sendable {
    case quote = "Quote"
    case invoice = "Invoice"

    /// - Parameter name: in any case.
    public init?(named name: String) {
        let name = name.lowercased()
        guard let kind = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else { return nil }
        self = kind
    }
}
