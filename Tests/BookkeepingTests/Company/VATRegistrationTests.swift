import Testing

@testable import Bookkeeping

@Suite struct VATRegistrationTests {
    @Test(
        arguments: [
            (.nowhere, "GB123456789", "PL1 2AB", .none),
            (.unitedKingdom, "GB123456789", "PL1 2AB", .greatBritain),
            (.unitedKingdom, nil, nil, .greatBritain),
            (.unitedKingdom, "XI123456789", "PL1 2AB", .northernIreland),
            (.unitedKingdom, nil, "bt1 5gs", .northernIreland),
            (.europeanUnion, "IE1234567A", nil, .memberOfEU),
        ] as [(VATRegistration.Place, String?, String?, VATRegistration.State)])
    func theStateFollows(
        place: VATRegistration.Place, number: String?, postCode: String?, state: VATRegistration.State
    ) {
        var vat = VATRegistration()
        vat.place = place
        vat.number = number
        var address = PostalAddress()
        address.postCode = postCode
        #expect(vat.state(at: address) == state)
    }

    @Test(
        arguments: [
            (.nowhere, nil, false), (.nowhere, "GB123456789", false), (.unitedKingdom, nil, false),
            (.unitedKingdom, "GB123456789", true), (.europeanUnion, "IE1234567A", true),
        ] as [(VATRegistration.Place, String?, Bool)])
    func registeredIsWhoHasAPlaceAndANumber(
        place: VATRegistration.Place, number: String?, isRegistered: Bool
    ) {
        var vat = VATRegistration()
        vat.place = place
        vat.number = number
        #expect(vat.isRegistered == isRegistered)
        var check = FieldCheck()
        vat.check(&check, "VATNumber", otherwise: "VATRegistered false")
        #expect(((try? check.finish()) == nil) == (place != .nowhere && number == nil))
    }

    /// Before, what was sent of the flag and the place, and the place after.
    @Test(
        arguments: [
            (.nowhere, true, nil, .unitedKingdom),
            (.nowhere, true, .nowhere, .unitedKingdom),
            (.nowhere, false, .unitedKingdom, .unitedKingdom),
            (.nowhere, nil, .europeanUnion, .europeanUnion),
            (.unitedKingdom, false, .unitedKingdom, .nowhere),
            (.unitedKingdom, true, .nowhere, .nowhere), (.europeanUnion, true, nil, .europeanUnion),
            (.europeanUnion, nil, nil, .europeanUnion), (.europeanUnion, false, nil, .nowhere),
        ] as [(VATRegistration.Place, Bool?, VATRegistration.Place?, VATRegistration.Place)])
    func whatIsNewCounts(
        before: VATRegistration.Place, isRegistered: Bool?, sent: VATRegistration.Place?,
        after: VATRegistration.Place
    ) {
        var vat = VATRegistration()
        vat.place = before
        vat.take(isRegistered: isRegistered, place: sent)
        #expect(vat.place == after)
    }
}
