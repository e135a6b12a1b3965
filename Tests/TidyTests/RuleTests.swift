import Testing

/// Each rule shown to catch what it is for, and to let pass what only looks like it.
@Suite struct RuleTests {
    @Test(arguments: [
        ("Sources/WebAPI/A.swift", "import Store"),
        ("Sources/WebAPI/A.swift", "@testable import GRDB"),
        ("Sources/WebAPI/A.swift", "private import struct StoreSQLite.SQLiteStore"),
        ("Sources/WebAPI/A.swift", "import Books; import Store"),
        ("Sources/Bookkeeping/Amounts/A.swift", "import Foundation"),
        ("Sources/Bookkeeping/Text/NormalForm.swift", "import Foundation\nimport Dispatch"),
        ("Sources/Books/A.swift", "import Hummingbird"),
        ("Sources/FrontDoor/A.swift", "public import Bookkeeping"),
        ("Sources/Novelty/A.swift", "let a = 1"),
    ])
    func anImportThatCrossesTheFloorsIsFound(path: String, text: String) {
        #expect(complaints(.importsStayOnTheirFloor, path, text).count == 1)
    }

    @Test(arguments: [
        ("Sources/WebAPI/A.swift", "// import Store\n/* import GRDB\n */ import Books"),
        ("Sources/WebAPI/A.swift", "let important = 1"),
        ("Tests/WebAPITests/A.swift", "import Store"),
    ])
    func anAllowedImportPasses(path: String, text: String) {
        #expect(complaints(.importsStayOnTheirFloor, path, text).isEmpty)
    }

    @Test(arguments: ["let rate: Double = 1", "Float(2)", "[CGFloat]()"])
    func aBinaryFractionInBookkeepingIsFound(text: String) {
        #expect(complaints(.noBinaryFractionsInBookkeeping, "Sources/Bookkeeping/A.swift", text).count == 1)
    }

    @Test(arguments: [
        ("Sources/Bookkeeping/A.swift", "/// Double entry.\nlet isDoubled = true"),
        ("Sources/WebCore/A.swift", "let seconds: Double = 1"),
    ])
    func aWordThatOnlyLooksBinaryPasses(path: String, text: String) {
        #expect(complaints(.noBinaryFractionsInBookkeeping, path, text).isEmpty)
    }

    @Test(arguments: [
        #"let sql = "SELECT 1""#, #"let sql = "DELETE  FROM customer""#,
        #"let url = "http://a"; let sql = "PRAGMA x""#,
    ])
    func aStatementInTheWebIsFound(text: String) {
        #expect(complaints(.noSQLInTheWeb, "Sources/WebAPI/A.swift", text).count == 1)
    }

    @Test(arguments: [
        ("Sources/WebAPI/A.swift", "/// `DELETE /customers`: the SELECT is in Books.\nroutes.delete(x)"),
        ("Sources/Books/A.swift", #"let sql: SQL = "SELECT 1""#),
    ])
    func theVerbsOfHTTPAndTheBooksPass(path: String, text: String) {
        #expect(complaints(.noSQLInTheWeb, path, text).isEmpty)
    }

    @Test func the301stLineIsFound() {
        let lines = String(repeating: "let a = 1\n", count: 300)
        #expect(complaints(.filesAreShort, "Sources/Store/A.swift", lines).isEmpty)
        #expect(complaints(.filesAreShort, "Sources/Store/A.swift", lines + "\n").count == 1)
    }

    @Test(arguments: [
        "// TODO: later", "/* FIXME */", "let a = XXX", "fatalError()", "let a = try! b()",
        "let a = b as! Int",
    ])
    func whatIsUnfinishedOrForcedIsFound(text: String) {
        #expect(complaints(.nothingUnfinishedOrForced, "Sources/Store/A.swift", text).count == 1)
    }

    @Test(arguments: ["guard try !isOpen() else { return }", #"let code = "XXXX01""#, "// never try! this"])
    func whatOnlyLooksForcedPasses(text: String) {
        #expect(complaints(.nothingUnfinishedOrForced, "Sources/Store/A.swift", text).isEmpty)
    }

    @Test(arguments: [
        "try await Task.sleep(for: .seconds(1))", "Thread.sleep(forTimeInterval: 1)", "usleep(1)",
        "_ = nanosleep(a, b)", "{ sleep(1) }",
    ])
    func aTestThatSleepsIsFound(text: String) {
        #expect(complaints(.testsDoNotSleep, "Tests/BooksTests/A.swift", text).count == 1)
        #expect(complaints(.testsDoNotSleep, "Sources/Books/A.swift", text).isEmpty)
    }

    @Test func commentsAreStrippedAndStringsKept() {
        let text = ##"""
            let a = "// kept \" // kept" // gone
            let b = #"/* kept " */"# /* gone /* gone */
            gone */ let c = 1
            """##
        let code = SourceFile(path: "A.swift", text: text).code
        #expect(!code.contains("gone"))
        #expect(code.split(separator: "kept").count == 4)
        #expect(code.split(separator: "\n", omittingEmptySubsequences: false).count == 3)
        #expect(code.contains("let c = 1"))
    }

    private func complaints(_ rule: Rule, _ path: String, _ text: String) -> [String] {
        rule.complaints(SourceFile(path: path, text: text))
    }
}
