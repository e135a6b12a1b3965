import Store
import Surroundings

extension FrontDoor {
    /// Does what only a user themselves may do: once the present password was given again (FD-21).
    ///
    /// A wrong one counts like a failed sign-in, and takes a place before it is hashed: a stolen session must not be a
    /// way to guess without end (FD-18). It costs one hash; `prepare` runs only after a right one.
    /// - Parameters:
    ///   - prepare: what must not run inside a transaction, as the hash of another password.
    ///   - work: part of the transaction that judges the password.
    /// - Throws: `.invalidField` that names the password's own field; `.accountLocked`, `.tooManyFailures`, `.busy`,
    ///   `.invalidToken` for an identity that is gone; `.conflict` when the password was changed meanwhile, which
    ///   counts as no failure; `StoreError`; and what `prepare` and `work` throw.
    func withPresentPassword<Prepared: Sendable, Value: Sendable>(
        _ sent: SentSecret, of identity: Int64, from origin: Origin,
        prepare: @escaping @Sendable () async throws -> Prepared,
        _ work: @escaping @Sendable (Prepared, any Transaction) throws -> Value
    ) async throws -> Value {
        try requireOpen(to: origin)
        guard let name = try await store.read({ try $0.signInKey(of: identity) }) else {
            throw FrontDoorError.invalidToken
        }
        let attempt = PasswordTry(name: name, password: sent.text, origin: origin)
        // Whatever comes of it: what is on the disk decides at the next call.
        defer { forgetSessions(ofIdentity: identity) }
        // A task of its own: who hangs up must not take a try back before it is counted.
        let judged = try await Task { [self] in try await judge(attempt, prepare: prepare, work) }.value
        switch judged {
        case .accepted(let value): return value
        case .barred(let bar): throw refusal(bar)
        case .refused: throw FrontDoorError.invalidField(sent.field, reason: "is wrong")
        case .changedMeanwhile:
            throw FrontDoorError.conflict(reason: "The password was changed meanwhile. Nothing was done.")
        }
    }

    private func judge<Prepared: Sendable, Value: Sendable>(
        _ attempt: PasswordTry, prepare: @Sendable () async throws -> Prepared,
        _ work: @escaping @Sendable (Prepared, any Transaction) throws -> Value
    ) async throws -> Judged<Value> {
        let reservation = try await reserve(attempt.name, from: attempt.origin)
        let judged: Judged<Value>
        do {
            let hashed = try await hash(attempt)
            let prepared = hashed.opens ? try await prepare() : nil
            judged = try await store.write { [self] transaction in
                try transaction.free(reservation)
                if let bar = try bar(hashed, of: attempt, in: transaction) { return .barred(bar) }
                let candidate = try transaction.candidate(attempt.name)
                guard let candidate, hashed.candidate?.holds(in: candidate) == true else {
                    return .changedMeanwhile
                }
                guard let prepared else {
                    _ = try countWrongPassword(
                        of: attempt.name, candidate, from: attempt.origin, in: transaction)
                    return .refused
                }
                return .accepted(try work(prepared, transaction))
            }
        } catch {
            await release(reservation)
            throw error
        }
        line.leave(attempt.name)
        return judged
    }

    /// What bars a try by now, recorded.
    private func bar(
        _ hashed: HashedPassword, of attempt: PasswordTry, in transaction: any Transaction
    ) throws -> SignInBar? {
        if hashed.closesAddress { try record(.addressThrottled, from: attempt.origin, in: transaction) }
        return try standingBar(of: attempt.name, forPassword: true, from: attempt.origin, in: transaction)
    }
}

private enum Judged<Value: Sendable>: Sendable {
    case accepted(Value)
    case barred(SignInBar)
    case refused
    case changedMeanwhile
}

extension Transaction {
    fileprivate func signInKey(of identity: Int64) throws -> String? {
        try first(keyByID, identity) { $0.text(0) }
    }
}

private let keyByID: SQL = "SELECT sign_in_key FROM identity WHERE id = ?1"
