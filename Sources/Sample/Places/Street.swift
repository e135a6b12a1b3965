/// Where in a town somebody lives or works.
enum Premises: Sendable {
    case house, shop, office, unit, grounds, farm

    /// There are no farms in the big cities, which are those with an exchange of their own.
    func `in`(_ town: PostTown) -> Premises {
        self == .farm && town.exchange != .anywhere ? .house : self
    }

    /// The lines above the town, one or two.
    func lines(_ dice: Dice) -> [String] {
        let street = Street.name(dice)
        switch self {
        case .house:
            if dice.happens(18) { return ["\(dice.pick(Street.houses)), \(street)"] }
            if dice.happens(12) {
                return ["Flat \(dice.number(1...9))", "\(dice.number(1...140)) \(street)"]
            }
            return ["\(dice.number(1...148)) \(street)"]
        case .shop: return ["\(dice.number(1...96)) \(dice.happens(45) ? dice.pick(Street.central) : street)"]
        case .office:
            guard dice.happens(35) else { return ["\(dice.number(1...80)) \(street)"] }
            return [
                "\(dice.pick(Street.floors)), \(dice.pick(Street.offices)) House",
                "\(dice.number(1...60)) \(street)",
            ]
        case .unit:
            let estate = "\(Village.name(dice)) \(dice.pick(Street.estates))"
            return [
                "Unit \(dice.number(1...34))\(dice.happens(20) ? dice.pick(["A", "B", "C"]) : ""), \(estate)",
                street,
            ]
        case .grounds: return [street]
        case .farm:
            return [
                "\(Village.name(dice)) \(dice.pick(["Farm", "Barton", "Mill", "Barns"]))", Village.name(dice),
            ]
        }
    }
}

/// Streets as most towns have them.
enum Street {
    static func name(_ dice: Dice) -> String {
        if dice.happens(12) { return dice.pick(central) }
        return "\(dice.pick(names)) \(dice.pick(kinds))"
    }

    static let central = lines(
        """
        High Street
        Fore Street
        Church Street
        Market Street
        Market Place
        Castle Street
        Bridge Street
        Station Road
        Mill Lane
        The Square
        The Parade
        Broad Street
        Chapel Street
        Victoria Road
        """)

    static let houses = lines(
        """
        Rose Cottage
        The Old Vicarage
        The Coach House
        Chy an Mor
        Sea View
        Orchard End
        The Old Forge
        Primrose Cottage
        Hillcrest
        The Lodge
        The Old School House
        Little Orchard
        Creek House
        Fairhaven
        Gull Cottage
        The Net Loft
        """)

    static let floors = ["First Floor", "Second Floor", "Suite 2", "Suite 5", "Third Floor", "Ground Floor"]
    static let offices = words(
        "Admiral Brunel Drake Exchange Grenville Mayflower Quay Regent Smeaton Trafalgar Windsor")
    static let estates = lines(
        """
        Industrial Estate
        Business Park
        Trading Estate
        Enterprise Park
        Workshops
        """)

    private static let names = words(
        """
        Abbey Acacia Albert Albion Alexandra Alma Ash Beach Beacon Beech Belmont Bellevue Cambridge Canal Cedar Chapel
        Chestnut Clarence Clifton Coastguard Coronation Cross Devonport Drake Durnford Edgcumbe Elm Fairfield Ferry
        Fountain Garden George Glebe Grange Grenville Greenbank Grove Harbour Hawthorn Hazel Heather Hill Holly Jubilee
        King Lansdowne Lark Laurel Lime Lipson London Longfield Lower Manor Maple Marine Meadow Molesworth Mount Nelson
        Newport North Oak Orchard Osborne Park Pier Poplar Priory Prospect Quarry Queen Raleigh Regent Ridge River Rowan
        Russell School Shore Somerset South Spring Stanley Sycamore Trafalgar Union Upland Valley Vine Walnut Warren
        Waterloo Wellington West Willow Windmill Windsor Woodland York
        """)

    private static let kinds = words(
        "Road Road Road Street Street Lane Lane Avenue Close Terrace Hill Place Gardens Drive Crescent Way Row Park Rise"
    )
}
