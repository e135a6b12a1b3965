import Bookkeeping
import Books
import WebCore

/// A project as lists show it.
enum ProjectRowWire {
    static let shape = WireShape<Project>(
        "ProjectRow", element: "Project",
        [
            .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.id }).example("3"),
            .integer("Number", "The key in paths.", get: { $0.number }).example("12"),
            .text("Name", max: TextKind.nameMax, "What it is called.", get: { $0.details.name }).neverNull()
                .example(#""Quay house, new stairs""#),
            .text("Reference", "The customer's or another.", get: { $0.details.reference }).example(
                #""QH-7""#),
            .text(
                "Description", max: TextKind.linesMax, "What it is about.", get: { $0.details.description }),
            .text("Note", max: TextKind.linesMax, "For those who work with it.", get: { $0.details.note }),
            .text(
                "Status", choices: ProjectStatus.allCases.map(\.name), "How far it is.",
                get: { $0.details.status.name }
            ).neverNull(),
            .date("StartDate", "When it begins.", get: { $0.details.startsOn?.wireText }),
            .date("EndDate", "When it ends.", get: { $0.details.endsOn?.wireText }),
            .text("CustomerCode", max: TextKind.codeMax, "Whose it is.", get: { $0.customer?.code })
                .example(#""HARB01""#),
            .amount("ActualIncome", "What it brought, with VAT unless ExcludeVAT.", get: { $0.income })
                .example("1200.0000"),
            .amount("ActualExpenditure", "What it cost; 0 until there are purchases.", get: { _ in .zero }),
            .amount("Margin", "Income less expenditure.", get: { $0.income }).example("1200.0000"),
        ])
}

extension Project {
    fileprivate var income: Money { (try? actuals.income(excludesVAT: details.excludesVAT)) ?? .zero }
}
