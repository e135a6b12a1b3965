import Bookkeeping
import Testing

@Suite struct NominalRuleTests {
    private static let nextCodes: [(NominalArea, [Int64], Int64)] = [
        (.sales, [], 4000), (.sales, [4000, 4910, 5000, 9999], 4911), (.bank, [], 1300),
        (.bank, [1300, 1398, 4000], 1399), (.sales, [4000, 4999], 4001),
        (.purchases, [6002, 7000, 8000], 7001),
    ]

    @Test(arguments: nextCodes)
    func aNewCodeComesAfterTheHighestOfItsRange(area: NominalArea, taken: [Int64], code: Int64) {
        #expect(area.nextCode(taken) == code)
    }

    @Test func aFullRangeGoesOnBehindItsEnd() {
        #expect(NominalArea.bank.nextCode(Array(1300...1399)) == 1400)
        #expect(NominalArea.bank.nextCode(Array(1300...1400) + [1402]) == 1401)
        #expect(NominalArea.bank.nextCode(Array(1300...1340) + Array(1342...1399)) == 1341)
    }

    @Test func everyRowOfTheChartHasABoxThatFitsItsType() {
        for row in DefaultChart.rows where row.details.sa103Code != 0 {
            let category = SA103Category.all.first { $0.code == row.details.sa103Code }
            #expect(category?.takes(row.details.type) == true, "\(row.code)")
        }
        #expect(DefaultChart.rows.count == 139)
    }

    @Test func everyRoleOfTheSystemHasOneRowOfTheChart() {
        for special in SpecialNominalDraft.specials {
            #expect(DefaultChart.rows.count { $0.special == special } == 1, "\(special)")
        }
        for role in NominalRole.allCases {
            let row = DefaultChart.rows.first { $0.code == role.defaultCode }
            #expect(row?.special == role.special ?? 0, "\(role)")
        }
    }

    @Test(arguments: [
        ("Turnover", NominalType.turnover), ("cost of sale", .costOfSale), ("EXPENSE", .expense),
        ("4", .fixedAsset),
        ("Current Asset Liability", .currentAssetLiability), ("capitalandreserves", .capitalAndReserves),
    ])
    func aTypeIsReadInAnySpelling(sent: String, type: NominalType) {
        #expect(NominalType(sent: sent) == type)
        #expect(NominalType(sent: sent + "x") == nil)
    }

    @Test func labourAndGoodsFitBothKindsOfCost() {
        #expect(SA103Category.codes(for: .costOfSale) == [17, 18, 19])
        #expect(SA103Category.codes(for: .expense) == Array(17...30))
        #expect(SA103Category.codes(for: .turnover) == [15, 16])
        #expect(SA103Category.codes(for: .fixedAsset) == [])
    }
}
