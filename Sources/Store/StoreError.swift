/// Why an engine did not do what it was asked.
public enum StoreError: Error, Hashable, Sendable {
    /// A constraint of the tables refused the row; the statement changed nothing.
    case refused(Constraint)
    /// The disk is full, read-only or failing, or the engine can't be reached. Nothing was written; worth a
    /// retry.
    case unavailable(String)
    /// The engine failed in the very commit: what was asked for is done wholly or not at all, and nobody knows which.
    /// Not worth a blind retry.
    case outcomeUnknown(String)
    /// What is on disk can't be read as what it should be.
    case damaged(String)
    /// The store was closed.
    case closed
    /// A statement the engine doesn't take: a fault of ours.
    case misuse(String)

    public enum Constraint: Hashable, Sendable {
        case unique, foreignKey, notNull, check, trigger, other
    }
}
