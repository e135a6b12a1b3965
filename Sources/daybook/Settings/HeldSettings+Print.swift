/// `--print-config`: every setting, what holds, and where it came from.
extension HeldSettings {
    var listing: Listing {
        Listing(
            ["setting", "value", "from"],
            Settings.all.map { fact in
                let source = source(of: fact)
                let shown = text(of: fact).map(fact.shown) ?? "(none)"
                return [.text(fact.name), .text(shown), .text(source.words(fact))]
            })
    }
}

extension HeldSettings.Source {
    fileprivate func words(_ fact: SettingFact) -> String {
        switch self {
        case .flag: "flag \(fact.flag)"
        case .environment: "environment \(fact.environment)"
        case .file(let path): "file \(path)"
        case .fallback: "default"
        }
    }
}
