import Bookkeeping
import FrontDoor
import Store

extension ErrorAnswer {
    /// The documented texts (FD-3, FD-16, FD-17). No `default`: a new case does not compile until it has an answer.
    public init(_ error: FrontDoorError) {
        switch error {
        case .invalidToken:
            self.init(.unauthorized, "InvalidSessionToken", "Session token provided is invalid.")
        case .accountLocked(let wait):
            self.init(
                .unauthorized, "AccountLocked", "User account is locked, please contact administrator.")
            retryAfter = wait
        case .subscriptionExpired:
            self.init(
                .unauthorized, "SubscriptionExpired",
                "User subscription is expired, please contact administrator.")
        case .permissionDenied(let permission):
            self.init(.unauthorized, "PermissionDenied", "Permission \(permission.name) is required.")
        case .addressNotAllowed:
            self.init(.unauthorized, "PermissionDenied", "Calls from this address are not allowed.")
        case .temporaryPassword:
            self.init(.unauthorized, "PermissionDenied", "Change the temporary password first.")
        case .invalidCredentials:
            self.init(.unauthorized, "InvalidCredentials", "User name or password is incorrect.")
        case .invalidMemorableWord:
            self.init(.unauthorized, "InvalidMemorableWord", "Memorable word characters are incorrect.")
        case .invalidTemporaryToken:
            self.init(.unauthorized, "InvalidTemporaryToken", "Temporary token provided is invalid.")
        case .tooManyFailures(let wait):
            self.init(.tooManyRequests, "TooManyRequests", "Too many failed sign-ins from this address.")
            retryAfter = wait
        case .tooManyLetters(let wait):
            self.init(.tooManyRequests, "TooManyRequests", "Enough letters were sent to this user for now.")
            retryAfter = wait
        case .busy(let wait):
            self.init(.serviceUnavailable, "Unavailable", "Too many sign-ins at once. Try again.")
            retryAfter = wait
        case .noSuchCompany: self.init(.notFound, "NotFound", "There is no such company for this user.")
        case .invalidField(let field, let reason):
            self.init(problems: [FieldProblem(field, reason)])
        case .invalidFields(let fields):
            self.init(problems: fields.map { FieldProblem($0.field, $0.reason) })
        case .usernameTaken: self.init(.badRequest, "DuplicateCode", "This user name is taken.")
        case .emailTaken: self.init(.badRequest, "DuplicateCode", "This e-mail address is taken.")
        case .addressListed(let address):
            self.init(.badRequest, "DuplicateCode", "\(address) is on the list already.")
        case .noSuchAddress(let name):
            self.init(.notFound, "NotFound", "There is no address \(name) on the list.")
        case .alreadyAMember: self.init(.badRequest, "Conflict", "The user is a member already.")
        case .conflict(let reason): self.init(.badRequest, "Conflict", reason)
        case .noSuchLink: self.init(.notFound, "NotFound", "This link is not good, or no longer.")
        case .noSuchAlert: self.init(.notFound, "NotFound", "There is no such alert.")
        case .noSuchUser(let name):
            self.init(.notFound, "NotFound", "There is no user \(name.shown()).")
        case .noSuchRole(let role):
            self.init(.notFound, "NotFound", "There is no role \(role.shown()).")
        case .noSuchBusiness, .noSuchSession, .notAMember:
            self.init(.notFound, "NotFound", "There is no such business, session or member.")
        // What can't be unsealed can't be read: the door stays shut and may be asked again (FD-5).
        case .otherSecretKey, .unusableSecretKey: self.init(StoreError.damaged("the secret key does not fit"))
        }
    }
}
