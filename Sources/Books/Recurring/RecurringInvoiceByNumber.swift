import Bookkeeping
import Store

/// A template with all that its single resource tells.
public struct RecurringInvoiceInFull: Sendable {
    public let template: RecurringInvoice
    /// The customer's own address and e-mail address, as invoices will have them.
    public let address: PostalAddress?
    public let email: String?
    /// What it is in, with its own rate.
    public let currency: Currency
    public let previousNumber: Int64
    public let nextNumber: Int64
}

extension Transaction {
    /// One template with all that its single resource tells.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func recurringInvoiceInFull(number: Int64, on today: CalendarDate) throws -> RecurringInvoiceInFull
    {
        let template = try recurringInvoice(number: number)
        let own = template.details.currency
        let home = try homeCurrency()
        let known = own.isHome ? home : try currency(own.code, on: today)
        let neighbours = try first(selectNeighbours, number) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
        let customer = try customer(template.customer.code, on: today)
        return RecurringInvoiceInFull(
            template: template, address: customer.details.addresses.first, email: customer.details.email,
            currency: (known ?? home).at(own.rate), previousNumber: neighbours.0, nextNumber: neighbours.1)
    }

    /// One template with its lines.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    func recurringInvoice(number: Int64) throws -> RecurringInvoice {
        let found = try first(
            selectRecurringInvoice + " WHERE recurring_invoice.number = ?1", number,
            as: RecurringInvoice.init(row:))
        guard var template = found else {
            throw BookkeepingError.documentUnknown(.recurringInvoice, String(number))
        }
        template.lines = try lines(of: .recurringInvoice, template.id)
        return template
    }
}

extension RecurringInvoice {
    /// In the order of `selectRecurringInvoice`; the lines are read apart.
    init(row: any Row) throws(StoreError) {
        var columns = Columns(row)
        let (id, number) = (columns.integer(), columns.integer())
        let customer = CustomerLink(
            id: columns.integer(), code: columns.text(), name: columns.text(), key: columns.text(),
            vatNumber: columns.optionalText())
        let schedule = try Schedule(&columns)
        let passed = PassedRuns(count: columns.integer(), last: try columns.optionalDate())
        let (nextOn, expiresOn) = (try columns.optionalDate(), try columns.optionalDate())
        let currency = DocumentCurrency(
            code: columns.text(), rate: ExactDecimal(millionths: columns.integer()), isHome: columns.flag())
        var details = RecurringInvoiceDetails(schedule: schedule, currency: currency)
        details.usesLatestRate = columns.flag()
        details.description = columns.optionalText()
        details.reference = columns.optionalText()
        details.project = ProjectLink(&columns)
        details.emailsAutomatically = columns.flag()
        details.emailTemplateNumber = columns.optionalInteger()
        details.payment.kind = try columns.name()
        details.payment.account = columns.optionalInteger()
        details.payment.method = columns.optionalInteger()
        details.payment.amount = columns.optionalMoney()
        details.payment.note = columns.optionalText()
        var totals = SalesTotals()
        (totals.net, totals.vat, totals.gross) = (columns.money(), columns.money(), columns.money())
        (totals.homeGross, totals.homeVAT) = (columns.money(), columns.money())
        let posted = PostedWith(
            isVATRegistered: columns.flag(), isCashBasis: false, calculatesVATPerUnit: columns.flag())
        self.init(
            id: id, number: number, customer: customer, details: details, lines: [], totals: totals,
            posted: posted,
            passed: passed, nextOn: nextOn, expiresOn: expiresOn)
    }
}

extension Schedule {
    /// From the columns `start_on` to `till`.
    fileprivate init(_ columns: inout Columns) throws(StoreError) {
        let (start, kind) = (try columns.date(), try columns.name(Frequency.Kind.self))
        let (day, weekday) = (columns.optionalInteger(), columns.optionalText())
        let months = (columns.optionalText() ?? "").split(separator: ",").compactMap { Int($0) }
        let (from, interval) = (try columns.optionalDate(), columns.optionalInteger())
        let frequency: Frequency? =
            switch kind {
            case .weekly: weekday.flatMap(Weekday.init(named:)).map { .weekly($0) }
            case .monthly: day.map { .monthly(day: Int($0)) }
            case .multiMonth: day.map { .multiMonth(day: Int($0), months: Set(months)) }
            case .annually: from.map { .annually(like: $0) }
            case .periodically:
                if let from, let interval { .periodically(days: Int(interval), from: from) } else { nil }
            }
        let length = try columns.name(RunDuration.Kind.self)
        let (count, till) = (columns.optionalInteger(), try columns.optionalDate())
        let duration: RunDuration? =
            switch length {
            case .indefinite: .indefinite
            case .disabled: .disabled
            case .count: count.map { .count($0) }
            case .till: till.map { .till($0) }
            }
        guard let frequency, let duration else {
            throw .damaged("no schedule: \(kind.rawValue) \(length.rawValue)")
        }
        self.init(start: start, frequency: frequency, duration: duration)
    }

    /// What the columns `start_on` to `till` keep.
    var columns: [any SQLConvertible] {
        var (day, weekday, months): (Int?, String?, String?) = (nil, nil, nil)
        var (from, interval): (String?, Int?) = (nil, nil)
        switch frequency {
        case .weekly(let on): weekday = on.rawValue
        case .monthly(let on): day = on
        case .multiMonth(let on, let of):
            day = on
            months = of.sorted().map { String($0) }.joined(separator: ",")
        case .annually(let like): from = like.text
        case .periodically(let days, let start):
            from = start.text
            interval = days
        }
        var (count, till): (Int64?, String?) = (nil, nil)
        switch duration {
        case .indefinite, .disabled: break
        case .count(let times): count = times
        case .till(let last): till = last.text
        }
        return [
            start.text, frequency.kind.rawValue, day, weekday, months, from, interval, duration.kind.rawValue,
            count,
            till,
        ]
    }
}

private let selectNeighbours: SQL = """
    SELECT (SELECT MAX(number) FROM recurring_invoice WHERE number < ?1),
        (SELECT MIN(number) FROM recurring_invoice WHERE number > ?1)
    """
/// Every column, as `RecurringInvoice.init(row:)` reads them.
let selectRecurringInvoice: SQL = """
    SELECT recurring_invoice.id, recurring_invoice.number, recurring_invoice.customer, customer.code, customer.name,
        customer.customer_key, customer.vat_number, start_on, frequency, day_of_month, week_day, months, counted_from,
        interval_days, duration, recur_count, till, passed, last_on, next_on, expires_on, recurring_invoice.currency,
        recurring_invoice.rate, currency.is_home, uses_latest_rate, recurring_invoice.description,
        recurring_invoice.reference, recurring_invoice.project, project.number, project.name, emails,
        recurring_invoice.email_template, payment_kind, payment_account, payment_method, payment_amount, payment_note,
        net, vat, gross, home_gross, home_vat, vat_registered, vat_per_unit
    FROM recurring_invoice JOIN customer ON customer.id = recurring_invoice.customer
        JOIN currency ON currency.code = recurring_invoice.currency
        LEFT JOIN project ON project.id = recurring_invoice.project
    """
