import Testing

@testable import Bookkeeping

@Suite struct CountryTests {
    @Test func everyCountryOfTheStandardIsThereOnce() {
        #expect(Country.all.count == 249)
        #expect(Set(Country.all.map(\.id)).count == 249)
        #expect(Set(Country.all.map(\.code)).count == 249)
        #expect(Set(Country.all.map(\.name)).count == 249)
        for country in Country.all {
            #expect((1...999).contains(country.id))
            #expect(country.code.utf8.count == 2 && country.code.utf8.allSatisfy { (65...90).contains($0) })
            #expect(country.name.tidied == country.name && !country.name.isEmpty)
        }
    }

    @Test(arguments: [
        ("GB", 826, "United Kingdom"), ("AF", 4, "Afghanistan"), ("AX", 248, "Åland Islands"),
        ("BA", 70, "Bosnia and Herzegovina"), ("CI", 384, "Côte d'Ivoire"), ("DE", 276, "Germany"),
        ("IE", 372, "Ireland"), ("RS", 688, "Serbia"), ("SS", 728, "South Sudan"), ("ZW", 716, "Zimbabwe"),
    ])
    func idsAreTheStandardsNumbers(code: String, id: Int64, name: String) {
        #expect(Country.of(code)?.id == id)
        #expect(Country.of(code)?.name == name)
    }

    @Test func theyStandByNameWhateverItsAccents() {
        let names = Country.all.map(\.name)
        #expect(Array(names.prefix(3)) == ["Afghanistan", "Åland Islands", "Albania"])
        #expect(names.last == "Zimbabwe")
        #expect(names == names.sorted { $0.folded < $1.folded })
    }

    @Test func twentySevenAreInTheEuropeanUnion() {
        let members = Country.all.filter(\.isInEU).map(\.code).sorted()
        #expect(
            members.joined(separator: " ")
                == "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")
    }

    @Test(arguments: [("gb", "GB"), (" fr ", "FR"), ("EL", "GR"), ("el", "GR"), ("GR", "GR")])
    func aCodeIsReadInAnyCase(sent: String, code: String) throws {
        #expect(try Country.meant(by: sent).code == code)
    }

    @Test(arguments: [
        ("ZZ", FieldFault.notACountry), ("GBR", .notACountry), ("826", .notACountry), ("", .notACountry),
        ("XI", .notACountry), ("uk", .notTheUnitedKingdom),
    ])
    func anUnknownCodeIsRefused(sent: String, fault: FieldFault) {
        #expect(throws: fault) { try Country.meant(by: sent) }
    }
}
