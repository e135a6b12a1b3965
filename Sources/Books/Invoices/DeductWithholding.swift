import Bookkeeping
import Store

extension Book {
    /// Puts the deduction for tax that the customer withholds on an invoice, as a line of its own, and posts it.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`; `.conflict` where nothing is withheld: the tax is off for sales, the
    ///   customer withholds none, it is deducted already, or it comes to nothing; `.dateLocked`,
    ///   `.locked`.
    public func deductWithholding(fromInvoice number: Int64) async throws -> InvoiceInFull {
        let pen = pen
        return try await store.write { transaction in
            let old = try transaction.invoice(number: number)
            let roles = try transaction.nominalRoles()
            let deduction = try transaction.deduction(from: old)
            let nominal = try transaction.nominal(id: roles[.withholdingTaxReceivable])
            guard let nominal else { throw StoreError.damaged("no nominal for tax withheld") }
            let invoice = try old.deducting(
                deduction, to: NominalLink(id: nominal.id, code: nominal.code, name: nominal.name))
            try transaction.requireOpen(old.details.issuedOn)
            try transaction.requireUnfiled(old)
            try transaction.write(invoice, over: old, roles, pen)
            try transaction.countPayments(of: invoice, roles, pen)
            return try transaction.invoiceInFull(number: number, on: pen.today)
        }
    }
}

extension Transaction {
    fileprivate func deduction(from invoice: Invoice) throws -> WithholdingDeduction {
        let settings = try withholdingSettings()
        guard settings.isOnForSales else {
            throw BookkeepingError.conflict(
                "\(settings.name) is not withheld on sales; the settings have it off.")
        }
        let customer = try first(
            "SELECT applies_withholding, withholding_rate FROM customer WHERE id = ?1", invoice.customer.id
        ) { (isWithheld: $0.flag(0), rate: $0.optionalInteger(1).map(Percentage.init(tenThousandths:))) }
        guard let customer, customer.isWithheld else {
            throw BookkeepingError.conflict(
                "The customer \(invoice.customer.code) withholds no tax: its ApplyWithholdingTax is false.")
        }
        guard !invoice.lines.contains(where: \.isWithholding) else {
            throw BookkeepingError.conflict(
                "The deduction is on it already; take its line off to deduct anew.")
        }
        let rates =
            settings.isByNominal
            ? try nominals(ids: Set(invoice.lines.map(\.nominal.id))).mapValues(\.details.cisRate) : [:]
        let deduction = try invoice.withholding(settings, customerRate: customer.rate, nominalRates: rates)
        guard deduction.amount != .zero else {
            throw BookkeepingError.conflict("The deduction comes to nothing on these lines and rates.")
        }
        return deduction
    }

    /// What an invoice's payments come to, once its own amounts are others.
    fileprivate func countPayments(of invoice: Invoice, _ roles: NominalRoles, _ pen: LedgerPen) throws {
        let payments = try payments(of: DocumentKey(.invoice, invoice.id))
        guard !payments.isEmpty else { return }
        let desk = try paymentDesk(.invoice, changing: payments, pen)
        try settle(PaidDocument(invoice), payments, touched: [], desk, roles, pen)
    }
}
