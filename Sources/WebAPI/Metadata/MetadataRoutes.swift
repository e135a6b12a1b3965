import Books
import WebCore

/// `GET /metadata`: how much a business keeps here.
enum MetadataRoutes {
    static let all: [Route] = [
        Route(
            .get, "/metadata", .needs(.fullAccess),
            RouteContract("How much the business keeps here, and how often it was opened.")
                .answers(.ok, "The counts.", .table(MetadataWire.shape.schema)),
            use: read)
    ]

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        let logIns = try await call.services.frontDoor.logInCount(business: call.caller.business)
        return try await call.reading { transaction, writer in
            let metadata = Metadata(counts: try transaction.bookCounts(), logIns: logIns)
            MetadataWire.shape.write(metadata, to: &writer)
        }
    }
}
