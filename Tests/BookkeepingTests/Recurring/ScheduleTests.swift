import Testing

@testable import Bookkeeping

@Suite struct ScheduleTests {
    @Test func theFirstRunIsOnTheStartOrAfterIt() throws {
        let monthly = Schedule(
            start: try day("2026-03-10"), frequency: .monthly(day: 15), duration: .indefinite)
        #expect(monthly.next(after: PassedRuns()) == (try day("2026-03-15")))
        let same = Schedule(start: try day("2026-03-15"), frequency: .monthly(day: 15), duration: .indefinite)
        #expect(same.next(after: PassedRuns()) == (try day("2026-03-15")))
        #expect(
            same.next(after: PassedRuns(count: 1, last: try day("2026-03-15"))) == (try day("2026-04-15")))
        #expect(same.expiry(after: PassedRuns()) == nil)
    }

    @Test func aCountEndsItAfterThatManyRuns() throws {
        let schedule = Schedule(
            start: try day("2026-01-31"), frequency: .monthly(day: 31), duration: .count(3))
        #expect(runs(of: schedule) == ["2026-01-31", "2026-02-28", "2026-03-31"])
        #expect(schedule.expiry(after: PassedRuns()) == (try day("2026-03-31")))
        let after = PassedRuns(count: 3, last: try day("2026-03-31"))
        #expect(schedule.next(after: after) == nil)
        #expect(schedule.expiry(after: after) == (try day("2026-03-31")))
    }

    @Test func aDateEndsItOnThatDayOrBeforeIt() throws {
        var schedule = Schedule(
            start: try day("2026-01-31"), frequency: .monthly(day: 31), duration: .till(try day("2026-03-31"))
        )
        #expect(runs(of: schedule) == ["2026-01-31", "2026-02-28", "2026-03-31"])
        schedule.duration = .till(try day("2026-03-30"))
        #expect(runs(of: schedule) == ["2026-01-31", "2026-02-28"])
        #expect(schedule.expiry(after: PassedRuns()) == (try day("2026-02-28")))
        schedule.duration = .till(try day("2026-01-30"))
        #expect(runs(of: schedule).isEmpty)
        #expect(schedule.expiry(after: PassedRuns()) == nil)
    }

    @Test func aDisabledOneHasNoRun() throws {
        let schedule = Schedule(
            start: try day("2026-01-31"), frequency: .monthly(day: 31), duration: .disabled)
        #expect(runs(of: schedule).isEmpty)
        #expect(schedule.expiry(after: PassedRuns()) == nil)
    }

    /// Whatever the schedule: its dates only go up, end where it says, and are the same from any point on.
    @Test(arguments: 1...100)
    func goingOnFromAnyDateGivesTheSameDates(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let start = try #require(CalendarDate(daysSince1970: Int64.random(in: 0...30_000, using: &random)))
        let frequencies: [Frequency] = [
            .weekly(.friday), .monthly(day: Int.random(in: 1...31, using: &random)),
            .multiMonth(day: 30, months: [2, 7]), .annually(like: start),
            .periodically(days: Int.random(in: 1...40, using: &random), from: start),
        ]
        for frequency in frequencies {
            let count = Int64.random(in: 1...30, using: &random)
            let schedule = Schedule(start: start, frequency: frequency, duration: .count(count))
            var (passed, dates): (PassedRuns, [CalendarDate]) = (PassedRuns(), [])
            while let next = schedule.next(after: passed) {
                #expect(
                    schedule.expiry(after: passed) == schedule.expiry(after: PassedRuns()), "seed \(seed)")
                dates.append(next)
                passed = passed.passing(next)
            }
            #expect(dates.count == Int(count) && dates == dates.sorted() && Set(dates).count == dates.count)
            #expect(dates.last == schedule.expiry(after: PassedRuns()), "seed \(seed)")
            #expect(dates.allSatisfy { $0 >= start })
        }
    }

    private func runs(of schedule: Schedule) -> [String] {
        var (passed, dates): (PassedRuns, [String]) = (PassedRuns(), [])
        while let next = schedule.next(after: passed), dates.count < 50 {
            dates.append(next.text)
            passed = passed.passing(next)
        }
        return dates
    }
}

@Suite struct ScheduleDraftTests {
    @Test func whatIsLeftOutIsTheStartsOwn() throws {
        var draft = ScheduleDraft()
        draft.start = try day("2026-03-31")
        draft.durationType = "indefinite"
        for (type, frequency) in [
            ("weekly", Frequency.weekly(.tuesday)), ("MONTHLY", .monthly(day: 31)),
            ("Annually", .annually(like: try day("2026-03-31"))),
        ] {
            draft.frequencyType = type
            #expect(checked(draft).schedule?.frequency == frequency)
        }
    }

    @Test func everyWrongMemberIsNamed() {
        var draft = ScheduleDraft()
        (draft.frequencyType, draft.durationType) = ("Fortnightly", "Sometimes")
        (draft.dayOfMonth, draft.interval) = (32, -1)
        #expect(
            checked(draft).fields == [
                "StartDate", "Frequency.DayOfMonth", "Frequency.Interval", "Frequency.Type", "Duration.Type",
            ])
        draft = ScheduleDraft()
        draft.start = .first
        (draft.frequencyType, draft.durationType, draft.months) = ("MultiMonth", "RecurCount", [0])
        #expect(checked(draft).fields == ["Frequency.Months", "Duration.RecurCount"])
        (draft.frequencyType, draft.durationType) = ("Periodically", "TillSpecificDate")
        #expect(checked(draft).fields == ["Frequency.Interval", "Duration.TillSpecificDate"])
        (draft.frequencyType, draft.weekDay, draft.durationType) = ("Weekly", "Someday", "Disabled")
        #expect(checked(draft).fields == ["Frequency.WeekDay"])
    }

    private func checked(_ draft: ScheduleDraft) -> (schedule: Schedule?, fields: [String]) {
        var check = FieldCheck()
        let schedule = check.schedule(draft)
        do throws(BookkeepingError) {
            try check.finish()
            return (schedule, [])
        } catch {
            guard case .invalid(let problems) = error else { return (schedule, []) }
            return (schedule, problems.map(\.field))
        }
    }
}
