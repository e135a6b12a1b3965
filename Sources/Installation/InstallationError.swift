/// Why an installation could not be opened, copied or brought back.
public enum InstallationError: Error, Hashable, Sendable {
    /// Another process has the data folder, or the database for itself; its process id, when it left one.
    case inUse(folder: String, process: Int32?)
    /// The database can't hold an installation as it is; `reason` is a half-sentence.
    case unfitDatabase(String, reason: String)
    /// With a database the secret key comes from the configuration, and there is none.
    case secretKeyIsMissing
    /// A file or folder that can't be made, read or written; `reason` is the system's.
    case unusable(path: String, reason: String)
    /// What would be written is there already.
    case exists(path: String)
    /// A restore would cover what is in the folder, and was not told to replace it.
    case notEmpty(folder: String)
    /// The file is no whole backup of this program; `reason` is a sentence.
    case notABackup(path: String, reason: String)
    /// The secret key comes from the configuration, so it can't be changed or copied here.
    case secretKeyIsConfigured
    /// The secret key lies in the data folder, where a new one is made by itself.
    case secretKeyIsInFolder
}

extension InstallationError: CustomStringConvertible {
    /// One sentence for the operator.
    public var description: String {
        switch self {
        case .inUse(let folder, let process?): "\(folder) is in use by process \(process)."
        case .inUse(let folder, nil): "\(folder) is in use by another process."
        case .unfitDatabase(let database, let reason): "\(database) can't be used: \(reason)."
        case .secretKeyIsMissing:
            "With a database the secret key must be in DAYBOOK_SECRET_KEY. Make one with `openssl rand -base64 32`, "
                + "and keep it: every server needs the same."
        case .unusable(let path, let reason): "\(path): \(reason)."
        case .exists(let path): "\(path) exists."
        case .notEmpty(let folder): "\(folder) is not empty."
        case .notABackup(let path, let reason): "\(path) can't be restored: \(reason)"
        case .secretKeyIsConfigured:
            "The secret key comes from the configuration and has to be changed there."
        case .secretKeyIsInFolder:
            "The secret key lies in the data folder, where `daybook secret rotate` makes the new one itself."
        }
    }
}
