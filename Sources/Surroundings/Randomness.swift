import Synchronization

/// Where unguessable bytes come from. Injected, so that tests know what was drawn.
public protocol Randomness: Sendable {
    func bytes(_ count: Int) -> [UInt8]
}

extension Randomness {
    /// A number from 0 up to but not including `bound`, each as likely as the other.
    public func number(below bound: Int) -> Int {
        precondition(bound > 0 && bound <= 1 << 24)
        let limit = (1 << 32) / bound * bound
        while true {
            let drawn = bytes(4).reduce(0) { $0 << 8 | Int($1) }
            if drawn < limit { return drawn % bound }
        }
    }
}

/// The operating system's generator.
public struct SystemRandomness: Randomness {
    public init() {}

    public func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

/// The same bytes for the same seed (SplitMix64): for tests and sample data, never for secrets.
public final class SeededRandomness: Randomness {
    private let state: Mutex<UInt64>

    public init(seed: UInt64) {
        state = Mutex(seed)
    }

    public func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state &+= 0x9e37_79b9_7f4a_7c15
                var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
                return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
            }
        }
    }
}
