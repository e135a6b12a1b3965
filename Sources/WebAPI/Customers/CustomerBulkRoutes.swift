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
                .refuses(.badRequest, "ValidationFailed", "There is no customer HARB01."),
            use: archiveAll),
        Route(
            .post, "/internal/customers/valid-email", .needs(.viewCustomer),
            RouteContract("Those of the customers to whose e-mail address mail could be sent.")
                .takes(codes)
                .answers(.ok, "Their codes.", .value(.list(.text(max: TextKind.codeMax), max: nil))),
            use: withUsableEmail),
    ]

    private static let codesMax = 1_000
    private static let codes = BodyContract.value(.list(.text(max: nil), max: codesMax))

    /// A comma parts two codes, so a code that has one can't be asked about here.
    private static let customerCodes = QueryParameter<[String]>(
        "customerCodes", "The codes, with commas between them.", .text(max: nil), absent: [],
        rule: "must name 1 to \(codesMax) customers, with commas between their codes.", isRequired: true,
        parse: { sent in
            let codes = sent.split(separator: ",").map { String($0).tidied }.filter { !$0.isEmpty }
            return (1...codesMax).contains(codes.count) ? codes : nil
        })

    @Sendable private static func confirmDeletion(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let codes = reader.read(customerCodes)
        try reader.finish()
        let rows = try await call.withBook { try await $0.confirmDeletion(ofCustomers: codes) }
        return Answer(list: rows, CustomerDeletionWire.shape)
    }

    @Sendable private static func deleteAll(_ call: Call) async throws -> Answer {
        let codes = try await call.body().codes(max: codesMax)
        let failures = try await call.withBook { try await $0.deleteCustomers(codes) }
        guard !failures.isEmpty else { return .noContent }
        return Answer(
            list: failures.map { FailureRow(id: $0.id, code: $0.code, $0.reason) }, FailureRowWire.shape)
    }

    @Sendable private static func archiveAll(_ call: Call) async throws -> Answer {
        let codes = try await call.body().codes(max: codesMax)
        try await call.withBook { try await $0.archiveCustomers(codes) }
        return .noContent
    }

    @Sendable private static func withUsableEmail(_ call: Call) async throws -> Answer {
        let codes = try await call.body().codes(max: codesMax)
        return Answer(texts: try await call.withBook { try await $0.customersWithUsableEmail(codes) })
    }
}
