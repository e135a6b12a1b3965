/// VAT numbers of the United Kingdom with the check digits they would have.
enum VATNumber {
    /// Seven digits that the older of HMRC's two series, whose check this is, never reached: nobody has such a number.
    static func made(_ dice: Dice) -> String {
        checked(949_0001 + dice.number(0...209_999))
    }

    /// `GB` and nine digits. The first seven count 8, 7, 6, 5, 4, 3 and 2 times; with the last two as a number, their sum
    /// is a multiple of 97.
    ///
    /// - Source: HMRC, "Check digits of VAT registration numbers" (modulus 97).
    static func checked(_ sevenDigits: Int) -> String {
        var (left, sum) = (sevenDigits, 0)
        for weight in 2...8 {
            sum += left % 10 * weight
            left /= 10
        }
        let check = 97 - sum % 97
        return "GB\(sevenDigits)\(check < 10 ? "0" : "")\(check)"
    }
}
