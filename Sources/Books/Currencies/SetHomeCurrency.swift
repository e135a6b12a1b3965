import Bookkeeping
import Store

extension Transaction {
    /// Makes a currency the one that the ledger is kept in.
    ///
    /// Rates are units for one of the home currency, so all of them become rates for one of the new one, each by the
    /// new one's rate of its day; the old one stays with the inverse of that. Without such a rate it only takes the
    /// old one's place, where no other currency and nobody is in the way. Only while nothing is posted: then no
    /// document has taken a rate either.
    ///
    /// - Parameter code: checked, in capitals.
    /// - Throws: `BookkeepingError.conflict`; then nothing was written.
    func setHomeCurrency(_ code: String) throws {
        let all = try currencies(on: .first)
        guard let old = all.first(where: \.isHome) else { throw StoreError.damaged("no home currency") }
        guard old.code != code else { return }
        guard try !hasPostings() else {
            throw BookkeepingError.conflict(
                "The home currency can't change: something was posted in \(old.code) already.")
        }
        guard let new = all.first(where: { $0.code == code }) else {
            return try replace(old, by: code, others: all.filter { !$0.isHome })
        }
        let rates = try rateHistories()
        let rebased = try all.filter { $0.id != new.id }.map { currency in
            (id: currency.id, rates: try rates[currency.id].rebased(of: currency, to: code, rates[new.id]))
        }
        try run(updateHome, old.id, false)
        try run(updateHome, new.id, true)
        try run("DELETE FROM currency_rate")
        for (id, rates) in rebased {
            for step in rates.steps { try setRate(step.rate, ofCurrency: id, from: step.day) }
        }
    }

    /// Puts a currency that is not set up in the place of the home currency.
    private func replace(_ old: Currency, by code: String, others: [Currency]) throws {
        let remedy = "set \(code) up with its rate first (POST /currencies)."
        if let other = others.first {
            throw BookkeepingError.conflict("The rate of \(other.code) is for one \(old.code): \(remedy)")
        }
        if let user = try userOfCurrency(old.code) {
            throw BookkeepingError.conflict("\(old.code) is still used by \(user): \(remedy)")
        }
        try deleteCurrency(id: old.id)
        _ = try insertCurrency(code, CurrencyDraft(), isHome: true)
    }

    /// The rates of every currency that has any, by its id.
    private func rateHistories() throws -> [Int64: RateHistory] {
        var steps: [Int64: [RateHistory.Step]] = [:]
        try query(selectRates, []) { row in
            var columns = Columns(row)
            let (currency, day) = (columns.integer(), try columns.date())
            let rate = ExactDecimal(millionths: columns.integer())
            steps[currency, default: []].append(RateHistory.Step(from: day, rate))
            return true
        }
        return steps.mapValues(RateHistory.init)
    }
}

extension RateHistory? {
    /// The rates of a currency for one of the home currency to be. The home currency that was has none yet.
    fileprivate func rebased(
        of currency: Currency, to code: String, _ new: RateHistory?
    ) throws(BookkeepingError) -> RateHistory {
        do {
            return try (self ?? RateHistory([])).divided(by: new ?? RateHistory([]))
        } catch {
            let remedy = currency.isHome ? "change the rate of \(code)" : "delete \(currency.code)"
            throw .conflict("The rate of \(currency.code) for one \(code) is out of range: \(remedy) first.")
        }
    }
}

private let updateHome: SQL = "UPDATE currency SET is_home = ?2 WHERE id = ?1"
private let selectRates: SQL =
    "SELECT currency, from_day, rate FROM currency_rate ORDER BY currency, from_day"
