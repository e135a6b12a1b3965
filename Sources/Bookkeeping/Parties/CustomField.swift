/// A named text: a text box that the account defined, or a reference for withholding tax.
public struct CustomField: Hashable, Sendable {
    public var name: String
    public var value: String?

    public init(name: String, value: String?) {
        self.name = name
        self.value = value
    }
}

/// A named tick: a check box that the account defined.
public struct CustomCheckBox: Hashable, Sendable {
    public var name: String
    public var isTicked: Bool

    public init(name: String, isTicked: Bool) {
        self.name = name
        self.isTicked = isTicked
    }
}

extension FieldCheck {
    mutating func customField(_ sent: CustomField, _ field: @autoclosure () -> String) -> CustomField {
        CustomField(
            name: requiredText(sent.name, field() + ".Name", max: TextKind.nameMax),
            value: text(sent.value, field() + ".Value"))
    }

    mutating func customCheckBox(_ sent: CustomCheckBox, _ field: @autoclosure () -> String) -> CustomCheckBox
    {
        CustomCheckBox(
            name: requiredText(sent.name, field() + ".Name", max: TextKind.nameMax), isTicked: sent.isTicked)
    }
}
