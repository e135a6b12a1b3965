import Bookkeeping
import FrontDoor
import WebCore

/// The query parameters of `GET /search`.
enum SearchParameters {
    static let text = QueryParameter<String?>(
        "searchtext", "What stands in a field, whatever its case and accents.",
        .text(max: TextKind.lineMax, min: 1), absent: nil,
        rule: "must have 1 to \(TextKind.lineMax) characters and no control characters.", isRequired: true
    ) { sent -> String?? in
        guard let text = try? sent.tidied(.line, max: TextKind.lineMax), !text.folded.isEmpty else {
            return nil
        }
        return .some(text)
    }.example(#""harbour""#)

    static let kinds = QueryParameter<Set<SearchKind>>(
        "searchentitytype",
        "What to look for, by name in any case or by number; several with commas between. \(described)",
        .text(max: nil), absent: [], rule: "must be one or more of \(described)", isRequired: true,
        parse: kinds(of:)
    ).example(#""Customer,Supplier""#)

    static let isExact = QueryParameter<Bool?>.flag(
        "exactmatch", "Whether a whole field must be the text, and not only hold it.")

    static let from = day("startdate", "This day and later; nothing that has no date is left out by it.")
    static let to = day("enddate", "This day and earlier.")

    static let page = QueryParameter<Int>.integer(
        "pagenumber", min: 1, absent: 1, "Page of each kind, from 1."
    ).example("1")
    static let perPage = PageRequest.perPageParameter(absent: 10)

    static let order = QueryParameter<Bool?>.choice(
        "sortorder", [("Asc", 0, false), ("Desc", 1, true)], absent: nil,
        "By date, the newest first when left out; where a kind has none by name, from A when left out.")

    static func describe(_ contract: RouteContract) -> RouteContract {
        contract.parameter(text.contract).parameter(kinds.contract).parameter(isExact.contract)
            .parameter(from.contract).parameter(to.contract).parameter(page.contract)
            .parameter(perPage.contract).parameter(order.contract)
    }

    private static var described: String {
        let kinds = SearchKind.allCases.map { "\($0.rawValue) \($0.name)" }
        return (["0 All"] + kinds).joined(separator: ", ") + "."
    }

    private static func kinds(of sent: String) -> Set<SearchKind>? {
        var kinds: Set<SearchKind> = []
        for part in sent.split(separator: ",", omittingEmptySubsequences: false) {
            let word = String(part).tidied.lowercased()
            if word == "0" || word == "all" {
                kinds.formUnion(SearchKind.allCases)
            } else if let kind = SearchKind.allCases.first(where: {
                word == String($0.rawValue) || word == $0.name.lowercased()
            }) {
                kinds.insert(kind)
            } else {
                return nil
            }
        }
        return kinds
    }

    /// A day as eight digits in a row, as this call alone has it.
    private static func day(_ name: String, _ meaning: String) -> QueryParameter<CalendarDate?> {
        QueryParameter(
            name, meaning, .integer(min: 1_01_01, max: 9999_12_31), absent: nil,
            rule: "must be a date as a number, as 20260309."
        ) { sent -> CalendarDate?? in
            guard sent.utf8.count == 8, let date = try? CalendarDate(text: sent) else { return nil }
            return .some(date)
        }.example("20260309")
    }
}
