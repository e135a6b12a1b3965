import Bookkeeping
import Books
import WebCore

/// An invoice or credit note in full, as it is answered and taken.
struct InvoiceWire: WireTable {
    private(set) var full: InvoiceInFull?
    var draft = InvoiceDraft()
    private var checked: CheckedInvoiceDraft?

    init() {}

    init(_ full: InvoiceInFull) {
        self.full = full
    }

    /// What was sent, checked.
    ///
    /// - Throws: `BookkeepingError.invalid`.
    var sent: CheckedInvoiceDraft {
        get throws(BookkeepingError) {
            if let checked { checked } else { try draft.checked() }
        }
    }

    /// The books' own bounds, so that one answer names every wrong field.
    mutating func check(_ problems: inout WireProblems) {
        checked = problems.addRefusals(of: draft.checked)
    }

    var invoice: Invoice? { full?.invoice }

    var status: InvoiceStatus {
        full.map { $0.invoice.status(on: $0.today) } ?? .unpaid
    }

    var due: Money { (try? invoice?.due) ?? .zero }

    static let shape = WireShape<InvoiceWire>("Invoice", head + parties + lists + amounts + state + links)
}
