/// A country or territory that has a code.
///
/// Northern Ireland has none of its own: it is the United Kingdom with a `BT` post code.
public struct Country: Hashable, Sendable {
    /// ISO 3166-1 numeric, which never moves: 826 for the United Kingdom.
    public let id: Int64
    /// ISO 3166-1 alpha-2, in capitals.
    public let code: String
    /// The English short name.
    public let name: String

    /// Whether it is a member of the European Union today.
    public var isInEU: Bool { membersOfEU.contains(code) }

    /// Every country, by name, whatever its accents.
    public static let all: [Country] = countryTable.split(separator: "\n").compactMap { line in
        let columns = line.split(separator: " ", maxSplits: 2)
        guard columns.count == 3, let id = Int64(columns[1]) else { return nil }
        return Country(id: id, code: String(columns[0]), name: String(columns[2]))
    }.sorted { $0.name.folded.utf8.lexicographicallyPrecedes($1.name.folded.utf8) }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    /// - Parameter code: ISO 3166-1 alpha-2, in capitals.
    /// - Returns: nil for a code that no country has.
    public static func of(_ code: String) -> Country? {
        byCode[code]
    }

    /// The country that a client means by a code.
    ///
    /// - Parameter code: in any case; Greece also by `EL`, which is its code in the vendor's older interface.
    /// - Throws: `.notACountry`, `.notTheUnitedKingdom`.
    /// - Source: `reference-data.md`, "Countries".
    public static func meant(by code: String) throws(FieldFault) -> Country {
        let code = code.tidied.uppercased()
        if let country = of(code == "EL" ? "GR" : code) { return country }
        throw code == "UK" ? .notTheUnitedKingdom : .notACountry
    }
}

extension FieldCheck {
    /// The code of a country that there is, in capitals; nil when none was sent.
    mutating func countryCode(_ sent: String?, _ field: @autoclosure () -> String) -> String? {
        guard let text = text(sent, field()) else { return nil }
        do {
            return try Country.meant(by: text).code
        } catch {
            refuse(field(), error)
            return nil
        }
    }
}

/// - Source: `reference-data.md`, "Countries".
private let membersOfEU: Set<String> = [
    "AT", "BE", "BG", "HR", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "LT",
    "LU",
    "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
]
