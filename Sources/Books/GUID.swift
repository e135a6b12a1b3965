import Surroundings

extension Randomness {
    /// A GUID (version 4) in lower case, random but for its first eight digits, which name the business whose permalink
    /// it is (FD-27).
    func guid(beginning key: String) -> String {
        key + guid().dropFirst(key.count)
    }
}
