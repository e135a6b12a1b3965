import ArgumentParser
import Bookkeeping
import Books
import FrontDoor
import Installation
import Sample
import Surroundings

struct Demo: InstallationCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a sample business to try the API with.",
        discussion: """
            A business with ten customers, eight suppliers and its owner, whose password and memorable word are made \
            up, printed once and kept nowhere in the clear. With numbers there are as many of each as asked for: the \
            rest are made up too, the same for the same seed. With documents it is registered for VAT, and has invoices, \
            credit notes and quotes of the last two years, most of them paid.

            A second run says what exists and changes nothing; one that was interrupted is taken up where it ended.

              daybook demo
              daybook demo --customers 1000 --suppliers 200 --seed 7
              daybook demo --customers 500 --documents 10000
              daybook serve
            """)
    static let makesInstallation = true

    @Option(help: ArgumentHelp("How many customers.", valueName: "number"))
    var customers = SampleCustomers.writtenCount

    @Option(help: ArgumentHelp("How many suppliers.", valueName: "number"))
    var suppliers = SampleSuppliers.writtenCount

    @Option(help: ArgumentHelp("How many invoices, credit notes and quotes.", valueName: "number"))
    var documents = 0

    @Option(help: ArgumentHelp("Another seed makes other people.", valueName: "number"))
    var seed = SampleBusiness.seed

    @OptionGroup var folder: FolderOptions

    private static let countMax = 1_000_000

    func validate() throws {
        for (name, count) in [("customers", customers), ("suppliers", suppliers), ("documents", documents)]
        where !(0...Self.countMax).contains(count) {
            throw ValidationError("--\(name) must be 0 to \(Self.countMax).")
        }
        guard documents == 0 || customers > 0 else {
            throw ValidationError("--documents needs customers to write them for.")
        }
    }

    func work(at desk: Desk) async throws {
        let found = try await desk.frontDoor.businesses()
            .first { $0.name == SampleBusiness.name && $0.state == .live }
        if let found, let owner = try await desk.frontDoor.users(business: found.id).first {
            return try await tell(of: found, owner, at: desk)
        }
        try await requireFreeNames(at: desk)
        let credentials = MadeUpCredentials(from: SystemRandomness())
        let business =
            if let found { found } else {
                try await desk.installation.addBusiness(name: SampleBusiness.name, from: .commandLine)
            }
        let sample = SampleParties(customers: customers, suppliers: suppliers, seed: seed)
        try await desk.installation.bookshelf.withBook(business.id) { try await sample.complete(in: $0) }
        if documents > 0 {
            let today = CalendarDate(inUKAtMilliseconds: desk.frontDoor.clock.now().milliseconds)
            try await desk.installation.bookshelf.withBook(business.id) { book in
                try await SampleDocuments.prepare(book)
                let codes = try await book.customerCodes(most: customers)
                try await SampleDocuments(documents, seed: seed, customers: codes, today: today).complete(
                    in: book)
            }
        }
        // Last: a business that has its owner has everything, and until then nobody can come in and change it.
        _ = try await desk.frontDoor.addUser(
            business: business.id, username: SampleBusiness.username, fullName: SampleBusiness.fullName,
            email: SampleBusiness.email, administrator: true, password: credentials.password,
            memorableWord: credentials.word, from: .commandLine)
        print(business, credentials, at: desk)
    }

    /// Asked before anything is made, since the owner is made last.
    private func requireFreeNames(at desk: Desk) async throws {
        for user in try await desk.frontDoor.users() {
            guard user.username != SampleBusiness.username else {
                throw Refusal(
                    "There is a user \(SampleBusiness.username) already, whom the sample business would need."
                )
            }
            guard user.email != SampleBusiness.email else {
                throw Refusal(
                    "\(SampleBusiness.email) is \(oneLine(user.username))'s; the sample business would need it."
                )
            }
        }
    }

    private func tell(of business: Business, _ owner: User, at desk: Desk) async throws {
        let made = try await desk.installation.bookshelf.withBook(business.id) {
            try await SampleParties.Made(in: $0)
        }
        desk.print(
            """
            The sample business exists: \(business.name), business \(business.id), user \(oneLine(owner.username)), \
            with \(made.customers) customers and \(made.suppliers) suppliers.
            Its password and word were printed when it was made. Others are set with
              daybook user set-password --username \(oneLine(owner.username)) --password-stdin
            """)
    }

    private func print(_ business: Business, _ credentials: MadeUpCredentials, at desk: Desk) {
        let address = desk.address ?? "http://\(Settings.host.fallback):\(Settings.port.fallback)/v2"
        let body = #"{"UserName": "\#(SampleBusiness.username)", "Password": "\#(credentials.password)"}"#
        desk.print(
            """
            \(business.name) is business \(business.id), with \(customers) customers and \(suppliers) suppliers. \
            Its owner:

              User:     \(SampleBusiness.username)
              Password: \(credentials.password)
              Word:     \(credentials.word)

            They are printed this once. \(desk.address == nil ? "Start `daybook serve`, then sign in" : "Sign in"): \
            the first step answers with a temporary token and three positions in the word.

              curl -sS \(address)/sessiontoken --json '\(body)'
            """)
    }
}
