import Bookkeeping

extension SampleParty {
    /// Somebody of one of `kinds`, all of it from the dice.
    static func made(_ kinds: [PartyKind], _ dice: Dice) -> (party: SampleParty, kind: PartyKind) {
        let kind = dice.pick(kinds) { $0.share }
        let isAbroad = kind.tradesAbroad && dice.happens(12)
        var party = isAbroad ? abroad(kind, dice) : inBritain(kind, dice)
        party.terms = dice.pick(kind.terms)
        if dice.happens(32) { party.note = dice.pick(kind.notes) }
        party.isArchived = dice.happens(4)
        return (party, kind)
    }

    private static func inBritain(_ kind: PartyKind, _ dice: Dice) -> SampleParty {
        let town = dice.pick(PostTown.all) { $0.share }
        let person = Person(dice)
        let template = NameTemplate(person: person, town: town.name, trades: kind.trades)
        var party = SampleParty()
        party.name = template.filled(dice.pick(kind.names), dice)
        party.address = address(dice.pick(kind.premises), in: town, dice)
        if dice.happens(kind.registered) { party.vatNumber = VATNumber.made(dice) }
        if !kind.isPrivate, dice.happens(9) { party.deliveries = deliveries(in: town, dice) }
        party.contacts = Reception(kind: kind, firm: party.name, town: town).contacts(person, dice)
        return party
    }

    /// Without VAT number and telephone: of other countries' none are known that nobody has.
    private static func abroad(_ kind: PartyKind, _ dice: Dice) -> SampleParty {
        let place = dice.pick(Abroad.all)
        let person = Person(dice, of: place.people)
        var party = SampleParty()
        party.name = place.firm(of: person, dice)
        party.border = place.border
        party.address = place.address(dice)
        party.contacts = Reception(kind: kind, firm: party.name, town: nil, people: place.people)
            .contacts(person, dice)
        return party
    }

    private static func address(_ premises: Premises, in town: PostTown, _ dice: Dice) -> PostalAddress {
        PostalAddress(premises.in(town).lines(dice) + [town.name], town.postCode(dice))
    }

    private static func deliveries(in town: PostTown, _ dice: Dice) -> [DeliveryAddress] {
        (0..<(dice.happens(25) ? 2 : 1)).map { _ in
            var delivery = DeliveryAddress()
            delivery.name =
                "\(dice.pick(["Site", "Goods in", "Workshop", "Yard", "Site office"])), \(Village.name(dice))"
            delivery.address = address(dice.pick([.unit, .grounds, .farm]), in: town, dice)
            return delivery
        }
    }
}
