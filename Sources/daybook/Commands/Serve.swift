import ArgumentParser

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the API until told to stop.",
        discussion: """
            When it is ready it prints one line on standard output, listening on http://HOST:PORT/v2, and then logs \
            on standard error. SIGTERM or SIGINT (Ctrl-C) stops it: what is in flight is finished, within 30 seconds.

              daybook serve
              daybook serve --data /var/lib/daybook --port 9000 --log-format json
              daybook serve --host 0.0.0.0 --tls-certificate chain.pem --tls-key key.pem
              daybook serve --database postgres://daybook@db.example/books
              DAYBOOK_SESSION_IDLE_MINUTES=30 daybook serve --print-config

            Flags come before DAYBOOK_… variables, these before the file, and it before the defaults. Two settings are \
            variables only: DAYBOOK_SECRET_KEY, in place of secret.key in the data folder, and DAYBOOK_DATABASE_PASSWORD.
            """)

    @Flag(help: "Print every setting, what holds and where it came from; start nothing.")
    var printConfig = false

    @OptionGroup(title: "Settings") var options: ServeOptions

    func run() async throws {
        let settings = try HeldSettings(flags: options.givenSettings)
        guard !printConfig else { return StandardOutput.write(settings.listing.text + "\n") }
        try await ServerRun(settings).run()
    }
}
