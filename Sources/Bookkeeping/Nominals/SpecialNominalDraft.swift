/// A nominal for a role of the system, as a client asks for it.
///
/// - Source: `nominals.md`, Special codes.
public struct SpecialNominalDraft: Hashable, Sendable {
    /// 0 or nil for the default chart's, or the next free one after it.
    public var code: Int64?
    public var name: String?
    /// Nil for the default chart's, as the area.
    public var type: NominalType?
    public var area: NominalArea?
    /// The number of the role.
    public var special: Int64?

    /// The roles that there are.
    public static let specials: ClosedRange<Int64> = 1...25
    /// The role of the nominal that sales discounts go to.
    public static let salesDiscount: Int64 = 8

    public init() {}

    /// The draft with its name tidied and all its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedSpecialNominalDraft {
        var check = FieldCheck()
        check.number(code, "Code", in: 0...NominalDraft.codes.upperBound)
        let name = check.requiredText(name, "Name", max: NominalDraft.nameMax)
        if special == nil { check.refuse("Special", "is required") }
        check.number(special, "Special", in: Self.specials)
        try check.finish()
        var details = NominalDetails()
        let row = DefaultChart.rows.first { $0.special == special }
        if let row { details = row.details }
        details.name = name
        details.type = type ?? details.type
        details.area = area ?? (type == nil ? details.area : details.type.defaultArea)
        return CheckedSpecialNominalDraft(
            special: special ?? 0, code: code ?? 0, details: details, standardCode: row?.code ?? 1)
    }
}

/// A draft that keeps to every rule: only `SpecialNominalDraft.checked()` makes one.
public struct CheckedSpecialNominalDraft: Hashable, Sendable {
    public let special: Int64
    /// 0 for the first free one from `standardCode` on.
    public let code: Int64
    public let details: NominalDetails
    /// The default chart's.
    public let standardCode: Int64

    fileprivate init(special: Int64, code: Int64, details: NominalDetails, standardCode: Int64) {
        self.special = special
        self.code = code
        self.details = details
        self.standardCode = standardCode
    }
}
