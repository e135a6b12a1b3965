/// Goes over what was sent field by field and keeps every problem, so that a caller learns them all at once.
///
/// Each check gives the value as it is to be kept. Names of fields are made only when there is a problem to
/// tell. Public so that a protocol can speak of it; nothing but this floor can use it.
public struct FieldCheck {
    private var problems: [FieldProblem] = []

    mutating func refuse(_ field: String, _ fault: String) {
        problems.append(FieldProblem(field, fault))
    }

    mutating func refuse(_ field: String, _ fault: FieldFault) {
        problems.append(FieldProblem(field, fault))
    }

    /// - Throws: `BookkeepingError.invalid` when there was any problem.
    func finish() throws(BookkeepingError) {
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    /// A text tidied; nil when nothing is left of it, since an empty text is an unset one.
    mutating func text(
        _ sent: String?, _ field: @autoclosure () -> String, max: Int = TextKind.lineMax,
        kind: TextKind = .line
    ) -> String? {
        guard let sent else { return nil }
        do {
            let text = try sent.tidied(kind, max: max)
            return text.isEmpty ? nil : text
        } catch {
            refuse(field(), error)
            return nil
        }
    }

    mutating func requiredText(
        _ sent: String?, _ field: @autoclosure () -> String, max: Int, kind: TextKind = .line
    ) -> String {
        let count = problems.count
        if let text = text(sent, field(), max: max, kind: kind) { return text }
        if problems.count == count { refuse(field(), .empty) }
        return ""
    }

    mutating func number(
        _ sent: Int64?, _ field: @autoclosure () -> String, in range: ClosedRange<Int64> = Bounds.number
    ) {
        guard let sent, !range.contains(sent) else { return }
        refuse(field(), .notWhole(range))
    }

    mutating func percentage(_ sent: Percentage?, _ field: @autoclosure () -> String) {
        guard let sent, !(Percentage.zero ... .hundred).contains(sent) else { return }
        refuse(field(), .notAPercentage)
    }

    /// Each of a list checked, with its place in the field's name: `Contacts[0]`.
    mutating func list<Element>(
        _ sent: [Element], _ field: String, max: Int = Bounds.entriesMax,
        each: (inout FieldCheck, Element, @autoclosure () -> String) -> Element
    ) -> [Element] {
        guard sent.count <= max else {
            refuse(field, .tooManyEntries(max: max))
            return []
        }
        return sent.enumerated().map { place, element in
            each(&self, element, "\(field)[\(place)]")
        }
    }
}
