/// What keeps a nominal from being deleted.
///
/// - Source: `nominals.md`, `AllowDelete`.
public enum NominalHold: Hashable, Sendable {
    /// The system posts to it, or knows it by its role.
    case special
    /// It is what lines fall back to that name none.
    case defaultCode
    case lastOfArea

    /// Why it stays, as the rest of a sentence after its code and name.
    public var words: String {
        switch self {
        case .special: "can't be deleted: it has a role of its own in the books"
        case .defaultCode: "can't be deleted: it is a default code; make another one the default first"
        case .lastOfArea: "can't be deleted: it is the last of its area"
        }
    }
}

extension Nominal {
    /// What keeps it from being deleted; nil where nothing does.
    ///
    /// - Parameters:
    ///   - isDefault: whether some role has it.
    ///   - isLastOfArea: whether its area has no other nominal.
    public func hold(isDefault: Bool, isLastOfArea: Bool) -> NominalHold? {
        if special != 0 { return .special }
        if isDefault { return .defaultCode }
        return isLastOfArea ? .lastOfArea : nil
    }

    /// Whether it was deleted: its row stays for the entries of old, under a code that nobody can send.
    public var isDeleted: Bool { code < 0 }

    /// `4911 Workshop Hire`, for refusals.
    public var title: String { "\(code) \(name)" }

    /// What a control account is called on the wire; nil for all others.
    ///
    /// - Source: `nominals.md`, `ControlAccountClassification`; names inferred there.
    public var controlName: String? {
        switch role {
        case .debtors: "Debtors"
        case .creditors: "Creditors"
        case .vatInput: "InputVAT"
        case .vatOutput: "OutputVAT"
        case .vatLiability: "VATControl"
        default: nil
        }
    }

    /// Whether lines on it go to the same boxes of a VAT return as on another, so that a line of a return may move.
    ///
    /// - Source: `nominals.md`, DELETE.
    public func fillsSameBoxes(as other: Nominal) -> Bool {
        details.type.isProfitAndLoss == other.details.type.isProfitAndLoss
            && (details.type == .fixedAsset) == (other.details.type == .fixedAsset)
            && details.isProduct == other.details.isProduct
            && details.isInECSalesList == other.details.isInECSalesList
            && (role == .badDebts) == (other.role == .badDebts)
    }
}

extension NominalArea {
    /// The codes that new nominals of the area get.
    ///
    /// - Source: `nominals.md`, POST.
    public var newCodes: ClosedRange<Int64> {
        switch self {
        case .sales: 4000...4999
        case .purchases: 7000...7999
        case .bank: 1300...1399
        }
    }

    /// The code of a new nominal that names none: one more than the highest of the area's range; where that is full to
    /// the end, the lowest that is free in it, and then the first one beyond.
    ///
    /// - Parameter taken: every code from the range's first on, in their order.
    public func nextCode(_ taken: [Int64]) -> Int64 {
        let highest = taken.last { newCodes.contains($0) }
        guard let highest else { return newCodes.lowerBound }
        if highest < newCodes.upperBound { return highest + 1 }
        return firstFree(from: newCodes.lowerBound, taken)
    }
}

/// The first number from `start` on that is not among `taken`, which are in their order.
public func firstFree(from start: Int64, _ taken: [Int64]) -> Int64 {
    var free = start
    for code in taken where code >= start {
        guard code == free else { break }
        free += 1
    }
    return free
}
