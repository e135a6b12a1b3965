/// Names with slots to fill: `{last} & {other} Architects`.
///
/// `{first}`, `{last}`, `{initial}` and `{title}` are of the person one speaks to; `{other}` is another family, `{friend}`
/// another first name, `{place}` a village and `{town}` the party's own; `{trade}` is its kind's, the rest are words.
struct NameTemplate {
    let person: Person
    let town: String
    let trades: [String]

    func filled(_ template: String, _ dice: Dice) -> String {
        var name = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            name += rest[..<open]
            name += word(rest[rest.index(after: open)..<close], dice)
            rest = rest[rest.index(after: close)...]
        }
        return name + rest
    }

    /// An unknown slot shows itself, so that a slip in a table is seen.
    private func word(_ slot: Substring, _ dice: Dice) -> String {
        switch slot {
        case "first": person.first
        case "last": person.last
        case "initial": person.initial
        case "title": person.title
        case "other": other(dice)
        case "friend": Person(dice).first
        case "place": Village.name(dice)
        case "town": town
        case "trade": dice.pick(trades)
        case "tree": dice.pick(NameWords.trees)
        case "sea": dice.pick(NameWords.sea)
        case "thing": dice.pick(NameWords.things)
        case "creature": dice.pick(NameWords.creatures)
        case "colour": dice.pick(NameWords.colours)
        case "saint": dice.pick(NameWords.saints)
        default: "{\(slot)}"
        }
    }

    /// Another family than the person's own; drawing it twice makes the same one rare enough.
    private func other(_ dice: Dice) -> String {
        let families = (Person(dice).last, Person(dice).last)
        return families.0 == person.last ? families.1 : families.0
    }
}

/// What businesses are named after.
private enum NameWords {
    static let trees = words(
        "Alder Ash Aspen Beech Birch Cedar Chestnut Elm Hawthorn Hazel Holly Juniper Larch Lime Maple Oak Pine Rowan Willow Yew"
    )
    static let sea = words(
        """
        Anchor Anchorage Beacon Breakwater Capstan Channel Compass Coral Cove Estuary Fathom Galleon Harbour Headland
        Horizon Keel Landfall Lighthouse Lugger Mainsail Mariner Mooring Neptune Oarsman Pilot Plover Quayside Rudder
        Sandbar Seabird Sextant Shoreline Slipway Spinnaker Spindrift Tideline Tidewater Topsail Trawler Waterfront
        Whitecap Windlass Windward
        """)
    static let things = words(
        """
        Anvil Barrel Basket Bell Bellows Boathouse Bobbin Candle Cartwheel Chisel Cobbler Crown Feather Garden Griddle
        Hearth Kettle Ladle Lantern Larder Loft Mill Miller Net Oven Pantry Pebble Pilchard Plough Sail Scullery Skillet
        Spindle Table Tankard Teapot Thimble Wheel Whisk
        """)
    static let creatures = words(
        """
        Badger Bear Blackbird Cormorant Curlew Dolphin Egret Fox Gull Hare Heron Hound Kestrel Kingfisher Lamb Lark
        Mackerel Magpie Oyster Otter Owl Peacock Pheasant Plover Porpoise Puffin Ram Raven Robin Salmon Seal Stag Swan
        Tern Whale Wren
        """)
    static let colours = words(
        "Amber Black Blue Bronze Copper Crimson Emerald Golden Green Grey Indigo Ivory Red Russet Scarlet Silver Tin White"
    )
    static let saints = words(
        """
        Andrew Anne Aubyn Barnabas Bartholomew Boniface Breward Budoc Catherine Clement Columba Cuthbert Edmund Gabriel
        George Helena Hilda James John Joseph Jude Luke Margaret Mary Matthew Michael Nicholas Oswald Paul Peter Petroc
        Philip Piran Stephen Swithun Thomas Winifred
        """)
}
