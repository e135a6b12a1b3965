import Testing

@testable import FrontDoor

@Suite struct ClientErrorReportTests {
    @Test(arguments: [
        ("total is undefined", "total is undefined"),
        ("KfToken 7d1e4f02-93B5-4c0f-8a6e-51c2f0b7d9aa!", "KfToken (masked)!"),
        ("/sessiontoken/7d1e4f0293b54c0f8a6e51c2f0b7d9aa", "/sessiontoken/(masked)"),
        ("a7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aab", "a(masked)b"),
        ("7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9a", "7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9a"),
        ("7d1e4f02-93b5-4c0f-8a6e", "7d1e4f02-93b5-4c0f-8a6e"), ("é–…", "é–…"), ("", ""),
    ])
    func fd23_whatLooksLikeATokenIsMasked(text: String, masked: String) {
        #expect(text.withTokensMasked == masked)
    }

    @Test func itIsOneLineOfAtMostFourKibibytes() async throws {
        try await Office.run { office in
            let caller = try await office.caller("ines", in: office.business())
            let door = office.door
            #expect(
                door.clientErrorReport("a\nb\r\u{1b}[2J\u{202e}c", from: caller)
                    == "a\\u{a}b\\u{d}\\u{1b}[2J\\u{202e}c")
            let long = try #require(
                door.clientErrorReport(String(repeating: "é", count: 100_000), from: caller))
            #expect(long == String(repeating: "é", count: 2_048))
            // Escapes count as they are shown.
            let escaped = try #require(
                door.clientErrorReport(String(repeating: "\u{1}", count: 4_096), from: caller))
            #expect(escaped.utf8.count <= 4_096 && escaped.hasPrefix("\\u{1}\\u{1}"))
            // A token that the cut would go through is masked before it.
            let cut = try #require(
                door.clientErrorReport(
                    String(repeating: "a ", count: 2_040) + "7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa",
                    from: caller))
            #expect(cut.hasSuffix("a (masked)"))
        }
    }

    @Test func fiveAMinuteAreHeardOfEachSession() async throws {
        try await Office.run { office in
            let (door, business) = (office.door, try await office.business())
            let caller = try await office.caller("ines", in: business)
            let other = try await office.caller("tom", in: business)
            for _ in 0..<5 { #expect(door.clientErrorReport("x", from: caller) == "x") }
            #expect(door.clientErrorReport("x", from: caller) == nil)
            #expect(door.clientErrorReport("x", from: other) == "x")
            office.clock.advance(by: .seconds(59))
            #expect(door.clientErrorReport("x", from: caller) == nil)
            office.clock.advance(by: .seconds(1))
            #expect(door.clientErrorReport("x", from: caller) == "x")
        }
    }
}
