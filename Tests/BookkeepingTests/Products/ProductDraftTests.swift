import Bookkeeping
import Testing

@Suite struct ProductDraftTests {
    private static func draft(_ change: (inout ProductDraft) -> Void) -> ProductDraft {
        var draft = ProductDraft()
        draft.name = "Oak"
        change(&draft)
        return draft
    }

    @Test func textsAreTidied() throws {
        let checked = try Self.draft {
            ($0.name, $0.code, $0.description) = (" Oak ", " A ", " \n ")
            $0.purchaseLink.productCode = " "
        }.checked().draft
        #expect(checked.name == "Oak" && checked.code == "A" && checked.description == nil)
        // Empty is a link to any product, which is not the same as nothing said.
        #expect(checked.purchaseLink.productCode == "")
        #expect(try Self.draft { $0.code = " " }.checked().draft.code == nil)
    }

    @Test func everyProblemIsToldAtOnce() throws {
        let draft = Self.draft {
            ($0.name, $0.code, $0.nominalCode) = ("", ".", -1)
            $0.vatRate = Percentage(tenThousandths: -1)
            $0.purchaseLink.nominalID = -1
        }
        #expect(
            throws: BookkeepingError.invalid([
                FieldProblem("Code", "must not be '.', which is a path of its own"),
                FieldProblem("NominalCode", .notWhole(Bounds.number)), FieldProblem("Name", .empty),
                FieldProblem("VATRate", .notAPercentage),
                FieldProblem("PurchaseNominalId", .notWhole(0...Int64.max)),
            ])
        ) { try draft.checked() }
    }

    @Test(arguments: [(5, 10, 5), (-5, 10, -5), (5, -10, 0), (-5, -10, -5), (5, 0, 5), (0, 1, 0)])
    func aLineTakesItsQuantityUnlessItIsACreditOfPrice(quantity: Int64, rate: Int64, taken: Int64) {
        let line = SalesLine(
            number: 1, description: "", quantity: ExactDecimal(millionths: quantity),
            rate: ExactDecimal(millionths: rate),
            vatLevel: .zero, isVATExempt: true, net: .zero, vat: .zero, homeNet: .zero, homeVAT: .zero,
            nominal: NominalLink(id: 1, code: 4000, name: "Sale of Goods"))
        #expect(line.stockTaken.millionths == taken)
    }
}
