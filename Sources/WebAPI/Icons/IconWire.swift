import Bookkeeping
import WebCore

/// A sign of categories, as `GET /categoryicons` lists it.
enum CategoryIconWire {
    static let shape = WireShape<CategoryIcon>(
        "CategoryIcon",
        [
            .integer("Id", in: CategoryIcon.ids, "The IconId of categories.", get: { $0.id }),
            .text("Name", "Colour, shape and Id.", get: { $0.name }).neverNull().example(#""Red Flag 1""#),
            .text(
                "Path", "Where the picture is, from the root of this server.",
                get: { "/v2/categoryicons/\(IconPicture.file($0.pictureName))" }
            ).neverNull().example(#""/v2/categoryicons/redflag1.svg""#),
        ])
}

/// A sign of bank accounts, as `GET /bankicons` lists it.
enum BankIconWire {
    static let shape = WireShape<BankIcon>(
        "BankIcon",
        [
            .integer("Id", in: 0...8, "The IconId of bank accounts; 0 for none.", get: { $0.rawValue })
                .example("1"),
            .text("Name", "What it shows.", get: { $0.name }).neverNull().example(#""Bank""#),
            .text(
                "Url", "Where the picture is, from the root of this server; null for none.",
                get: { $0.pictureName.map { "/v2/bankicons/\(IconPicture.file($0))" } }
            ).example(#""/v2/bankicons/bank.svg""#),
        ])
}
