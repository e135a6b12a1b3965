extension LineRules {
    /// Works out the lines of a document from what was sent, and tells of everything that is wrong with any of them.
    ///
    /// Lines are numbered anew from 1, in the order of the numbers sent, new ones last.
    ///
    /// - Throws: `BookkeepingError.invalid` with paths as `LineItems[3].Rate`; `.amountOutOfRange` where the sums pass
    ///   what fits.
    /// - Source: `invoices.md`, Line and Rules.
    public func workOut(_ sent: [SalesLineDraft], from sources: LineSources) throws(BookkeepingError)
        -> [SalesLine]
    {
        var check = FieldCheck()
        guard !sent.isEmpty else {
            throw .invalid([FieldProblem("LineItems", "must have at least one line")])
        }
        guard sent.count <= salesLinesMax else {
            throw .invalid([FieldProblem("LineItems", .tooManyEntries(max: salesLinesMax))])
        }
        var lines: [SalesLine] = []
        lines.reserveCapacity(sent.count)
        for (place, draft) in sent.enumerated() {
            if let line = try workOut(draft, at: place, from: sources, &check) { lines.append(line) }
        }
        try check.finish()
        // Stable: lines without a number follow, in the order sent.
        let ordered = lines.enumerated().sorted { left, right in
            let (first, second) = (left.element.number, right.element.number)
            let keys = (first == 0 ? Int64.max : first, second == 0 ? Int64.max : second)
            return keys.0 == keys.1 ? left.offset < right.offset : keys.0 < keys.1
        }
        var numbered = ordered.map(\.element)
        for place in numbered.indices { numbered[place].number = Int64(place + 1) }
        return try numbered.settlingHome(currency)
    }

    private func workOut(
        _ draft: SalesLineDraft, at place: Int, from sources: LineSources, _ check: inout FieldCheck
    ) throws(BookkeepingError) -> SalesLine? {
        let path = "LineItems[\(place)]"
        let text = check.text(draft.description, "\(path).Description", max: TextKind.linesMax, kind: .lines)
        let nominal = self.nominal(draft, path, sources, &check)
        let product = nominal.flatMap { self.product(draft, under: $0, path, sources, &check) }
        let project = self.project(draft, path, sources, &check)
        let exempt = draft.isVATExempt ?? (draft.vatLevel == nil && product?.details.isVATExempt == true)
        let level = self.level(draft, product, isExempt: exempt, path, sources, &check)
        guard let (quantity, rate) = try amounts(draft, product, hasText: text != nil, path, sources, &check),
            let nominal
        else { return nil }
        do throws(BookkeepingError) {
            let net = try quantity.times(rate)
            let vat = try vat(
                sent: draft.vat, net: net, quantity: quantity, rate: rate, level: level, isExempt: exempt)
            switch vat {
            case .failure(let fault):
                check.refuse("\(path).VATAmount", fault.words)
                return nil
            case .success(let vat):
                return SalesLine(
                    number: draft.number ?? 0,
                    description: text ?? product.flatMap {
                        $0.details.fillsLines ? $0.details.description : nil
                    } ?? "",
                    quantity: quantity, rate: rate, vatLevel: posted.isVATRegistered ? level : .zero,
                    isVATExempt: exempt || !posted.isVATRegistered, net: net, vat: vat, homeNet: net,
                    homeVAT: vat,
                    nominal: NominalLink(id: nominal.id, code: nominal.code, name: nominal.name),
                    product: product?.link ?? sources.keptProduct(of: draft, under: nominal),
                    project: project,
                    taxCode: check.text(draft.taxCode, "\(path).TaxCode"), isDisallowed: draft.isDisallowed,
                    isWithholding: draft.isWithholding)
            }
        } catch .amountOutOfRange {
            check.refuse("\(path).Rate", "times Quantity must be an amount below 92,233,720,368,547,758.07")
            return nil
        }
    }

    // MARK: What a line names

    private func nominal(
        _ draft: SalesLineDraft, _ path: String, _ sources: LineSources, _ check: inout FieldCheck
    ) -> Nominal? {
        guard let code = draft.nominalCode, code != 0 else {
            if sources.defaultNominal == nil {
                check.refuse("\(path).NominalCode", "must be the code of a nominal")
            }
            return sources.defaultNominal
        }
        guard let nominal = sources.nominals[code] else {
            check.refuse("\(path).NominalCode", "must be the code of a nominal; there is no \(code)")
            return nil
        }
        guard !nominal.isControl, !nominal.isBank else {
            check.refuse(
                "\(path).NominalCode",
                "must not be \(code), \(nominal.name): only documents and payments move it")
            return nil
        }
        guard !nominal.details.isArchived || sources.levelsBefore[draft.number ?? 0] != nil else {
            check.refuse("\(path).NominalCode", "must not be \(code), \(nominal.name): it is archived")
            return nil
        }
        return nominal
    }

    private func product(
        _ draft: SalesLineDraft, under nominal: Nominal, _ path: String, _ sources: LineSources,
        _ check: inout FieldCheck
    ) -> Product? {
        guard let code = draft.productCode, !code.isEmpty else { return nil }
        guard let product = sources.products[ProductKey(nominal: nominal.id, code: code)] else {
            if sources.keptProduct(of: draft, under: nominal) != nil { return nil }
            check.refuse("\(path).ProductCode", "must be the code of a product under \(nominal.code)")
            return nil
        }
        return product
    }

    private func project(
        _ draft: SalesLineDraft, _ path: String, _ sources: LineSources, _ check: inout FieldCheck
    ) -> ProjectLink? {
        guard let number = draft.projectNumber else { return sources.project }
        guard number != 0 else { return nil }
        guard let project = sources.projects[number] else {
            check.refuse(
                "\(path).ProjectNumber", "must be 0 or the number of a project; there is no \(number)")
            return nil
        }
        return project
    }

    private func level(
        _ draft: SalesLineDraft, _ product: Product?, isExempt: Bool, _ path: String, _ sources: LineSources,
        _ check: inout FieldCheck
    ) -> Percentage {
        guard let level = draft.vatLevel else {
            return isExempt ? .zero : product?.details.vatRate ?? sources.defaultVATRate
        }
        guard posted.isVATRegistered, !isExempt, !sources.vatRates.contains(level),
            sources.levelsBefore[draft.number ?? 0] != level
        else { return level }
        let rates = sources.vatRates.sorted().map(\.shortText).joined(separator: ", ")
        check.refuse("\(path).VATLevel", "must be a VAT rate of the account, which are \(rates)")
        return level
    }

    /// The quantity and price of a line: what was sent, else the product's; a line of text alone is a comment.
    private func amounts(
        _ draft: SalesLineDraft, _ product: Product?, hasText: Bool, _ path: String, _ sources: LineSources,
        _ check: inout FieldCheck
    ) throws(BookkeepingError) -> (quantity: ExactDecimal, rate: ExactDecimal)? {
        if let rate = draft.rate { return (draft.quantity ?? .one, rate) }
        if let home = draft.homeRate, let pair = try? home.times(rate: currency.rate) {
            return (draft.quantity ?? .one, pair)
        }
        if let product {
            let price =
                sources.isWholesale && product.details.wholesalePrice != .zero
                ? product.details.wholesalePrice : product.details.price
            let own = try price.times(rate: currency.rate).less(sources.discount).toFourDecimals
            return (draft.quantity ?? .one, own)
        }
        guard draft.quantity ?? .zero == .zero, hasText else {
            check.refuse("\(path).Rate", "must be set: the net price of one")
            return nil
        }
        return (.zero, .zero)
    }
}

extension ExactDecimal {
    /// A home price in a foreign currency, to four decimals.
    fileprivate func times(rate: ExactDecimal) throws(BookkeepingError) -> ExactDecimal {
        let product = Int128(millionths) * Int128(rate.millionths)
        guard let price = roundedQuotient(product, by: 1_000_000) else { throw .amountOutOfRange }
        return ExactDecimal(millionths: price).toFourDecimals
    }
}

extension Percentage {
    /// Without zeros at the end: `17.5`, `20`.
    public var shortText: String {
        var text = decimalText
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
