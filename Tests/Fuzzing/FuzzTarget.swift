/// A reader of what strangers send, with what must hold of it whatever the bytes are.
///
/// The fuzzer (`scripts/fuzz`) looks for bytes that break a promise; those it found on its way, and those that once did,
/// lie in `fuzz/corpus` and are tried again with the tests.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case json
    case xml
    case authorization
    case query
    case dates
    case decimals

    /// - Throws: `BrokenPromise` when the reader took, gave or refused something that it must not.
    public func check(_ bytes: [UInt8]) throws {
        switch self {
        case .json: try JSONPromises.check(bytes)
        case .xml: try XMLPromises.check(bytes)
        case .authorization: try AuthorizationPromises.check(bytes)
        case .query: try QueryPromises.check(bytes)
        case .dates: try DatePromises.check(bytes)
        case .decimals: try DecimalPromises.check(bytes)
        }
    }
}

/// What did not hold, in words.
public struct BrokenPromise: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// - Throws: `BrokenPromise` unless `holds`.
func promise(_ holds: Bool, _ words: @autoclosure () -> String) throws(BrokenPromise) {
    guard holds else { throw BrokenPromise(words()) }
}
