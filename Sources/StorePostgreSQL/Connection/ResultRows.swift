import CPostgreSQL
import Store

/// The rows of one answer, and the one that is being looked at.
///
/// Values come as text: binary was measured and is no quicker by a tenth. Ends with `clear`.
final class ResultRows: Row {
    private let result: OpaquePointer
    let count: Int32
    var current: Int32 = 0

    init(_ result: OpaquePointer) {
        self.result = result
        count = PQntuples(result)
    }

    func isNull(_ column: Int) -> Bool {
        PQgetisnull(result, current, Int32(column)) == 1
    }

    /// A boolean is 1 or 0, as SQLite has it.
    func integer(_ column: Int) -> Int64 {
        let bytes = bytes(column)
        guard let first = bytes.first else { return 0 }
        let isNegative = first == UInt8(ascii: "-")
        var value: Int64 = 0
        for byte in isNegative ? bytes.dropFirst() : bytes[...] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                return first == UInt8(ascii: "t") && bytes.count == 1 ? 1 : value
            }
            let digit = Int64(byte - UInt8(ascii: "0"))
            value = value &* 10 &+ (isNegative ? -digit : digit)
        }
        return value
    }

    func text(_ column: Int) -> String {
        String(decoding: bytes(column), as: UTF8.self)
    }

    /// `\x` and two digits for each byte.
    func blob(_ column: Int) -> [UInt8] {
        let digits = bytes(column).dropFirst(2).map { byte -> UInt8 in
            byte < UInt8(ascii: "a") ? byte &- UInt8(ascii: "0") : byte &- UInt8(ascii: "a") &+ 10
        }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private func bytes(_ column: Int) -> UnsafeRawBufferPointer {
        let length = Int(PQgetlength(result, current, Int32(column)))
        return UnsafeRawBufferPointer(start: PQgetvalue(result, current, Int32(column)), count: length)
    }

    func clear() {
        PQclear(result)
    }
}
