import Books
import FrontDoor
import Synchronization

/// What every route works with; one for each running server.
public final class Services: Sendable {
    public let frontDoor: FrontDoor
    public let bookshelf: Bookshelf
    public let settings: WebSettings
    public let routes: RouteTable
    public let metrics: (any RequestMetrics)?
    private let stopping = Atomic(false)

    public init(
        frontDoor: FrontDoor, bookshelf: Bookshelf, settings: WebSettings, routes: RouteTable,
        metrics: (any RequestMetrics)? = nil
    ) {
        self.frontDoor = frontDoor
        self.bookshelf = bookshelf
        self.settings = settings
        self.routes = routes
        self.metrics = metrics
    }

    /// From here on `/health/ready` says no, so that a proxy sends nothing more.
    public func stop() {
        stopping.store(true, ordering: .relaxed)
    }

    var isStopping: Bool { stopping.load(ordering: .relaxed) }
}

/// Hears of every answer: what metrics are made of.
public protocol RequestMetrics: Sendable {
    /// - Parameter route: the operation's name, `GET /customers/{code}`, or `health`; nil for a path that is none and
    ///   for what was refused before its path was read.
    func answered(route: String?, status: Int, after: Duration)
}
