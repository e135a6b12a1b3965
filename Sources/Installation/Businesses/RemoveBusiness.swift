import FrontDoor

extension Installation {
    /// Removes a business with its book and everything in it. There is no way back but a backup.
    /// - Throws: `FrontDoorError.noSuchBusiness`; `.conflict` when a request is still working in its book:
    ///   then it is shut already, and removing it again goes on; `StoreError`, `InstallationError.unusable`.
    public func removeBusiness(_ id: Int64, from origin: Origin) async throws {
        try await alone {
            try await frontDoor.markBusinessRemoving(id: id, from: origin)
            try await finishRemoving(id, from: origin)
        }
    }

    /// The rows in control go last: as long as they are there, a stop is mended at the next start.
    func finishRemoving(_ id: Int64, from origin: Origin) async throws {
        place.leaveBook(id)
        guard await bookshelf.close(id) else {
            throw FrontDoorError.conflict(
                reason: "Business \(id) is shut, but a request still works in its book.")
        }
        try await place.removeBook(id)
        try await frontDoor.removeBusiness(id: id, from: origin)
    }
}
