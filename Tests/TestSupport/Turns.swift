/// How many may do a thing at once; the others wait in their order.
public actor Turns {
    private var left: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ places: Int) {
        left = places
    }

    /// Tests that have files of their own: all begin together, and a thousand open books would be more files than a
    /// process may have. More of them than there are tests with a second place within the first.
    public static let withFiles = Turns(64)

    public nonisolated func during<Value>(_ body: () async throws -> Value) async throws -> Value {
        await take()
        do {
            let value = try await body()
            await giveBack()
            return value
        } catch {
            await giveBack()
            throw error
        }
    }

    func take() async {
        guard left == 0 else {
            left -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func giveBack() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        left += 1
    }
}
