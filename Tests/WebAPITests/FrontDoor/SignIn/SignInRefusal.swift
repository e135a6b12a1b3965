import HTTPTypes

/// What sign-in and the guard refuse with, byte for byte (FD-3, FD-16, FD-17, FD-21).
enum SignInRefusal: String {
    case credentials = #"{"Error":"InvalidCredentials","Message":"User name or password is incorrect."}"#
    case word = #"{"Error":"InvalidMemorableWord","Message":"Memorable word characters are incorrect."}"#
    case temporaryToken =
        #"{"Error":"InvalidTemporaryToken","Message":"Temporary token provided is invalid."}"#
    case locked =
        #"{"Error":"AccountLocked","Message":"User account is locked, please contact administrator."}"#
    case session = #"{"Error":"InvalidSessionToken","Message":"Session token provided is invalid."}"#
    case temporaryPassword = #"{"Error":"PermissionDenied","Message":"Change the temporary password first."}"#
}

extension TestAnswer {
    /// Whether it is this 401, to the byte, and says nothing more in its headers.
    /// - Parameter retryAfter: in seconds; only a pause of the gentle lockout names it.
    func isRefusal(_ refusal: SignInRefusal, retryAfter: Int? = nil) -> Bool {
        status == .unauthorized && text == refusal.rawValue && headers[.wwwAuthenticate] == "KfToken"
            && headers[.retryAfter] == retryAfter.map(String.init)
    }

    /// Whether it is the throttle's answer.
    func isThrottled(retryAfter: Int) -> Bool {
        refuses(.tooManyRequests, "TooManyRequests", "Too many failed sign-ins from this address.")
            && headers[.retryAfter] == String(retryAfter)
    }

    /// `201`, `401 AccountLocked`: what tells answers apart when many are counted.
    var gist: String {
        guard status.code >= 400 else { return String(status.code) }
        let code = text.split(separator: "\"").dropFirst(3).first ?? "?"
        return "\(status.code) \(code)"
    }
}
