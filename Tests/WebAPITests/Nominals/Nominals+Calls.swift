import HTTPTypes
import Testing

extension SignedInServer {
    /// The Id of a nominal.
    func nominalID(_ code: Int) async throws -> Int {
        try #require(try await get("/v2/nominals/\(code)").object["Id"] as? Int)
    }

    /// An invoice of one line, net, at 20 % where the business is registered; gives its number.
    @discardableResult
    func invoice(_ net: Int, on nominal: Int, date: String = "2026-03-02", more: String = "") async throws
        -> Int
    {
        let answer = try await post(
            "/v2/invoices",
            #"""
            {"CustomerCode":"HARB01","IssuedDate":"\#(date)","LineItems":[{"Description":"Work","Quantity":1,\#
            "Rate":\#(net),"NominalCode":\#(nominal)\#(more)}]}
            """#)
        return try #require(answer.object["Number"] as? Int, "\(answer.text)")
    }
}

extension SignedInServer {
    /// All that is wrong with the book.
    func complaints() async throws -> [String] {
        try await server.services.bookshelf.withBook(server.business) { book in
            try await book.verify().complaints.map { "\($0)" }
        }
    }
}
