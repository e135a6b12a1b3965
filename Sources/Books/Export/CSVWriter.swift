import Bookkeeping

/// One row for each entry, by RFC 4180.
struct CSVWriter: ExportWriter {
    private let nominals: [Int64: ExportedNominal]
    private let currency: String
    let tail = ""

    init(_ start: ExportStart) {
        nominals = start.nominals
        currency = start.currency
    }

    let head =
        "posting,date,kind,document,version,reverses,line,nominal code,nominal name,amount,currency,foreign amount,"
        + "foreign currency,party,project,document line,created at,created by,hash\r\n"

    func posting(_ posting: Posting, hash: [UInt8], isFirst: Bool) -> String {
        let sum = ChainHead(place: posting.place, hash: hash).hexadecimal
        return zip(1..., posting.entries).map { line, entry in
            let nominal = nominals[entry.nominal]
            let fields: [String] = [
                "\(posting.place)", posting.date.text, posting.document.kind.rawValue,
                "\(posting.document.id)",
                "\(posting.version)", posting.reverses.map(String.init) ?? "", "\(line)",
                nominal.map { "\($0.code)" } ?? "", Self.quoted(nominal?.name ?? ""),
                entry.amount.decimalText, currency,
                entry.foreign?.amount.decimalText ?? "", entry.foreign?.currency ?? "",
                entry.party.map(String.init) ?? "", entry.project.map(String.init) ?? "",
                entry.documentLine.map(String.init) ?? "", posting.createdAt, "\(posting.createdBy)", sum,
            ]
            return fields.joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
