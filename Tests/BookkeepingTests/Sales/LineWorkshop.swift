import Bookkeeping

/// What tests of lines work with: a chart of a few nominals, the rates of a British business, and its rules.
struct LineWorkshop {
    var sources = LineSources()
    var rules = LineRules(
        currency: DocumentCurrency(code: "GBP", rate: .one, isHome: true),
        posted: PostedWith(isVATRegistered: true, isCashBasis: false, calculatesVATPerUnit: false),
        isReverseCharge: false, tradeBorder: .domestic)

    init() {
        for (id, code, special) in [(1_000_001, 4000, 0), (1_000_002, 8100, 10), (1_000_003, 1100, 1)] {
            var details = NominalDetails()
            details.name = "Nominal \(code)"
            sources.nominals[Int64(code)] = Nominal(
                id: Int64(id), code: Int64(code), details: details, special: Int64(special))
        }
        sources.defaultNominal = sources.nominals[4000]
        sources.vatRates = [.zero, .percent(5), .percent(20)]
        sources.defaultVATRate = .percent(20)
    }

    /// - Parameter rate: units of the euro for one pound.
    mutating func inEuros(at rate: String) throws {
        rules.currency = DocumentCurrency(
            code: "EUR", rate: try ExactDecimal(decimalText: rate, .sixDecimals), isHome: false)
    }

    func lines(_ drafts: SalesLineDraft...) throws -> [SalesLine] {
        try rules.workOut(drafts, from: sources)
    }

    func lines(_ drafts: [SalesLineDraft]) throws -> [SalesLine] {
        try rules.workOut(drafts, from: sources)
    }

    /// The one line that a draft makes.
    func line(_ draft: SalesLineDraft) throws -> SalesLine {
        try rules.workOut([draft], from: sources)[0]
    }

    /// What is said of the only draft, or nil where it makes a line.
    func problem(_ draft: SalesLineDraft) -> String? {
        do throws(BookkeepingError) {
            _ = try rules.workOut([draft], from: sources)
            return nil
        } catch .invalid(let problems) {
            return problems.map(\.message).joined(separator: " ")
        } catch {
            return "\(error)"
        }
    }
}

extension SalesLineDraft {
    /// - Parameters:
    ///   - quantity: decimal text.
    ///   - rate: decimal text.
    init(_ quantity: String?, at rate: String?, vat level: Int64? = 20, sent vat: String? = nil) throws {
        self.init()
        self.quantity = try quantity.map { try ExactDecimal(decimalText: $0, .fourDecimals) }
        self.rate = try rate.map { try ExactDecimal(decimalText: $0, .fourDecimals) }
        vatLevel = level.map { .percent($0) }
        self.vat = try vat.map { try Money(decimalText: $0) }
    }
}

extension Percentage {
    static func percent(_ whole: Int64) -> Percentage { Percentage(tenThousandths: whole * 10_000) }
}
