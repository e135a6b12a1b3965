/// The page object of every list that pages.
enum PageContract {
    static func table(of row: TableSchema) -> TableSchema {
        TableSchema(
            "\(row.name)Page", element: XMLForm.page,
            answers: [
                .init("MetaData", .table { metaData }, "What the page is of, and where the others are."),
                .init("Data", .list(.table { row }, max: nil), "The rows of this page."),
            ])
    }

    static let metaData = TableSchema(
        "PageMetaData", element: "MetaData",
        answers: [
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
        ])

    private static let link = #""https://books.example/v2/customers?perpage=50&page=1""#
}
