import Bookkeeping
import Books
import WebCore

/// `/suppliers/statistics/…/visibility`: where the business wants its suppliers' statistics shown. The statistics
/// themselves need documents.
enum SupplierStatisticsRoutes {
    static let all: [Route] = SupplierStatisticsPlace.allCases.flatMap { [read($0), change($0)] }

    private static let isVisible = QueryParameter<Bool?>.flag(
        "isVisible", "Whether they are to be shown there."
    ).required()

    private static func read(_ place: SupplierStatisticsPlace) -> Route {
        Route(
            .get, path(place), .needs(.viewReceipt),
            RouteContract(
                "Whether suppliers' statistics are shown with the \(place.rawValue): true until it is changed."
            )
            .answers(.ok, "A bare boolean.", .value(.flag, "true"))
        ) { try await $0.showing(shown(place)) }
    }

    private static func shown(_ place: SupplierStatisticsPlace) -> Call.Shown {
        { Answer(flag: try $0.showsSupplierStatistics(place)) }
    }

    private static func change(_ place: SupplierStatisticsPlace) -> Route {
        Route(
            .put, path(place), .needs(.editReceipt),
            RouteContract(
                "Keeps whether suppliers' statistics are shown with the \(place.rawValue), for everyone."
            )
            .parameter(isVisible.contract)
            .answers(.noContent, "Kept.")
            .matched()
        ) { call in
            var reader = try QueryReader(call.query)
            let isVisible = reader.read(isVisible)
            try reader.finish()
            if let isVisible {
                try await call.changing(shown(place)) {
                    try await $0.showSupplierStatistics(place, isVisible)
                }
            }
            return .noContent
        }
    }

    private static func path(_ place: SupplierStatisticsPlace) -> String {
        "/suppliers/statistics/\(place.rawValue)/visibility"
    }
}
