import Bookkeeping

extension Call {
    /// The day it is in the United Kingdom, by the injected clock.
    public var today: CalendarDate { services.today }
}

extension Services {
    /// The day it is in the United Kingdom, by the injected clock. For what is handed on without the rest of a call.
    public var today: CalendarDate { CalendarDate(inUKAtMilliseconds: frontDoor.clock.now().milliseconds) }
}
