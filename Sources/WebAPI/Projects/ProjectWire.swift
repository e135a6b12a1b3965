import Bookkeeping
import Books
import WebCore

/// A project as `/projects` answers and takes it.
struct ProjectWire: WireTable {
    private(set) var project: Project?
    private var draft = ProjectDraft()

    init() {}

    init(_ project: Project) {
        self.project = project
    }

    /// What was sent, checked; what was left out has its default.
    ///
    /// - Throws: `BookkeepingError.invalid`.
    var sent: CheckedProjectDraft {
        get throws(BookkeepingError) { try draft.checked() }
    }

    /// The books' own bounds, so that one answer names every wrong field.
    func check(_ problems: inout WireProblems) {
        problems.addRefusals(of: draft.checked)
    }

    static let shape = WireShape<ProjectWire>("Project", key + texts + terms + customer + budget + actuals)

    private var details: ProjectDetails? { project?.details }

    /// What it brought, with or without VAT; zero where that passes what fits, which the books refuse to keep.
    private var income: Money {
        guard let project else { return .zero }
        return (try? project.actuals.income(excludesVAT: project.details.excludesVAT)) ?? .zero
    }

    private static let key: [WireField<ProjectWire>] = [
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.project?.id ?? 0 })
            .example("3"),
        .integer(
            "Number", "The key in paths; the next free one when it is left out or 0.",
            get: { $0.project?.number ?? 0 }, set: { $0.draft.number = $1 }
        ).example("12"),
    ]

    private static let texts: [WireField<ProjectWire>] = [
        .requiredText(
            "Name", max: TextKind.nameMax, "What it is called.", get: { $0.details?.name ?? "" },
            set: { $0.draft.details.name = $1 }
        ).example(#""Quay house, new stairs""#),
        .text(
            "Reference", "The customer's or another.", get: { $0.details?.reference },
            set: { $0.draft.details.reference = $1 }
        ).example(#""QH-7""#),
        .text(
            "Description", max: TextKind.linesMax, kind: .lines, "What it is about.",
            get: { $0.details?.description }, set: { $0.draft.details.description = $1 }),
        .text(
            "Note", max: TextKind.linesMax, kind: .lines, "For those who work with it.",
            get: { $0.details?.note },
            set: { $0.draft.details.note = $1 }),
    ]

    private static let terms: [WireField<ProjectWire>] = [
        .nameOrNumber(
            "Status", ProjectStatus.allCases.map(\.name),
            "How far it is; Active when left out. The numbers 0, 1 and 2 of old clients are read too.",
            parse: { ProjectStatus(sent: $0) }, get: { $0.details?.status.name },
            set: { $0.draft.details.status = $1 }
        ).neverNull(),
        .day(
            "StartDate", "When it begins.", get: { $0.details?.startsOn },
            set: { $0.draft.details.startsOn = $1 }
        ).example(#""2026-03-09 12:00:00""#),
        .day(
            "EndDate", "When it ends; not before StartDate.", get: { $0.details?.endsOn },
            set: { $0.draft.details.endsOn = $1 }
        ).example(#""2026-06-30 12:00:00""#),
    ]

    private static let customer: [WireField<ProjectWire>] = [
        .text(
            "CustomerCode", max: TextKind.codeMax, "Whose it is; null for nobody's.",
            get: { $0.project?.customer?.code }, set: { $0.draft.customerCode = $1 }
        ).example(#""HARB01""#),
        .text(
            "CustomerName", max: TextKind.nameMax, "That customer's name.",
            get: { $0.project?.customer?.name }
        )
        .example(#""Harbour Joinery Ltd""#),
    ]

    private static let budget: [WireField<ProjectWire>] = [
        .amount(
            "TargetSalesAmount", "What it is to bring, in home currency.",
            get: { $0.details?.targetSales ?? .zero }, set: { $0.draft.details.targetSales = $1 }
        ).example("5000.0000"),
        .amount(
            "TargetPurchasesAmount", "What it may cost, in home currency.",
            get: { $0.details?.targetPurchases ?? .zero }, set: { $0.draft.details.targetPurchases = $1 }
        ).example("3000.0000"),
        .flag(
            "ExcludeVAT", "Whether totals leave VAT out.", get: { $0.details?.excludesVAT ?? false },
            set: { $0.draft.details.excludesVAT = $1 }),
    ]

    private static let actuals: [WireField<ProjectWire>] = [
        .integer("AssociatedQuotesCount", "Quotes that name it.", get: { $0.project?.quoteCount ?? 0 }),
        .amount(
            "ActualSalesAmount",
            "Its lines of invoices less those of credit notes, in home currency, with VAT unless ExcludeVAT.",
            get: { $0.income }
        ).example("1200.0000"),
        .amount("ActualPurchasesAmount", "0 until there are purchases.", get: { _ in .zero }),
        .amount(
            "ActualSalesVATAmount", "The VAT of those lines, whether the amount has it or not.",
            get: { $0.project?.actuals.salesVAT ?? .zero }
        ).example("200.0000"),
        .amount("ActualPurchasesVATAmount", "0 until there are purchases.", get: { _ in .zero }),
        .amount("ActualJournalsAmount", "0 until there are journals.", get: { _ in .zero }),
        .amount("ActualBankTransactionAmount", "0: bank transactions don't count yet.", get: { _ in .zero }),
        .amount("VatAmountBankTransactions", "0: bank transactions don't count yet.", get: { _ in .zero }),
        .amount("WorkInProgressAmount", "Always 0.", get: { _ in .zero }),
    ]
}
