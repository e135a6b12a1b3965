/// What is wrong with one value, whichever floor finds it: a client reads the same words wherever it is refused.
public enum FieldFault: Error, Hashable, Sendable {
    case empty
    case controlCharacters
    /// Counted in Unicode scalars.
    case tooLong(max: Int)
    case tooManyEntries(max: Int)
    /// Not a whole number, or one outside of the range.
    case notWhole(ClosedRange<Int64>)
    case notAPercentage
    case notOneOf([String])
    case notACountry
    /// `UK`, which many take for the code of the United Kingdom.
    case notTheUnitedKingdom
    case notACurrency
    case notAnExchangeRate

    /// The rest of a sentence after the field's name, without its full stop: `must not be empty`.
    public var words: String {
        switch self {
        case .empty: "must not be empty"
        case .controlCharacters: "must not have control characters"
        case .tooLong(let max): "must not be longer than \(max) characters"
        case .tooManyEntries(let max): "must not have more than \(max) entries"
        case .notWhole(let range):
            "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .notAPercentage: "must be a number from 0 to 100"
        case .notOneOf(let choices): "must be one of \(choices.joined(separator: ", "))"
        case .notACountry: "must be an ISO 3166-1 country code of two letters, as GB"
        case .notTheUnitedKingdom:
            "must be an ISO 3166-1 country code of two letters: that of the United Kingdom is GB"
        case .notACurrency: "must be an ISO 4217 currency code of three letters, as EUR"
        case .notAnExchangeRate: "must be a number above 0 and not above 1000000000"
        }
    }
}

extension FieldProblem {
    public init(_ field: String, _ fault: FieldFault) {
        self.init(field, fault.words)
    }
}
