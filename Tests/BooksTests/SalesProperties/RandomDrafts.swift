import Bookkeeping
import Store
import Surroundings

@testable import Books

/// What the deeds are made of.
extension RandomSales {
    func invoice(isCredit: Bool) throws -> InvoiceDraft {
        var draft = InvoiceDraft()
        draft.customerCode = Self.customers[dice.number(below: 3)]
        draft.issuedOn = book.today.adding(days: -dice.number(below: 40))
        draft.lines = try lines(isCredit: isCredit)
        if dice.number(below: 6) == 0 {
            (draft.currencyCode, draft.exchangeRate) = (
                "EUR", ExactDecimal(millionths: 1_000_000 + Int64(dice.number(below: 400_000)))
            )
        }
        if dice.number(below: 5) == 0 { draft.isReverseCharge = true }
        if dice.number(below: 4) == 0 { draft.projectNumber = 1 }
        if dice.number(below: 3) == 0 {
            draft.payments = [
                payment(Money(minorUnits: Int64(1 + dice.number(below: 20_000)) * (isCredit ? -1 : 1)))
            ]
        }
        return draft
    }

    func lines(isCredit: Bool) throws -> [SalesLineDraft] {
        try (0...dice.number(below: 4)).map { _ in
            var line = SalesLineDraft()
            line.description = "Work"
            line.quantity = ExactDecimal(millionths: Int64(1 + dice.number(below: 90_000)) * 100)
            let sign: Int64 = isCredit != (dice.number(below: 12) == 0) ? -1 : 1
            line.rate = ExactDecimal(millionths: sign * Int64(dice.number(below: 3_000_000)) * 100)
            switch dice.number(below: 8) {
            case 0: (line.productCode, line.nominalCode) = ("OAK", 4000)
            case 1: line.isVATExempt = true
            case 2: line.vatLevel = .zero
            case 3: line.vatLevel = Percentage(tenThousandths: 50_000)
            case 4: line.nominalCode = 4001
            default: line.vatLevel = .standardVAT
            }
            if dice.number(below: 6) == 0 { line.projectNumber = 1 }
            if line.productCode != nil { line.vatLevel = try Percentage(decimalText: "20") }
            return line
        }
    }

    func payment(_ due: Money) -> PaymentDraft {
        var payment = PaymentDraft()
        payment.date = book.today.adding(days: -dice.number(below: 10))
        let part: Int64 = [1, 1, 2, 3][dice.number(below: 4)]
        payment.amount = due.minorUnits.magnitude < 3 ? due : Money(minorUnits: due.minorUnits / part)
        return payment
    }

    func kept(_ payment: Payment) -> PaymentDraft {
        var draft = PaymentDraft()
        draft.id = payment.id
        return draft
    }

    /// The same invoice as a client would send it back.
    func draft(of full: InvoiceInFull) -> InvoiceDraft {
        let invoice = full.invoice
        var draft = InvoiceDraft()
        draft.customerCode = invoice.customer.code
        (draft.issuedOn, draft.dueOn) = (invoice.details.issuedOn, invoice.details.dueOn)
        draft.projectNumber = invoice.details.project?.number
        draft.isReverseCharge = invoice.details.isReverseCharge
        draft.lines = invoice.lines.map { line in
            var sent = SalesLineDraft()
            (sent.number, sent.description) = (line.number, line.description)
            (sent.quantity, sent.rate) = (line.quantity, line.rate)
            (sent.vatLevel, sent.isVATExempt, sent.vat) = (line.vatLevel, line.isVATExempt, line.vat)
            (sent.nominalCode, sent.productCode) = (line.nominal.code, line.product?.code)
            sent.projectNumber = line.project?.number ?? 0
            return sent
        }
        return draft
    }

    func some(_ select: SQL) async throws -> Int64? {
        let numbers = try await numbers(select)
        return numbers.isEmpty ? nil : numbers[dice.number(below: numbers.count)]
    }

    func numbers(_ select: SQL) async throws -> [Int64] {
        try await book.store.read { try $0.all(select) { $0.integer(0) } }
    }

    func decimal(_ text: String) throws -> ExactDecimal {
        try ExactDecimal(decimalText: text, .fourDecimals)
    }
}
