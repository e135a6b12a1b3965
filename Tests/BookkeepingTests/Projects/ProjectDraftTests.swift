import Bookkeeping
import Testing

@Suite struct ProjectDraftTests {
    @Test func everyProblemIsToldAtOnce() throws {
        var draft = ProjectDraft()
        draft.number = -1
        draft.details.startsOn = try CalendarDate(text: "2026-03-09")
        draft.details.endsOn = try CalendarDate(text: "2026-03-08")
        #expect(
            throws: BookkeepingError.invalid([
                FieldProblem("Number", .notWhole(Bounds.number)), FieldProblem("Name", .empty),
                FieldProblem("EndDate", "must not be before StartDate"),
            ])
        ) { try draft.checked() }
        (draft.number, draft.details.name, draft.details.endsOn) = (0, " A ", draft.details.startsOn)
        #expect(try draft.checked().draft.details.name == "A")
    }

    @Test(arguments: [("completed", 0), ("ACTIVE", 1), ("2", 2), ("Archived", 2)])
    func aStatusIsReadByNameOrNumber(sent: String, number: Int64) {
        #expect(ProjectStatus(sent: sent)?.rawValue == number)
    }

    @Test(arguments: ["", "3", "-1", "done", "1.0"]) func anythingElseIsNoStatus(sent: String) {
        #expect(ProjectStatus(sent: sent) == nil)
    }

    @Test func actualsAreOfTheLinesOfEachProjectWithoutDeductions() throws {
        func line(_ project: Int64?, net: Int64, vat: Int64, isWithholding: Bool = false) -> SalesLine {
            SalesLine(
                number: 1, description: "", quantity: .one, rate: .one, vatLevel: .zero, isVATExempt: false,
                net: .zero, vat: .zero, homeNet: Money(minorUnits: net), homeVAT: Money(minorUnits: vat),
                nominal: NominalLink(id: 1, code: 4000, name: "Sale of Goods"),
                project: project.map { ProjectLink(id: $0, number: $0, name: "") },
                isWithholding: isWithholding)
        }
        let sums = try ProjectActuals.byProject([
            line(1, net: 100, vat: 20), line(2, net: 7, vat: 0), line(nil, net: 9, vat: 9),
            line(1, net: -30, vat: -6),
            line(1, net: -14, vat: 0, isWithholding: true),
        ])
        #expect(sums.count == 2)
        #expect(sums[1] == ProjectActuals(salesNet: Money(minorUnits: 70), salesVAT: Money(minorUnits: 14)))
        #expect(try sums[1]?.income(excludesVAT: true).minorUnits == 70)
        #expect(try sums[1]?.income(excludesVAT: false).minorUnits == 84)
        let most = ProjectActuals(salesNet: Money(minorUnits: .max), salesVAT: Money(minorUnits: 1))
        #expect(throws: BookkeepingError.amountOutOfRange) { try most.income(excludesVAT: false) }
        #expect(throws: BookkeepingError.amountOutOfRange) {
            try most + ProjectActuals(salesNet: Money(minorUnits: 1))
        }
    }
}
