import Bookkeeping
import Books
import WebCore

/// What payment forms choose from: `/paymentmethods/{type}`, `/paymentstatuses`, and the card processors, of which there
/// are none.
enum PaymentListRoutes {
    static let all: [Route] = [
        Route(
            .get, "/paymentmethods/{type}", .anyToken,
            RouteContract("How money can be paid: one list for invoices, another one for purchases.")
                .pathParameter(
                    "type", .text(max: nil), #""invoices""#,
                    "invoices or purchases, in any case, singular or plural."
                )
                .bareList()
                .answers(
                    .ok, "The methods, the default one first.", .list(.table(PaymentMethodWire.shape.schema))),
            use: methods),
        Route(
            .get, "/paymentstatuses", .anyToken,
            RouteContract("How far a document can be paid, by the numbers that filters of lists take.")
                .bareList()
                .answers(.ok, "The statuses.", .list(.table(PaymentStatusWire.shape.schema))),
            use: { try await $0.bareList(PaymentStatusWire.shape) { PaymentStatusFilter.allCases } }),
        Route(
            .get, "/paymentprocessors", .needs(.viewInvoice),
            RouteContract(
                "The card processors that are set up: none, since this server takes no card payments."
            )
            .bareList()
            .answers(.ok, "An empty list.", .list(.table(PaymentProcessorWire.shape.schema))),
            use: { try await $0.bareList(PaymentProcessorWire.shape) { [] } }),
        Route(
            .get, "/paymentprocessors/activedeprecated", .needs(.viewInvoice),
            RouteContract("The card processors in use: none.").bareList()
                .answers(.ok, "An empty list.", .list(.table(PaymentProcessorWire.shape.schema))),
            use: { try await $0.bareList(PaymentProcessorWire.shape) { [] } }),
    ]

    @Sendable private static func methods(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        let kind: DocumentKind
        switch try call.pathText("type").lowercased() {
        case "invoices", "invoice": kind = .invoice
        case "purchases", "purchase": kind = .purchase
        default:
            throw BookkeepingError.invalid([FieldProblem("type", .notOneOf(["invoices", "purchases"]))])
        }
        return try await call.reading { transaction, writer in
            let methods = isBeyond ? [] : try transaction.paymentMethods(kind)
            writer.list(methods) { PaymentMethodWire.shape.write($0, to: &$1) }
        }
    }
}

enum PaymentMethodWire {
    static let shape = WireShape<PaymentMethod>(
        "PaymentMethod",
        [
            .integer("Id", in: Bounds.id, "Unique over both lists.", get: { $0.id }).example("100001"),
            .text("Name", "For forms.", get: { $0.name }).neverNull().example(#""Bank transfer""#),
            .flag("IsDefault", "Whether it counts where none is sent.", get: { $0.isDefault }),
        ])
}

/// The statuses by which lists are filtered.
enum PaymentStatusFilter: Int64, CaseIterable, Sendable {
    case all = 0
    case unpaid, partPaid, overdue, overduePartPaid, overpaid, paid, notFullyPaid, thisMonth, lastMonth

    var name: String {
        switch self {
        case .all: "All"
        case .unpaid: "Unpaid"
        case .partPaid: "PartPaid"
        case .overdue: "Overdue"
        case .overduePartPaid: "OverduePartPaid"
        case .overpaid: "Overpaid"
        case .paid: "Paid"
        case .notFullyPaid: "NotFullyPaid"
        case .thisMonth: "ThisMonth"
        case .lastMonth: "LastMonth"
        }
    }
}

enum PaymentStatusWire {
    static let shape = WireShape<PaymentStatusFilter>(
        "PaymentStatus",
        [
            .integer("Id", "The number that a filter takes.", get: { $0.rawValue }).example("1"),
            .text("Name", "The word that a filter takes.", get: { $0.name }).neverNull().example(
                #""Unpaid""#),
        ])
}

/// A card processor. There are none.
struct PaymentProcessorRow: Sendable {}

enum PaymentProcessorWire {
    static let shape = WireShape<PaymentProcessorRow>(
        "PaymentProcessor",
        [
            .integer("Id", "Of the processor.", get: { _ in 0 }),
            .text("Title", "Its name.", get: { _ in nil }),
        ])
}
