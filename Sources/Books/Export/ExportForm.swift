import Bookkeeping

/// In what a whole journal can be written, for other programs to read.
public enum ExportForm: String, CaseIterable, Sendable {
    case hledger, beancount, csv, json
}

/// A nominal as an export names it.
struct ExportedNominal: Sendable {
    let code: Int64
    let name: String
    let type: NominalType
}

/// What an export knows from its beginning: the names, and how far it goes.
struct ExportStart: Sendable {
    let nominals: [Int64: ExportedNominal]
    /// ISO 4217, of the ledger.
    let currency: String
    /// The day of the earliest entry; nil for an empty ledger.
    let firstDay: String?
    /// The last posting's place.
    let end: Int64
}

/// One way to write a journal.
protocol ExportWriter: Sendable {
    init(_ start: ExportStart)
    /// What stands before the first posting.
    var head: String { get }
    /// - Parameter isFirst: whether none came before it.
    func posting(_ posting: Posting, hash: [UInt8], isFirst: Bool) -> String
    /// What stands after the last.
    var tail: String { get }
}

extension ExportForm {
    func writer(_ start: ExportStart) -> any ExportWriter {
        switch self {
        case .hledger: HledgerWriter(start)
        case .beancount: BeancountWriter(start)
        case .csv: CSVWriter(start)
        case .json: JSONWriter(start)
        }
    }
}
