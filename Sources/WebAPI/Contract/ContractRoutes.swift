import CEmbedded
import Synchronization
import WebCore

/// The contract and the page to read it with; open, like what they describe (FD-1).
enum ContractRoutes {
    /// - Parameter built: the routes that the contract describes, beside its own.
    static func all(of built: [Route], version: String) -> [Route] {
        let contract = ServedContract(version: version)
        let routes = [
            Route(
                .get, "/openapi.json", .open,
                RouteContract("This contract.").answers(.ok, "OpenAPI 3.1.", .document),
                use: { _ in Answer(.ok, json: contract.json) }),
            Route(
                .get, "/docs", .open,
                RouteContract("The contract as a page.")
                    .answers(.ok, "A page that works offline.", .other("text/html")),
                use: { _ in page }),
        ]
        contract.describe(built + routes)
        return routes
    }

    private static var page: Answer {
        let file = daybook_contract_page()
        return Answer(
            text: Array(UnsafeBufferPointer(start: file.start, count: file.length)),
            contentType: "text/html; charset=utf-8")
    }
}

/// The contract's bytes, made when they are first asked for: a start should not wait for them.
private final class ServedContract: Sendable {
    private let version: String
    private let state = Mutex<(routes: [Route], json: [UInt8]?)>(([], nil))

    init(version: String) {
        self.version = version
    }

    func describe(_ routes: [Route]) {
        state.withLock { $0 = (routes, nil) }
    }

    var json: [UInt8] {
        state.withLock { state in
            if let json = state.json { return json }
            let json = Contract(RouteTable(state.routes), version: version).document.json
            state.json = json
            return json
        }
    }
}
