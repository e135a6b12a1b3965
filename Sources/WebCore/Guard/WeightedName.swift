/// One of those that `Accept` and `Accept-Encoding` list: `text/*;q=0.5`.
///
/// - Source: RFC 9110, section 12.4.2.
struct WeightedName {
    /// In lower case.
    let name: Substring
    /// In thousandths; 1,000 where none is given, or none that can be read.
    let weight: Int

    init?(_ text: Substring) {
        let parts = text.partedOutsideQuotes(by: ";")
        guard let name = parts.first, !name.isEmpty else { return nil }
        self.name = name.lowercased()[...]
        weight = parts.dropFirst().lazy.compactMap(Self.weight).first ?? 1_000
    }

    /// `q=0.25` is 250; nil for another parameter.
    private static func weight(_ parameter: Substring) -> Int? {
        guard parameter.hasPrefix("q=") || parameter.hasPrefix("Q=") else { return nil }
        let value = parameter.dropFirst(2)
        let (whole, decimals) = (value.prefix(1), value.dropFirst(2))
        guard value.count <= 5, decimals.allSatisfy({ "0"..."9" ~= $0 }),
            value.count == 1 || value.dropFirst().first == ".",
            let thousandths = Int(whole + decimals + "000".dropFirst(decimals.count))
        else { return nil }
        return min(thousandths, 1_000)
    }
}
