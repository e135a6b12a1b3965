import StoreSQLite

extension DataFolder {
    /// Drops the answers that every database of the folder keeps for repeated requests: what they tell of may be from
    /// after the backup.
    func forgetKeptAnswers() async throws {
        let names = Files.names(in: books).filter { $0.hasSuffix(".sqlite") }.sorted()
        for database in [control] + names.map({ "\(books)/\($0)" }) {
            let store = try SQLiteStore(path: database)
            do {
                try await store.forgetKeptAnswers()
            } catch {
                await store.close()
                throw error
            }
            await store.close()
        }
    }
}
