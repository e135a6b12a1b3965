import Bookkeeping
import Books
import WebCore

/// `/projects` with the old path `/project/{number}` of one, and what is done to many of them at once.
enum ProjectRoutes {
    static let all: [Route] =
        [
            Route(
                .get, "/projects", .needs(.viewProject),
                ProjectListQuery.describe(RouteContract("The projects, by pages."))
                    .answers(.ok, "One page.", .page(ProjectRowWire.shape.schema)),
                use: list),
            Route(
                .get, "/customers/{code}/projects", .needs(.viewProject),
                Party.customer.byCode(
                    ProjectListQuery.describeOfCustomer(
                        RouteContract("The projects of one customer, by pages."))
                )
                .answers(.ok, "One page.", .page(ProjectRowWire.shape.schema)),
                use: listOfCustomer),
            Route(
                .post, "/projects", .needs(.createProject),
                RouteContract("A new project.")
                    .takes(.table(ProjectWire.schema))
                    .answers(.created, "The project.", .table(ProjectWire.schema), location: true)
                    .refuses(BookkeepingError.numberTaken(.project, 12)),
                use: create),
            Route(
                .put, "/projects/archive-status/{isArchived}", .needs(.editProject),
                RouteContract(
                    """
                    Archives projects, or takes them out of the archive: they are Active then. Numbers that are no \
                    project's are passed over.
                    """
                )
                .pathParameter("isArchived", .flag, "true", "true or false.")
                .takes(
                    .value(.list(.integer(min: 0, max: nil), max: Bounds.codesInCall.upperBound), "[12,14]")
                )
                .answers(
                    .ok, "The numbers of those that changed.",
                    .value(.list(.integer(min: 1, max: nil), max: nil), "[12]")),
                use: archive),
            Route(
                .delete, "/projectlist", .needs(.deleteProject),
                RouteContract("Deletes each of the projects that can go, as DELETE of one does.")
                    .parameter(target("reassignProjectNumber").contract)
                    .takes(
                        .value(
                            .list(.integer(min: 0, max: nil), max: Bounds.codesInCall.upperBound), "[12,14]")
                    )
                    .answers(
                        .ok, "Those that are left, and why.", .list(.table(NumberFailureRowWire.shape.schema))
                    ),
                use: deleteMany),
        ] + ["/projects/{number}", "/project/{number}"].flatMap(one)

    private static func one(_ path: String) -> [Route] {
        [
            Route(
                .get, path, .needs(.viewProject),
                numbered(RouteContract("One project."), at: path)
                    .answers(.ok, "The project.", .table(ProjectWire.schema)),
                use: { try await $0.showing(shown($0)) }),
            Route(
                .put, path, .needs(.editProject),
                numbered(
                    RouteContract(
                        "Changes a project: what is left out goes back to its default, but for the number."),
                    at: path
                )
                .takes(.table(ProjectWire.schema))
                .answers(.ok, "The project.", .table(ProjectWire.schema))
                .answers(
                    .created, "The project, under its new number.", .table(ProjectWire.schema), location: true
                )
                .matched()
                .refuses(BookkeepingError.numberTaken(.project, 12)),
                use: change),
            Route(
                .delete, path, .needs(.deleteProject),
                numbered(
                    RouteContract(
                        """
                        Deletes a project; what belongs to it moves to another, or to none. The number is not given \
                        again.
                        """), at: path
                )
                .parameter(target("reassignprojectnumber").contract)
                .answers(.noContent, "Deleted.")
                .matched()
                .refuses(BookkeepingError.dateLocked(until: .never)),
                use: delete),
        ]
    }

    private static func numbered(_ contract: RouteContract, at path: String) -> RouteContract {
        contract
            .deprecated(OldPaths.deprecation(of: path))
            .pathParameter("number", .integer(min: 1, max: nil), "12", "The project's number.")
            .refuses(BookkeepingError.documentUnknown(.project, "12"))
    }

    private static func target(_ name: String) -> QueryParameter<Int> {
        .integer(name, min: 0, absent: 0, "The project to which everything moves; 0 for none.")
    }

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader)
        let filter = ProjectListQuery.filter(&reader, page)
        try reader.finish()
        return try await show(page, call) { try $0.projectPage(filter) }
    }

    @Sendable private static func listOfCustomer(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader, perPage: 10)
        let filter = ProjectListQuery.order(&reader, page)
        try reader.finish()
        let code = try call.pathText("code")
        return try await show(page, call) { try $0.projectPage(filter, ofCustomer: code) }
    }

    private static func show(
        _ page: PageRequest, _ call: Call, _ find: @escaping @Sendable (Call.BookState) throws -> ProjectPage
    ) async throws -> Answer {
        try await call.reading { transaction, writer in
            let found = try find(transaction)
            writer.page(page, total: Int(found.total), found.rows) { ProjectRowWire.shape.write($0, to: &$1) }
        }
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        let number = try call.projectNumber
        return { Answer(ProjectWire(try $0.project(number: number))) }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(ProjectWire.self).sent
        return try await call.creating {
            try await $0.create(sent)
        } answer: { project in
            Answer(ProjectWire(project), status: .created).at("projects", String(project.number))
        }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let number = try call.projectNumber
        let sent = try await call.wire(ProjectWire.self).sent
        let (project, isRenumbered) = try await call.changing(shown(call)) {
            try await $0.changeProject(number, to: sent)
        }
        guard isRenumbered else { return Answer(ProjectWire(project)) }
        return Answer(ProjectWire(project), status: .created).at("projects", String(project.number))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let number = try call.projectNumber
        let target = try call.sent(target("reassignprojectnumber"))
        try await call.changing(shown(call)) { try await $0.deleteProject(number, movingTo: target) }
        return .noContent
    }

    @Sendable private static func deleteMany(_ call: Call) async throws -> Answer {
        let target = try call.sent(target("reassignProjectNumber"))
        let numbers = try await call.body().numbers()
        let left = try await call.withBook { try await $0.deleteProjects(numbers, movingTo: target) }
        return Answer(list: left, NumberFailureRowWire.shape)
    }

    @Sendable private static func archive(_ call: Call) async throws -> Answer {
        let isArchived: Bool
        switch try call.pathText("isArchived").lowercased() {
        case "true", "1": isArchived = true
        case "false", "0": isArchived = false
        default: throw WebError.validation([FieldProblem("isArchived", "must be true or false")])
        }
        let numbers = try await call.body().numbers()
        let changed = try await call.withBook { try await $0.setArchived(isArchived, projects: numbers) }
        return Answer(numbers: changed)
    }
}

extension Call {
    /// - Throws: `BookkeepingError.documentUnknown` for what is no number.
    fileprivate var projectNumber: Int64 {
        get throws {
            let sent = try pathText("number")
            guard let number = Int64(sent) else {
                throw BookkeepingError.documentUnknown(.project, sent.shown())
            }
            return number
        }
    }

    /// The one parameter of a call that takes no other.
    fileprivate func sent(_ parameter: QueryParameter<Int>) throws -> Int64 {
        var reader = try QueryReader(query)
        let sent = reader.read(parameter)
        try reader.finish()
        return Int64(sent)
    }
}
