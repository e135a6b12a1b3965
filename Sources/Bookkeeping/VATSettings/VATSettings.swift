/// How a business deals with VAT, beside where it is registered.
///
/// - Source: `vat.md`, Settings.
public struct VATSettings: Hashable, Sendable {
    /// How often returns are due.
    public enum Frequency: Int64, CaseIterable, Sendable {
        case monthly = 0
        case quarterly = 1
        case annually = 2

        /// As the wire writes it.
        public var name: String {
            switch self {
            case .monthly: "Monthly"
            case .quarterly: "Quarterly"
            case .annually: "Annually"
            }
        }
    }

    public var registration = VATRegistration()
    /// Of new lines; one of `rates`.
    public var defaultRate = Percentage.standardVAT
    /// Lowest first.
    public var rates: [VATRate] = []
    public var isOnOverview = true
    /// VAT is worked out on one unit and then multiplied by the quantity.
    public var calculatesPerUnit = false
    public var definesProducts = false
    public var isSignedUpForMTD = false
    public var filesOutside = false
    public var frequency = Frequency.quarterly
    /// The month the quarters start in: 1, 2 or 3.
    public var quarterMonth: Int64 = 1
    public var filing = VATFiling()
    /// What is on a filed return can't be changed.
    public var locksFiled = true
    public var isCashBasisOnInvoices = false
    public var isCashBasisOnPurchases = false
    public var flatRate = FlatRateScheme()
    public var isMOSSRegistered = false
    public var isMOSSUnion = false
    public var hasMOSSFixedEstablishment = false

    public init() {}

    public var isRegistered: Bool { registration.isRegistered }

    /// What a sales document keeps of this when it is made.
    ///
    /// - Parameters:
    ///   - gross: a document of nothing stays on the invoice basis.
    ///   - issued: so does one that is due more than six months after it.
    /// - Source: `ledger.md`, Cash accounting.
    public func posted(gross: Money, issued: CalendarDate, due: CalendarDate) -> PostedWith {
        let isLong = issued.adding(months: 6).map { due > $0 } ?? false
        return PostedWith(
            isVATRegistered: isRegistered,
            isCashBasis: isRegistered && isCashBasisOnInvoices && gross != .zero && !isLong,
            calculatesVATPerUnit: calculatesPerUnit)
    }
}

/// A rate that a business trades with.
public struct VATRate: Hashable, Sendable {
    public let id: Int64
    public let rate: Percentage

    public init(id: Int64, rate: Percentage) {
        self.id = id
        self.rate = rate
    }

    /// As people read it: `17.5%`.
    public var text: String { rate.shortText + "%" }
}

/// The old filing log-in, of which nothing secret is kept.
public struct VATFiling: Hashable, Sendable {
    public var isEnabled = false
    public var username: String?
    public var branch: String?
    public var postCode: String?
    public var number: String?
    public var excludesECList = false

    public init() {}
}

/// - Source: HMRC VAT Notice 733; `vat.md`, Flat rate scheme.
public struct FlatRateScheme: Hashable, Sendable {
    public var isOn = false
    /// From `changedOn` on.
    public var rate = Percentage.zero
    /// Before it.
    public var priorRate = Percentage.zero
    public var changedOn: CalendarDate?

    public init() {}
}

extension Percentage {
    /// The United Kingdom's standard rate since 4 January 2011.
    public static let standardVAT = Percentage(tenThousandths: 200_000)
}

extension CalendarDate {
    /// The same day so many months later, or the last of that month where it has no such day; nil outside the years 1
    /// to 9999.
    public func adding(months: Int) -> CalendarDate? {
        let count = year * 12 + month - 1 + months
        guard count >= 12, let first = CalendarDate(year: count / 12, month: count % 12 + 1, day: 1) else {
            return nil
        }
        return CalendarDate(year: first.year, month: first.month, day: day) ?? first.lastOfMonth
    }
}
