import Bookkeeping
import Books
import FrontDoor
import Store

/// What one run of recurring documents did in one book.
public struct RecurringRun: Sendable {
    public let business: Int64
    /// How many invoices were made.
    public let made: Int
    /// What was not made and had not been told of before.
    public let missed: [MissedRun]
}

extension Installation {
    /// The day it is in the United Kingdom, by the injected clock.
    public var today: CalendarDate { CalendarDate(inUKAtMilliseconds: settings.clock.now().milliseconds) }

    /// Makes the recurring invoices that are due in one book, and leaves its users an alert for each that could not be
    /// made.
    ///
    /// A run that stopped anywhere is taken up by the next one; an alert that may have been left is not left twice.
    ///
    /// - Parameters:
    ///   - day: what is due on it or before it; nil for today.
    ///   - replacement: an open date, on which dates are made that were refused before or are locked.
    /// - Throws: `BookkeepingError.dateLocked` for a locked replacement; `FrontDoorError.noSuchBusiness`, `StoreError`.
    public func runRecurring(
        business: Int64, until day: CalendarDate? = nil, replacingLocked replacement: CalendarDate? = nil
    ) async throws -> RecurringRun {
        let day = day ?? today
        return try await bookshelf.withBook(business) { book in
            let made = try await book.runRecurringInvoices(until: day, replacingLocked: replacement)
            let missed = try await book.missedRuns()
            for run in missed {
                try await frontDoor.postAlertOnce(
                    business: business, title: "A recurring invoice was not made", text: run.alert(business))
                try await book.markTold(run)
            }
            return RecurringRun(business: business, made: made, missed: missed)
        }
    }

    /// The same in the books of all live businesses that have any.
    ///
    /// - Returns: what each book threw that could not; the others are done all the same.
    /// - Throws: `StoreError`, when control can't be read.
    public func runRecurringEverywhere() async throws -> (runs: [RecurringRun], failures: [Int64: any Error])
    {
        var (runs, failures): ([RecurringRun], [Int64: any Error]) = ([], [:])
        for business in try await frontDoor.recurringBusinesses() {
            guard !Task.isCancelled else { break }
            do {
                runs.append(try await runRecurring(business: business))
            } catch FrontDoorError.noSuchBusiness {
                // It was removed meanwhile.
                continue
            } catch {
                failures[business] = error
            }
        }
        return (runs, failures)
    }
}

extension MissedRun {
    /// On one line, what was not made, why, and what mends it.
    fileprivate func alert(_ business: Int64) -> String {
        let named = description.map { "\(number), \($0)," } ?? "\(number)"
        let what = "Recurring invoice \(named) for \(customer) was not made for \(date.text)"
        let mended = "daybook recurring run --business \(business) --date D makes it on the open date D."
        let text =
            switch outcome {
            case .archived: "\(what): the customer is archived."
            case .made, .locked, .refused: "\(what). \(reason.map { $0 + " " } ?? "")\(mended)"
            }
        return String(text.prefix(2_000))
    }
}
