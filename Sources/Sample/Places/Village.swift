/// Places that are on no map though they sound it: two parts of English and Cornish place names.
enum Village {
    static func name(_ dice: Dice) -> String {
        let name = dice.pick(beginnings) + dice.pick(endings)
        guard dice.happens(14) else { return name }
        return "\(dice.pick(["Great", "Little", "Lower", "Upper", "North", "South", "East", "West"])) \(name)"
    }

    private static let beginnings = words(
        """
        Alder Amber Apple Ashe Barrow Beck Black Bram Brent Brook Buck Burn Cald Cherry Cold Combe Copper Crane Crow
        Dart Deer Dun East Elder Elm Fal Fern Fox Gold Goose Gorse Gran Green Grim Gul Hart Hawk Hazel Hather Hever Holm
        Honey Kel Kings Lang Lark Lin Lyd Mal Maple Marl Mel Moor Nether New Oak Otter Pen Pol Ram Raven Red Rock Rose
        Rush Sal Sand Sedge Shel Silver Stan Stone Swan Tam Thorn Tor Tre Wal Wen Whit Wick Win Withy Wood Yar
        """)

    private static let endings = words(
        """
        acre beck borough bourne bridge brook bury combe cote cott croft dale den down field fold ford gate grove ham
        haven head hill holme hurst land leigh ley mead mere minster moor mouth port ridge shaw side stead stock stoke
        ston stow thwaite ton wade water well wick wood worth worthy
        """)
}
