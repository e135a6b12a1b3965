import Bookkeeping

/// A town outside the United Kingdom where a joinery has customers and buys hinges, and what firms are like there.
struct Abroad: Sendable {
    let town: String
    /// ISO 3166-1 alpha-2.
    let country: String
    let border: TradeBorderType
    /// `#` is a digit, `@` a letter.
    let postCode: String
    let people: Background
    /// What stands between a family's name and the legal form.
    let trades: [String]
    let forms: [String]
    let streets: [String]
    /// The number stands after the street's name, as on most of the continent.
    let numberLast: Bool

    /// - Parameters:
    ///   - trades: with blanks between.
    ///   - streets: a street a line.
    private init(
        _ town: String, _ country: String, _ border: TradeBorderType, _ postCode: String,
        _ people: Background,
        _ trades: String, _ forms: [String], numberLast: Bool = false, _ streets: String
    ) {
        self.town = town
        self.country = country
        self.border = border
        self.postCode = postCode
        self.people = people
        self.trades = words(trades)
        self.forms = forms
        self.numberLast = numberLast
        self.streets = lines(streets)
    }

    /// `Lindqvist Båtar AB`, of the family that answers there.
    func firm(of person: Person, _ dice: Dice) -> String {
        "\(person.last) \(dice.pick(trades)) \(dice.pick(forms))"
    }

    func address(_ dice: Dice) -> PostalAddress {
        let (street, number) = (dice.pick(streets), dice.number(1...120))
        var address = PostalAddress()
        address.line1 = numberLast ? "\(street) \(number)" : "\(number) \(street)"
        address.line2 = town
        address.postCode = postCode.map { character in
            switch character {
            case "#": dice.digits(1)
            case "@": dice.pick(Self.letters)
            default: String(character)
            }
        }.joined()
        address.countryCode = country
        return address
    }

    private static let letters = "ADEFHKNPRTVWXY".map(String.init)

    static let all = european + overseas

    private static let european = [
        Abroad(
            "Dublin", "IE", .europeanUnion, "D0# @@##", .irish, "Interiors Joinery Design Fit-Out",
            ["Ltd", "DAC"],
            "Harcourt Street\nNorth Quay\nMerrion Row"),
        Abroad(
            "Cork", "IE", .europeanUnion, "T12 @@##", .irish, "Boats Kitchens Hardwoods Marine", ["Ltd"],
            "Patrick Street\nGrand Parade\nSouth Mall"),
        Abroad(
            "Roscoff", "FR", .europeanUnion, "29680", .french, "Nautique Marine Charpente", ["SARL", "SAS"],
            "rue du Port\nquai d'Auxerre"),
        Abroad(
            "Rennes", "FR", .europeanUnion, "35#00", .french, "Menuiserie Agencement Bois", ["SARL", "SAS"],
            "rue de Nantes\navenue Janvier"),
        Abroad(
            "Hamburg", "DE", .europeanUnion, "20###", .northern, "Bootsbau Holzhandel Innenausbau",
            ["GmbH", "KG"],
            numberLast: true, "Hafenstraße\nDeichstraße"),
        Abroad(
            "Köln", "DE", .europeanUnion, "50###", .northern, "Beschläge Möbel Messebau", ["GmbH"],
            numberLast: true, "Aachener Straße\nGartenweg"),
        Abroad(
            "Utrecht", "NL", .europeanUnion, "35## @@", .northern, "Interieur Houthandel Scheepsbouw",
            ["B.V."],
            numberLast: true, "Oudegracht\nCatharijnesingel"),
        Abroad(
            "Aarhus", "DK", .europeanUnion, "8###", .northern, "Møbler Træ Design", ["ApS", "A/S"],
            numberLast: true, "Strandvejen\nNørregade"),
        Abroad(
            "Göteborg", "SE", .europeanUnion, "41# ##", .northern, "Båtar Trävaror Inredning", ["AB"],
            numberLast: true, "Kungsgatan\nVasagatan"),
        Abroad(
            "Vigo", "ES", .europeanUnion, "362##", .mediterranean, "Maderas Náutica Muebles",
            ["S.L.", "S.A."],
            numberLast: true, "Rúa do Príncipe\nGran Vía"),
        Abroad(
            "Udine", "IT", .europeanUnion, "33100", .mediterranean, "Sedie Serramenti Legnami",
            ["S.r.l.", "S.p.A."],
            numberLast: true, "via Aquileia\nviale Trieste"),
        Abroad(
            "Gdańsk", "PL", .europeanUnion, "80-###", .polish, "Stolarka Okna Jachty", ["Sp. z o.o."],
            numberLast: true, "ulica Długa\nulica Portowa"),
    ]

    private static let overseas = [
        Abroad(
            "Bergen", "NO", .restOfWorld, "50##", .northern, "Båtbyggeri Trelast Interiør", ["AS"],
            numberLast: true, "Strandgaten\nNygårdsgaten"),
        Abroad(
            "St Helier", "JE", .restOfWorld, "JE2 #@@", .english, "Homes Yachts Interiors", ["Ltd"],
            "Bath Street\nThe Esplanade"),
        Abroad(
            "St Peter Port", "GG", .restOfWorld, "GY1 #@@", .english, "Properties Hotels Marine", ["Ltd"],
            "Le Pollet\nSmith Street"),
        Abroad(
            "Portland, ME", "US", .restOfWorld, "0410#", .english, "Boatworks Millwork Cabinetry",
            ["LLC", "Inc."],
            "Commercial Street\nCongress Street"),
        Abroad(
            "Halifax, NS", "CA", .restOfWorld, "B3H #@#", .scottish, "Boats Millwork Lumber", ["Inc."],
            "Barrington Street\nLower Water Street"),
        Abroad(
            "Hobart", "AU", .restOfWorld, "70##", .english, "Joinery Timbers Boats", ["Pty Ltd"],
            "Salamanca Place\nMacquarie Street"),
    ]
}
