extension CheckedNominalDraft {
    /// What a nominal has that is made of it.
    ///
    /// - Parameter defaultRate: the account's, for a nominal that names no rate and is not exempt.
    /// - Throws: `BookkeepingError.invalid` where there is no name, or the SA103 box is for other types.
    /// - Source: `nominals.md`, Fields.
    public func details(_ links: NominalLinks, defaultRate: Percentage) throws(BookkeepingError)
        -> NominalDetails
    {
        guard self.name != nil else { throw .invalid([FieldProblem("Name", "is required")]) }
        return try details(over: nil, links, defaultRate: defaultRate)
    }

    /// What a nominal has once it was changed to this. Left out, name, type and area stay, and what is on hand; all
    /// else goes back to its default.
    fileprivate func details(
        over old: NominalDetails?, _ links: NominalLinks, defaultRate: Percentage
    ) throws(BookkeepingError) -> NominalDetails {
        var details = NominalDetails()
        details.name = self.name ?? old?.name ?? ""
        details.type = self.type ?? old?.type ?? self.area?.defaultType ?? .expense
        let isSameType = details.type == old?.type
        details.area = self.area ?? (isSameType ? old?.area : nil) ?? details.type.defaultArea
        details.isArchived = self.isArchived
        details.isDisallowed = self.isDisallowed
        details.sa103Code = self.sa103Code
        details.complianceCode = self.complianceCode
        details.cisRate = self.cisRate
        details.isDigitalService = self.isDigitalService
        details.isForPrepayments = self.isForPrepayments
        details.isInECSalesList = self.isInECSalesList ?? (details.area == .sales)
        details.isProduct = details.type == .fixedAsset || (self.isProduct ?? true)
        details.fillsLines = self.fillsLines
        details.price = self.price
        details.wholesalePrice = self.wholesalePrice
        details.isVATExempt = self.isVATExempt
        details.vatRate = self.vatRate ?? (self.isVATExempt ? .zero : defaultRate)
        details.description = self.description ?? ""
        details.managesStock = self.managesStock
        details.stock = self.stock ?? old?.stock ?? .zero
        details.stockWarning = self.stockWarning
        details.raisesStockOnPurchase = self.raisesStockOnPurchase
        details.purchaseNominal = links.purchaseNominal
        details.purchaseProduct = links.purchaseProduct
        try details.requireFittingBox()
        return details
    }
}

extension NominalDetails {
    /// - Throws: `BookkeepingError.invalid` where the SA103 box is for other types.
    fileprivate func requireFittingBox(_ field: String = "Sa103Code") throws(BookkeepingError) {
        guard let fault = SA103Category.fault(sa103Code, on: type) else { return }
        throw .invalid([FieldProblem(field, fault)])
    }
}

extension Nominal {
    /// The nominal once it was changed to a draft. Of one that the system uses, only what does not concern the books
    /// can change, and all else that was sent is passed over.
    ///
    /// - Throws: `BookkeepingError.invalid` where the SA103 box is for other types.
    /// - Source: `nominals.md`, PUT.
    public func changed(
        to draft: CheckedNominalDraft, _ links: NominalLinks, defaultRate: Percentage
    ) throws(BookkeepingError) -> Nominal {
        guard special != 0 else {
            let details = try draft.details(over: self.details, links, defaultRate: defaultRate)
            let sent = draft.code ?? 0
            return with(code: sent == 0 ? code : sent, details)
        }
        var details = self.details
        details.name = draft.name ?? name
        if !isControl { details.isArchived = draft.isArchived }
        details.sa103Code = draft.sa103Code
        details.isDisallowed = draft.isDisallowed
        details.complianceCode = draft.complianceCode
        try details.requireFittingBox()
        return with(code: code, details)
    }

    /// The nominal with another mapping to the tax return; the type of one that the system uses stays.
    ///
    /// - Parameter path: of the row that was sent, for what is wrong with it.
    /// - Throws: `BookkeepingError.invalid` where the SA103 box is for other types.
    public func mapped(by mapping: NominalMapping, path: String) throws(BookkeepingError) -> Nominal {
        var details = self.details
        details.sa103Code = mapping.sa103Code ?? details.sa103Code
        details.isDisallowed = mapping.isDisallowed ?? details.isDisallowed
        if special == 0, let type = mapping.type {
            details.type = type
            if type == .fixedAsset { details.isProduct = true }
        }
        try details.requireFittingBox("\(path).Sa103Code")
        return with(code: code, details)
    }

    private func with(code: Int64, _ details: NominalDetails) -> Nominal {
        Nominal(id: id, code: code, details: details, special: special, isBank: isBank)
    }
}

/// How one nominal goes into the tax return, as a call for many takes it; what is nil stays.
public struct NominalMapping: Hashable, Sendable {
    public var id: Int64
    public var sa103Code: Int64?
    public var isDisallowed: Bool?
    public var type: NominalType?

    public init(id: Int64 = 0) {
        self.id = id
    }
}
