extension FrontDoor {
    /// `POST /password/breached`: whether a password stands on the list of those that breaches show most often, which
    /// is also refused as a new one (FD-12). Nothing is kept of the question.
    public static func isBreached(_ password: String) -> Bool {
        CommonList.passwords.contains(password)
    }
}
