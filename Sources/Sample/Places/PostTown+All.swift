extension PostTown {
    static let all =
        devon + cornwall + westOfEngland + south + london + eastAndMidlands + north + otherNations

    private static let devon = [
        PostTown("Plymouth", "PL", 1...9, share: 70), PostTown("Ivybridge", "PL", 21...21, share: 9),
        PostTown("Tavistock", "PL", 19...19, share: 12), PostTown("Yelverton", "PL", 20...20, share: 6),
        PostTown("Kingsbridge", "TQ", 7...7, share: 12), PostTown("Salcombe", "TQ", 8...8, share: 9),
        PostTown("Totnes", "TQ", 9...9, share: 14), PostTown("Dartmouth", "TQ", 6...6, share: 14),
        PostTown("Brixham", "TQ", 5...5, share: 10), PostTown("Paignton", "TQ", 3...4, share: 12),
        PostTown("Torquay", "TQ", 1...2, share: 18), PostTown("Newton Abbot", "TQ", 12...13, share: 16),
        PostTown("Teignmouth", "TQ", 14...14, share: 8), PostTown("Dawlish", "EX", 7...7, share: 6),
        PostTown("Exmouth", "EX", 8...8, share: 9), PostTown("Exeter", "EX", 1...6, share: 36),
        PostTown("Sidmouth", "EX", 10...10, share: 5), PostTown("Honiton", "EX", 14...14, share: 5),
        PostTown("Crediton", "EX", 17...17, share: 5), PostTown("Okehampton", "EX", 20...20, share: 6),
        PostTown("Tiverton", "EX", 16...16, share: 5), PostTown("Barnstaple", "EX", 31...32, share: 7),
        PostTown("Bideford", "EX", 39...39, share: 5),
    ]

    private static let cornwall = [
        PostTown("Saltash", "PL", 12...12, share: 14), PostTown("Torpoint", "PL", 11...11, share: 7),
        PostTown("Looe", "PL", 13...13, share: 8), PostTown("Liskeard", "PL", 14...14, share: 9),
        PostTown("Launceston", "PL", 15...15, share: 6), PostTown("Lostwithiel", "PL", 22...22, share: 4),
        PostTown("Fowey", "PL", 23...23, share: 8), PostTown("St Austell", "PL", 25...26, share: 10),
        PostTown("Wadebridge", "PL", 27...27, share: 6), PostTown("Padstow", "PL", 28...28, share: 6),
        PostTown("Bodmin", "PL", 31...31, share: 6), PostTown("Bude", "EX", 23...23, share: 4),
        PostTown("Truro", "TR", 1...4, share: 18), PostTown("Newquay", "TR", 7...8, share: 10),
        PostTown("Penryn", "TR", 10...10, share: 8), PostTown("Falmouth", "TR", 11...11, share: 18),
        PostTown("Helston", "TR", 12...13, share: 6), PostTown("Redruth", "TR", 15...16, share: 6),
        PostTown("Penzance", "TR", 18...20, share: 10), PostTown("St Ives", "TR", 26...26, share: 8),
        PostTown("Hayle", "TR", 27...27, share: 4),
    ]

    private static let westOfEngland = [
        PostTown("Taunton", "TA", 1...4, share: 8), PostTown("Bridgwater", "TA", 5...7, share: 4),
        PostTown("Yeovil", "BA", 20...22, share: 4), PostTown("Bath", "BA", 1...2, share: 7),
        PostTown("Wells", "BA", 5...5), PostTown("Bristol", "BS", 1...16, share: 18, .bristol),
        PostTown("Weston-super-Mare", "BS", 22...24, share: 4), PostTown("Gloucester", "GL", 1...4, share: 3),
        PostTown("Cheltenham", "GL", 50...54, share: 4), PostTown("Stroud", "GL", 5...6),
        PostTown("Dorchester", "DT", 1...2, share: 5), PostTown("Weymouth", "DT", 3...4, share: 5),
        PostTown("Bridport", "DT", 6...6, share: 4), PostTown("Lyme Regis", "DT", 7...7, share: 3),
        PostTown("Salisbury", "SP", 1...5, share: 4), PostTown("Swindon", "SN", 1...5, share: 3),
    ]

    private static let south = [
        PostTown("Bournemouth", "BH", 1...11, share: 5), PostTown("Poole", "BH", 12...17, share: 5),
        PostTown("Southampton", "SO", 14...19, share: 6), PostTown("Winchester", "SO", 22...23, share: 3),
        PostTown("Portsmouth", "PO", 1...6, share: 6), PostTown("Chichester", "PO", 18...20),
        PostTown("Reading", "RG", 1...8, share: 4, .reading), PostTown("Oxford", "OX", 1...4, share: 4),
        PostTown("Guildford", "GU", 1...5, share: 3), PostTown("Brighton", "BN", 1...2, share: 5),
        PostTown("Hove", "BN", 3...3), PostTown("Canterbury", "CT", 1...4, share: 3),
        PostTown("Hastings", "TN", 34...35), PostTown("Maidstone", "ME", 14...17),
        PostTown("Milton Keynes", "MK", 1...15, share: 3),
    ]

    private static let london = [
        PostTown("London", "E", 1...18, share: 5, .london),
        PostTown("London", "N", 2...22, share: 5, .london),
        PostTown("London", "NW", 2...11, share: 3, .london),
        PostTown("London", "SE", 2...28, share: 7, .london),
        PostTown("London", "SW", 2...20, share: 6, .london),
        PostTown("London", "W", 2...14, share: 4, .london),
    ]

    private static let eastAndMidlands = [
        PostTown("Chelmsford", "CM", 1...3), PostTown("Colchester", "CO", 1...4),
        PostTown("Ipswich", "IP", 1...10), PostTown("Norwich", "NR", 1...8, share: 3),
        PostTown("Cambridge", "CB", 1...5, share: 3), PostTown("Peterborough", "PE", 1...4),
        PostTown("Northampton", "NN", 1...6), PostTown("Leicester", "LE", 1...5, share: 3, .leicester),
        PostTown("Coventry", "CV", 1...6), PostTown("Birmingham", "B", 1...38, share: 6, .birmingham),
        PostTown("Wolverhampton", "WV", 1...11), PostTown("Worcester", "WR", 1...5),
        PostTown("Hereford", "HR", 1...4), PostTown("Shrewsbury", "SY", 1...5),
        PostTown("Stoke-on-Trent", "ST", 1...4), PostTown("Nottingham", "NG", 1...11, share: 3, .nottingham),
        PostTown("Derby", "DE", 21...24), PostTown("Lincoln", "LN", 1...6),
    ]

    private static let north = [
        PostTown("Sheffield", "S", 1...14, share: 3, .sheffield),
        PostTown("Leeds", "LS", 1...17, share: 4, .leeds),
        PostTown("Bradford", "BD", 1...15), PostTown("Halifax", "HX", 1...4), PostTown("York", "YO", 23...26),
        PostTown("Hull", "HU", 1...9), PostTown("Manchester", "M", 11...16, share: 5, .manchester),
        PostTown("Liverpool", "L", 1...9, share: 4, .liverpool), PostTown("Chester", "CH", 1...4),
        PostTown("Preston", "PR", 1...2), PostTown("Lancaster", "LA", 1...2),
        PostTown("Carlisle", "CA", 1...6),
        PostTown("Darlington", "DL", 1...3), PostTown("Durham", "DH", 1...1),
        PostTown("Newcastle upon Tyne", "NE", 1...7, share: 3, .tyneside),
        PostTown("Sunderland", "SR", 1...5, .tyneside),
    ]

    private static let otherNations = [
        PostTown("Edinburgh", "EH", 3...17, share: 4, .edinburgh),
        PostTown("Glasgow", "G", 11...15, share: 4, .glasgow),
        PostTown("Dundee", "DD", 1...5), PostTown("Aberdeen", "AB", 10...12),
        PostTown("Inverness", "IV", 1...3),
        PostTown("Perth", "PH", 1...2), PostTown("Stirling", "FK", 7...9),
        PostTown("Cardiff", "CF", 10...11, share: 4, .cardiff), PostTown("Swansea", "SA", 1...7),
        PostTown("Newport", "NP", 18...20), PostTown("Carmarthen", "SA", 31...33),
        PostTown("Aberystwyth", "SY", 23...23), PostTown("Bangor", "LL", 57...57),
        PostTown("Wrexham", "LL", 11...14), PostTown("Belfast", "BT", 1...17, share: 4, .northernIreland),
        PostTown("Londonderry", "BT", 47...48, .northernIreland),
    ]
}
