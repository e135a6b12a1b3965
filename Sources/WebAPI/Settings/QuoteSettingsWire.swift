import Bookkeeping
import WebCore

/// What quotes are called and what becomes of them, as `/settings/quote` answers and takes it. What is left out keeps
/// its value.
struct QuoteSettingsWire: WireTable {
    private var settings = QuoteSettings()
    private(set) var sent = SettingsChange<QuoteSettings>()

    init() {}

    init(_ settings: QuoteSettings) {
        self.settings = settings
    }

    static let shape = WireShape<QuoteSettingsWire>("QuoteSettings", words + rules)

    private static let words: [WireField<QuoteSettingsWire>] = [
        label("QuoteName", "What quotes are called.", \.name),
        label("QuoteHeading", "At the head of the paper.", \.heading),
        label("QuoteReference", "What the reference is called.", \.reference),
        label("QuoteDueDate", "How long a quote holds, in words.", \.validity),
        label("QuoteDueDateCaption", "What that is called.", \.validityCaption),
        .text(
            "QuoteAdditionalText", max: TextKind.linesMax, kind: .lines, "At the foot of the paper.",
            get: { $0.settings.footer }, set: { wire, text in wire.sent.add { $0.footer = text ?? "" } }
        ).neverNull().example(#""""#),
        flag("QuoteShowTotalInList", "Lists show totals.", \.showsTotalInList),
        flag("QuoteShowTotalInPdf", "Papers show totals.", \.showsTotalOnPaper),
    ]

    private static let rules: [WireField<QuoteSettingsWire>] = [
        flag("QuoteDelete", "A quote is deleted once it is converted.", \.deletesAfterConversion),
        .named(
            "QuoteCopyReference", [(NumberedName("0", 0), false), (NumberedName("1", 1), true)],
            "1: the invoice takes the quote's reference.", get: { $0.settings.copiesReference ? "1" : "0" },
            set: { wire, copies in wire.sent.add { $0.copiesReference = copies } }),
        .text(
            "QuoteConvertedCategory", max: 10,
            "The number of the category that a converted quote is given, as text; 0 keeps its own.",
            get: { String($0.settings.convertedCategory) },
            // What is no number is refused as one that no category can have.
            set: { wire, text in wire.sent.add { $0.convertedCategory = text.map { Int64($0) ?? -1 } ?? 0 } }
        ).neverNull().example(#""0""#),
        flag(
            "PrevNextOptionEnabled", "Screens have buttons to the one before and after.", \.hasPreviousAndNext
        ),
        .named(
            "PrevNextType", [(NumberedName("0", 0), false), (NumberedName("1", 1), true)],
            "Where they go: 0 to all quotes, 1 to those of the same customer.",
            get: { $0.settings.staysWithCustomer ? "1" : "0" },
            set: { wire, stays in wire.sent.add { $0.staysWithCustomer = stays } }),
    ]

    private static func flag(
        _ name: String, _ meaning: String, _ path: any WritableKeyPath<QuoteSettings, Bool> & Sendable
    ) -> WireField<QuoteSettingsWire> {
        .flag(
            name, meaning, get: { $0.settings[keyPath: path] },
            set: { wire, flag in wire.sent.add { $0[keyPath: path] = flag } })
    }

    private static func label(
        _ name: String, _ meaning: String, _ path: any WritableKeyPath<QuoteSettings, String> & Sendable
    ) -> WireField<QuoteSettingsWire> {
        .label(
            name, usual: QuoteSettings()[keyPath: path], meaning, get: { $0.settings[keyPath: path] },
            set: { wire, text in wire.sent.add { $0[keyPath: path] = text } })
    }
}
