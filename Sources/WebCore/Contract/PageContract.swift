/// The page object of every list that pages.
enum PageContract {
    static func table(of row: TableSchema) -> TableSchema {
        table(of: row, metaData)
    }

    /// A page whose MetaData tells some figures more.
    static func table(of row: TableSchema, with figures: PageFigures) -> TableSchema {
        table(of: row, metaData(with: figures))
    }

    static func metaData(with figures: PageFigures) -> TableSchema {
        let told = figures.all.map {
            TableSchema.Field($0.name, .number(min: nil, max: nil), $0.meaning, example: $0.example)
        }
        return TableSchema("\(figures.prefix)PageMetaData", element: "MetaData", answers: told + members)
    }

    private static func table(of row: TableSchema, _ metaData: TableSchema) -> TableSchema {
        TableSchema(
            "\(row.name)Page", element: XMLForm.page,
            answers: [
                .init("MetaData", .table { metaData }, "What the page is of, and where the others are."),
                .init("Data", .list(.table { row }, max: nil), "The rows of this page."),
            ])
    }

    static let metaData = TableSchema("PageMetaData", element: "MetaData", answers: members)

    private static let members: [TableSchema.Field] =
        [
            .init(
                "TotalRecords", .integer(min: 0, max: nil), "Rows that match, over all pages.", example: "1"),
            .init("FirstPageUrl", .text(max: nil), "The first page.", example: link),
            .init("LastPageUrl", .text(max: nil), "The last page.", example: link),
            .init("PreviousPageUrl", .optional(.text(max: nil)), "The page before; null on the first."),
            .init("NextPageUrl", .optional(.text(max: nil)), "The page after; null on the last."),
            .init(
                "TotalAmount", .number(min: nil, max: nil),
                "The sum over all matching rows, in home currency.", example: "0.0000"),
            .init("InvoiceLimitReached", .flag, "Always false: there is no limit."),
        ]

    private static let link = #""https://books.example/v2/customers?perpage=50&page=1""#
}

/// What the MetaData of a page tells before all else, in home currency.
public struct PageFigures: Sendable {
    /// What the contract calls the MetaData by.
    let prefix: String
    let all: [(name: String, meaning: String, example: String)]

    /// - Parameters:
    ///   - prefix: `Bank`.
    ///   - all: with an example each, as JSON text.
    public init(_ prefix: String, _ all: [(name: String, meaning: String, example: String)]) {
        self.prefix = prefix
        self.all = all
    }
}
