import Store

extension Transaction {
    /// Whether every nominal of the profit and loss that something was posted to has a box of the form SA103.
    public func isSA103Mapped() throws -> Bool {
        try !exists(
            """
            SELECT 1 FROM nominal WHERE type <= 3 AND sa103 = 0
                AND EXISTS (SELECT 1 FROM entry WHERE entry.nominal = nominal.id)
            """)
    }
}
