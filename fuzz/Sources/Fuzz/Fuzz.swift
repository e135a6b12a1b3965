import Fuzzing
import Glibc

/// The target of this process, from `--target=json`. Written once, before the first input comes.
nonisolated(unsafe) private var target: FuzzTarget?

/// Called by libFuzzer before all else, with the arguments of the program.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
    let flag = "--target="
    let words = (0..<Int(count.pointee)).compactMap { arguments.pointee[$0].map { String(cString: $0) } }
    target = words.last { $0.hasPrefix(flag) }.flatMap {
        FuzzTarget(rawValue: String($0.dropFirst(flag.count)))
    }
    if target == nil {
        stop("say which with --target=: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return 0
}

/// Called by libFuzzer with one input. A promise that breaks ends the process, which is how libFuzzer hears of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do {
        try target?.check(bytes)
    } catch {
        stop("\(error)")
    }
    return 0
}

private func stop(_ why: String) -> Never {
    let line = Array("fuzz: \(why)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    abort()
}
