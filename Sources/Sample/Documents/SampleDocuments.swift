import Bookkeeping
import Books

/// The sample's documents: invoices, credit notes and quotes of two years, with what was paid of them. Each depends on
/// the seed and its place alone.
public struct SampleDocuments: Sendable {
    public let count: Int
    public let seed: UInt64
    /// How many customers there are to write them for.
    private let customers: [String]
    /// The day of the last one.
    private let today: CalendarDate

    /// One transaction's.
    private static let batch = 200
    private static let days = 730

    /// - Parameter customers: their codes, one at least.
    public init(_ count: Int, seed: UInt64 = SampleBusiness.seed, customers: [String], today: CalendarDate) {
        self.count = count
        self.seed = seed
        self.customers = customers
        self.today = today
    }

    /// Makes what documents need, once: the business registered for VAT, and the euro at a rate.
    ///
    /// - Throws: `BookkeepingError`, `StoreError`.
    public static func prepare(_ book: Book) async throws {
        let company = try await book.company()
        if !company.vat.isRegistered {
            var change = CompanyChange()
            change.isVATRegistered = true
            change.vatNumber = "GB123456782"
            change.businessType = .limited
            _ = try await book.changeCompany(change.checked(IndustrySectors(rows: [])))
        }
        if try await !book.currencies().contains(where: { $0.code == "EUR" }) {
            var euro = CurrencyDraft()
            euro.code = "EUR"
            euro.rate = ExactDecimal(millionths: 1_170_000)
            _ = try await book.create(euro.checked())
        }
    }

    /// Adds what the book lacks, in order and in batches, so that an interrupted run is taken up where it ended.
    ///
    /// - Throws: `CancellationError` between two batches; `BookkeepingError`, `StoreError`.
    public func complete(in book: Book) async throws {
        let made = try await Self.made(in: book)
        for start in stride(from: made, to: count, by: Self.batch) {
            try Task.checkCancellation()
            let places = start..<min(start + Self.batch, count)
            try await book.create(places.map { try self[$0] })
        }
    }

    /// How many documents a book has.
    ///
    /// - Throws: `StoreError`.
    public static func made(in book: Book) async throws -> Int {
        let counts = try await book.documentCounts()
        return Int(counts.invoices + counts.quotes)
    }

    /// - Parameter place: from 0.
    subscript(place: Int) -> NewSalesDocument {
        get throws {
            let dice = Dice(seed: seed &+ 0x5eed, place: place)
            let issued = today.adding(days: place * Self.days / max(count, 1) - Self.days) ?? today
            let customer = customers[dice.number(0...customers.count - 1)]
            let kind = dice.number(0...99)
            let isForeign = kind < 4
            let lines = lines(dice, isCredit: (4..<10).contains(kind), isForeign: isForeign)
            if (10..<20).contains(kind) {
                var quote = QuoteDraft()
                (quote.customerCode, quote.date, quote.lines) = (customer, issued, lines)
                return .quote(try quote.checked())
            }
            var invoice = InvoiceDraft()
            (invoice.customerCode, invoice.issuedOn, invoice.lines) = (customer, issued, lines)
            if isForeign { invoice.currencyCode = "EUR" }
            if dice.happens(40) { invoice.reference = "PO \(dice.digits(5))" }
            invoice.payments = try payments(
                dice, of: lines, issued, isCredit: (4..<10).contains(kind), isForeign)
            return .invoice(try invoice.checked())
        }
    }

    private func lines(_ dice: Dice, isCredit: Bool, isForeign: Bool) -> [SalesLineDraft] {
        (1...dice.pick([1, 2, 3, 3, 4, 6])).map { _ in
            let work = dice.pick(SampleWork.all)
            var line = SalesLineDraft()
            line.description = work.text
            line.quantity = ExactDecimal(millionths: Int64(dice.number(1...work.most * 4)) * 250_000)
            let price = Int64(work.price) * 10_000 * (isCredit ? -1 : 1)
            line.rate = ExactDecimal(millionths: dice.happens(20) ? price / 100 * 95 : price).toFourDecimals
            line.nominalCode = work.nominal
            switch dice.number(0...99) {
            case _ where isForeign: line.vatLevel = .zero
            case ..<80: line.vatLevel = .standardVAT
            case ..<90: line.vatLevel = Percentage(tenThousandths: 50_000)
            case ..<97: line.vatLevel = .zero
            default: line.isVATExempt = true
            }
            return line
        }
    }

    /// Most of what is old enough is paid, some in two parts; credit notes are given back.
    private func payments(
        _ dice: Dice, of lines: [SalesLineDraft], _ issued: CalendarDate, isCredit: Bool, _ isForeign: Bool
    ) throws -> [PaymentDraft] {
        let paysOn = issued.adding(days: dice.number(3...60)) ?? issued
        let (pays, inParts) = (dice.happens(isCredit ? 50 : 85), dice.happens(12))
        guard pays, !isForeign, paysOn <= today else { return [] }
        var gross = Money.zero
        for line in lines {
            let net = try (line.quantity ?? .one).times(line.rate ?? .zero)
            let level = line.isVATExempt == true ? Percentage.zero : line.vatLevel ?? .zero
            gross = try gross + net + level.vat(on: net)
        }
        guard gross != .zero else { return [] }
        var payment = PaymentDraft()
        (payment.date, payment.amount) = (paysOn, gross)
        guard inParts, gross.minorUnits.magnitude > 1 else { return [payment] }
        payment.amount = Money(minorUnits: gross.minorUnits / 2)
        guard dice.happens(60) else { return [payment] }
        var rest = payment
        rest.amount = try gross - Money(minorUnits: gross.minorUnits / 2)
        rest.date = paysOn.adding(days: 14) ?? paysOn
        return [payment, rest]
    }
}
