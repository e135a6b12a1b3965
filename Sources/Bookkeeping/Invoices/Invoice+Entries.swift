extension Invoice {
    /// What the invoice or credit note posts, dated its tax point: debtors gross, each line's nominal net, and the VAT.
    ///
    /// VAT of write-offs (lines on bad debts) is a claim to relief: input VAT, on the cash basis the output VAT that is
    /// not due yet.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `ledger.md`, "What each action posts".
    public func entries(_ roles: NominalRoles) throws(BookkeepingError) -> LedgerEntries {
        let currency = details.currency
        var entries = [
            LedgerEntry(
                roles[.debtors], totals.homeGross, foreign: currency.foreign(totals.gross), party: customer.id
            )
        ]
        entries.reserveCapacity(lines.count + 3)
        var vat = (home: Money.zero, own: Money.zero)
        var relief = (home: Money.zero, own: Money.zero)
        for line in lines {
            entries.append(
                LedgerEntry(
                    line.nominal.id, try -line.homeNet, foreign: currency.foreign(try -line.net),
                    project: line.project?.id, documentLine: line.number))
            if line.nominal.id == roles[.badDebts] {
                relief = (try relief.home - line.homeVAT, try relief.own - line.vat)
            } else {
                vat = (try vat.home - line.homeVAT, try vat.own - line.vat)
            }
        }
        let output = posted.isCashBasis ? NominalRole.vatOutputDeferred : .vatOutput
        entries.append(LedgerEntry(roles[output], vat.home, foreign: currency.foreign(vat.own)))
        let reliefTo = posted.isCashBasis ? NominalRole.vatOutputDeferred : .vatInput
        entries.append(LedgerEntry(roles[reliefTo], relief.home, foreign: currency.foreign(relief.own)))
        return try LedgerEntries(on: details.issuedOn, entries)
    }
}
