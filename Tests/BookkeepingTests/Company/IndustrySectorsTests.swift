import Testing

@testable import Bookkeeping

@Suite struct IndustrySectorsTests {
    private let sectors = IndustrySectors(rows: [
        ["A", "Farming"], ["01", "Crops"], ["01.1", "Wheat"], ["01.2", "Apples"], ["02", "Forestry"],
        ["F", "Construction"], ["43", "Trades"], ["43.9", "Roofs"],
    ])

    @Test func idsComeFromTheCodes() {
        #expect(sectors.all.map(\.id) == [1, 101, 1_011, 1_012, 102, 6, 143, 1_439])
        #expect(sectors.sections.map(\.name) == ["Farming", "Construction"])
        #expect(sectors.path(to: 1_439).map(\.name) == ["Construction", "Trades", "Roofs"])
        #expect(sectors.path(to: 1_435).isEmpty)
    }

    private func chosen(_ top: Int64?, _ middle: Int64?, _ bottom: Int64?) throws -> Int64? {
        var choice = IndustrySectorChoice()
        (choice.top, choice.middle, choice.bottom) = (top, middle, bottom)
        var check = FieldCheck()
        let id = check.industrySector(choice, in: sectors)
        try check.finish()
        return id
    }

    @Test func theLowestLevelSaysItAll() throws {
        #expect(try chosen(nil, nil, 1_011) == 1_011)
        #expect(try chosen(1, 101, 1_011) == 1_011)
        #expect(try chosen(1, nil, nil) == 1)
        #expect(try chosen(nil, nil, nil) == nil)
    }

    @Test(
        arguments: [
            (
                6, nil, 1_011, "IndustrySector.TopLevel.Id",
                "must be the sector that the lower level is a part of"
            ),
            (
                nil, 102, 1_011, "IndustrySector.MiddleLevel.Id",
                "must be the sector that the lower level is a part of"
            ),
            (
                nil, nil, 1, "IndustrySector.BottomLevel.Id",
                "must be an Id of this level of /settings/companydetails/industrysectors"
            ),
            (
                999, nil, nil, "IndustrySector.TopLevel.Id",
                "must be an Id of this level of /settings/companydetails/industrysectors"
            ),
        ] as [(Int64?, Int64?, Int64?, String, String)])
    func whatDoesNotFitIsNamed(top: Int64?, middle: Int64?, bottom: Int64?, field: String, fault: String) {
        #expect(throws: BookkeepingError.invalid([FieldProblem(field, fault)])) {
            try chosen(top, middle, bottom)
        }
    }
}
