import Testing

/// What `verify` finds of stock, projects and their lists.
@Suite(.onSQLite) struct VerifyStockTests {
    @Test(arguments: [
        (
            "UPDATE nominal SET stock = 1 WHERE id = (SELECT MIN(id) FROM nominal)",
            "the stock of a nominal of 1000001 is kept as 1, and comes to 0"
        ),
        (
            "INSERT INTO stock_movement (product, quantity, kind, moved_at, moved_by) VALUES (7, 5, 'count', '2026', 1)",
            "the stock of a product of 7 is kept as 0, and comes to 5"
        ),
        (project("5, 0, 5"), "the net sales of a project of 1 is kept as 5, and comes to 0"),
        (project("0, 5, 5"), "the VAT on sales of a project of 1 is kept as 5, and comes to 0"),
        (project("0, 0, 5"), "the margin of a project of 1 is kept as 5, and comes to 0"),
        (project("0, 0, 0"), "the number of the projects is not what is kept of them"),
        (
            "INSERT INTO list_total (list, live, archived) VALUES ('products', 0, 1)",
            "the number of the products is not what is kept of them"
        ),
    ])
    func whatIsKeptBesideItsRowsIsHeldAgainstThem(statement: String, sentence: String) async throws {
        try await DamagedBook.run { book in
            let head = try await book.head()
            try book.damage(statement + ";")
            let complaints = try await book.verify(heads: [head]).complaints.map(\.description)
            #expect(complaints == ["check 12: \(sentence)"])
        }
    }

    private static func project(_ sums: String) -> String {
        """
        INSERT INTO project (number, name, name_key, status, target_sales, target_purchases, excludes_vat, created_at,
            sales_net, sales_vat, margin)
        VALUES (1, 'A', 'a', 1, 0, 0, 0, '2026', \(sums));
        INSERT INTO number_series (series, highest) VALUES ('project', 1)
        """
    }
}
