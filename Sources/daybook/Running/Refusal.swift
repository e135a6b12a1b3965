import Bookkeeping
import FrontDoor
import Installation
import Store
import WebCore

/// Why a command did not do what it was asked: one line on standard error, exit code 1.
struct Refusal: Error, Hashable, CustomStringConvertible {
    let line: String

    init(_ line: String) {
        self.line = line
    }

    var description: String { line }

    /// What any floor refuses, as one line for the operator.
    init(_ error: any Error) {
        switch error {
        case let error as Refusal: self = error
        case let error as FrontDoorError: self.init(error)
        case let error as InstallationError: self.init(error.description)
        case let error as BookkeepingError: self.init(ErrorAnswer(error).message)
        case let error as StoreError: self.init(error)
        default: self.init(oneLine("\(error)"))
        }
    }

    /// No `default`: a new case does not compile until it has its line.
    private init(_ error: FrontDoorError) {
        switch error {
        case .noSuchBusiness(let id): self.init("There is no business \(id).")
        case .noSuchUser(let name): self.init("There is no user \(oneLine(name)).")
        case .noSuchSession(let prefix): self.init("There is no session that begins with \(oneLine(prefix)).")
        case .noSuchRole(let role): self.init("There is no role \(oneLine(role)) in this business.")
        case .noSuchAlert(let id): self.init("There is no alert \(oneLine(id)).")
        case .addressListed(let address): self.init("\(address) is on the list already.")
        case .noSuchAddress(let name): self.init("There is no address \(oneLine(name)) on the list.")
        case .notAMember(let name, let business): self.init("\(name) is no member of business \(business).")
        case .invalidField(let field, let reason): self.init("\(field) \(reason).")
        case .invalidFields(let fields):
            self.init(fields.map { "\($0.field) \($0.reason)." }.joined(separator: " "))
        case .usernameTaken(let name): self.init("The user name \(oneLine(name)) is taken.")
        case .emailTaken(let address): self.init("The e-mail address \(oneLine(address)) is taken.")
        case .alreadyAMember(let name, let business):
            self.init("\(name) is a member of business \(business) already.")
        case .conflict(let reason), .unusableSecretKey(let reason): self.init(reason)
        case .otherSecretKey:
            self.init("The secret key is not the one that sealed what lies there.")
        case .busy: self.init("Too many sign-ins are going on. Try again.")
        case .invalidToken, .addressNotAllowed, .accountLocked, .subscriptionExpired, .permissionDenied,
            .temporaryPassword,
            .invalidCredentials, .invalidMemorableWord, .invalidTemporaryToken, .tooManyFailures,
            .tooManyLetters, .noSuchCompany, .noSuchLink:
            self.init(ErrorAnswer(error).message)
        }
    }

    private init(_ error: StoreError) {
        switch error {
        case .refused(let constraint): self.init("The database refused it (\(constraint)).")
        case .unavailable(let reason): self.init("The data can't be read or written: \(oneLine(reason)).")
        case .outcomeUnknown(let reason):
            self.init("It may have been done, or not; look before you repeat it: \(oneLine(reason)).")
        case .damaged(let what): self.init("The data is damaged: \(oneLine(what)).")
        case .closed: self.init("The data is closed already: the server is stopping.")
        case .misuse(let what): self.init("The database did not take a statement: \(oneLine(what)).")
        }
    }
}

/// `text` on one line, with what could steer a terminal or forge a line of a log made visible.
func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isUnprintable) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if scalar.isUnprintable {
            line.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        } else {
            line.append(scalar)
        }
    }
    return String(line)
}

extension Unicode.Scalar {
    fileprivate var isUnprintable: Bool {
        if value >= 0x20 && value < 0x7f { return false }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            true
        default: false
        }
    }
}
