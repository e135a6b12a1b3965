import Store

extension PostgreSQLConnection {
    /// Runs the writes one after another and commits them together; tells every caller.
    ///
    /// A deadlock or a serialization failure is tried again here; the bodies read and write nothing but the store.
    func commit(_ batch: [QueuedWrite], _ scope: Scope) -> AfterJob {
        enum Step { case begins, works, commits }
        var tries = 0
        while true {
            tries += 1
            forgetFailure()
            let transaction = PostgreSQLTransaction(self)
            defer { transaction.end() }
            var step = Step.begins
            do {
                // A business without its head row is removed, here or by another process.
                guard try command(scope.beginWriting) == 1 else { throw StoreError.closed }
                step = .works
                let answers = try batch.map { try attempt($0, in: transaction) }
                step = .commits
                try commitPosted()
                for answer in answers { answer() }
                return .sound
            } catch {
                if step == .begins, tries == 1, isGoneBefore { return .goneBefore }
                let isBack = rollBack()
                if isBack, lastFailure == .retry, tries < triesMax {
                    pause(after: tries)
                    continue
                }
                // What is checked only at the end does not say whose it was.
                if isBack, step == .commits, batch.count > 1, lastState.hasPrefix("23") {
                    return commitOneByOne(batch, scope)
                }
                // A connection that was lost before COMMIT took nothing along; of one lost in it nobody knows.
                let isUnknown = step == .commits && !isBack
                let told = isUnknown ? StoreError.outcomeUnknown("PostgreSQL was lost in a commit") : error
                for write in batch { write.fail(told) }
                return isBack && lastFailure != .reconnect ? .sound : .gone
            }
        }
    }

    private func commitOneByOne(_ batch: [QueuedWrite], _ scope: Scope) -> AfterJob {
        var after = AfterJob.sound
        for write in batch {
            if after == .sound { after = commit([write], scope) } else { after = .goneBefore }
            guard after == .goneBefore else { continue }
            write.fail(StoreError.unavailable("PostgreSQL is gone"))
        }
        return after == .sound ? .sound : .gone
    }

    private func commitPosted() throws(StoreError) {
        isWarned = false
        try post(command: "COMMIT")
        try settle()
        // As of a commit that its replica did not confirm within a statement's time: it holds here, and may be lost
        // with this server.
        if isWarned { throw .outcomeUnknown("PostgreSQL committed with a warning") }
    }

    /// One write in a savepoint of its own, so that it can be refused alone.
    private func attempt(
        _ write: QueuedWrite, in transaction: PostgreSQLTransaction
    ) throws -> QueuedWrite.Answer {
        try post(command: "SAVEPOINT own")
        do {
            let answer = try write.run(transaction)
            if let failure = transaction.failure { throw failure.error }
            // What it posted is waited for while it can still be told whose it was.
            try transaction.settle()
            try post(command: "RELEASE own")
            return answer
        } catch {
            var told = error
            if transaction.failure == nil {
                // The body threw with statements under way. A refusal of those came before, and is its own too.
                do { try transaction.settle() } catch { told = error }
            }
            if let failure = transaction.failure, failure.aftermath != .rollBackToSavepoint {
                throw failure.error
            }
            try command("ROLLBACK TO own; RELEASE own")
            transaction.forgetFailure()
            return { [told] in write.fail(told) }
        }
    }
}
