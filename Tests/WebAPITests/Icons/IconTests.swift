import Foundation
import FrontDoor
import HTTPTypes
import Testing

@Suite struct IconTests {
    @Test func theTwelveCategoryIconsAreListed() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/categoryicons")
            #expect(answer.status == .ok)
            let words = [
                "Red Flag", "Purple Flag", "Green Flag", "Yellow Flag", "Blue Flag", "Red Marker",
                "Purple Marker", "Green Marker", "Yellow Marker", "Blue Marker", "Grey Tick", "Grey Cross",
            ]
            let rows = zip(1..., words).map { id, words in
                let file = words.filter { $0 != " " }.lowercased()
                return
                    #"{"Id":\#(id),"Name":"\#(words) \#(id)","Path":"/v2/categoryicons/\#(file)\#(id).svg"}"#
            }
            #expect(answer.text == "[\(rows.joined(separator: ","))]")
            #expect(try await server.get("/v2/CategoryIcons?page=2").text == "[]")
        }
    }

    @Test func noneAndEightBankIconsAreListed() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/bankicons")
            #expect(answer.status == .ok)
            let words = ["Bank", "Cash", "Card", "Savings", "Safe", "Wallet", "Coins", "Globe"]
            let rows = zip(1..., words).map { id, word in
                #"{"Id":\#(id),"Name":"\#(word)","Url":"/v2/bankicons/\#(word.lowercased()).svg"}"#
            }
            #expect(
                answer.text == #"[{"Id":0,"Name":"None","Url":null},\#(rows.joined(separator: ","))]"#)
            #expect(try await server.get("/v2/bankicons?page=2").text == "[]")
        }
    }

    @Test(arguments: [("categoryicons", "Path", 12), ("bankicons", "Url", 8)])
    func everyPictureThatIsToldIsThereAndIsAnother(list: String, member: String, count: Int) async throws {
        try await TestServer.run { server in
            let text = try await server.get("/v2/\(list)").text
            let rows = try #require(
                JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
            var pictures: Set<String> = []
            for path in rows.compactMap({ $0[member] as? String }) {
                let picture = try await server.get(path)
                #expect(picture.status == .ok)
                #expect(picture.headers[.contentType] == "image/svg+xml")
                #expect(picture.text.hasPrefix(#"<svg xmlns="http://www.w3.org/2000/svg" width="16""#))
                #expect(picture.text.hasSuffix("</svg>\n"))
                pictures.insert(picture.text)
            }
            #expect(pictures.count == count)
        }
    }

    @Test func aFlagHasItsColour() async throws {
        try await TestServer.run { server async throws in
            for (file, colour) in [
                ("redflag1", "#c62828"), ("blueflag5", "#1565c0"), ("greycross12", "#616161"),
            ] {
                let text = try await server.get("/v2/categoryicons/\(file).svg").text
                #expect(text.contains(#"fill="\#(colour)""#) && !text.contains("#000000"))
            }
        }
    }

    @Test(arguments: [
        "categoryicons/redflag2.svg", "categoryicons/redflag1", "categoryicons/flag.svg",
        "categoryicons/bank.svg", "categoryicons/..%2Fbank.svg", "bankicons/none.svg", "bankicons/flag.svg",
    ])
    func aPictureThatIsNotToldIs404(path: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/\(path)").refuses(.notFound, "NotFound", "There is no such icon."))
        }
    }

    @Test(arguments: ["categoryicons", "categoryicons/redflag1.svg", "bankicons", "bankicons/bank.svg"])
    func anyTokenSeesThemAndAStrangerNone(path: String) async throws {
        try await TestServer.run { server in
            let any = try await server.user(with: .viewProject)
            #expect(try await any.get("/v2/\(path)").status == .ok)
            #expect(try await server.with(nil).get("/v2/\(path)").isRefusal(.invalidToken))
        }
    }

    @Test func aPictureIgnoresAcceptAndAListDoesNot() async throws {
        try await TestServer.run { server async throws in
            let images: HTTPFields = [.accept: "image/*"]
            #expect(try await server.get("/v2/bankicons/bank.svg", headers: images).status == .ok)
            #expect(try await server.get("/v2/bankicons", headers: images).status == .notAcceptable)
        }
    }
}
