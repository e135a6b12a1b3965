/// docs/configuration.md, made from the table.
enum SettingsPage {
    static var markdown: String {
        let sections = SettingFact.Section.allCases.map { section in
            let rows = Settings.all.filter { $0.section == section }.map(row)
            return "## \(section.rawValue)\n\n| setting | default | goes | meaning |\n|---|---|---|---|\n"
                + rows.joined(separator: "\n") + "\n"
        }
        return ([head] + sections).joined(separator: "\n")
    }

    private static func row(_ fact: SettingFact) -> String {
        let fallback = fact.fallback.map { "`\($0)`" } ?? ""
        let unit = ["minutes", "hours", "days", "seconds", "bytes", "characters"].contains(fact.placeholder)
        let goes =
            (fact.isSecret ? "environment only: " : "") + fact.bounds
            + (unit ? ", in \(fact.placeholder)" : "")
        let cells = ["`\(fact.name)`", fallback, goes, fact.meaning].map { $0.replacing("|", with: "\\|") }
        return "| \(cells.joined(separator: " | ")) |"
    }

    private static let head = """
        # Configuration

        Every setting has a default that is right for one owner on one machine, so nothing has to be set. Each can be \
        set in three places; the first one that has it counts:

        1. a **flag** of `daybook serve`: `--session-idle-minutes 30`
        2. an **environment** variable: `DAYBOOK_SESSION_IDLE_MINUTES=30`
        3. a YAML **file**, `daybook.yaml` in the data folder or the one that `--config` names: \
        `session-idle-minutes: 30`

        `daybook serve --print-config` shows what holds and where each value came from, and starts nothing. A value \
        of the wrong kind or out of bounds, a key in the file and a `DAYBOOK_` variable that is no setting keep the \
        server from starting, with a line that names them. The other commands of the program read the same file and \
        variables; of the flags they take `--data`, `--database` and `--config`.

        ```yaml
        # daybook.yaml
        public-url: https://books.example/v2
        trusted-proxies: [10.0.0.0/8]
        lockout: gentle
        ```

        This page is made from the program's own table (`daybook settings-page`); `FD-…` names the rule of the front \
        door that a number belongs to.

        """
}
