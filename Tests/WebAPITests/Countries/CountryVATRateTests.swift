import CEmbedded
import Foundation
import HTTPTypes
import Testing

@Suite struct CountryVATRateTests {
    /// The rates of one kind, as they stand in the bytes.
    private func rates(
        _ country: String, _ kind: String, _ query: String, _ server: SignedInServer
    ) async throws -> String {
        let answer = try await server.get("/v2/countries/vatrates\(query)")
        #expect(answer.status == .ok)
        let row = try #require(answer.text.components(separatedBy: #""CountryCode":"\#(country)""#).last)
        let member = try #require(row.components(separatedBy: #""\#(kind)":["#).dropFirst().first)
        return String(member.prefix { $0 != "]" })
    }

    @Test func theDocumentedExampleToTheByte() async throws {
        try await TestServer.run { server async throws in
            let ireland = #"""
                {"CountryName":"Ireland","CountryCode":"IE","VatRates":{"StandardRate":[23.0000],\#
                "ReducedRate":[9.0000,13.5000],"SuperReducedRate":[4.8000],"ParkingRate":[13.5000]}}
                """#
            let answer = try await server.get("/v2/countries/vatrates?date=20260309")
            #expect(answer.text.contains(ireland))
            let denmark = #"""
                {"CountryName":"Denmark","CountryCode":"DK","VatRates":{"StandardRate":[25.0000],"ReducedRate":[],\#
                "SuperReducedRate":[],"ParkingRate":[]}}
                """#
            #expect(answer.text.contains(denmark))
            let names = try answer.rows.compactMap { $0["CountryName"] as? String }
            #expect(names.count == 28 && names.first == "Austria" && names.last == "United Kingdom")
            #expect(names == names.sorted())
        }
    }

    @Test func theStandardRatesOfToday() async throws {
        try await TestServer.run { server async throws in
            let expected = """
                GB 20 AT 20 BE 21 BG 20 CY 19 CZ 21 DE 19 DK 25 EE 24 ES 21 FI 25.5 FR 20 GR 24 HR 25 HU 27 IE 23 \
                IT 22 LT 21 LU 17 LV 21 MT 18 NL 21 PL 23 PT 23 RO 21 SE 25 SI 22 SK 23
                """.split(separator: " ").map(String.init)
            let rows = try await server.get("/v2/countries/vatrates").rows
            let rates = Dictionary(
                uniqueKeysWithValues: rows.compactMap { row -> (String, [Double])? in
                    guard let code = row["CountryCode"] as? String,
                        let kinds = row["VatRates"] as? [String: [Double]]
                    else { return nil }
                    return (code, kinds["StandardRate"] ?? [])
                })
            #expect(rates.count * 2 == expected.count)
            for place in stride(from: 0, to: expected.count, by: 2) {
                #expect(rates[expected[place]] == [Double(expected[place + 1]) ?? -1], "\(expected[place])")
            }
        }
    }

    @Test(arguments: [
        ("GB", "20081130", "17.5000"), ("GB", "20081201", "15.0000"), ("GB", "20091231", "15.0000"),
        ("GB", "20100101", "17.5000"), ("GB", "20110103", "17.5000"), ("GB", "20110104", "20.0000"),
        ("DE", "20200630", "19.0000"), ("DE", "20200701", "16.0000"), ("DE", "20201231", "16.0000"),
        ("DE", "20210101", "19.0000"), ("EE", "20231231", "20.0000"), ("EE", "20240101", "22.0000"),
        ("EE", "20250630", "22.0000"), ("EE", "20250701", "24.0000"), ("FI", "20240831", "24.0000"),
        ("FI", "20240901", "25.5000"), ("RO", "20250731", "19.0000"), ("RO", "20250801", "21.0000"),
        ("SK", "20241231", "20.0000"), ("SK", "20250101", "23.0000"), ("LU", "20221231", "17.0000"),
        ("LU", "20230101", "16.0000"), ("LU", "20240101", "17.0000"), ("IE", "20200901", "21.0000"),
        ("IE", "20210228", "21.0000"), ("IE", "20210301", "23.0000"), ("GB", "19000101", ""),
    ])
    func theStandardRateAtItsEdges(country: String, day: String, rate: String) async throws {
        try await TestServer.run { server async throws in
            #expect(try await rates(country, "StandardRate", "?date=\(day)", server) == rate)
        }
    }

    @Test(arguments: [
        ("DE", "20201231", "5.0000"), ("GB", "20220331", "5.0000,12.5000"), ("GB", "20220401", "5.0000"),
        ("FR", "20260309", "5.5000,10.0000"),
    ])
    func reducedRatesHaveTheirDaysToo(country: String, day: String, rate: String) async throws {
        try await TestServer.run { server async throws in
            #expect(try await rates(country, "ReducedRate", "?date=\(day)", server) == rate)
        }
    }

    /// 2026-03-09 is the day by the server's clock.
    @Test func withoutADateOrWithNullItIsToday() async throws {
        try await TestServer.run { server async throws in
            let today = try await server.get("/v2/countries/vatrates?date=20260309").text
            #expect(try await server.get("/v2/countries/vatrates").text == today)
            #expect(try await server.get("/v2/countries/vatrates?date=null").text == today)
            #expect(try await server.get("/v2/countries/vatrates?date=").text == today)
            #expect(try await server.get("/v2/countries/vatrates?DATE=2026-03-09").text == today)
        }
    }

    @Test(arguments: ["2026", "20260230", "yesterday", "20261301", "0"])
    func aMalformedDateIsRefused(date: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.get("/v2/countries/vatrates?date=\(date)")
            #expect(answer.names(("date", "date must be a date, as 20260309.")))
        }
    }

    @Test func everyLineOfTheFileCanBeRead() {
        let file = daybook_vat_rates()
        let text = String(decoding: UnsafeBufferPointer(start: file.start, count: file.length), as: UTF8.self)
        var before = ""
        for line in text.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            #expect(columns.count == 4)
            #expect(["standard", "reduced", "super-reduced", "parking"].contains(columns[1]), "\(line)")
            #expect(columns[2].wholeMatch(of: /[12]\d{3}-[01]\d-[0-3]\d/) != nil, "\(line)")
            let rates = columns[3].split(separator: " ").map { Double($0) ?? -1 }
            #expect(rates == rates.sorted() && rates.allSatisfy { $0 > 0 && $0 < 30 }, "\(line)")
            let place = columns[0] + columns[1]
            #expect(!before.hasPrefix(place) || before < place + columns[2], "\(line)")
            before = place + columns[2]
        }
    }
}
