/// A rule of style that a file keeps or breaks.
struct Rule: Sendable {
    /// What is wrong with `file`, each as `path:line: why`; empty when it keeps the rule.
    let complaints: @Sendable (SourceFile) -> [String]
}

extension Rule {
    /// The floors: a target imports what its row of `Floors` allows, and a target without a row is a mistake.
    static let importsStayOnTheirFloor = Rule { file in
        guard file.isSwift, file.isUnder("Sources"), let target = file.target else { return [] }
        guard let allowed = Floors.imports[target] else {
            return ["\(file.path):1: the target \(target) has no row in Floors."]
        }
        let excepted = Floors.exceptions[file.path, default: []]
        return file.imports.filter { !allowed.union(excepted).contains($0.module) }.map {
            "\(file.path):\($0.line): \(target) must not import \($0.module)."
        }
    }

    /// Amounts are integers; a binary fraction has no place beside them.
    static let noBinaryFractionsInBookkeeping = Rule { file in
        guard file.isUnder("Sources/Bookkeeping") else { return [] }
        return file.complaints(about: ["Double", "Float", "Float32", "Float64", "CGFloat"], in: file.code)
    }

    /// SQL lies beside the command it serves, in `Books` and `FrontDoor`.
    static let noSQLInTheWeb = Rule { file in
        guard file.isUnder("Sources/WebCore", "Sources/WebAPI") else { return [] }
        let statements: [Phrase] = [
            "SELECT", "INSERT INTO", "DELETE FROM", "CREATE TABLE", "ALTER TABLE", "ON CONFLICT", "ORDER BY",
            "PRAGMA",
        ]
        return file.complaints(about: statements, in: file.code)
    }

    static let filesAreShort = Rule { file in
        let lines = file.text.utf8.count { $0 == UInt8(ascii: "\n") }
        return lines > 300 ? ["\(file.path):301: \(lines) lines; 300 are the bound."] : []
    }

    /// Nothing is left for later, and nothing ends the process over one request. This folder spells the words out
    /// to find them.
    static let nothingUnfinishedOrForced = Rule { file in
        guard !file.isUnder("Tests/TidyTests") else { return [] }
        return file.complaints(about: ["TODO", "FIXME", "XXX"], in: file.text)
            + file.complaints(about: ["fatalError", "try!", "as!"], in: file.code)
    }

    /// Tests move the injected clock and never wait for the real one.
    static let testsDoNotSleep = Rule { file in
        guard file.isUnder("Tests"), !file.isUnder("Tests/TidyTests") else { return [] }
        return file.complaints(
            about: ["Task.sleep", "Thread.sleep", "usleep", "nanosleep", " sleep("], in: file.code)
    }
}

extension SourceFile {
    fileprivate func complaints(about phrases: [Phrase], in text: String) -> [String] {
        let tokens = Token.all(in: text)
        return phrases.flatMap { phrase in
            phrase.lines(in: tokens).map { "\(path):\($0): says \(phrase.text)." }
        }
    }
}
