import ArgumentParser
import Books
import Installation

struct Export: InstallationCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a business's whole journal to standard output, for other programs.",
        discussion: """
            Every posting with its entries, reversals too, up to the last there is when it begins. Account names hold \
            the nominal code: `4000 Sale of Goods` for hledger, `Income:4000-Sale-of-Goods` for beancount. csv has a row \
            for each entry, json a list of postings; both have the hashes of the chain.

              daybook export --business 1 --format hledger > books.journal
              daybook export --business 1 --format csv > books.csv
            """)

    @OptionGroup var place: BusinessOption

    @Option(help: "hledger, beancount, csv or json.")
    var format: ExportForm

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        // Known before anything is written.
        _ = try await desk.frontDoor.business(id: place.business)
        try await desk.installation.bookshelf.withBook(place.business) { book in
            try await book.export(as: format) { try await desk.write($0) }
        }
    }
}

extension ExportForm: ExpressibleByArgument {}
