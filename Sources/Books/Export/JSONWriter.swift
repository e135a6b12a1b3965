import Bookkeeping

/// A list of postings with their entries; amounts are texts of two decimals, so that none is read as binary.
struct JSONWriter: ExportWriter {
    private let nominals: [Int64: ExportedNominal]
    private let currency: String
    let head = "["
    let tail = "\n]\n"

    init(_ start: ExportStart) {
        nominals = start.nominals
        currency = start.currency
    }

    func posting(_ posting: Posting, hash: [UInt8], isFirst: Bool) -> String {
        let sum = ChainHead(place: posting.place, hash: hash).hexadecimal
        let entries = posting.entries.map { entry in
            let nominal = nominals[entry.nominal]
            var members = [
                #""nominalCode":\#(nominal?.code ?? 0)"#,
                #""nominalName":\#(Self.text(nominal?.name ?? ""))"#,
                #""amount":"\#(entry.amount.decimalText)""#, #""currency":"\#(currency)""#,
            ]
            if let foreign = entry.foreign {
                members.append(#""foreignAmount":"\#(foreign.amount.decimalText)""#)
                members.append(#""foreignCurrency":"\#(foreign.currency)""#)
            }
            if let party = entry.party { members.append(#""party":\#(party)"#) }
            if let project = entry.project { members.append(#""project":\#(project)"#) }
            if let line = entry.documentLine { members.append(#""documentLine":\#(line)"#) }
            return "{\(members.joined(separator: ","))}"
        }
        return (isFirst ? "\n" : ",\n") + """
            {"posting":\(posting.place),"date":"\(posting.date.text)","kind":"\(posting.document.kind.rawValue)",\
            "document":\(posting.document.id),"version":\(posting.version),\
            "reverses":\(posting.reverses.map(String.init) ?? "null"),"createdAt":"\(posting.createdAt)",\
            "createdBy":\(posting.createdBy),"hash":"\(sum)","entries":[\(entries.joined(separator: ","))]}
            """
    }

    private static func text(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
