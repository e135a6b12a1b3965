import Bookkeeping
import Books
import WebCore

/// What makes nominals.
enum NominalCreation {
    static let all: [Route] = [
        Route(
            .post, "/nominals", .needs(.fullAccess),
            RouteContract("A new nominal.")
                .takes(.table(NewNominalWire.schema))
                .answers(.created, "The nominal.", .table(NominalWire.schema), location: true)
                .answers(
                    .ok, "The nominal that has the code already, where CreateWhenNotPresent is true.",
                    .table(NominalWire.schema)
                )
                .refuses(BookkeepingError.taken("nominal code", "4911")),
            use: create),
        Route(
            .post, "/nominals/special", .needs(.fullAccess),
            RouteContract("The nominal of a role, made where none has it.")
                .takes(.table(SpecialNominalWire.schema))
                .answers(.created, "The nominal.", .table(NominalWire.schema), location: true)
                .repeatable()
                .refuses(BookkeepingError.taken("nominal code", "4911")),
            use: { call in try await special(call, call.wire(SpecialNominalWire.self).sent) }),
        Route(
            .post, "/internal/discountnominal", .needs(.fullAccess),
            RouteContract("The nominal that sales discounts go to, made where there is none.")
                .takes(.table(DiscountNominalWire.schema))
                .answers(.created, "The nominal.", .table(NominalWire.schema), location: true)
                .repeatable(),
            use: { call in try await special(call, call.wire(DiscountNominalWire.self).sent) }),
    ]

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let draft = try await call.wire(NewNominalWire.self).row.draft
        return try await call.creating {
            try await $0.create(draft)
        } answer: { nominal, isNew in
            isNew ? made(nominal) : Answer(NominalWire(nominal))
        }
    }

    private static func special(_ call: Call, _ sent: SpecialNominalDraft) async throws -> Answer {
        let draft = try sent.checked()
        return made(try await call.withBook { try await $0.createSpecial(draft) })
    }

    private static func made(_ nominal: NominalInFull) -> Answer {
        Answer(NominalWire(nominal), status: .created).at("nominals", String(nominal.nominal.code))
    }
}
