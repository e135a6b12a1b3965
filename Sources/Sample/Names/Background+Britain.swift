extension Background {
    /// As in a town of the South West with its own, its incomers, and customers all over the country.
    static let all = [english, westCountry, scottish, welsh, irish] + fromFurtherAway

    static let english = Background(
        42,
        women: """
            Alice Amelia Anna Beatrice Bethany Caroline Catherine Charlotte Chloe Clare Daisy Deborah Eleanor Elizabeth
            Ella Emily Emma Esther Evie Florence Frances Gemma Georgina Grace Hannah Harriet Heather Helen Holly
            Imogen Isabel Jane Jessica Joan Judith Kate Laura Lily Lucy Margaret Martha Matilda Megan Molly Natalie
            Olivia Pamela Philippa Rachel Rebecca Rosie Ruth Sarah Sophie Susan Tamsin Victoria Wendy Zoë
            """,
        men: """
            Adam Albert Alexander Andrew Arthur Benjamin Charles Christopher Daniel David Dominic Edmund Edward Ethan
            Felix Francis Frank Frederick George Giles Graham Guy Harry Henry Howard Hugh Jack James Jeremy John
            Jonathan Joseph Joshua Keith Laurence Leonard Luke Malcolm Mark Martin Matthew Michael Nathan Nicholas
            Nigel Oliver Patrick Paul Peter Philip Ralph Richard Robert Roger Samuel Simon Stephen Stuart Theo Thomas
            Timothy Toby Walter William
            """,
        families: """
            Abbott Ainsworth Allen Appleby Archer Ashworth Atkins Bailey Barlow Barnes Baxter Beaumont Bennett Birch
            Blackwell Booth Bradshaw Brook Buckley Burgess Burton Carter Chapman Clarke Cole Cooper Cotton Crabtree
            Crowther Dawson Dixon Drake Dunn Eastwood Ellis Fairclough Farrow Fellows Fielding Fisher Fletcher Foster
            Fowler Garland Garrett Gibbons Glover Goodwin Greenwood Hallett Hammond Harding Hargreaves Harper Hartley
            Hayward Heath Henshaw Hewitt Hobbs Holloway Horton Hudson Ingham Jackson Kemp Kendall Knight Lamb Langley
            Lawson Lister Lockwood Marsden Marsh Mason Mercer Metcalfe Milner Mitchell Moss Newton Nightingale Norris
            Oakley Ogden Osborne Page Palmer Parsons Payne Pearce Pickering Pollard Potter Preston Quick Radcliffe
            Rawlings Reeves Richardson Rigby Rowe Rowley Sanderson Saunders Sharpe Shaw Shepherd Skinner Slater Smith
            Sparrow Spencer Stanton Stokes Sutcliffe Swann Sykes Talbot Tanner Taylor Thorne Thornton Tomlinson Turner
            Underhill Vickers Wainwright Walker Waller Walton Ward Waterhouse Watkins Webb Weston Wheeler Whitaker
            Whitfield Wilkins Winter Woodhouse Wright Yates
            """)

    private static let westCountry = Background(
        12,
        women:
            "Demelza Elowen Jenifer Kerensa Lowenna Loveday Morwenna Rosenwyn Tamsin Tegen Anne Susan Wenna Zelah",
        men:
            "Arthur Cador Denzel Digory Gerran Jago Jory Kitto Massen Pasco Perran Petroc Piran Tristan Thomas John",
        families: """
            Angove Bolitho Boscawen Chenoweth Chegwin Curnow Endacott Hocking Jewell Kitto Lanyon Luscombe Nankivell
            Northcott Opie Pascoe Penberthy Pengelly Penhaligon Penrose Polglase Quintrell Retallick Rosewarne Rundle
            Spargo Tangye Tregenza Trelawney Tremayne Trenerry Tresidder Trethewey Trevena Trevithick Trewin Uren
            Vivian Widdicombe Yelland Yeo Zelley
            """)

    static let scottish = Background(
        7,
        women: "Ailsa Catriona Eilidh Fiona Flora Iona Isla Jean Kirsty Mairi Morag Morven Rhona Shona Skye",
        men:
            "Alasdair Angus Callum Duncan Ewan Fergus Finlay Gregor Hamish Iain Kenneth Lachlan Magnus Rory Struan",
        families: """
            Abercrombie Baird Buchanan Cameron Carmichael Drummond Dunbar Farquhar Fraser Galbraith Gillespie Haldane
            Innes Kerr Lennox MacAllister MacBride MacDonald MacKenzie MacLeod Menzies Moncrieff Munro Ogilvie Ramsay
            Reid Rennie Ross Sinclair Sutherland Urquhart Wallace
            """)

    private static let welsh = Background(
        7,
        women:
            "Angharad Bethan Bronwen Carys Cerys Eirlys Elin Ffion Gwen Lowri Mair Megan Nerys Nia Rhian Siân",
        men:
            "Aled Alun Bryn Dafydd Dewi Emyr Gareth Gethin Huw Idris Ieuan Ifan Iwan Owain Owen Rhodri Rhys Tudur",
        families: """
            Bevan Bowen Davies Ellis Evans Griffiths Gwynne Howell Hughes Jenkins Jones Llewellyn Lloyd Meredith Morgan
            Morris Parry Powell Price Prosser Prothero Pugh Rees Roberts Rowlands Thomas Treharne Vaughan Williams
            """)

    static let irish = Background(
        6,
        women:
            "Aisling Aoife Bridget Ciara Clodagh Deirdre Eimear Gráinne Maeve Niamh Orla Róisín Saoirse Siobhán Úna",
        men:
            "Aidan Brendan Cathal Cian Cillian Colm Conor Declan Diarmuid Eoin Fintan Liam Niall Oisín Padraig Seán",
        families: """
            Brennan Byrne Callaghan Casey Cassidy Connolly Corrigan Daly Doherty Donnelly Duffy Fitzgerald Flanagan
            Gallagher Hennessy Kavanagh Keane Kelleher Lynch Maguire McCarthy McGrath Mulligan Murphy Nolan O'Brien
            O'Connor O'Donnell O'Hara O'Neill O'Sullivan Quinn Rafferty Rooney Ryan Sweeney Tierney
            """)
}
