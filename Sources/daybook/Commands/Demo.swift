import ArgumentParser
import Books
import FrontDoor
import Installation
import Surroundings

struct Demo: InstallationCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a sample business to try the API with.",
        discussion: """
            A business with ten customers and its owner, whose password and memorable word are made up, printed once \
            and kept nowhere in the clear. A second run says what exists and changes nothing.

              daybook demo
              daybook serve
            """)
    static let makesInstallation = true

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let businesses = try await desk.frontDoor.businesses()
        if let business = businesses.first(where: { $0.name == SampleBusiness.name && $0.state == .live }) {
            return desk.print(
                """
                The sample business exists: \(business.name), business \(business.id), user \(SampleBusiness.username).
                Its password and word were printed when it was made. Others are set with
                  daybook user set-password --username \(SampleBusiness.username) --password-stdin
                """)
        }
        guard try await desk.frontDoor.users().allSatisfy({ $0.username != SampleBusiness.username }) else {
            throw Refusal(
                "There is a user \(SampleBusiness.username) already, whom the sample business would need.")
        }
        let credentials = MadeUpCredentials(from: SystemRandomness())
        let business = try await desk.installation.addBusiness(name: SampleBusiness.name, from: .commandLine)
        _ = try await desk.frontDoor.addUser(
            business: business.id, username: SampleBusiness.username, fullName: SampleBusiness.fullName,
            email: SampleBusiness.email, administrator: true, password: credentials.password,
            memorableWord: credentials.word, from: .commandLine)
        try await desk.installation.bookshelf.withBook(business.id) { book in
            for customer in SampleBusiness.customers { _ = try await book.create(customer.checked()) }
        }
        print(business, credentials, at: desk)
    }

    private func print(_ business: Business, _ credentials: MadeUpCredentials, at desk: Desk) {
        let address = desk.address ?? "http://\(Settings.host.fallback):\(Settings.port.fallback)/v2"
        let body = #"{"UserName": "\#(SampleBusiness.username)", "Password": "\#(credentials.password)"}"#
        desk.print(
            """
            \(business.name) is business \(business.id), with \(SampleBusiness.customers.count) customers. Its owner:

              User:     \(SampleBusiness.username)
              Password: \(credentials.password)
              Word:     \(credentials.word)

            They are printed this once. \(desk.address == nil ? "Start `daybook serve`, then sign in" : "Sign in"): \
            the first step answers with a temporary token and three positions in the word.

              curl -sS \(address)/sessiontoken --json '\(body)'
            """)
    }
}
