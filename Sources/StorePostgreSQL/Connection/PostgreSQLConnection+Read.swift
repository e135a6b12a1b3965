import Store

extension PostgreSQLConnection {
    /// Runs `body` on one consistent state; again when a deadlock or a standby's catching up ended it.
    func read<Value>(
        _ opening: String, _ body: (any Transaction) throws -> Value
    ) -> (Result<Value, any Error>, after: AfterJob) {
        var tries = 0
        while true {
            tries += 1
            forgetFailure()
            let transaction = PostgreSQLTransaction(self)
            defer { transaction.end() }
            var hasBegun = false
            do {
                try command(opening)
                hasBegun = true
                let value = try body(transaction)
                try command("COMMIT")
                return (.success(value), .sound)
            } catch {
                if !hasBegun, tries == 1, isGoneBefore { return (.failure(error), .goneBefore) }
                let isBack = rollBack()
                guard isBack, lastFailure == .retry, tries < triesMax else {
                    return (.failure(error), isBack && lastFailure != .reconnect ? .sound : .gone)
                }
                pause(after: tries)
            }
        }
    }
}
