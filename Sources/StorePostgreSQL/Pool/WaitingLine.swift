import Dispatch

/// What waits for its turn.
protocol Waiting: Sendable {
    var waitsSince: ContinuousClock.Instant { get }
}

/// Those that wait: first come first served, not more than there is room for, and none for longer than `waitMax`, even
/// when no turn comes at all.
///
/// It is a part of what its user guards with a lock. Who is told to `watch` calls `dropLate` at that instant.
struct WaitingLine<Element: Waiting>: Sendable {
    private var elements: ArraySlice<Element> = []
    private var isWatched = false
    private let waitingMax: Int
    private let waitMax: Duration

    init(waitingMax: Int, waitMax: Duration) {
        self.waitingMax = waitingMax
        self.waitMax = waitMax
    }

    var isEmpty: Bool { elements.isEmpty }

    enum Added {
        case waits
        /// It waits, and someone must look after those that wait at this instant.
        case watch(at: ContinuousClock.Instant)
        case full
    }

    mutating func append(_ element: Element) -> Added {
        guard elements.count < waitingMax else { return .full }
        elements.append(element)
        guard !isWatched else { return .waits }
        isWatched = true
        return .watch(at: element.waitsSince + waitMax)
    }

    /// Takes the first `count`, or all where fewer wait.
    mutating func take(_ count: Int) -> [Element] {
        let taken = Array(elements.prefix(count))
        elements.removeFirst(taken.count)
        return taken
    }

    /// Puts those first again that were taken and could not be served.
    mutating func giveBack(_ taken: [Element]) -> Added {
        elements = taken + elements
        guard !isWatched, let first = elements.first else { return .waits }
        isWatched = true
        return .watch(at: first.waitsSince + waitMax)
    }

    /// Takes those that waited too long.
    /// - Returns: them, and when to look again; nil when nobody waits any more.
    mutating func dropLate() -> (late: [Element], next: ContinuousClock.Instant?) {
        let late = elements.prefix { $0.waitsSince.duration(to: .now) >= waitMax }
        elements.removeFirst(late.count)
        isWatched = !elements.isEmpty
        return (Array(late), elements.first.map { $0.waitsSince + waitMax })
    }
}

/// Runs `look` at `instant`, on a thread of its own.
func call(at instant: ContinuousClock.Instant, _ look: @escaping @Sendable () -> Void) {
    let left = max(0, ContinuousClock.now.duration(to: instant).milliseconds + 1)
    deadlines.asyncAfter(deadline: .now() + .milliseconds(Int(left)), execute: look)
}

private let deadlines = DispatchQueue(label: "daybook.postgresql.deadlines")
