/// Customers whose doors are open to the public, which is why they order doors.
extension PartyKind {
    static let hospitality = PartyKind(
        share: 14,
        names: """
            The {colour} {creature}
            The {colour} {thing}
            The {thing} & {creature}
            {creature} & {thing}
            The {sea} Inn, {place}
            The {town} {trade}
            {place} {trade}
            {last}'s {trade}
            {first}'s {trade}
            {sea} {trade}
            {last} & {other} {trade}
            The {tree} Tree {trade}
            """,
        trades: """
            Arms
            Bakery
            Bar & Grill
            Bed & Breakfast
            Bistro
            Café
            Coffee House
            Fish Bar
            Guest House
            Hotel
            Ice Cream Parlour
            Kitchen
            Lodge
            Pizzeria
            Restaurant
            Surf School
            Tandoori
            Tea Rooms
            Wine Bar
            """,
        premises: [.shop, .shop, .shop, .house], mailboxes: "hello bookings manager info", registered: 55,
        terms: [nil, .days(0), .days(7), .days(14), .days(30)],
        notes: """
            Opens at five; deliver before seven.
            Closed on Mondays and all of January.
            Ask for the manager, not the chef.
            Tables in beech, edges rounded.
            Deliver through the yard behind.
            Wants the bar done before Easter.
            New owners since last summer.
            Deposit of half before we cut anything.
            """)

    static let shop = PartyKind(
        share: 8,
        names: """
            {last}'s {trade}
            {last} {trade}
            {town} {trade}
            {place} {trade}
            The {colour} {thing}
            {thing} & {tree}
            {first} {last} {trade}
            The {sea} {trade}
            """,
        trades: """
            Antiques
            Barbers
            Bookshop
            Butchers
            Cycles
            Deli
            Fabrics
            Farm Shop
            Florists
            Framing
            Gallery
            Garden Centre
            Gifts
            Greengrocers
            Hairdressers
            Hardware
            Jewellers
            Music
            Newsagents
            Pet Supplies
            Pottery
            Shoes
            Toys
            Tyres
            Wines
            Wool Shop
            """,
        premises: [.shop], mailboxes: "shop hello info", registered: 40,
        terms: [nil, .days(0), .days(7), .days(14), .days(30)],
        notes: """
            Counter height 900, not 950.
            Early closing on Wednesdays.
            Shelves must take books, not ornaments.
            Window display changes every season.
            Half paid in advance.
            """)

    static let school = PartyKind(
        share: 4,
        names: """
            {place} Primary School
            {place} Community College
            St {saint}'s Primary School
            St {saint}'s School, {town}
            {place} Nursery
            {place} Forest School
            {place} Academy
            {place} Playgroup
            """,
        premises: [.grounds], mailboxes: "bursar office finance admin", registered: 10,
        terms: [.days(30), .days(30), .monthEnd(30)],
        notes: """
            Purchase order number on every invoice.
            Works in the holidays only.
            Visitors sign in at reception.
            Everybody on site needs a DBS check.
            Invoices before the end of the financial year in August.
            """)

    static let community = PartyKind(
        share: 5,
        names: """
            {place} Village Hall
            {place} Parish Council
            St {saint}'s Church, {town}
            St {saint}'s Church, {place}
            {place} Rowing Club
            {place} Cricket Club
            {place} Sailing Club
            Friends of {place} Library
            {place} Allotment Society
            {place} Community Shop
            {place} Methodist Church
            {town} Mosque & Community Centre
            {town} Brass Band
            {place} Almshouses
            {tree} House Hospice
            """,
        premises: [.grounds, .shop, .house], mailboxes: "treasurer clerk secretary", registered: 8,
        terms: [.days(30), .days(14), nil],
        notes: """
            The treasurer changes every year in April.
            Needs two more quotes for the committee.
            Paid by cheque with two signatures.
            Faculty needed before anything is fixed to a wall.
            Discount agreed by Ines for the good cause.
            """)
}
