import Store
import Surroundings

/// A place among the few tries that one name has before its lock, held while its password is hashed (FD-18).
struct SignInReservation: Sendable {
    let id: Int64
    let name: String
}

private enum Reserved: Sendable {
    case place(Int64)
    case barred(SignInBar)
    /// All places are taken.
    case full(HeldPlaces)
}

/// For how long those who hold all places of a name may hold them still.
private struct HeldPlaces: Sendable {
    /// Until the first is free, at the latest.
    let first: Duration
    let last: Duration

    /// Whether somebody who lives holds one: nobody who does hashes for so long.
    var areLive: Bool { last > reservationLifetime - livingHoldMax }
}

extension FrontDoor {
    /// Takes a place for a try of `name`, or waits in line until one is left. Each place is given back by
    /// `release`, or in the transaction that judges the try and `line.leave` after it.
    /// - Throws: `.accountLocked` with its row in the security log, `.busy` when too many wait or places are
    ///   held by what has crashed, `StoreError`.
    func reserve(_ name: String, from origin: Origin) async throws -> SignInReservation {
        try await line.enter(name)
        do {
            while true {
                let mark = line.mark(name)
                switch try await store.write({ [self] in try reserve(name, from: origin, in: $0) }) {
                case .place(let id):
                    line.tookPlace(name)
                    return SignInReservation(id: id, name: name)
                case .barred(let bar):
                    throw refusal(bar)
                case .full(let held):
                    if await line.wait(name, since: mark) { continue }
                    guard settings.isShared, held.areLive, try await waitForOthers(name) else {
                        throw FrontDoorError.busy(retryAfter: max(held.first, .seconds(1)))
                    }
                }
            }
        } catch {
            line.leave(name)
            throw error
        }
    }

    /// Waits while other processes hold all places, looking again without a lock that would hold up their writes.
    /// - Returns: false when that takes too long, or what holds them has crashed.
    private func waitForOthers(_ name: String) async throws -> Bool {
        for _ in 0..<looksMax {
            await line.pause()
            let held = try await store.read { [self] in try heldPlaces(of: name, in: $0) }
            guard let held else { return true }
            guard held.areLive else { return false }
        }
        return false
    }

    /// Gives a place back without counting anything: no password was compared.
    func release(_ reservation: SignInReservation) async {
        defer { line.leave(reservation.name) }
        do {
            try await store.write { try $0.free(reservation) }
        } catch {
            // It frees itself when its time is over.
            logger.warning("A sign-in's place could not be given back.", metadata: ["error": "\(error)"])
        }
    }

    /// What a bar is called on the wire.
    func refusal(_ bar: SignInBar) -> FrontDoorError {
        switch bar {
        case .locked: .accountLocked(retryAfter: nil)
        case .paused(let pause): .accountLocked(retryAfter: pause)
        }
    }

    private func reserve(_ name: String, from origin: Origin, in transaction: any Transaction) throws
        -> Reserved
    {
        let now = doorClock.now()
        let count = try transaction.signInCount(name, settings, at: now)
        if let bar = try standingBar(count, of: name, forPassword: true, from: origin, in: transaction) {
            return .barred(bar)
        }
        try transaction.run(dropExpired, name, now.text)
        if let held = try heldPlaces(of: name, count, at: now, in: transaction) { return .full(held) }
        let expiry = now.advanced(by: reservationLifetime)
        return .place(try transaction.insert(insertReservation, name, expiry.text))
    }

    /// Nil when it is worth asking for a place: one is free, or the name is barred by now.
    private func heldPlaces(of name: String, in transaction: any Transaction) throws -> HeldPlaces? {
        let now = doorClock.now()
        let count = try transaction.signInCount(name, settings, at: now)
        guard count.bar(settings, forPassword: true, at: now) == nil else { return nil }
        return try heldPlaces(of: name, count, at: now, in: transaction)
    }

    private func heldPlaces(
        of name: String, _ count: SignInCount, at now: Instant, in transaction: any Transaction
    ) throws -> HeldPlaces? {
        let held = try transaction.all(reservations, name, now.text) { try $0.instant(0) }
        guard held.count >= count.places(settings), let first = held.min(), let last = held.max() else {
            return nil
        }
        return HeldPlaces(first: first.since(now), last: last.since(now))
    }

    /// What bars a name by now, with the row for who comes all the same; nil when nothing does.
    /// - Parameter forPassword: as of `SignInCount.bar`.
    func standingBar(
        of name: String, forPassword: Bool, from origin: Origin, in transaction: any Transaction
    ) throws -> SignInBar? {
        let count = try transaction.signInCount(name, settings, at: doorClock.now())
        return try standingBar(count, of: name, forPassword: forPassword, from: origin, in: transaction)
    }

    private func standingBar(
        _ count: SignInCount, of name: String, forPassword: Bool, from origin: Origin,
        in transaction: any Transaction
    ) throws -> SignInBar? {
        guard let bar = count.bar(settings, forPassword: forPassword, at: doorClock.now()) else { return nil }
        try recordRefusal(of: name, while: bar, from: origin, in: transaction)
        return bar
    }

    /// A row for those who come to a locked door; the same one from the same address once a minute.
    private func recordRefusal(
        of name: String, while bar: SignInBar, from origin: Origin, in transaction: any Transaction
    ) throws {
        let refusal = "\(SecurityEvent.refusedWhileLocked) \(name) \(origin.address ?? "")"
        guard refusals.isDue(refusal, at: clock.uptime()) else { return }
        let user = try transaction.user(bySignInKey: name)
        let detail =
            switch bar {
            case .locked: "locked"
            case .paused: "paused"
            }
        try record(
            .refusedWhileLocked, identity: user?.identity, username: user?.username,
            detail: user == nil ? "\(detail), \(unknownName(name))" : detail, from: origin, in: transaction)
    }

    /// How the security log names a name that nobody has: by a piece of its key, which the same name always
    /// gives.
    func unknownName(_ name: String) -> String {
        "unknown name \(name.prefix(8))"
    }
}

extension Transaction {
    func free(_ reservation: SignInReservation) throws {
        try run(deleteReservation, reservation.id)
    }

    /// The identity whose failures are counted under that key.
    func user(bySignInKey name: String) throws -> (identity: Int64, username: String)? {
        try first(userByKey, name) { ($0.integer(0), $0.text(1)) }
    }
}

/// Far more than a hash takes with all its waiting; a crash frees what it held after that.
private let reservationLifetime: Duration = .seconds(60)

/// How long a place of a process that lives is held at most, all told.
private let livingHoldMax: Duration = .seconds(10)

/// How often who waits for other processes looks again, at the line's pace: for ten seconds.
private let looksMax = 200

private let dropExpired: SQL = "DELETE FROM sign_in_reservation WHERE name_key = ?1 AND expires_at < ?2"
private let reservations: SQL =
    "SELECT expires_at FROM sign_in_reservation WHERE name_key = ?1 AND expires_at >= ?2"
private let insertReservation: SQL =
    "INSERT INTO sign_in_reservation (name_key, expires_at) VALUES (?1, ?2) RETURNING id"
private let deleteReservation: SQL = "DELETE FROM sign_in_reservation WHERE id = ?1"
private let userByKey: SQL = "SELECT id, username FROM identity WHERE sign_in_key = ?1"
