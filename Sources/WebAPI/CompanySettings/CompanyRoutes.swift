import Bookkeeping
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
        "initializeNominalSet", "Builds the chart of accounts anew for the business type, while nothing is posted.")

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

    /// The book first, then the name, which lies where users sign in: between the two there is no instant in common.
    @Sendable private static func change(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let buildsChart = reader.read(initializeNominalSet)
        let onlyBusinessType = reader.read(saveBusinessTypeOnly)
        _ = reader.read(addressChanged)
        try reader.finish()

        let (change, name) = try await sent(call, onlyBusinessType: onlyBusinessType == true)
        let (door, business) = (call.services.frontDoor, try call.caller.business)
        var standing = try await door.standing(ofBusiness: business)
        let company = try await call.changing(shown(standing)) {
            try await $0.changeCompany(change, buildsChart: buildsChart == true)
        }
        if let name, name != standing.name {
            try await door.renameBusiness(id: business, to: name, from: call.origin)
            standing = try await door.standing(ofBusiness: business)
        }
        return Answer(CompanyWire(company, standing), status: .created)
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
