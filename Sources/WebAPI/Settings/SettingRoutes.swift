import Bookkeeping
import Books
import FrontDoor
import WebCore

/// The settings that are families of their own: what stands in `/settings/…` and `/stockoptions`. Everybody may read
/// them, since every form needs them.
enum SettingRoutes {
    static let all: [Route] = stock + projects + invoices + quotes + withholding

    private static let stock = pair(
        "/stockoptions", StockOptionsWire.self, "Whether stock is counted and wholesale prices are used.",
        change: "Changes the stock options: what is left out is false.",
        read: { StockOptionsWire(try $0.stockOptions()) },
        write: { StockOptionsWire(try await $0.changeStockOptions(to: $1.options)) })

    private static let projects = pair(
        "/settings/project", ProjectSettingsWire.self, "How projects are used and what they are called.",
        change: "Changes how projects are used: what is left out keeps its value.",
        read: { ProjectSettingsWire(try $0.projectSettings()) },
        write: { ProjectSettingsWire(try await $0.changeProjectSettings($1.sent)) })

    private static let invoices = pair(
        "/settings/invoice", InvoiceSettingsWire.self, "The words on invoices, and what their list shows.",
        change: "Changes the words on invoices: what is left out keeps its value.",
        read: { InvoiceSettingsWire(try $0.invoiceSettings()) },
        write: { InvoiceSettingsWire(try await $0.changeInvoiceSettings($1.sent)) })

    private static let quotes = pair(
        "/settings/quote", QuoteSettingsWire.self,
        "What quotes are called and what becomes of a converted one.",
        change: "Changes what quotes are called and what becomes of them: what is left out keeps its value.",
        read: { QuoteSettingsWire(try $0.quoteSettings()) },
        write: { QuoteSettingsWire(try await $0.changeQuoteSettings($1.sent)) })

    private static let withholding = pair(
        "/settings/withholdingtax", WithholdingWire.self, "How tax is withheld, as for CIS.",
        change: "Changes how tax is withheld: what is left out keeps its value.",
        read: { WithholdingWire(try $0.withholdingInFull()) },
        write: { WithholdingWire(try await $0.changeWithholding($1.sent, excluded: $1.sentExcluded)) })

    /// The GET that shows a family and the PUT that changes it.
    private static func pair<Wire: WireTable>(
        _ path: String, _: Wire.Type, _ summary: String, change: String,
        read: @escaping @Sendable (Call.BookState) throws -> Wire,
        write: @escaping @Sendable (Book, Wire) async throws -> Wire
    ) -> [Route] {
        let shown: Call.Shown = { Answer(try read($0)) }
        return [
            Route(
                .get, path, .anyToken,
                RouteContract(summary).answers(.ok, "The settings.", .table(Wire.schema)),
                use: { try await $0.showing(shown) }),
            Route(
                .put, path, .needs(.fullAccess),
                RouteContract(change)
                    .takes(.table(Wire.schema))
                    .answers(.ok, "The settings.", .table(Wire.schema))
                    .matched(),
                use: { call in
                    let sent = try await call.wire(Wire.self)
                    return Answer(try await call.changing(shown) { try await write($0, sent) })
                }),
        ]
    }
}
