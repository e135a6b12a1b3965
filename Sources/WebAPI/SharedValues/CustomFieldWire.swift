import Bookkeeping
import WebCore

/// A named text: a text box of the account's own, or a reference for withholding tax.
struct CustomFieldWire: WireTable {
    var field = CustomField(name: "", value: nil)

    init() {}

    init(_ field: CustomField) {
        self.field = field
    }

    static let shape = WireShape<CustomFieldWire>(
        "CustomField",
        [
            .requiredText(
                "Name", max: TextKind.nameMax, "The box's name.", get: { $0.field.name },
                set: { $0.field.name = $1 }
            ).example(#""Delivery notes""#),
            .text("Value", "What it says.", get: { $0.field.value }, set: { $0.field.value = $1 })
                .example(#""Ring at the yard gate""#),
        ])
}

/// A named tick: a check box of the account's own.
struct CustomCheckBoxWire: WireTable {
    var box = CustomCheckBox(name: "", isTicked: false)

    init() {}

    init(_ box: CustomCheckBox) {
        self.box = box
    }

    static let shape = WireShape<CustomCheckBoxWire>(
        "CustomCheckBox",
        [
            .requiredText(
                "Name", max: TextKind.nameMax, "The box's name.", get: { $0.box.name },
                set: { $0.box.name = $1 }
            ).example(#""Trade account""#),
            .flag(
                "Value", "Whether it is ticked; 0, 1 and their texts are read too.", get: { $0.box.isTicked },
                set: { $0.box.isTicked = $1 }
            ).example("true"),
        ])
}
