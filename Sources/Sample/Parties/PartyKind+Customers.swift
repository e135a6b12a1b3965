extension PartyKind {
    /// Whom a joinery works for.
    static let customers = [
        household, builder, company, profession, hospitality, shop, school, community,
    ]

    private static let household = PartyKind(
        share: 25,
        names: """
            {first} {last}
            {first} {last}
            {first} {last}
            {title} {initial} {last}
            {friend} & {first} {last}
            """,
        premises: [.house, .house, .house, .house, .house, .house, .farm], isPrivate: true,
        terms: [nil, nil, .days(0), .days(7), .days(14)],
        notes: """
            Dog in the yard; ring first.
            Key is with the neighbour at number 4.
            Prefers to be called after six.
            Listed building: no plastic anywhere.
            Oak throughout, oiled and not varnished.
            Second home; only there in the holidays.
            Wants to choose the handles themselves.
            Narrow lane: no lorry past the church.
            Kitchen in the spring, wardrobes after that.
            Pays by bank transfer on the day.
            Recommended by the neighbours.
            Parking permit needed on weekdays.
            """)

    private static let builder = PartyKind(
        share: 15,
        names: """
            {last} {trade}
            {last} & Sons {trade}
            {last} & Daughters
            {initial} {last} {trade}
            {first} {last} {trade}
            {place} {trade}
            {last} Bros {trade}
            {last} {trade} Ltd
            {place} {trade} Ltd
            """,
        trades: """
            Builders
            Building Contractors
            Carpentry
            Construction
            Conservation
            Decorators
            Electrical
            Flooring
            Groundworks
            Heating & Plumbing
            Home Improvements
            Interiors
            Kitchens
            Landscaping
            Loft Conversions
            Maintenance
            Masonry
            Plastering
            Restoration
            Roofing
            Shopfitting
            """,
        premises: [.house, .house, .unit, .farm, .unit], mailboxes: "office accounts info", registered: 45,
        terms: [nil, .days(7), .days(14), .days(30), .monthEnd(0)],
        notes: """
            Fits himself; we only make and deliver.
            Retention of 5 % until the snagging is done.
            Always in a hurry and always pays.
            Drawings come by e-mail, measure again on site.
            Collects from the workshop before eight.
            Gate code on the delivery note.
            Slow in January.
            Quote with and without fitting.
            Needs the invoice split by plot.
            """)

    private static let company = PartyKind(
        share: 20,
        names: """
            {place} {trade} Ltd
            {last} {trade} Ltd
            {sea} {trade} Ltd
            {tree} {trade} Ltd
            {colour} {creature} {trade}
            {creature} & {tree} Ltd
            {sea} {trade}
            {last} & {other} {trade} Ltd
            {town} {trade} Ltd
            """,
        trades: """
            Boatyard
            Breweries
            Cabins
            Care Homes
            Catering
            Chandlery
            Design
            Developments
            Engineering
            Estates
            Events
            Exhibitions
            Film & Television
            Fisheries
            Foods
            Furniture
            Garden Buildings
            Glamping
            Holidays
            Homes
            Housing
            Joinery
            Leisure
            Lettings
            Logistics
            Marine
            Motors
            Museums
            Offices
            Packaging
            Park Homes
            Pharmacy
            Properties
            Property Management
            Retail
            Saddlery
            Sails
            Seafoods
            Services
            Software
            Stone
            Studios
            Textiles
            Theatres
            Tours
            Vineyards
            Yachts
            """,
        premises: [.unit, .unit, .office, .office, .shop],
        mailboxes: "accounts accounts office purchasing info ledger",
        tradesAbroad: true, registered: 85,
        terms: [nil, .days(14), .days(30), .days(30), .days(30), .days(60), .monthEnd(0), .monthEnd(30)],
        notes: """
            Purchase order number on every invoice.
            Statements on the first of the month.
            Invoices to the head office, goods to the site.
            New finance manager since the spring.
            Framework agreement, prices held until December.
            Safety induction before the first day on site.
            Asks for FSC certificates with the delivery.
            Pays on the last Friday of the month.
            Two signatures above £5,000.
            Retention of 3 % for six months.
            """)

    private static let profession = PartyKind(
        share: 10,
        names: """
            {last} {other} {trade}
            {last} & {other} {trade}
            {last} {trade} LLP
            {last} & Partners {trade}
            {place} {trade}
            {last}, {other} & Co
            {tree} {trade}
            """,
        trades: """
            Accountants
            Architects
            Chartered Surveyors
            Dental Practice
            Design Studio
            Estate Agents
            Funeral Directors
            Garden Design
            Interior Architects
            Opticians
            Osteopaths
            Physiotherapy
            Planning Consultants
            Solicitors
            Surgery
            Veterinary Practice
            """,
        premises: [.office, .office, .shop, .house], mailboxes: "office reception studio admin practice",
        tradesAbroad: true, registered: 60,
        terms: [nil, .days(14), .days(30), .days(30)],
        notes: """
            Specifies us by name in the tenders.
            Reception desk is due for renewal in two years.
            Works only after closing time.
            Dust sheets, and then more dust sheets.
            Colour samples by post, not by e-mail.
            Invoice the client, copy to the practice.
            """)
}
