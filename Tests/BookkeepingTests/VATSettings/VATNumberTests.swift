import Testing

@testable import Bookkeeping

@Suite struct VATNumberTests {
    /// Check digits by hand: 4×8 + 3×7 + 4×6 + 0×5 + 3×4 + 1×3 + 4×2 = 100, and 94 more are 194, twice 97. With 55 in
    /// newer numbers: 1×8 + 0×7 + 0×6 + 0×5 + 0×4 + 0×3 + 0×2 = 8, 34 more and 55 are 97.
    @Test(arguments: [
        "434031494", "GB434031494", "gb 434 0314 94", "XI434031494", "GB434031494001", "100000034",
        "DE123456789", "IE1234567A", "IE1234567AB", "FR12345678901", "ESX1234567X", "NL123456789B01", "RO12",
        "LU12345678",
        "EL123456789", "LT123456789012",
    ])
    func whatHasTheRightFormIsTaken(number: String) {
        #expect(VATNumber.isValid(number))
    }

    @Test(arguments: [
        "", "GB", "434031495", "GB434031493", "43403149", "4340314940", "GB43403149401", "GB434O31494",
        "US123456789",
        "GR123456789", "DE12345678", "DE1234567890", "IE123456", "D", "D1", "1E123456789", "GB-434031494",
        "GBGB434031494",
        "FRÄ2345678901", "DE123456789 \u{301}",
    ])
    func whatHasNotIsRefused(number: String) {
        #expect(!VATNumber.isValid(number))
    }
}
