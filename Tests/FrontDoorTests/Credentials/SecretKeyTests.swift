import Foundation
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct SecretKeyTests {
    @Test func fd14_aKeyIsTheBase64TextOf32Bytes() throws {
        let text = Data(repeating: 7, count: 32).base64EncodedString()
        #expect(try SecretKey(base64: " \(text)\n").bytes == [UInt8](repeating: 7, count: 32))
        let refused = FrontDoorError.unusableSecretKey(
            reason: "The secret key must be the base64 text of 32 bytes.")
        for bad in ["", "secret", Data(repeating: 7, count: 31).base64EncodedString(), "\(text)\(text)"] {
            #expect(throws: refused) { try SecretKey(base64: bad) }
        }
    }

    @Test func aKeyIsNeverPrinted() throws {
        let key = SecretKey(from: SeededRandomness(seed: 3))
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key) \(String(reflecting: key))" == "SecretKey SecretKey")
        #expect(!dumped.contains("\(key.bytes[0])"))
    }

    @Test func fd14_aKeyIsMadeOnceForItsOwnerAlone() throws {
        try inFolder { folder in
            let path = folder + "/secret.key"
            let made = try SecretKey.load(orMake: path)
            #expect(try permissions(path) == 0o600)
            #expect(try SecretKey.load(orMake: path).bytes == made.bytes)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["secret.key"])
            #expect(try SecretKey.load(folder + "/none") == nil)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o644])
    func fd14_aFileThatOthersCanReadIsRefused(mode: Int) throws {
        try inFolder { folder in
            let path = folder + "/secret.key"
            _ = try SecretKey.load(orMake: path)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            let error = #expect(throws: FrontDoorError.self) { try SecretKey.load(orMake: path) }
            #expect("\(try #require(error))".contains("can be read by others"))
        }
    }

    @Test func aFileWithoutAKeyIsRefusedAndKept() throws {
        try inFolder { folder in
            let path = folder + "/secret.key"
            try Data("not a key".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            let error = #expect(throws: FrontDoorError.self) { try SecretKey.load(orMake: path) }
            #expect("\(try #require(error))".contains("is not the base64 text of 32 bytes"))
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "not a key")
        }
    }

    @Test func anAdoptedKeyTakesTheOldOnesPlace() throws {
        try inFolder { folder in
            let path = folder + "/secret.key"
            let old = try SecretKey.load(orMake: path)
            let next = try SecretKey.load(orMake: path + ".next")
            #expect(next.bytes != old.bytes)
            try SecretKey.adopt(path + ".next", as: path)
            #expect(try SecretKey.load(path)?.bytes == next.bytes)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["secret.key"])
        }
    }

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "daybook-key-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }
}
