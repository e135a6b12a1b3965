import Store

extension FrontDoor {
    /// Sees to an identity's home after it joined or left a business; a home that moves or ends has its row in the log.
    ///
    /// Home is where the identity was made (FD-11), and its administrators alone have a say over password, word, e-mail
    /// and lock (FD-21). Once it is left, no other business may pick that say up while there is a further one, whose
    /// rights would come with it: who works in just one business is at home there, who works in several nowhere, until
    /// one is left. Only the user and the operator then change what is the identity's.
    /// - Returns: whether the identity works anywhere.
    @discardableResult
    func settleHome(
        of identity: Int64, named username: String, from origin: Origin, in transaction: any Transaction
    ) throws -> Bool {
        let businesses = try transaction.all(businessesOfIdentity, identity) { $0.integer(0) }
        guard let first = businesses.first else { return false }
        let home = try transaction.first(homeOfIdentity, identity) { $0.optionalInteger(0) } ?? nil
        if let home, businesses.contains(home) { return true }
        let isOnly = businesses.count == 1
        try transaction.run(updateHome, identity, first, isOnly)
        guard isOnly || home != nil else { return true }
        try record(
            .userChanged, identity: identity, username: username, business: isOnly ? first : home,
            detail: isOnly ? "home business" : "at home in no business", from: origin, in: transaction)
        return true
    }
}

/// The first stands in where there is no home: letters name it.
private let businessesOfIdentity: SQL = """
    SELECT business.id FROM membership JOIN business ON business.id = membership.business
    WHERE membership.identity = ?1
    ORDER BY CASE WHEN business.state = 'live' THEN 0 ELSE 1 END, business.id
    """
private let homeOfIdentity = "SELECT " + homeOrNone + " FROM identity WHERE id = ?1"
private let updateHome: SQL = "UPDATE identity SET home_business = ?2, at_home = ?3 WHERE id = ?1"
