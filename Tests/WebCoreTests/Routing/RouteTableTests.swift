import HTTPTypes
import Testing

@testable import WebCore

@Suite struct RouteTableTests {
    private let table = RouteTable(
        [
            (HTTPRequest.Method.get, "/customers/{code}"), (.put, "/customers/{code}"),
            (.get, "/customers/search"),
            (.get, "/nominals/Id/{id}"), (.get, "/nominals/{nominalType}/nominals"),
            (.post, "/customers/{other}"),
            (.get, "/customers/{twice}"),
        ].map { Route(planned: $0, $1, .anyToken) })

    private func found(_ method: HTTPRequest.Method, _ path: String) -> String? {
        guard case .found(let route, let values) = table.match(method, Substring(path)) else { return nil }
        return ([route.path] + values.map(String.init)).joined(separator: " ")
    }

    @Test func literalsBeatParametersAndFallBack() {
        #expect(found(.get, "/customers/search") == "/customers/search")
        #expect(found(.get, "/customers/SEARCH") == "/customers/search")
        #expect(found(.get, "/Customers/a%2Fb/") == "/customers/{code} a%2Fb")
        #expect(found(.get, "/nominals/id/7") == "/nominals/Id/{id} 7")
        #expect(found(.get, "/nominals/id/nominals") == "/nominals/Id/{id} nominals")
        #expect(found(.get, "/nominals/sales/nominals") == "/nominals/{nominalType}/nominals sales")
    }

    @Test func aLiteralPathWithoutTheVerbFallsBackToAParameterThatHasIt() {
        #expect(found(.put, "/customers/search") == "/customers/{code} search")
    }

    @Test func anotherVerbIsToldWithTheOnesThereAre() {
        guard case .otherMethods(let allowed) = table.match(.delete, "/customers/x") else {
            Issue.record("not told")
            return
        }
        #expect(allowed == ["GET", "HEAD", "POST", "PUT"])
    }

    @Test func whatIsNotThereIsNotFound() {
        for path in ["/", "", "/customer", "/customers//", "/customers/a/b", "//customers/a"] {
            guard case .nothing = table.match(.get, Substring(path)) else {
                Issue.record("found \(path)")
                continue
            }
        }
    }

    @Test func theFirstOfTwoSameRoutesCounts() {
        #expect(table.routes.count == 6)
    }
}
