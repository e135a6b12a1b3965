import Store
import Surroundings

extension FrontDoor {
    /// Asks the throttle alone, before a body is read (FD-4, FD-20).
    /// - Throws: `.tooManyFailures`.
    public func requireOpen(to origin: Origin) throws(FrontDoorError) {
        try throttle.requireOpen(origin.address, at: clock.uptime())
    }

    /// `POST /sessiontoken`: step 1 of signing in.
    ///
    /// Throttle, lock, hash gate, hash, in this order (FD-4). Whoever isn't locked or throttled costs exactly
    /// one hash and is refused with the same words: an unknown name, a wrong, empty or over-long password, a
    /// disabled identity, one without a live membership (FD-17).
    /// - Throws: `.invalidCredentials`, `.accountLocked`, `.tooManyFailures`, `.busy`, `StoreError`.
    public func signIn(username: String, password: String, from origin: Origin) async throws
        -> PasswordAccepted
    {
        try requireOpen(to: origin)
        let name = secrets.nameKey(forUsername: FoldedName.key(username))
        // A task of its own: who hangs up must not take a try back before it is counted.
        return try await Task { [self] in
            try await tryPassword(PasswordTry(name: name, password: password, origin: origin))
        }.value
    }

    private func tryPassword(_ sent: PasswordTry) async throws -> PasswordAccepted {
        let reservation = try await reserve(sent.name, from: sent.origin)
        let hashed: HashedPassword
        do {
            hashed = try await hash(sent)
        } catch {
            await release(reservation)
            throw error
        }
        let judged: PasswordJudgement
        do {
            judged = try await store.write { [self] in try judge(hashed, of: sent, reservation, in: $0) }
        } catch {
            // Whether it locked is only known once it is read again.
            if let candidate = hashed.candidate { forgetSessions(ofIdentity: candidate.identity) }
            await release(reservation)
            throw error
        }
        line.leave(sent.name)
        switch judged {
        case .accepted(let accepted): return accepted
        case .barred(let bar): throw refusal(bar)
        case .refused(let locked):
            if let locked { forgetSessions(ofIdentity: locked) }
            throw FrontDoorError.invalidCredentials
        }
    }

    /// The one hash of a try. The throttle is asked again by the thread that hashes and told of a failure
    /// there, so that tries side by side can't outrun it.
    func hash(_ sent: PasswordTry) async throws -> HashedPassword {
        let candidate = try await store.read { try $0.candidate(sent.name) }
        let cost = settings.passwordCost
        let isHashable = sent.password.composed.unicodeScalars.count <= PasswordRules.charactersMax
        let password =
            isHashable
            ? sent.password : String(sent.password.unicodeScalars.prefix(PasswordRules.charactersMax))
        return try await hashGate.run { [self] in
            try requireOpen(to: sent.origin)
            let stored = candidate?.passwordHash ?? PasswordHash.decoy(cost: cost)
            let matches = try PasswordHash.verify(password, stored)
            let opens = matches && isHashable && candidate?.passwordHash != nil && candidate?.opens == true
            guard opens else {
                let closes = throttle.note(failureFrom: sent.origin.address, at: clock.uptime())
                return HashedPassword(candidate: candidate, opens: false, closesAddress: closes)
            }
            let rehashed =
                PasswordHash.needsRehash(stored, cost: cost)
                ? try PasswordHash.make(password, cost: cost) : nil
            return HashedPassword(candidate: candidate, opens: true, rehashed: rehashed)
        }
    }

    private func judge(
        _ hashed: HashedPassword, of sent: PasswordTry, _ reservation: SignInReservation,
        in transaction: any Transaction
    ) throws -> PasswordJudgement {
        try transaction.free(reservation)
        if hashed.closesAddress { try record(.addressThrottled, from: sent.origin, in: transaction) }
        if let bar = try standingBar(of: sent.name, forPassword: true, from: sent.origin, in: transaction) {
            return .barred(bar)
        }
        // Read again: what changed while it was hashed holds.
        let candidate = try transaction.candidate(sent.name)
        if hashed.opens, let candidate, hashed.candidate?.holds(in: candidate) == true,
            let accepted = try accept(candidate, hashed, from: sent.origin, in: transaction)
        {
            return .accepted(accepted)
        }
        let bar = try countWrongPassword(of: sent.name, candidate, from: sent.origin, in: transaction)
        if case .locked? = bar { return .refused(locked: candidate?.identity) }
        return .refused(locked: nil)
    }

    /// Counts a wrong password of a name that nothing bars yet, with its rows of the security log.
    /// - Returns: what it brought about.
    func countWrongPassword(
        of name: String, _ candidate: PasswordCandidate?, from origin: Origin, in transaction: any Transaction
    ) throws -> SignInBar? {
        let now = doorClock.now()
        var count = try transaction.signInCount(name, settings, at: now)
        let bar = count.countWrongPassword(settings, at: now)
        try transaction.save(count, of: name, at: now)
        try record(
            .passwordRefused, identity: candidate?.identity, username: candidate?.username,
            detail: candidate == nil ? unknownName(name) : nil, from: origin, in: transaction)
        if let bar { try recordBar(bar, of: name, from: origin, in: transaction) }
        return bar
    }

    /// The row of a lock or pause that a failure brought about, and the word of a lock to the other processes.
    func recordBar(_ bar: SignInBar, of name: String, from origin: Origin, in transaction: any Transaction)
        throws
    {
        let user = try transaction.user(bySignInKey: name)
        let unknown = user == nil ? unknownName(name) : nil
        switch bar {
        case .locked:
            if let user { try tell(.identity(user.identity), in: transaction) }
            try record(
                .locked, identity: user?.identity, username: user?.username, detail: unknown, from: origin,
                in: transaction)
        case .paused(let pause):
            let length = "\(pause.milliseconds / 60_000) minutes"
            try record(
                .paused, identity: user?.identity, username: user?.username,
                detail: unknown.map { "\(length), \($0)" } ?? length, from: origin, in: transaction)
        }
    }
}

/// A password that came in, with step 1 or to prove its owner again; the name already as its key.
struct PasswordTry: Sendable {
    let name: String
    let password: String
    let origin: Origin
}

private enum PasswordJudgement: Sendable {
    case accepted(PasswordAccepted)
    case barred(SignInBar)
    /// With the identity that this failure locked.
    case refused(locked: Int64?)
}
