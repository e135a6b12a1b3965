import HTTPTypes
import Testing

@Suite struct DeleteNominalTests {
    @Test func itsLinesMoveAndTheInvoiceIsPostedAnew() async throws {
        try await TestServer.run { server async throws in
            try await server.registerForVAT()
            try await server.addHarbour(#","DefaultNominalCode":4900"#)
            try await server.invoice(200, on: 4900)
            try await server.invoice(50, on: 4001)
            let answer = try await server.delete("/v2/nominals/4900?assignedCode=4001")
            #expect(answer.status == .noContent, "\(answer.text)")
            #expect(try await server.get("/v2/nominals/4900").status == .notFound)
            #expect(try await server.get("/v2/nominals").rows.count == 138)
            #expect(try await server.get("/v2/invoices/1").text.contains(#""NominalCode":4001"#))
            #expect(try await server.get("/v2/customers/HARB01").text.contains(#""DefaultNominalCode":4001"#))
            let postings = try await server.postings()
            #expect(postings.count == 4)
            #expect(postings[2].hasPrefix("reversed invoice 1: 2026-03-02 1100 -240.00"))
            #expect(postings[3] == "invoice 1: 2026-03-02 1100 +240.00, 4001 -200.00, 2200 -40.00")
            // Its code can be given to another; its id never is.
            let again = try await server.post(
                "/v2/nominals", #"{"Name":"Other income","Code":4900,"NomType":1}"#)
            #expect(again.status == .created)
            #expect(try await server.nominalID(4900) > 1_000_140)
            #expect(try await server.complaints() == [])
        }
    }

    @Test func byIdAndWithoutATargetWhereNothingPointsAtIt() async throws {
        try await TestServer.run { server async throws in
            let (id, heir) = (try await server.nominalID(4901), try await server.nominalID(4001))
            #expect(try await server.delete("/v2/nominals/Id/\(id)?assignedId=\(heir)").status == .noContent)
            #expect(try await server.get("/v2/nominals/Id/\(id)").status == .notFound)
            #expect(try await server.delete("/v2/nominals/4902?assignedCode=0").status == .noContent)
            #expect(try await server.get("/v2/nominals/4902").status == .notFound)
        }
    }

    @Test func withoutATargetItStaysWhileSomethingPointsAtIt() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour(#","DefaultNominalCode":4903"#)
            try await server.invoice(200, on: 4900)
            _ = try await server.put("/v2/nominals/4001", #"{"PurchaseNominalCode":5001}"#)
            for (code, user) in [
                (4900, "invoice 1"), (4903, "customer HARB01"), (5001, "the stock link of nominal 4001"),
            ] {
                let answer = try await server.delete("/v2/nominals/\(code)?assignedCode=0")
                #expect(
                    answer.refuses(.badRequest, "InUse", "It is still used by \(user)."), "\(answer.text)")
                #expect(try await server.get("/v2/nominals/\(code)").status == .ok)
            }
        }
    }

    @Test(arguments: [
        (1100, "1100 Debtors Control can't be deleted: it has a role of its own in the books."),
        (8250, "8250 Rounding can't be deleted: it has a role of its own in the books."),
        (
            4000,
            "4000 Sale of Goods can't be deleted: it is a default code; make another one the default first."
        ),
    ])
    func whatTheBooksNeedStays(code: Int, message: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.delete("/v2/nominals/\(code)?assignedCode=4001").refuses(
                    .badRequest, "Conflict", message))
            #expect(try await server.get("/v2/nominals/\(code)").text.contains(#""AllowDelete":false"#))
        }
    }

    @Test(arguments: [
        ("4001", "must be another nominal than what is deleted."),
        ("4999", "must be another nominal's; there is no 4999."),
        ("1200", "must be another nominal's; there is no 1200."),
        ("1100", "must not be 1100 Debtors Control: only documents and payments move it."),
        ("-1", "must be a whole number from 0 to 9223372036854775807."),
        ("x", "must be a whole number from 0 to 9223372036854775807."),
        ("", "is required."),
    ])
    func aTargetThatCannotTakeOverIsRefused(target: String, rule: String) async throws {
        try await TestServer.run { server async throws in
            let before = try await server.get("/v2/nominals").text
            let answer = try await server.server.ask(
                .delete, "/v2/nominals/4001?assignedCode=\(target)", token: server.token)
            #expect(answer.names(("assignedCode", "assignedCode \(rule)")), "\(answer.text)")
            #expect(try await server.get("/v2/nominals").text == before)
        }
    }

    @Test func theLastOfItsAreaStays() async throws {
        try await TestServer.run { server async throws in
            let sales = try await server.get("/v2/nominals?area=1").rows.compactMap { $0["Code"] as? Int }
            for code in sales where ![4000, 4009, 4907, 4910].contains(code) {
                #expect(
                    try await server.delete("/v2/nominals/\(code)?assignedCode=4000").status == .noContent)
            }
            // Those that are left have roles, but for the one that is the default: it may go to another.
            #expect(try await server.put("/v2/nominals/Code/4910?nominalCategory=1", nil).status == .ok)
            #expect(try await server.get("/v2/nominals/4000").text.contains(#""AllowDelete":true"#))
            #expect(try await server.delete("/v2/nominals/4000?assignedCode=0").status == .noContent)
        }
    }

    @Test func aLockedInvoiceKeepsItAndNothingMoves() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            try await server.invoice(200, on: 4900, date: "2026-02-01")
            try await server.invoice(100, on: 4900, date: "2026-03-02")
            try await server.lockBooks(until: "2026-02-28")
            let (nominals, postings) = (
                try await server.get("/v2/nominals").text, try await server.postings()
            )
            let answer = try await server.delete("/v2/nominals/4900?assignedCode=4001")
            #expect(answer.refuses(.badRequest, "Locked", "The books are locked up to 2026-02-28."))
            #expect(try await server.get("/v2/nominals").text == nominals)
            #expect(try await server.postings() == postings)
            #expect(try await server.get("/v2/invoices/2").text.contains(#""NominalCode":4900"#))
        }
    }

    @Test func severalGoToOneOrNoneDoes() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            try await server.invoice(200, on: 4900)
            try await server.invoice(100, on: 4902)
            let before = try await server.get("/v2/nominals").text
            let commissions = try await server.nominalID(4902)
            #expect(
                try await server.delete("/v2/nominals/4001/nominallist", "[4900,4999]").names(
                    ("[1]", "There is no nominal 4999.")))
            #expect(
                try await server.delete("/v2/nominals/4001/nominallist", "[4900,4001]").names(
                    ("assignedCode", "assignedCode must be another nominal than what is deleted.")))
            #expect(
                try await server.delete("/v2/nominals/4001/nominallist", "[4900,4009]").refuses(
                    .badRequest, "Conflict",
                    "4009 Discounts can't be deleted: it has a role of its own in the books."))
            #expect(
                try await server.delete("/v2/nominals/4998/nominallist", "[4900]").refuses(
                    .notFound, "NotFound", "There is no nominal 4998."))
            #expect(try await server.get("/v2/nominals").text == before)
            #expect(
                try await server.delete("/v2/nominals/4001/nominallist", "[4900,4902]").status == .noContent)
            #expect(try await server.get("/v2/nominals").rows.count == 137)
            #expect(
                try await server.postings().suffix(3) == [
                    "invoice 1: 2026-03-02 1100 +200.00, 4001 -200.00",
                    "reversed invoice 2: 2026-03-02 1100 -100.00, -\(commissions) +100.00",
                    "invoice 2: 2026-03-02 1100 +100.00, 4001 -100.00",
                ])
            #expect(try await server.complaints() == [])
        }
    }

    @Test func itsProductsAndQuotesMoveAndTwoOfOneCodeAreRefused() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            for body in [
                #"{"NominalCode":4900,"Code":"OAK","Name":"Oak","Price":10}"#,
                #"{"NominalCode":4901,"Code":"oak","Name":"Other oak","Price":10}"#,
            ] { #expect(try await server.post("/v2/products", body).status == .created) }
            let quote = try await server.post(
                "/v2/quotes",
                #"{"CustomerCode":"HARB01","LineItems":[{"Description":"Oak","Quantity":1,"NominalCode":4900,"ProductCode":"OAK"}]}"#
            )
            #expect(quote.status == .created, "\(quote.text)")
            let invoice = try await server.post(
                "/v2/invoices",
                #"{"CustomerCode":"HARB01","LineItems":[{"Quantity":2,"NominalCode":4900,"ProductCode":"OAK"}]}"#
            )
            #expect(invoice.status == .created, "\(invoice.text)")
            #expect(
                try await server.delete("/v2/nominals/4900?assignedCode=4901").refuses(
                    .badRequest, "Conflict",
                    "4900 Miscellaneous Income and 4901 Royalties Received both have a product OAK; give one another code first."
                ))
            #expect(try await server.get("/v2/products/4900/OAK").status == .ok)
            #expect(try await server.delete("/v2/nominals/4900?assignedCode=4001").status == .noContent)
            #expect(try await server.get("/v2/products/4001/OAK").status == .ok)
            #expect(try await server.get("/v2/quotes/1").text.contains(#""NominalCode":4001"#))
            let moved = try await server.get("/v2/invoices/1").text
            #expect(moved.contains(#""NominalCode":4001"#) && moved.contains(#""ProductCode":"OAK""#))
            #expect(try await server.complaints() == [])
        }
    }

    @Test func itsBankTransactionsMoveAndVATStaysWhereItCan() async throws {
        try await TestServer.run { server async throws in
            try await server.registerForVAT()
            let entered = try await server.post(
                "/v2/bankaccounts/1/transactions",
                #"{"Date":"2026-03-02","PaidOut":120,"MoneyType":7700,"VATAble":true,"VATRate":20}"#
            )
            #expect(entered.status == .created, "\(entered.text)")
            let posted = try await server.postings()
            #expect(
                try await server.delete("/v2/nominals/7700?assignedCode=2102").refuses(
                    .badRequest, "Conflict",
                    """
                    Bank transaction 1 bears VAT, which there is none of on 2102 Other Creditors, of the type \
                    CurrentAssetLiability; change it first.
                    """))
            #expect(try await server.postings() == posted)
            #expect(try await server.delete("/v2/nominals/7700?assignedCode=7701").status == .noContent)
            #expect(
                try await server.postings().last
                    == "bank transaction 1: 2026-03-02 1200 -120.00, 7701 +100.00, 2201 +20.00")
            #expect(try await server.complaints() == [])
            // As income, the VAT of what is paid out is output VAT given back.
            #expect(try await server.put("/v2/nominals/7701", #"{"Type":"Turnover"}"#).status == .ok)
            #expect(
                try await server.postings().last
                    == "bank transaction 1: 2026-03-02 1200 -120.00, 7701 +100.00, 2200 +20.00")
            #expect(try await server.complaints() == [])
        }
    }
}
