import Synchronization

/// How many connections there are, in all and of each address (FD-25).
public final class ConnectionCount: Sendable {
    private let most: Int
    private let mostOfAddress: Int
    private let open = Mutex<(all: Int, byAddress: [String: Int])>((0, [:]))

    public init(most: Int, mostOfAddress: Int) {
        self.most = most
        self.mostOfAddress = mostOfAddress
    }

    /// How many are open now.
    public var count: Int { open.withLock { $0.all } }

    /// Takes a place; false when there is none.
    func enter(_ address: String) -> Bool {
        open.withLock { open in
            guard open.all < most, open.byAddress[address, default: 0] < mostOfAddress else { return false }
            open.all += 1
            open.byAddress[address, default: 0] += 1
            return true
        }
    }

    func leave(_ address: String) {
        open.withLock { open in
            open.all -= 1
            let left = (open.byAddress[address] ?? 1) - 1
            open.byAddress[address] = left > 0 ? left : nil
        }
    }
}
