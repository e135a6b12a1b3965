import Testing

/// The rules, asked of every file of the checkout.
@Suite struct TreeTests {
    @Test func importsStayOnTheirFloor() throws {
        try expectKept(.importsStayOnTheirFloor)
    }

    @Test func bookkeepingHasNoBinaryFractions() throws {
        try expectKept(.noBinaryFractionsInBookkeeping)
    }

    @Test func theWebHasNoSQL() throws {
        try expectKept(.noSQLInTheWeb)
    }

    @Test func noFilePasses300Lines() throws {
        try expectKept(.filesAreShort)
    }

    @Test func nothingIsUnfinishedOrForced() throws {
        try expectKept(.nothingUnfinishedOrForced)
    }

    @Test func noTestSleeps() throws {
        try expectKept(.testsDoNotSleep)
    }

    @Test func theTreeIsReadAtAll() throws {
        let paths = try Set(SourceFile.all().map(\.path))
        #expect(paths.contains("Tests/TidyTests/TreeTests.swift"))
        #expect(paths.contains("Sources/Store/Store.swift"))
        #expect(paths.contains("Sources/CJSONReader/CJSONReader.cpp"))
    }

    private func expectKept(_ rule: Rule, _ location: SourceLocation = #_sourceLocation) throws {
        let complaints = try SourceFile.all().flatMap(rule.complaints)
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))", sourceLocation: location)
    }
}
