import Bookkeeping
import Books
import FrontDoor
import WebCore

/// What is done to customers or suppliers without a look at their details: to one, or to many at once by their codes.
struct PartyRoutes: Sendable {
    static let customers = PartyRoutes(.customer)
    static let suppliers = PartyRoutes(.supplier)

    let party: Party
    private let codesToConfirm: QueryParameter<[String]>

    private init(_ party: Party) {
        self.party = party
        codesToConfirm = QueryParameter<[String]>.repeated(
            "\(party.rawValue)Codes",
            """
            Codes with commas between them; may be repeated. A value that as a whole is a \(party.rawValue)'s code \
            means that \(party.rawValue), so a code with a comma is sent as a value of its own.
            """
        ).required().example(#"["\#(party.exampleCodes.joined(separator: ","))"]"#)
    }

    var all: [Route] { [deleteOne, confirm, deleteMany, archive, usableEmail] }

    private var deleteOne: Route {
        Route(
            .delete, "/\(party.plural)/{code}", .needs(party.toDelete),
            party.byCode(RouteContract("Deletes a \(party.rawValue).")).answers(.noContent, "Deleted.")
                .matched()
        ) { [party] call in
            let code = try call.pathText("code")
            try await call.changing(party.shown(call)) { try await $0.delete(code, of: party) }
            return .noContent
        }
    }

    private var confirm: Route {
        let shape = PartyDeletionWire.shape(of: party)
        return Route(
            .get, "/\(party.plural)/confirm-to-delete", .needs(party.toView),
            RouteContract("Tells what deleting \(party.plural) would do, and changes nothing.")
                .parameter(codesToConfirm.contract).bareList()
                .answers(.ok, "One row for each code.", .list(.table(shape.schema)))
        ) { [party, codesToConfirm] call in
            var reader = try QueryReader(call.query)
            let codes = reader.readAll(codesToConfirm)
            let isBeyond = reader.asksBeyondBareList()
            try reader.finish()
            let rows =
                isBeyond ? [] : try await call.withBook { try await $0.confirmDeletion(codes, of: party) }
            return Answer(list: rows, shape)
        }
    }

    private var deleteMany: Route {
        let failures = BodyContract.list(.table(FailureRowWire.shape.schema))
        let contract = RouteContract("Deletes all of the \(party.plural) that can go.").takes(party.codes)
        let (path, answers, whenAllGo): (String, RouteContract, Answer?) =
            switch party {
            case .customer:
                (
                    "/customerlist",
                    contract.answers(.ok, "These stayed; the others are gone.", failures)
                        .answers(.noContent, "All are gone."), .noContent
                )
            case .supplier:
                (
                    "/internal/suppliers/supplierlist",
                    contract.answers(.ok, "These stayed; the others are gone. Empty when all are.", failures),
                    nil
                )
            }
        return Route(.delete, path, .needs(party.toDelete), answers) { [party] call in
            let codes = try await call.body().codes()
            let failures = try await call.withBook { try await $0.deleteAll(codes, of: party) }
            if failures.isEmpty, let whenAllGo { return whenAllGo }
            return Answer(
                list: failures.map { FailureRow(id: $0.id, code: $0.code, $0.reason) }, FailureRowWire.shape)
        }
    }

    private var archive: Route {
        Route(
            .put, "/internal/\(party.plural)/archive", .needs(party.toEdit),
            RouteContract("Archives all of the \(party.plural), or none where a code is unknown.")
                .takes(party.codes)
                .answers(.noContent, "All are archived.")
                .refuses(
                    BookkeepingError.partiesUnknown(party, codes: [SentCode(place: 0, party.exampleCodes[0])])
                )
        ) { [party] call in
            let codes = try await call.body().codes()
            try await call.withBook { try await $0.archive(codes, of: party) }
            return .noContent
        }
    }

    private var usableEmail: Route {
        Route(
            .post, "/internal/\(party.plural)/valid-email", .needs(party.toView),
            RouteContract("Those of the \(party.plural) to whose e-mail address mail could be sent.")
                .takes(party.codes)
                .answers(
                    .ok, "Their codes.",
                    .value(.list(.text(max: TextKind.codeMax), max: nil), #"["\#(party.exampleCodes[0])"]"#)
                ).repeatable()
        ) { [party] call in
            let codes = try await call.body().codes()
            return Answer(texts: try await call.withBook { try await $0.withUsableEmail(codes, of: party) })
        }
    }
}

extension Party {
    /// For the contract: two, of those in its examples.
    var exampleCodes: [String] {
        switch self {
        case .customer: ["HARB01", "QUAY01"]
        case .supplier: ["TIMB01", "IRON01"]
        }
    }

    /// What the path of one shows.
    fileprivate func shown(_ call: Call) throws -> Call.Shown {
        switch self {
        case .customer: try CustomerWire.shown(call, CustomerRoutes.find)
        case .supplier: try SupplierWire.shown(call, SupplierRoutes.find)
        }
    }

    /// A body that is a list of codes.
    fileprivate var codes: BodyContract {
        .value(
            .list(.text(max: nil, min: 1), max: Bounds.codesInCall.upperBound),
            #"["\#(exampleCodes.joined(separator: #"",""#))"]"#)
    }

    /// A contract with the code in the path, and with what is said when nobody has it.
    func byCode(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter(
                "code", .text(max: nil), #""\#(exampleCodes[0])""#,
                "The \(rawValue)'s code in any case, percent-encoded."
            )
            .refuses(BookkeepingError.partyUnknown(self, code: exampleCodes[0]))
    }

    // What suppliers need goes by receipts, as the documentation calls purchases there; there is no right to delete
    // any.
    var toView: Permission { self == .customer ? .viewCustomer : .viewReceipt }
    var toCreate: Permission { self == .customer ? .createCustomer : .createReceipt }
    var toEdit: Permission { self == .customer ? .editCustomer : .editReceipt }
    var toDelete: Permission { self == .customer ? .deleteCustomer : .editReceipt }
}
