extension PartyKind {
    /// Whom a joinery buys from.
    static let suppliers = [
        merchant, maker, toolShop, service, utility, transport, subcontractor,
    ]

    private static let merchant = PartyKind(
        share: 26,
        names: """
            {place} {trade}
            {place} {trade} Ltd
            {last} & Sons {trade}
            {last} {trade} Ltd
            {last} & {other} {trade}
            {tree} {trade} Ltd
            {town} {trade}
            {sea} {trade}
            """,
        trades: """
            Board & Panel
            Builders Merchants
            Fixings
            Glass
            Hardwoods
            Insulation
            Ironmongery
            Laminates
            Paint & Varnish
            Plywood
            Reclamation
            Roofing Supplies
            Sawmill
            Sheet Materials
            Softwoods
            Stone
            Tiles
            Timber
            Timber Merchants
            Veneers
            """,
        premises: [.unit, .unit, .unit, .farm], mailboxes: "sales accounts orders trade", tradesAbroad: true,
        registered: 96,
        terms: [.days(30), .days(30), .monthEnd(30), .monthEnd(0), .days(14)],
        notes: """
            Order before eleven for next-day delivery.
            Carriage free above £250.
            FSC certified; quote the certificate number.
            Trade counter opens at seven.
            5 % off when paid within ten days.
            Rep calls on the first Tuesday.
            Returns only with the original packing.
            """)

    private static let maker = PartyKind(
        share: 16,
        names: """
            {last} {trade}
            {last} {trade} Ltd
            {place} {trade}
            {initial} {last} & Co {trade}
            {colour} {creature} {trade}
            {sea} {trade}
            """,
        trades: """
            Blacksmiths
            Blinds
            Carving
            Castings
            Cushions
            Doors
            Finishing
            French Polishers
            Handles
            Hinges & Locks
            Leaded Lights
            Metalwork
            Mouldings
            Sash Windows
            Signwriting
            Spraying
            Stairs
            Upholstery
            Woodturning
            Worktops
            """,
        premises: [.unit, .unit, .farm, .shop], mailboxes: "workshop sales info office", tradesAbroad: true,
        registered: 70,
        terms: [.days(30), .days(14), .days(14), nil],
        notes: """
            Three weeks for anything special.
            Send drawings, not descriptions.
            Half in advance on bespoke work.
            Collect ourselves; the courier breaks them.
            Closed for two weeks in August.
            """)

    private static let toolShop = PartyKind(
        share: 10,
        names: """
            {place} {trade}
            {last} {trade}
            {town} {trade}
            {last} & Sons {trade}
            {thing} & {thing} {trade}
            """,
        trades: """
            Abrasives
            Compressors
            Dust Extraction
            Machinery
            Plant Hire
            Power Tools
            Safety Wear
            Saw Doctors
            Scaffolding
            Sharpening
            Tool Hire
            Workshop Supplies
            """,
        premises: [.unit, .unit, .shop], mailboxes: "hire sales service accounts", tradesAbroad: true,
        registered: 92,
        terms: [.days(30), .days(30), .days(14), .monthEnd(30)],
        notes: """
            Blades go on Thursdays and come back on Mondays.
            Deposit for anything with an engine.
            Service contract for the spindle moulder.
            Account number on every order.
            """)

    private static let service = PartyKind(
        share: 20,
        names: """
            {last} {other} {trade}
            {last} & Co {trade}
            {last} {trade} Ltd
            {sea} {trade}
            {tree} {trade} Ltd
            {creature} {trade}
            {town} {trade}
            """,
        trades: """
            Accountants
            Advertising
            Bookkeeping
            Cleaning
            Computers
            Fire Safety
            Health & Safety
            Insurance Brokers
            IT Support
            Payroll
            Pest Control
            Photography
            Print
            Recruitment
            Solicitors
            Stationery
            Training
            Web Design
            """,
        premises: [.office, .office, .shop, .house], mailboxes: "accounts office hello billing",
        registered: 80,
        terms: [.days(30), .days(14), .days(14), .days(7), nil],
        notes: """
            Renewal every first of March.
            Direct debit; the invoice is for information.
            Contract runs to the end of next year.
            Hourly, with a day's notice.
            Ask for the small-firm rate.
            """)

    private static let utility = PartyKind(
        share: 7,
        names: """
            {colour} {creature} {trade}
            {sea} {trade}
            {place} {trade}
            {tree} {trade}
            """,
        trades: """
            Broadband
            Business Rates
            Electricity
            Energy
            Gas
            Mobile
            Skips
            Telecom
            Waste Services
            Water
            """,
        premises: [.office, .unit], mailboxes: "billing business customer.service", registered: 98,
        terms: [.days(14), .days(14), .days(28)],
        notes: """
            Direct debit on the tenth.
            Meter is behind the compressor.
            Fixed price until the autumn.
            Collects sawdust and shavings on Fridays.
            """)

    private static let transport = PartyKind(
        share: 8,
        names: """
            {last} {trade}
            {place} {trade}
            {town} {trade}
            {last} & Sons {trade}
            {sea} {trade} Ltd
            """,
        trades: """
            Autos
            Cars & Vans
            Couriers
            Crane Hire
            Ferries
            Fuels
            Garage
            Haulage
            Removals
            Storage
            Tyres
            Van Hire
            """,
        premises: [.unit, .unit, .shop], mailboxes: "accounts bookings transport", registered: 85,
        terms: [.days(30), .days(14), .days(7)],
        notes: """
            Tail lift must be ordered.
            Fuel card ends in 4417.
            Service and MOT for both vans.
            Nothing longer than 4.2 m.
            """)

    private static let subcontractor = PartyKind(
        share: 11,
        names: """
            {first} {last}
            {first} {last} {trade}
            {initial} {last} {trade}
            """,
        trades: """
            Bench Joiner
            Carpenter
            Carpentry
            Decorator
            Electrician
            Fitting
            Glazier
            Joinery
            Plastering
            """,
        premises: [.house, .house, .house, .farm], isSubcontractor: true, registered: 15,
        terms: [.days(7), .days(7), .days(0), .days(14)],
        notes: """
            Own tools, own van.
            Not on Fridays.
            Insurance certificate is in the file.
            Day rate agreed until summer.
            Stairs and nothing but stairs.
            """)
}
