import Store

extension Book {
    /// The history of a book's tables, every resource's in the order in which they came.
    public static let migrations: [Migration] =
        listTotalMigrations + customerMigrations + supplierMigrations + noteMigrations + sourceMigrations
        + categoryMigrations
        + companyMigrations + currencyMigrations + customerSearchMigrations
        + keptAnswerMigrations + ledgerMigrations + settingMigrations + productMigrations + projectMigrations
        + bankAccountMigrations + listAmountMigrations + invoiceMigrations + paymentMigrations
        + quoteMigrations
        + recurringInvoiceMigrations + accountingPeriodMigrations + stockMigrations

    /// Brings the tables up to this program's, and writes the rows that every book begins with; does nothing when
    /// that is done. Answers kept for repeated requests go that have had their time.
    ///
    /// - Throws: `StoreError.damaged` when a newer program wrote the book.
    public func migrate() async throws {
        try await store.migrate(Self.migrations)
        try await writeFirstRows()
        try await tidyKeptAnswers()
    }
}
