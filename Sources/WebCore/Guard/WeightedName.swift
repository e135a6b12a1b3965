/// One of those that `Accept` and `Accept-Encoding` list: `text/*;q=0.5`.
///
/// - Source: RFC 9110, section 12.4.2.
struct WeightedName {
    /// In lower case.
    let name: Substring
    /// In thousandths, 1,000 at most; that too where none is given.
    let weight: Int

    /// Nil also where its weight can't be read: nobody can tell how much is asked for, so nothing is.
    init?(_ text: Substring) {
        let parts = text.partedOutsideQuotes(by: ";")
        guard let name = parts.first, !name.isEmpty else { return nil }
        self.name = name.lowercased()[...]
        guard let sent = parts.dropFirst().first(where: Self.isWeight) else {
            weight = 1_000
            return
        }
        guard let weight = Self.weight(sent) else { return nil }
        self.weight = weight
    }

    private static func isWeight(_ parameter: Substring) -> Bool {
        parameter.prefix { $0 != "=" && $0 != " " && $0 != "\t" }.lowercased() == "q"
    }

    /// `q=0.25` is 250; nil for what is no weight from 0 to 1 with three decimals at most.
    private static func weight(_ parameter: Substring) -> Int? {
        let value = parameter.dropFirst(2)
        let (whole, decimals) = (value.prefix(1), value.dropFirst(2))
        guard parameter.dropFirst().first == "=", value.count <= 5,
            whole == "0" || whole == "1", decimals.allSatisfy({ "0"..."9" ~= $0 }),
            value.count == 1 || value.dropFirst().first == ".",
            let thousandths = Int(whole + decimals + "000".dropFirst(decimals.count)), thousandths <= 1_000
        else { return nil }
        return thousandths
    }
}
