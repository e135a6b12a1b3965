import Bookkeeping

/// Beancount's ledger: `Income:4000-Sale-of-Goods` as an account.
///
/// - Source: Beancount documentation, "Language Syntax".
struct BeancountWriter: ExportWriter {
    private let accounts: [Int64: String]
    private let currency: String
    let head: String
    let tail = ""

    init(_ start: ExportStart) {
        currency = start.currency
        accounts = start.nominals.mapValues(Self.account)
        let first = start.firstDay ?? "1970-01-01"
        head =
            "option \"operating_currency\" \"\(start.currency)\"\n\n"
            + accounts.values.sorted().map { "\(first) open \($0)\n" }.joined() + "\n"
    }

    func posting(_ posting: Posting, hash: [UInt8], isFirst: Bool) -> String {
        var text = "\(posting.date.text) * \"\(posting.document.kind.rawValue) \(posting.document.id)\"\n"
        text += "  place: \(posting.place)\n  version: \(posting.version)\n"
        if let reversed = posting.reverses { text += "  reverses: \(reversed)\n" }
        for entry in posting.entries {
            text += "  \(accounts[entry.nominal] ?? "")  \(entry.amount.decimalText) \(currency)\n"
            if let foreign = entry.foreign {
                text += "    foreign: \(foreign.amount.decimalText) \(foreign.currency)\n"
            }
        }
        return text + "\n"
    }

    private static func account(_ nominal: ExportedNominal) -> String {
        // Its own letters and digits; everything else becomes a hyphen, one for a run of them.
        var name = ""
        for character in nominal.name {
            if character.isLetter || character.isNumber, character.isASCII {
                name.append(character)
            } else if name.last != "-", !name.isEmpty {
                name.append("-")
            }
        }
        while name.hasSuffix("-") { name.removeLast() }
        return "\(root(nominal)):\(nominal.code)\(name.isEmpty ? "" : "-\(name)")"
    }

    private static func root(_ nominal: ExportedNominal) -> String {
        switch nominal.type {
        case .turnover: "Income"
        case .costOfSale, .expense: "Expenses"
        case .fixedAsset: "Assets"
        // The customary ranges: what is owed to others begins at 2000.
        case .currentAssetLiability: (2_000..<3_000).contains(nominal.code) ? "Liabilities" : "Assets"
        case .capitalAndReserves: "Equity"
        }
    }
}
