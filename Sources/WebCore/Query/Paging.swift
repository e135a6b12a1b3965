import Bookkeeping

/// Which page of a list is asked for, and the links that lead to the others.
public struct PageRequest: Sendable {
    public let page: Int
    public let perPage: Int
    private let before: String
    private let query: Query

    /// More rows than this are taken as this many.
    public static let perPageMax = Int(Bounds.pageRows.upperBound)

    /// `page` counts from 1.
    public static let pageParameter = QueryParameter<Int>.integer(
        "page", min: 1, absent: 1, "Page, from 1."
    ).example("2")

    /// - Parameter sizeName: what the documentation calls it, `pageSize` on some reports.
    public static func perPageParameter(
        absent: Int = 50, sizeName: String = "perpage"
    ) -> QueryParameter<Int> {
        .integer(
            sizeName, min: 1, absent: absent,
            "Rows on a page; more than \(perPageMax) are taken as \(perPageMax)."
        ).example("50")
    }

    /// Taken and not needed: lists take as many rows without it.
    public static let skipValidationParameter = QueryParameter<Bool?>.flag(
        "skipperpagevalidation", "Taken for compatibility; changes nothing.")

    /// Reads the three paging parameters; what is wrong is noted in `reader`.
    public init(
        _ call: Call, _ reader: inout QueryReader, perPage absent: Int = 50, sizeName: String = "perpage"
    ) {
        page = reader.read(Self.pageParameter)
        let size = Self.perPageParameter(absent: absent, sizeName: sizeName)
        perPage = min(reader.read(size), Self.perPageMax)
        _ = reader.read(Self.skipValidationParameter)
        before = call.requestBase + call.path
        query = reader.query
    }

    func link(to page: Int) -> String {
        "\(before)?\(query.replacing("page", with: page))"
    }
}

extension WireWriter {
    /// The page object: `MetaData` with absolute links that keep every other parameter, then `Data`.
    ///
    /// - Parameters:
    ///   - total: rows that match, over all pages.
    ///   - amount: the sum over all matching rows, in home currency; zero where a list has none.
    ///   - figures: what the list tells before all else, as the contract names it.
    public mutating func page<Elements: Sequence>(
        _ request: PageRequest, total: Int, amount: Money = .zero,
        figures: [(name: String, amount: Money)] = [],
        _ rows: Elements,
        _ row: (Elements.Element, inout WireWriter) -> Void
    ) {
        let last = max(1, (total + request.perPage - 1) / request.perPage)
        object { writer in
            writer.key("MetaData")
            writer.object { writer in
                for figure in figures {
                    writer.key(named: figure.name)
                    writer.money(figure.amount)
                }
                writer.key("TotalRecords")
                writer.integer(Int64(total))
                writer.key("FirstPageUrl")
                writer.text(request.link(to: 1))
                writer.key("LastPageUrl")
                writer.text(request.link(to: last))
                writer.key("PreviousPageUrl")
                writer.text(request.page > 1 ? request.link(to: min(request.page - 1, last)) : nil)
                writer.key("NextPageUrl")
                writer.text(request.page < last ? request.link(to: request.page + 1) : nil)
                writer.key("TotalAmount")
                writer.money(amount)
                writer.key("InvoiceLimitReached")
                writer.flag(false)
            }
            writer.key("Data")
            writer.list(rows, row)
        }
    }
}
