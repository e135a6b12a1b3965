import Bookkeeping
import Store

extension Transaction {
    /// The lock, and the settings that stand with it.
    public func advancedSettings(_ settings: BookSettings? = nil) throws -> AdvancedSettings {
        let kept = try settings ?? bookSettings()
        var advanced = AdvancedSettings()
        advanced.lock = try bookLock()
        advanced.sendsReminders = kept.flag(.sendsReminders)
        advanced.appliesManualDiscount = kept.flag(.appliesManualDiscount)
        advanced.showsJournals = kept.flag(.showsJournals, default: advanced.showsJournals)
        advanced.opensPapersInNewWindow = kept.flag(.papersInNewWindow)
        advanced.offersPostalService = kept.flag(.postalService)
        return advanced
    }

    /// What they stand among: what other calls change.
    public func advancedInFull() throws -> AdvancedInFull {
        let (kept, company) = (try bookSettings(), try company())
        return AdvancedInFull(
            settings: try advancedSettings(kept), company: company, vat: try vatSettings(company, kept),
            quotes: QuoteSettings(kept), projects: ProjectSettings(kept),
            salesCode: try nominal(id: nominalRoles()[.salesDefault])?.code ?? 0)
    }
}

/// Everything that `/settings/advanced` shows.
public struct AdvancedInFull: Sendable {
    public let settings: AdvancedSettings
    public let company: Company
    public let vat: VATSettings
    public let quotes: QuoteSettings
    public let projects: ProjectSettings
    /// The code of the nominal of lines that name none.
    public let salesCode: Int64
}

extension Book {
    /// Changes what was sent of the lock and what stands with it. A lock that is another one than before is noted with
    /// its place in the chain of postings.
    ///
    /// - Returns: the settings, and the lock there was.
    /// - Throws: `BookkeepingError.invalid`; then nothing was written.
    public func changeAdvancedSettings(
        _ sent: SettingsChange<AdvancedSettings>
    ) async throws -> (now: AdvancedInFull, lockBefore: BookLock) {
        let pen = pen
        return try await store.write { transaction in
            let old = try transaction.advancedSettings()
            let new = sent.applied(to: old)
            try new.check()
            if new.lock != old.lock { try transaction.setLock(new.lock, pen) }
            for (row, was) in zip(new.rows, old.rows) where row.1 != was.1 {
                try transaction.set(row.0, to: row.1)
            }
            return (try transaction.advancedInFull(), old.lock)
        }
    }
}

extension AdvancedSettings {
    /// All but the lock, which has a table of its own.
    fileprivate var rows: [(BookSetting, Bool)] {
        [
            (.sendsReminders, sendsReminders), (.appliesManualDiscount, appliesManualDiscount),
            (.showsJournals, showsJournals), (.papersInNewWindow, opensPapersInNewWindow),
            (.postalService, offersPostalService),
        ]
    }
}
