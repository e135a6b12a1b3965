import Store
import StorePostgreSQL

extension DatabaseSettings {
    /// Connects to what is there, without making anything.
    /// - Throws: `InstallationError.unfitDatabase`; `StoreError.unavailable`.
    func opened() async throws -> PostgreSQLDatabase {
        let (address, engine) = (address, engine)
        return try await naming { try PostgreSQLDatabase(address, settings: engine) }
    }

    /// Whether an installation was made there.
    /// - Throws: as `opened`.
    func holdsInstallation() async throws -> Bool {
        let address = address
        return try await naming { try PostgreSQLDatabase.holdsInstallation(address) }
    }

    /// Takes the installation there, alone or beside others, until the lock is released.
    /// - Throws: `InstallationError.inUse` when others have it; as `opened`.
    func locked(shared: Bool) async throws -> PostgreSQLLock {
        let address = address
        let lock = try await naming {
            try PostgreSQLLock.take(.installation, shared: shared, waits: false, of: address)
        }
        guard let lock else { throw InstallationError.inUse(folder: shown, process: nil) }
        return lock
    }

    /// Off Swift's own threads, since a connection takes its time; what the database is not fit for is said with its
    /// name.
    private func naming<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value
    {
        do {
            return try await offThread(work)
        } catch StoreError.misuse(let reason) {
            throw InstallationError.unfitDatabase(shown, reason: reason)
        }
    }
}
