import Store
import Synchronization

/// A lock that all processes on one database see. It holds as long as its connection does, or until it is released.
public final class PostgreSQLLock: Sendable {
    /// What is locked.
    public enum Name: Int64, Sendable {
        /// The tables' form: see `Migrator`.
        case tables = 0x6461_7962_6f6f_6b
        /// The installation as a whole: shared by who uses it, taken alone by who replaces it.
        case installation = 0x6461_7962_6f6f_6c
        /// Which businesses there are: who makes, removes or mends one goes alone.
        case businesses = 0x6461_7962_6f6f_6d
    }

    private let connection: Mutex<PostgreSQLConnection?>

    /// Takes a lock, on a connection of its own. It blocks its thread.
    /// - Parameters:
    ///   - shared: beside others that share it.
    ///   - waits: until it is free; else nil is given when it is not.
    /// - Throws: `StoreError.unavailable`.
    public static func take(
        _ name: Name, shared: Bool = false, waits: Bool, of address: PostgreSQLAddress
    ) throws(StoreError) -> PostgreSQLLock? {
        let connection = try PostgreSQLConnection(url: address.connectionText, preparation: sessionSettings)
        do {
            let function: SQL =
                switch (waits, shared) {
                case (true, true): "SELECT 1 FROM pg_advisory_lock_shared(?1)"
                case (true, false): "SELECT 1 FROM pg_advisory_lock(?1)"
                case (false, true): "SELECT CAST(pg_try_advisory_lock_shared(?1) AS INTEGER)"
                case (false, false): "SELECT CAST(pg_try_advisory_lock(?1) AS INTEGER)"
                }
            guard try connection.number(function, [.integer(name.rawValue)]) == 1 else {
                connection.close()
                return nil
            }
            return PostgreSQLLock(connection)
        } catch {
            connection.close()
            throw error
        }
    }

    private init(_ connection: PostgreSQLConnection) {
        self.connection = Mutex(connection)
    }

    deinit { release() }

    /// Lets others have it. Again: nothing happens.
    public func release() {
        connection.withLock { held in
            held?.close()
            held = nil
        }
    }

    /// What a connection runs at its start to share `name` as long as it lasts; refused while another has it alone.
    static func sharing(_ name: Name) -> String {
        """
        DO $$ BEGIN
            IF NOT pg_try_advisory_lock_shared(\(name.rawValue)) THEN
                RAISE lock_not_available USING MESSAGE = 'another process replaces what is in the database';
            END IF;
        END $$
        """
    }
}
