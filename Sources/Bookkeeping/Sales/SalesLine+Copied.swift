extension SalesLine {
    /// The line as it would be sent for a document that is made from this one.
    ///
    /// Its VAT comes along where it is not what the rule makes and is good all the same: on a line of net 0, within a
    /// penny, or over a border. Under the reverse charge it stays behind.
    ///
    /// - Parameter rules: of the new document.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func copied(_ rules: LineRules) throws(BookkeepingError) -> SalesLineDraft {
        var draft = SalesLineDraft()
        draft.number = number
        draft.description = description
        draft.quantity = quantity
        draft.rate = rate
        draft.vatLevel = vatLevel
        draft.isVATExempt = isVATExempt
        draft.vat = try keepsVAT(rules) ? vat : nil
        draft.nominalCode = nominal.code
        if let product, product.id != nil { draft.productCode = product.code }
        draft.projectNumber = project?.number ?? 0
        draft.taxCode = taxCode
        draft.isDisallowed = isDisallowed
        return draft
    }

    private func keepsVAT(_ rules: LineRules) throws(BookkeepingError) -> Bool {
        guard rules.posted.isVATRegistered, !rules.isReverseCharge, !isVATExempt, vatLevel > .zero else {
            return false
        }
        if net == .zero || vat == .zero && rules.tradeBorder != .domestic { return true }
        let ruled = try rules.ruledVAT(net: net, quantity: quantity, rate: rate, level: vatLevel)
        return try (vat - ruled).minorUnits.magnitude <= 1
    }
}
