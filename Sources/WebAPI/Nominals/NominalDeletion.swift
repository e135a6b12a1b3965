import Bookkeeping
import Books
import WebCore

/// What deletes nominals, once another has taken over what points at them.
enum NominalDeletion {
    static let all: [Route] = [
        Route(
            .delete, "/nominals/{nominalCode}", .needs(.fullAccess),
            delete(NominalRoutes.byCode(summary, "nominalCode").parameter(assignedCode.contract)),
            use: { call in
                let target = try target(call, assignedCode).map(NominalKey.code)
                return try await delete(
                    call, .code(try call.nominalNumber("nominalCode")), target, assignedCode.name)
            }),
        Route(
            .delete, "/nominals/Id/{nominalId}", .needs(.fullAccess),
            delete(NominalRoutes.byID(summary).parameter(assignedID.contract)),
            use: { call in
                let target = try target(call, assignedID).map(NominalKey.id)
                return try await delete(
                    call, .id(try call.nominalNumber("nominalId")), target, assignedID.name)
            }),
        Route(
            .delete, "/nominals/{assignedCode}/nominallist", .needs(.fullAccess),
            RouteContract("Deletes nominals once one other has taken over what points at them: all, or none.")
                .pathParameter("assignedCode", .integer(min: 1, max: nil), "4001", "The code of that other.")
                .takes(
                    .value(
                        .list(.integer(min: 0, max: nil), max: Bounds.codesInCall.upperBound), "[4911,4912]")
                )
                .answers(.noContent, "All are gone.")
                .refuses(NominalRoutes.unknown)
                .refuses(stays),
            use: { call in
                let target = try call.nominalNumber("assignedCode")
                let codes = try await call.body().numbers()
                try await call.withBook { try await $0.deleteNominals(codes, movingTo: target) }
                return .noContent
            }),
    ]

    private static let summary = RouteContract(
        """
        Deletes a nominal once another has taken over all that points at it: lines of documents, which are posted \
        anew, products, recurring templates, defaults of customers and suppliers, stock links.
        """)

    private static let stays = BookkeepingError.conflict(
        "1100 Debtors Control can't be deleted: it has a role of its own in the books.")

    private static func delete(_ contract: RouteContract) -> RouteContract {
        contract.answers(.noContent, "Deleted.").matched()
            .refuses(stays)
            .refuses(BookkeepingError.inUse(by: "invoice 318"))
            .refuses(BookkeepingError.dateLocked(until: .never))
    }

    private static let assignedCode = QueryParameter<Int64?>.id(
        "assignedCode", "The code of the other; 0 where nothing points at the nominal."
    ).required().example("4001")

    private static let assignedID = QueryParameter<Int64?>.id(
        "assignedId", "The Id of the other; 0 where nothing points at the nominal."
    ).required().example("1000062")

    /// Nil for none, which is sent as 0.
    private static func target(_ call: Call, _ parameter: QueryParameter<Int64?>) throws -> Int64? {
        var reader = try QueryReader(call.query)
        let sent = reader.read(parameter)
        try reader.finish()
        return sent == 0 ? nil : sent
    }

    private static func delete(
        _ call: Call, _ key: NominalKey, _ target: NominalKey?, _ field: String
    ) async throws -> Answer {
        try await call.changing(NominalRoutes.shown(key)) {
            try await $0.deleteNominal(key, movingTo: target, field: field)
        }
        return .noContent
    }
}
