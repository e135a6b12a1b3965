import Bookkeeping
import Store
import Surroundings

@testable import Books

/// A clerk who does anything that can be done to sales documents, in an order that a seed decides. What the book refuses
/// is refused and forgotten; what it takes must leave the books right.
final class RandomSales {
    let book: Book
    let dice: SeededRandomness
    private let clock: ManualTimekeeper
    /// How often each deed was carried out, and how often refused.
    private(set) var done: [String: Int] = [:]
    private(set) var refused: [String: Int] = [:]
    /// Why the last thing did not go that was to be taken away.
    private(set) var lastRefusal: BookkeepingError?

    static let customers = ["HARB01", "QUAY01", "EUTR01"]

    init(_ book: Book, clock: ManualTimekeeper, seed: UInt64) {
        self.book = book
        self.clock = clock
        dice = SeededRandomness(seed: seed)
    }

    /// Customers, a product that manages stock, a project, and the registration for VAT.
    func prepare() async throws {
        try await book.store.write { transaction in
            try transaction.run("UPDATE company SET vat_registered_in = 'UK', vat_number = 'GB123456789'")
            try transaction.set(.managesStock, to: true)
        }
        for code in Self.customers {
            var details = CustomerDetails()
            details.name = code
            if code == "EUTR01" { details.tradeBorder = .europeanUnion }
            _ = try await book.create(CustomerDraft(code: code, details: details).checked())
        }
        var product = ProductDraft()
        (product.code, product.nominalCode, product.name) = ("OAK", 4000, "Oak board")
        (product.managesStock, product.price) = (true, try decimal("18.5"))
        product.vatRate = .standardVAT
        _ = try await book.create(product.checked())
        var project = ProjectDraft()
        project.details.name = "Boathouse"
        _ = try await book.create(project.checked())
    }

    func act(_ times: Int) async throws {
        for _ in 0..<times {
            let deeds: [(String, Int, () async throws -> Void)] = [
                ("create invoice", 22, createInvoice), ("change invoice", 14, changeInvoice),
                ("delete invoice", 7, deleteInvoice), ("pay", 12, pay), ("batch", 6, createBatch),
                ("delete batch", 2, deleteBatch), ("advance", 5, enterAdvance), ("use credit", 10, useCredit),
                ("unallocate", 4, unallocate), ("settle", 3, settle), ("write off", 3, writeOff),
                ("quote", 5, createQuote), ("convert", 3, convertQuote), ("cash basis", 1, switchCashBasis),
                ("archive", 2, archive), ("delete advance", 1, deleteAdvance),
            ]
            var left = dice.number(below: deeds.reduce(0) { $0 + $1.1 })
            for (name, share, deed) in deeds {
                left -= share
                guard left < 0 else { continue }
                do {
                    try await deed()
                    done[name, default: 0] += 1
                } catch is BookkeepingError {
                    refused[name, default: 0] += 1
                }
                break
            }
            if dice.number(below: 4) == 0 { clock.advance(by: .seconds(86_400)) }
        }
    }

    /// Takes away everything that posted, in whatever order the book lets it go.
    ///
    /// - Returns: whether nothing is left.
    func removeAll() async throws -> Bool {
        var left = Int.max
        while true {
            for number in try await numbers("SELECT number FROM invoice WHERE paid <> 0 ORDER BY number") {
                try await attempt { try await self.takePaymentsOff(number) }
            }
            for number in try await numbers("SELECT number FROM payment_batch ORDER BY number DESC") {
                try await attempt { try await self.book.deleteBatch(ofInvoices: number) }
            }
            for number in try await numbers("SELECT number FROM invoice ORDER BY number") {
                try await attempt { try await self.book.deleteInvoice(number) }
            }
            for id in try await numbers("SELECT id FROM bank_transaction ORDER BY id DESC") {
                try await attempt { try await self.book.deleteBankTransaction(id, on: 1) }
            }
            let count =
                try await numbers("SELECT id FROM invoice").count
                + numbers("SELECT id FROM bank_transaction").count
            guard count > 0, count < left else { return count == 0 }
            left = count
        }
    }

    private func takePaymentsOff(_ number: Int64) async throws {
        let full = try await book.store.read { [today = book.today] in
            try $0.invoiceInFull(number: number, on: today)
        }
        var draft = draft(of: full)
        draft.payments = full.payments.filter { $0.batch != nil }.map(kept)
        _ = try await book.changeInvoice(number, to: draft.checked())
    }

    /// What is refused now may go later.
    private func attempt(_ deed: () async throws -> Void) async throws {
        do { try await deed() } catch let refusal as BookkeepingError { lastRefusal = refusal }
    }

    // MARK: Deeds

    private func createInvoice() async throws {
        _ = try await book.create(invoice(isCredit: dice.number(below: 6) == 0).checked())
    }

    private func changeInvoice() async throws {
        guard let number = try await some("SELECT number FROM invoice ORDER BY number") else { return }
        var draft = try invoice(isCredit: false)
        let old = try await book.store.read { [today = book.today] in
            try $0.invoiceInFull(number: number, on: today)
        }
        draft.customerCode = old.invoice.customer.code
        draft.currencyCode = old.invoice.details.currency.code
        draft.exchangeRate = old.invoice.details.currency.rate
        if dice.number(below: 3) > 0 { draft.payments = old.payments.map(kept) }
        if dice.number(below: 8) == 0 { draft.number = number + 1_000 + Int64(dice.number(below: 1_000)) }
        _ = try await book.changeInvoice(number, to: draft.checked())
    }

    private func deleteInvoice() async throws {
        guard let number = try await some("SELECT number FROM invoice ORDER BY number") else { return }
        try await book.deleteInvoice(number)
    }

    private func pay() async throws {
        guard let number = try await some("SELECT number FROM invoice WHERE due <> 0 ORDER BY number") else {
            return
        }
        let old = try await book.store.read { [today = book.today] in
            try $0.invoiceInFull(number: number, on: today)
        }
        var draft = draft(of: old)
        draft.payments = old.payments.map(kept) + [payment(try old.invoice.due)]
        _ = try await book.changeInvoice(number, to: draft.checked())
    }

    private func createBatch() async throws {
        let open = try await numbers("SELECT number FROM invoice WHERE due <> 0 ORDER BY number")
        guard open.count > 2 else { return }
        var draft = BatchDraft()
        draft.date = book.today
        for place in Set((0..<3).map { _ in dice.number(below: open.count) }).sorted() {
            var item = BatchDraft.Item()
            item.document = open[place]
            let due = try await book.store.read { try $0.invoice(number: open[place]).due }
            item.amount = dice.number(below: 2) == 0 ? due : Money(minorUnits: max(1, due.minorUnits / 3))
            draft.items.append(item)
        }
        _ = try await book.createBatch(ofInvoices: draft.checked())
    }

    private func deleteBatch() async throws {
        guard let number = try await some("SELECT number FROM payment_batch ORDER BY number") else { return }
        try await book.deleteBatch(ofInvoices: number)
    }

    private func enterAdvance() async throws {
        var draft = BankTransactionDraft()
        (draft.date, draft.moneyType) = (book.today, 1100)
        draft.customerCode = Self.customers[dice.number(below: 3)]
        let amount = Money(minorUnits: Int64(1 + dice.number(below: 50_000)))
        if dice.number(below: 5) == 0 { draft.paidOut = amount } else { draft.paidIn = amount }
        _ = try await book.enter(draft, on: 1)
    }

    private func deleteAdvance() async throws {
        guard let id = try await some("SELECT id FROM bank_transaction ORDER BY id") else { return }
        try await book.deleteBankTransaction(id, on: 1)
    }

    private func useCredit() async throws {
        guard let id = try await some("SELECT id FROM invoice WHERE due > 0 ORDER BY id") else { return }
        let credits = try await book.store.read { try $0.credits(forInvoice: id) }
        guard !credits.isEmpty else { return }
        let credit = credits[dice.number(below: credits.count)]
        var use = CreditUse()
        (use.id, use.kind) = (credit.id, credit.kind)
        if dice.number(below: 2) == 0 { use.amount = Money(minorUnits: max(1, credit.amount.minorUnits / 2)) }
        _ = try await book.useCredits([use], onInvoice: id)
    }

    private func unallocate() async throws {
        let select: SQL = "SELECT id FROM payment WHERE document_kind = 'invoice' ORDER BY id"
        guard let id = try await some(select) else { return }
        let number = try await book.store.read { transaction in
            try transaction.payment(id).map { try transaction.invoice(id: $0.document.id).number }
        }
        if let number { _ = try await book.unallocate(payment: id, ofInvoice: number) }
    }

    private func settle() async throws {
        guard let number = try await some("SELECT number FROM invoice WHERE currency = 'EUR' ORDER BY number")
        else {
            return
        }
        _ = try await book.settleInvoice(number)
    }

    private func writeOff() async throws {
        guard let base = try await some("SELECT number FROM invoice WHERE due > 0 ORDER BY number") else {
            return
        }
        let invoice = try await book.store.read { try $0.invoice(number: base) }
        var line = SalesLineDraft()
        (line.nominalCode, line.description) = (8100, "Bad debt")
        (line.rate, line.isVATExempt) = (
            ExactDecimal(millionths: -invoice.totals.gross.minorUnits * 10_000), true
        )
        var draft = InvoiceDraft()
        (draft.customerCode, draft.lines) = (invoice.customer.code, [line])
        let credit = try await book.create(draft.checked())
        try await book.writeOff(invoice: base, with: credit.invoice.number)
    }

    private func createQuote() async throws {
        var draft = QuoteDraft()
        (draft.customerCode, draft.lines) = (
            Self.customers[dice.number(below: 2)], try lines(isCredit: false)
        )
        _ = try await book.create(draft.checked())
    }

    private func convertQuote() async throws {
        guard let number = try await some("SELECT number FROM quote ORDER BY number") else { return }
        _ = try await book.convertQuotes([number], retaining: dice.number(below: 2) == 0)
    }

    private func switchCashBasis() async throws {
        let isOn = dice.number(below: 2) == 0
        try await book.store.write { try $0.set(.vatCashOnInvoices, to: isOn) }
    }

    private func archive() async throws {
        guard let number = try await some("SELECT number FROM invoice ORDER BY number") else { return }
        try await book.archiveInvoices([number], isArchived: dice.number(below: 2) == 0)
    }
}
