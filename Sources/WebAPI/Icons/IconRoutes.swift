import Bookkeeping
import WebCore

/// `/categoryicons` and `/bankicons`: the signs there are, and their pictures, the same for every business.
enum IconRoutes {
    static let all: [Route] = [
        Route(
            .get, "/categoryicons", .anyToken,
            RouteContract("The icons of categories, by Id.").bareList()
                .answers(.ok, "All of them.", .list(.table(CategoryIconWire.shape.schema))),
            use: { try await $0.bareList(CategoryIconWire.shape) { CategoryIcon.all } }),
        Route(
            .get, "/categoryicons/{file}", .anyToken,
            picture(RouteContract("The picture of a category icon."), #""redflag1.svg""#),
            use: { try picture(IconPicture.category, $0) }),
        Route(
            .get, "/bankicons", .anyToken,
            RouteContract("The icons of bank accounts, by Id.").bareList()
                .answers(.ok, "All of them.", .list(.table(BankIconWire.shape.schema))),
            use: { try await $0.bareList(BankIconWire.shape) { BankIcon.allCases } }),
        Route(
            .get, "/bankicons/{file}", .anyToken,
            picture(RouteContract("The picture of a bank icon."), #""bank.svg""#),
            use: { try picture(IconPicture.bank, $0) }),
    ]

    private static func picture(_ contract: RouteContract, _ example: String) -> RouteContract {
        contract
            .pathParameter("file", .text(max: nil), example, "The last part of what the list of icons tells.")
            .answers(.ok, "An SVG of 16 by 16.", .other(IconPicture.contentType))
            .refuses(WebError.notFound(noPicture))
    }

    private static let noPicture = "There is no such icon."

    private static func picture(_ find: (String) -> Answer?, _ call: Call) throws -> Answer {
        guard let picture = try find(call.pathText("file")) else { throw WebError.notFound(noPicture) }
        return picture
    }
}
