import Bookkeeping
import Store

extension Book {
    /// Writes what every book has from the start: the company's details, the home currency and the chart of accounts.
    ///
    /// Does nothing in a book that has them. In one from before there were currencies, those that customers are in are
    /// set up too, at a rate of one until someone says what it is.
    func writeFirstRows() async throws {
        try await writeFirstCompany()
        try await writeFirstLedger()
    }

    /// The chart of accounts and what hangs on it; books from before there was a ledger get them too.
    private func writeFirstLedger() async throws {
        guard try await !store.read({ try $0.exists("SELECT 1 FROM nominal") }) else { return }
        let today = today
        try await store.write { transaction in
            guard try !transaction.exists("SELECT 1 FROM nominal") else { return }
            let company = try transaction.company()
            let bank = try transaction.writeFirstNominals(
                for: company.businessType, isVATRegistered: company.vat.isRegistered)
            try transaction.writeFirstBankAccount(nominal: bank)
            try transaction.writeFirstVATRates()
            _ = try transaction.insertAccountingPeriod(AccountingPeriods.first(holding: today))
        }
    }

    private func writeFirstCompany() async throws {
        guard try await !store.read({ try $0.exists("SELECT 1 FROM company") }) else { return }
        let (origin, today) = (origin, today)
        try await store.write { transaction in
            // Another process may have opened the new book too.
            guard try !transaction.exists("SELECT 1 FROM company") else { return }
            _ = try transaction.insertCurrency(origin.currency, CurrencyDraft(), isHome: true)
            var company = Company(homeCurrency: try transaction.homeCurrency())
            company.address.countryCode = origin.country
            try transaction.insert(company)
            for code in try transaction.all(selectUsed, as: { $0.text(0) }) where code != origin.currency {
                let id = try transaction.insertCurrency(code, CurrencyDraft())
                try transaction.setRate(.one, ofCurrency: id, from: today)
            }
        }
    }
}

private let selectUsed: SQL = "SELECT DISTINCT currency FROM customer WHERE currency IS NOT NULL"
