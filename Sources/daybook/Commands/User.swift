import ArgumentParser
import FrontDoor

struct UserCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Add users, and lock, disable or give them passwords.",
        discussion: """
            A user is one person with one user name, password and memorable word, and works in one or more \
            businesses: see `daybook membership`.
            """,
        subcommands: [
            AddUser.self, ListUsers.self, LockUser.self, UnlockUser.self, DisableUser.self, EnableUser.self,
            SetPassword.self, MakeActivationLink.self,
        ])
}

struct UsernameOption: ParsableArguments {
    @Option(help: ArgumentHelp("The user name, in any case.", valueName: "name"))
    var username: String
}

struct AddUser: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a user to a business.",
        discussion: """
            With --password-stdin two lines are read from standard input: the password (15 characters or more) and \
            the memorable word (8 to 20 letters and digits). At a terminal they are asked for and not shown. Without \
            it the user waits for `daybook user activation-link`.

            The first user of a business owns it and has the role Full Access; others get Read only unless --role \
            says more.

              daybook user add --business 1 --username ines --admin --password-stdin

              printf '%s\\n' "$password" "$word" |
                  daybook user add --business 1 --username tom --role Sales \\
                      --password-stdin
            """)

    @OptionGroup var place: BusinessOption

    @Option(help: ArgumentHelp("Unique in the whole installation; 1 to 100 characters.", valueName: "name"))
    var username: String

    @Option(help: ArgumentHelp("The person's name (default: the user name).", valueName: "name"))
    var fullName: String?

    @Option(help: ArgumentHelp("An e-mail address that nobody else has.", valueName: "address"))
    var email: String?

    @Option(help: ArgumentHelp("The role's name or number.", valueName: "role"))
    var role: String?

    @Flag(help: "Make the user an administrator of the business.")
    var admin = false

    @Flag(help: "The password must be changed at the first sign-in.")
    var temporary = false

    @Flag(help: "Read password and memorable word from standard input, one a line.")
    var passwordStdin = false

    @OptionGroup var folder: FolderOptions

    var asks: [String] { passwordStdin ? ["Password", "Memorable word"] : [] }

    mutating func validate() throws {
        if temporary && !passwordStdin { throw ValidationError("--temporary needs --password-stdin.") }
    }

    func work(at desk: Desk) async throws {
        if passwordStdin && desk.input.count < 2 {
            throw Refusal("Standard input must have two lines: the password, then the memorable word.")
        }
        let user = try await desk.frontDoor.addUser(
            business: place.business, username: username, fullName: fullName ?? username, email: email,
            role: role.map { RoleChoice($0) }, administrator: admin, temporary: temporary,
            password: desk.input.first,
            memorableWord: desk.input.dropFirst().first, from: .commandLine)
        desk.print("User \(user.username) (\(user.id)) works in business \(place.business).")
    }
}

struct ListUsers: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the users of one business, or all.",
        discussion: "  daybook user list --business 1 --json")

    @Option(help: ArgumentHelp("Only those who work in this business.", valueName: "id"))
    var business: Int64?

    @OptionGroup var form: ListForm
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        desk.print(Listing(users: try await desk.frontDoor.users(business: business)), json: form.json)
    }
}

struct SetPassword: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-password", abstract: "Give a user another password and memorable word.",
        discussion: """
            Reads two lines from standard input: the password, and the memorable word; without the second the present \
            word stays. All sessions of the user end. A lock stays: see `daybook user unlock`.

              daybook user set-password --username ines --password-stdin
            """)

    @OptionGroup var user: UsernameOption

    @Flag(help: "The password must be changed at the next sign-in.")
    var temporary = false

    @Flag(
        help:
            "Read from standard input, which is done in any case: no password is taken from the command line."
    )
    var passwordStdin = false

    @OptionGroup var folder: FolderOptions

    var asks: [String] { ["Password", "Memorable word"] }

    func work(at desk: Desk) async throws {
        guard let password = desk.input.first else {
            throw Refusal("Standard input must have the password, then the memorable word, one a line.")
        }
        // An empty line, as Return at the prompt gives it, keeps the word.
        let word = desk.input.dropFirst().first.flatMap { $0.isEmpty ? nil : $0 }
        try await desk.frontDoor.setPassword(
            username: user.username, password: password, memorableWord: word, temporary: temporary,
            from: .commandLine)
        desk.print("User \(user.username) has another password; all sessions ended.")
    }
}

extension Listing {
    init(users: [User]) {
        self.init(
            [
                "id", "username", "fullName", "email", "homeBusiness", "locked", "disabled", "pending",
                "failures",
                "memberships",
            ],
            users.map { user in
                let memberships = Listing(
                    ["business", "number", "role", "roleName", "administrator", "owner", "disabled"],
                    user.memberships.map { member in
                        [
                            .number(member.business), .number(member.number), .number(member.role),
                            .text(member.roleName), .flag(member.administrator), .flag(member.owner),
                            .flag(member.disabled),
                        ]
                    })
                let words = user.memberships.map { member in
                    "\(member.business): \(member.roleName)\(member.disabled ? " (disabled)" : "")"
                }.joined(separator: ", ")
                return [
                    .number(user.id), .text(user.username), .text(user.fullName),
                    .text(orNothing: user.email),
                    .number(orNothing: user.homeBusiness), .flag(user.locked), .flag(user.disabled),
                    .flag(user.pending),
                    .number(Int64(user.failures)), .listing(memberships, inWords: words),
                ]
            })
    }
}
