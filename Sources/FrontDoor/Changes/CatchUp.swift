import Store
import Surroundings

extension FrontDoor {
    /// Reads what other processes changed since the last time, and forgets what it ended or changed here (FD-9).
    ///
    /// Called every `changesEvery` by a process that serves. When no reading began within the last second, nothing
    /// in memory is believed: each call reads its stored row. So a change holds everywhere a second after its commit,
    /// however late a reading is. Where one process owns the tables, there is nothing to read.
    /// - Throws: `StoreError`; the next call reads on from where the last one came to.
    public func catchUp() async throws {
        guard settings.isShared else { return }
        let began = clock.uptime()
        let place = changes.lastPlace
        let news = try await store.read { try $0.changes(since: place) }
        changes.read(from: place, to: news.last, at: began) {
            forget(news)
            for (address, count) in news.failures(notBy: process) {
                throttle.note(failures: count, from: address, toldAt: began)
            }
        }
        try await tellFailures()
    }

    /// How often to call it; nil where one process owns the tables.
    public var catchUpEvery: Duration? { settings.isShared ? settings.changesEvery : nil }

    /// Begins where the tables are now: what is not in memory yet can't be stale.
    func startCatchingUp() async throws {
        guard settings.isShared else { return }
        let began = clock.uptime()
        let last = try await store.read { try $0.lastChange() }
        changes.read(from: 0, to: last, at: began) {}
    }

    private func forget(_ news: ChangeNews) {
        guard !news.isIncomplete else {
            sessions.evict { _ in true }
            return
        }
        guard !news.sessions.isEmpty || !news.identities.isEmpty || !news.businesses.isEmpty else { return }
        sessions.evict { entry in
            news.identities.contains(entry.facts.identity) || news.businesses.contains(entry.facts.business)
                || news.sessions.contains(entry.facts.hash)
        }
    }

    /// Has the other processes count the failures that this one saw (FD-20). What may not have been told is told again:
    /// counted twice, they shut an address early; forgotten, they would give it as many tries more.
    private func tellFailures() async throws {
        let untold = throttle.takeUntold()
        guard !untold.isEmpty else { return }
        do {
            try await store.write { [self] transaction in
                for (address, count) in untold {
                    try tell(.failures(address: address, count: count), in: transaction)
                }
            }
        } catch {
            throttle.giveBack(untold)
            throw error
        }
    }
}

/// The changes since some place, put together.
private struct ChangeNews: Sendable {
    let last: Int64
    /// Some may be missing: they were dropped already, are too many, not understood, or of another past, since the
    /// tables were set back to an earlier state (a replica that lagged and took over).
    var isIncomplete = false
    var sessions: Set<TokenHash> = []
    var identities: Set<Int64> = []
    var businesses: Set<Int64> = []
    private var failures: [(process: String, address: String, count: Int)] = []

    init(last: Int64, isIncomplete: Bool) {
        self.last = last
        self.isIncomplete = isIncomplete
    }

    mutating func add(_ change: DoorChange, by process: String) {
        switch change {
        case .session(let hash): sessions.insert(hash)
        case .identity(let id): identities.insert(id)
        case .business(let id): businesses.insert(id)
        case .unknown: isIncomplete = true
        case .failures(let address, let count): failures.append((process, address, count))
        }
    }

    /// Its own ones a process has counted when they happened. All else is forgotten again, its own changes too: it
    /// may have lost the answer to their commit.
    func failures(notBy process: String) -> [(address: String, count: Int)] {
        failures.filter { $0.process != process }.map { ($0.address, $0.count) }
    }
}

extension Transaction {
    /// Rows are numbered in the order of their commits, without one that turns up later below another: writes of the
    /// control tables run one after another, whatever process they are of (`Store.write`).
    fileprivate func changes(since place: Int64) throws -> ChangeNews {
        let rows = try all(nextChanges, place, changesMax + 1) { row in
            (
                seq: row.integer(0), process: row.text(1),
                change: DoorChange(
                    kind: row.text(2), subject: row.text(3), count: Int(row.integer(4)))
            )
        }
        let (cleared, last) = (try clearedThrough(), try lastChange())
        guard cleared <= place, place <= last, rows.count <= changesMax else {
            return ChangeNews(last: last, isIncomplete: true)
        }
        var news = ChangeNews(last: rows.last?.seq ?? place, isIncomplete: false)
        for row in rows { news.add(row.change, by: row.process) }
        return news
    }

    fileprivate func lastChange() throws -> Int64 {
        let last = try first(newestChange) { $0.optionalInteger(0) } ?? nil
        return max(last ?? 0, try clearedThrough())
    }

    private func clearedThrough() throws -> Int64 {
        guard let text = try setting(changesClearedThrough) else { return 0 }
        guard let seq = Int64(text) else { throw StoreError.damaged("the mark of changes is no number") }
        return seq
    }
}

/// More at once than this, and it is quicker to read everything again.
private let changesMax = 1_000

private let nextChanges: SQL = """
    SELECT seq, process, kind, subject, count FROM change WHERE seq > ?1 ORDER BY seq LIMIT ?2
    """
private let newestChange: SQL = "SELECT MAX(seq) FROM change"
