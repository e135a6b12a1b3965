import Foundation
import TestSupport
import Testing

/// What `daybook export` writes, read by the programs it is written for.
@Suite struct ExportTests {
    @Test(.enabled(if: Tool.hledger.isThere, "hledger is not installed"))
    func hledgerReadsAJournalOfThousandsAndFindsOurBalances() async throws {
        try await Program.withDocuments { program, balances in
            let journal = try await program.export("hledger")
            let read = try await ChildProcess.run(
                Tool.hledger.path, ["-f", journal, "balance", "--flat", "--no-total", "-O", "csv"],
                in: program.folder)
            #expect(read.code == 0, "\(read.error)")
            var found: [Int64: String] = [:]
            for line in read.lines.dropFirst() {
                // "4000 Sale of Goods","-2738514.76 GBP"
                let fields = line.split(separator: "\"").map(String.init).filter { $0 != "," }
                let code = try #require(
                    fields.first?.split(separator: " ").first.flatMap { Int64($0) }, "\(line)")
                found[code] = fields[1].replacingOccurrences(of: " GBP", with: "")
            }
            #expect(found == balances)
        }
    }

    @Test(.enabled(if: Tool.python.isThere, "the Python packages are not installed"))
    func beancountReadsItToo() async throws {
        try await Program.withDocuments { program, balances in
            let journal = try await program.export("beancount")
            let read = try await ChildProcess.run(
                Tool.python.path, ["-c", Tool.sums, journal], in: program.folder)
            #expect(read.code == 0, "\(read.error)")
            var found: [Int64: String] = [:]
            for line in read.lines {
                let fields = line.split(separator: " ").map(String.init)
                found[try #require(Int64(fields[0]))] = fields[1]
            }
            #expect(found == balances)
        }
    }

    @Test func csvAndJSONHaveEveryEntryOnce() async throws {
        try await Program.withDocuments { program, balances in
            let rows = try await program.run("export", "--business", "1", "--format", "csv").output
                .split(separator: "\r\n").dropFirst()
            var pence: [Int64: Int64] = [:]
            for row in rows {
                let fields = row.split(separator: ",", omittingEmptySubsequences: false)
                let amount = try #require(Int64(fields[9].filter { $0 != "." }))
                pence[try #require(Int64(fields[7])), default: 0] += amount
            }
            #expect(pence.filter { $0.value != 0 }.mapValues(decimals) == balances)
            let json = try await program.run("export", "--business", "1", "--format", "json").output
            let postings = try #require(
                JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
            let entries = postings.compactMap { ($0["entries"] as? [Any])?.count }.reduce(0, +)
            #expect(entries == rows.count && !postings.isEmpty)
        }
    }

    @Test func besideAServerItComesInPiecesAndIsTheSame() async throws {
        try await Program.withDocuments { program, _ in
            let alone = try await program.run("export", "--business", "1", "--format", "csv")
            try await RunningServer.run(program) { _ in
                let beside = try await program.run("export", "--business", "1", "--format", "csv")
                #expect(beside.code == 0 && beside.output == alone.output, "\(beside.error)")
            }
            let none = try await program.run("export", "--business", "9", "--format", "csv")
            #expect(none.code == 1 && none.output.isEmpty && none.errorLines.count == 1)
        }
    }
}

private enum Tool {
    case hledger, python

    var path: String {
        switch self {
        case .hledger: "/usr/bin/hledger"
        case .python:
            // Of the checkout that the tests were built in.
            URL(fileURLWithPath: Program.path).deletingLastPathComponent().path + "/../../../.venv/bin/python"
        }
    }

    var isThere: Bool {
        let last = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return FileManager.default.isExecutableFile(atPath: path)
            && (self == .hledger || FileManager.default.fileExists(atPath: last + "/bean-check"))
    }

    /// Each nominal's code and balance, by beancount's own loader; fails on any error that it finds.
    static let sums = """
        import collections, re, sys
        from beancount import loader
        entries, errors, _ = loader.load_file(sys.argv[1])
        if errors:
            sys.exit(str(errors[0]))
        sums = collections.Counter()
        for entry in entries:
            for posting in getattr(entry, "postings", []):
                sums[int(re.match(r"[A-Za-z]+:(\\d+)", posting.account)[1])] += posting.units.number
        for code, amount in sums.items():
            if amount:
                print(code, format(amount, ".2f"))
        """
}

extension Program {
    /// With the sample business of 5,000 documents, and each nominal's balance by its code, as the book keeps it.
    fileprivate static func withDocuments(_ body: (Program, [Int64: String]) async throws -> Void)
        async throws
    {
        try await inFolder { program in
            let made = try await program.run(
                "demo", "--customers", "40", "--documents", "5000", "--seed", "5")
            try #require(made.code == 0, "\(made.error)")
            let rows = try StoredRows(file: program.folder + "/daybook-data/books/1.sqlite").rows
            var codes: [String: Int64] = [:]
            for row in rows where row.table == "nominal" { codes[row["id"]] = Int64(row["code"]) }
            var pence: [Int64: Int64] = [:]
            for row in rows where row.table == "nominal_month" {
                pence[try #require(codes[row["nominal"]]), default: 0] += try #require(Int64(row["amount"]))
            }
            try #require(pence.values.reduce(0, +) == 0)
            try await body(program, pence.filter { $0.value != 0 }.mapValues(decimals))
        }
    }

    /// Writes the journal into a file. Returns its path.
    fileprivate func export(_ format: String) async throws -> String {
        let ran = try await run("export", "--business", "1", "--format", format)
        try #require(ran.code == 0, "\(ran.error)")
        let path = folder + "/books.\(format)"
        try ran.output.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }
}

extension StoredRows.Row {
    fileprivate subscript(name: String) -> String { values.first { $0.name == name }?.text ?? "" }
}

/// Pence with two decimals.
private func decimals(_ pence: Int64) -> String {
    let digits = String(pence.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return "\(pence < 0 ? "-" : "")\(padded.dropLast(2)).\(padded.suffix(2))"
}
