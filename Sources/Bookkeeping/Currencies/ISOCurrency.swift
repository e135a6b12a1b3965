/// A currency as the standard has it: its code, its name, and the sign that is written beside an amount.
public struct ISOCurrency: Hashable, Sendable {
    /// ISO 4217, in capitals.
    public let code: String
    /// In English.
    public let name: String
    /// The code itself where there is no sign of its own.
    public let symbol: String

    /// Every currency, by code.
    public static let all: [ISOCurrency] = currencyTable.split(separator: "\n").compactMap { line in
        let columns = line.split(separator: " ", maxSplits: 2).map(String.init)
        guard columns.count == 3 else { return nil }
        return ISOCurrency(code: columns[0], name: columns[2], symbol: columns[1])
    }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    /// - Parameter code: in capitals.
    /// - Returns: nil for a code that no currency has.
    public static func of(_ code: String) -> ISOCurrency? {
        byCode[code]
    }

    /// The currency that a client means by a code in any case.
    ///
    /// - Throws: `.notACurrency`.
    public static func meant(by code: String) throws(FieldFault) -> ISOCurrency {
        guard let currency = of(code.tidied.uppercased()) else { throw .notACurrency }
        return currency
    }
}

extension FieldCheck {
    /// The code of a currency that there is, in capitals; nil when none was sent. Whether it is set up, only the book
    /// knows.
    mutating func currencyCode(_ sent: String?, _ field: @autoclosure () -> String) -> String? {
        guard let text = text(sent, field()) else { return nil }
        do {
            return try ISOCurrency.meant(by: text).code
        } catch {
            refuse(field(), error)
            return nil
        }
    }

    mutating func exchangeRate(_ sent: ExactDecimal?, _ field: @autoclosure () -> String) {
        guard let sent, !Bounds.exchangeRate.contains(sent) else { return }
        refuse(field(), .notAnExchangeRate)
    }
}
