import Bookkeeping

/// hledger's journal: `4000 Sale of Goods` as an account, amounts as `-200.00 GBP`.
///
/// - Source: hledger manual, "Journal format".
struct HledgerWriter: ExportWriter {
    private let accounts: [Int64: String]
    private let currency: String
    let head: String
    let tail = ""

    init(_ start: ExportStart) {
        currency = start.currency
        accounts = start.nominals.mapValues { "\($0.code) \(Self.plain($0.name))" }
        let sorted = start.nominals.values.sorted { $0.code < $1.code }
        head =
            "; the whole journal; amounts in \(start.currency)\n\n"
            + sorted.map { "account \($0.code) \(Self.plain($0.name))  ; type: \(Self.type($0.type))\n" }
            .joined() + "\n"
    }

    func posting(_ posting: Posting, hash: [UInt8], isFirst: Bool) -> String {
        let reversal = posting.reverses.map { ", reverses:\($0)" } ?? ""
        var text = """
            \(posting.date.text) (\(posting.place)) \(posting.document.kind.rawValue) \(posting.document.id)  \
            ; version:\(posting.version)\(reversal)

            """
        for entry in posting.entries {
            let foreign = entry.foreign.map { "  ; foreign:\($0.amount.decimalText) \($0.currency)" } ?? ""
            text +=
                "    \(accounts[entry.nominal] ?? "")  \(entry.amount.decimalText) \(currency)\(foreign)\n"
        }
        return text + "\n"
    }

    /// Without what has a meaning in an account's name: two blanks end it, a colon parts it, a semicolon begins a comment.
    private static func plain(_ name: String) -> String {
        name.map { ":;".contains($0) ? "-" : $0 }.reduce(into: "") { text, character in
            if character == " ", text.last == " " { return }
            text.append(character)
        }
    }

    private static func type(_ type: NominalType) -> String {
        switch type {
        case .turnover: "R"
        case .costOfSale, .expense: "X"
        case .fixedAsset, .currentAssetLiability: "A"
        case .capitalAndReserves: "E"
        }
    }
}
