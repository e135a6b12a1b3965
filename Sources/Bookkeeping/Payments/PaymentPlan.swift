/// What the payment lines of one document are to become, worked out before anything is written.
public struct PaymentPlan: Hashable, Sendable {
    public private(set) var kept: [Payment] = []
    public private(set) var changed: [Payment] = []
    public private(set) var new: [NewPayment] = []
    public private(set) var gone: [Payment] = []

    /// - Parameters:
    ///   - drafts: as sent; one with an id changes that payment, one without is new, what is left out goes.
    ///   - old: the document's payments.
    /// - Throws: `BookkeepingError.invalid` with every wrong field; `.conflict`, `.inUse` and `.locked` for what a
    ///   batch, a credit or a lock holds.
    /// - Source: `payments.md`, Payment line.
    public init(
        _ drafts: [PaymentDraft], over old: [Payment], on document: PaidDocument, _ desk: PaymentDesk
    ) throws(BookkeepingError) {
        var check = FieldCheck()
        var left = Dictionary(uniqueKeysWithValues: old.map { ($0.id, $0) })
        for (place, draft) in drafts.enumerated() {
            let path = "PaymentLines[\(place)]"
            if let id = draft.id, id != 0 {
                guard let payment = left.removeValue(forKey: id) else {
                    check.refuse(
                        "\(path).Id",
                        "must be 0 or the Id of a payment of this \(document.key.kind.rawValue), once")
                    continue
                }
                let draft = draft.changing(payment, path, desk, &check)
                if draft == payment { kept.append(payment) } else { changed.append(draft) }
            } else {
                new.append(draft.new(on: document.key, path, desk, &check))
            }
        }
        try check.finish()
        gone = old.filter { left[$0.id] != nil }
        try requireAllowed(by: desk, over: old)
        try requireNoMoreGivenBack(on: document)
    }

    private func requireAllowed(by desk: PaymentDesk, over old: [Payment]) throws(BookkeepingError) {
        for payment in changed {
            guard let before = old.first(where: { $0.id == payment.id }) else { continue }
            try payment.requireChangeable(from: before, desk)
        }
        for payment in gone {
            if let number = payment.batchNumber {
                throw .inUse(by: "the batch payment \(number); change that first")
            }
            try desk.requireMovable(payment)
        }
        for payment in new { try desk.requireOpen(payment.account, on: payment.date) }
    }

    /// - Source: `payments.md`: refunding more than was paid is only for credit notes.
    private func requireNoMoreGivenBack(on document: PaidDocument) throws(BookkeepingError) {
        guard !changed.isEmpty || !new.isEmpty || !gone.isEmpty else { return }
        let paid = try (kept + changed).lazy.map(\.amount).total() + new.lazy.map(\.amount).total()
        guard !document.allows(paid: paid) else { return }
        throw .invalid([FieldProblem("PaymentLines", document.refusalOfMore)])
    }
}

extension PaidDocument {
    /// What is wrong with payments that give back more than was received.
    public var refusalOfMore: String {
        isCreditNote
            ? "must not come to more than 0 on a credit note: what is given back on it is negative"
            : "must not come to less than 0: no more can be given back than was received"
    }
}

extension PaymentDraft {
    fileprivate func new(
        on document: DocumentKey, _ path: String, _ desk: PaymentDesk, _ check: inout FieldCheck
    ) -> NewPayment {
        if amount == nil { check.refuse("\(path).Amount", "is required") }
        if amount == .zero { check.refuse("\(path).Amount", "must not be 0") }
        var new = NewPayment(
            on: document, date: date ?? desk.today, amount: amount ?? .zero,
            account: desk.account(account, "\(path).AccountId", &check),
            method: desk.method(method, "\(path).Method", &check))
        new.note = check.text(note, "\(path).Note", max: TextKind.linesMax, kind: .lines)
        new.reference = check.text(reference, "\(path).Reference")
        return new
    }

    /// The payment with what was sent; what was left out stays.
    fileprivate func changing(
        _ payment: Payment, _ path: String, _ desk: PaymentDesk, _ check: inout FieldCheck
    ) -> Payment {
        var changed = payment
        changed.date = date ?? payment.date
        changed.amount = amount ?? payment.amount
        if changed.amount == .zero { check.refuse("\(path).Amount", "must not be 0") }
        if payment.account != nil {
            changed.account = desk.account(account, kept: payment.account, "\(path).AccountId", &check)
        }
        changed.method = desk.method(method, kept: payment.method, "\(path).Method", &check)
        if note != nil {
            changed.note = check.text(note, "\(path).Note", max: TextKind.linesMax, kind: .lines)
        }
        if reference != nil { changed.reference = check.text(reference, "\(path).Reference") }
        return changed
    }
}

extension Payment {
    /// Whether it is the same money, whatever is written beside it.
    func isSameMoney(as other: Payment) -> Bool {
        date == other.date && amount == other.amount && account == other.account
    }

    fileprivate func requireChangeable(from before: Payment, _ desk: PaymentDesk) throws(BookkeepingError) {
        let isSameMoney = isSameMoney(as: before)
        if let number = before.batchNumber, !isSameMoney || method != before.method {
            throw .conflict(
                "The payment of \(before.date.text) is a line of the batch payment \(number) and changes with that alone."
            )
        }
        guard !isSameMoney else { return }
        guard kind == .money else {
            throw .conflict(
                "The payment of \(before.date.text) is a credit that was used: it can be taken off, but not changed."
            )
        }
        try desk.requireMovable(before)
        try desk.requireOpen(account, on: date)
    }
}
