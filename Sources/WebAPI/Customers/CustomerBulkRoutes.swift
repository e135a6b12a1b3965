import Bookkeeping
import Books
import WebCore

/// What is done to many customers at once, each named by its code.
enum CustomerBulkRoutes {
    static let all: [Route] = [
        Route(
            .get, "/customers/confirm-to-delete", .needs(.viewCustomer),
            RouteContract("Tells what deleting customers would do, and changes nothing.")
                .parameter(customerCodes.contract)
                .answers(.ok, "One row for each code.", .list(.table(CustomerDeletionWire.shape.schema))),
            use: confirmDeletion),
        Route(
            .delete, "/customerlist", .needs(.deleteCustomer),
            RouteContract("Deletes all of the customers that can go.")
                .takes(codes)
                .answers(
                    .ok, "These stayed; the others are gone.", .list(.table(FailureRowWire.shape.schema))
                )
                .answers(.noContent, "All are gone."),
            use: deleteAll),
        Route(
            .put, "/internal/customers/archive", .needs(.editCustomer),
            RouteContract("Archives all of the customers, or none where a code is unknown.")
                .takes(codes)
                .answers(.noContent, "All are archived.")
                .refuses(BookkeepingError.customersUnknown(codes: ["HARB01"])),
            use: archiveAll),
        Route(
            .post, "/internal/customers/valid-email", .needs(.viewCustomer),
            RouteContract("Those of the customers to whose e-mail address mail could be sent.")
                .takes(codes)
                .answers(
                    .ok, "Their codes.", .value(.list(.text(max: TextKind.codeMax), max: nil), #"["HARB01"]"#)
                ),
            use: withUsableEmail),
    ]

    private static let codes = BodyContract.value(
        .list(.text(max: nil), max: Bounds.codesInCall.upperBound), #"["HARB01","QUAY01"]"#)

    private static let customerCodes = QueryParameter<[String]>.repeated(
        "customerCodes",
        """
        Codes with commas between them; may be repeated. A value that as a whole is a customer's code means that \
        customer, so a code with a comma is sent as a value of its own.
        """
    ).required().example(#"["HARB01,QUAY01"]"#)

    @Sendable private static func confirmDeletion(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let codes = reader.readAll(customerCodes)
        try reader.finish()
        let rows = try await call.withBook { try await $0.confirmDeletion(ofCustomers: codes) }
        return Answer(list: rows, CustomerDeletionWire.shape)
    }

    @Sendable private static func deleteAll(_ call: Call) async throws -> Answer {
        let codes = try await call.body().codes()
        let failures = try await call.withBook { try await $0.deleteCustomers(codes) }
        guard !failures.isEmpty else { return .noContent }
        return Answer(
            list: failures.map { FailureRow(id: $0.id, code: $0.code, $0.reason) }, FailureRowWire.shape)
    }

    @Sendable private static func archiveAll(_ call: Call) async throws -> Answer {
        let codes = try await call.body().codes()
        try await call.withBook { try await $0.archiveCustomers(codes) }
        return .noContent
    }

    @Sendable private static func withUsableEmail(_ call: Call) async throws -> Answer {
        let codes = try await call.body().codes()
        return Answer(texts: try await call.withBook { try await $0.customersWithUsableEmail(codes) })
    }
}
