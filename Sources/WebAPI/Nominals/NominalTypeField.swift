import Bookkeeping
import WebCore

extension WireField {
    /// A nominal's type: a name in any case, with or without blanks, or the number, as a text or a number.
    static func nominalType(
        _ meaning: String, get: (@Sendable (Owner) -> String?)?,
        set: @escaping @Sendable (inout Owner, NominalType) -> Void
    ) -> WireField {
        .nameOrNumber(
            "Type", NominalType.allCases.map(\.name), meaning, parse: { NominalType(sent: $0) }, get: get,
            set: set)
    }

    /// The area that offers a nominal's code.
    static func nominalArea(
        get: (@Sendable (Owner) -> Int64)?, set: @escaping @Sendable (inout Owner, NominalArea) -> Void
    ) -> WireField {
        .integer(
            "NomType", in: 1...3,
            "The area that offers the code: 1 sales, 2 outgoings, 3 bank. Follows Type when left out.",
            get: get,
            set: { if let area = NominalArea(rawValue: $1) { set(&$0, area) } }
        ).example("1")
    }
}
