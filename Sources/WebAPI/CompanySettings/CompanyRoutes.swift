import Bookkeeping
import Books
import FrontDoor
import WebCore

/// `/settings/companydetails`, and the three lists that its members choose from.
enum CompanyRoutes {
    static let all: [Route] = [
        Route(
            .get, "/settings/companydetails", .anyToken,
            RouteContract("The company's details.")
                .answers(.ok, "The details.", .table(CompanyWire.schema)),
            use: read),
        Route(
            .put, "/settings/companydetails", .needs(.fullAccess),
            RouteContract("Changes the company's details: what is left out keeps its value.")
                .parameter(initializeNominalSet.contract).parameter(saveBusinessTypeOnly.contract)
                .parameter(addressChanged.contract)
                .takes(.table(CompanyWire.schema))
                .answers(.created, "All of the details.", .table(CompanyWire.schema))
                .matched()
                .refuses(BookkeepingError.conflict("The rate of USD is for one GBP.")),
            use: change),
        Route(
            .get, "/settings/companydetails/businesstypes", .anyToken,
            RouteContract("What a business can be in law.").bareList()
                .answers(.ok, "Id and name of each.", .list(.table(BusinessTypeRowWire.shape.schema))),
            use: { try await $0.bareList(BusinessTypeRowWire.shape) { BusinessType.allCases } }),
        Route(
            .get, "/settings/companydetails/employeecountrange", .anyToken,
            RouteContract("How many people can work in a business.").bareList()
                .answers(.ok, "Id and name of each.", .list(.table(EmployeeCountRangeWire.shape.schema))),
            use: { try await $0.bareList(EmployeeCountRangeWire.shape) { EmployeeCountRange.allCases } }),
        Route(
            .get, "/settings/companydetails/industrysectors", .anyToken,
            RouteContract(
                "The branches of trade: the sections, divisions and groups of the UK's classification of 2007."
            ).bareList()
                .answers(.ok, "A tree in three levels.", .list(.table(SectorSectionWire.schema))),
            use: { call in
                try await call.bareList(SectorSectionWire.shape) {
                    IndustrySectors.standard.sections.map { SectorSectionWire($0) }
                }
            }),
    ]

    private static let initializeNominalSet = QueryParameter<Bool?>.flag(
        "initializeNominalSet",
        "Builds the chart of accounts anew for the business type, while nothing is posted.")

    private static let saveBusinessTypeOnly = QueryParameter<Bool?>.flag(
        "saveBusinessTypeOnly", "Takes BusinessType from the body and nothing else.")

    private static let addressChanged = QueryParameter<Bool?>.flag(
        "addressChanged", "Taken for compatibility; changes nothing.")

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        let standing = try await call.services.frontDoor.standing(ofBusiness: call.caller.business)
        return try await call.showing(shown(standing))
    }

    private static func shown(_ standing: BusinessStanding) -> Call.Shown {
        { Answer(CompanyWire(try $0.company(), standing)) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let buildsChart = reader.read(initializeNominalSet)
        let onlyBusinessType = reader.read(saveBusinessTypeOnly)
        _ = reader.read(addressChanged)
        try reader.finish()

        let (change, name) = try await sent(call, onlyBusinessType: onlyBusinessType == true)
        func write(_ book: Book) async throws -> Company {
            try await book.changeCompany(change, buildsChart: buildsChart == true)
        }
        let standing = try await call.services.frontDoor.standing(ofBusiness: call.caller.business)
        guard let name, name != standing.name else {
            let company = try await call.changing(shown(standing), write)
            return Answer(CompanyWire(company, standing), status: .created)
        }
        return try await rename(standing, to: name, call, write)
    }

    /// The name lies where users sign in and the rest in the book, and between the two there is no instant in common:
    /// first all is asked that the book could refuse, then the name is changed, if it is still the one that the version
    /// was made of, and then the book. Should that be refused after all, since another change came between, or fail, the
    /// old name comes back.
    private static func rename(
        _ standing: BusinessStanding, to name: String, _ call: Call,
        _ write: (Book) async throws -> Company
    ) async throws -> Answer {
        let (door, business) = (call.services.frontDoor, try call.caller.business)
        try await call.rehearsing(shown(standing), write)
        let isConditional = call.isConditional
        let renamed = try await door.renameBusiness(
            id: business, to: name, from: call.origin,
            in: call.frame { state in
                try !isConditional || door.standing(ofBusiness: business, in: state) == standing
            })
        let company: Company
        do {
            company = try await call.changing(shown(standing), write)
        } catch {
            await giveBack(standing.name, insteadOf: name, call, business)
            throw error
        }
        return Answer(CompanyWire(company, standing.named(renamed.name)), status: .created)
    }

    /// The old name, unless somebody has given another meanwhile.
    private static func giveBack(
        _ old: String, insteadOf new: String, _ call: Call, _ business: Int64
    ) async {
        let door = call.services.frontDoor
        do {
            try await door.renameBusiness(
                id: business, to: old, from: call.origin,
                in: call.frame { try door.standing(ofBusiness: business, in: $0).name == new })
        } catch {
            call.warn("the company's details were not changed, but its name was", ["cause": "\(error)"])
        }
    }

    private static func sent(
        _ call: Call, onlyBusinessType: Bool
    ) async throws -> (change: CheckedCompanyChange, name: String?) {
        guard onlyBusinessType else {
            let wire = try await call.wire(CompanyWire.self)
            return (try wire.sent, wire.sentName)
        }
        var change = CompanyChange()
        change.businessType = try await call.wire(BusinessTypeWire.self).businessType
        return (try change.checked(.standard), nil)
    }
}
