"""The 120 people: all of them are made up, and so are their companies.

Two lines each: name, title, company, city; then what they are busy with, and what they like.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up. busy_with: a noun phrase, as it would stand after "talked about"."""

    full_name: str
    title: str
    company: str
    city: str
    busy_with: str
    likes: str


def told(text: str) -> tuple[Person, ...]:
    """Return the people of a text, two lines each."""
    lines = [line.strip() for line in text.strip().splitlines()]
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return tuple(Person(*(part.strip() for part in f"{first} | {second}".split("|"))) for first, second in pairs)


CAST = told("""
    Valentina Uzcátegui | Engineering Manager | Estudio Araguaney | Caracas
        the rewrite of a ferry booking system | salsa brava
    Andrés Belisario | Product Designer | Estudio Araguaney | Caracas
        a design system for clinics with bad internet | film photography
    Milagros Tovar | Developer Advocate | Estudio Araguaney | Caracas
        a workshop series for first-time maintainers | birdwatching
    Rafael Oquendo | Data Engineer | Estudio Araguaney | Caracas
        a pipeline that survives power cuts | baseball statistics
    Aroha Ngata | Head of Product | Kererū Robotics | Auckland
        orchard robots that growers can repair themselves | sea kayaking
    Wiremu Takerei | Customer Success Manager | Harbourlight Software | Wellington
        an onboarding that starts with a phone call | rugby coaching
    Fiona Drummond | Analytics Lead | Tussock & Vale | Auckland
        a dashboard with only four numbers | hill running
    Tama Rewi | Founder | Pōhutukawa Maps | Wellington
        walking maps drawn by the people who live there | woodcarving
    Nadia Haddad | Director of Partnerships | Northlight Mobility | Stockholm
        a shared ticket for trains and rental bikes | ice swimming
    Kwame Asante | Operations Manager | Sankofa Cold Chain | Accra
        the cold storage he rents to fish traders by the hour | highlife guitar
    Yuki Tanabe | UX Researcher | Minamo Interfaces | Osaka
        ticket machines for people who cannot read the map | rakugo
    Lucía Ferrer | Brand Strategist | Casa Garbí | Barcelona
        a rebranding nobody asked for but everybody likes | vermouth hour
    Ines Carvalhal | Community Manager | Maré Alta Collective | Lisbon
        a members' library of things | fado
    Sofia Almeida | Product Manager | Alvorada Energia | Lisbon
        an app that tells neighbours when the sun is free | rooftop gardens
    Tomás Figueira | Frontend Developer | Alvorada Energia | Lisbon
        charts that a grandmother understands | surf forecasts
    Marcus Whitfield | Senior Product Manager | Cedarline Health | Seattle
        appointment reminders in eleven languages | sourdough
    Leilani Kahale | Marine Ecologist | Blue Reef Survey | Honolulu
        a reef count done by school classes | outrigger canoes
    Henrik Aaldering | Legal Counsel | Dijkzicht Ventures | Amsterdam
        a two-page term sheet | lock-picking
    Ingrid Solheim | Chief Executive Officer | Lumenfold | Oslo
        a lamp that lasts thirty years | cross-country skiing
    Bjørn Eriksrud | Head of Engineering | Lumenfold | Oslo
        the firmware of a lamp that must never need an update | cabin building
    Rohan Malhotra | Chief Executive Officer | Peepal Learning | Mumbai
        evening schools for taxi drivers | cricket umpiring
    Clara Vogelsang | Innovation Lead | Donauwerk | Vienna
        a repair café inside a factory | choral singing
    Emeka Nwosu | Growth Lead | Palmgrove Pay | Lagos
        a savings circle that works over text messages | Afrobeat vinyl
    Gregory Pemberton | Investment Manager | Ashdown Lane Partners | London
        a fund for dull businesses | rowing
    Sabine Krol | Procurement Manager | Elbfracht Kontor | Hamburg
        a tender with two hundred pages | sailing
    Mateusz Wilk | Backend Engineer | Srebrny Most | Warsaw
        what comes after the merger | board games
    Lars Holmgaard | Sales Director | Fjordglas | Copenhagen
        next quarter | golf
    Chiara Benedetti | Content Strategist | Officina Parole | Milan
        a style guide that fits on a postcard | opera
    Olivier Marchand | Tax Advisor | Marchand Rivoire Conseil | Lyon
        the closing of the year for forty bakeries | cheese
    Hannah Stein | People Partner | Waldkauz Labs | Berlin
        a salary band that everybody may see | bouldering
    Victor Dragomir | Business Development Manager | Carpat Cloud | Bucharest
        a partner programme in nine countries | vintage motorbikes
    Grace Mbeki | Programme Director | Table Bay Fellows | Cape Town
        a fellowship for first-time managers | trail running
    Min-jun Baek | Machine Learning Engineer | Hanbit Speech | Seoul
        speech recognition for dialects with few recordings | film scores
    Rebecca Lindgren | Recruiting Lead | Birchway Talent | Chicago
        interviews without brain-teasers | ice hockey
""")

ALLIES = told("""
    Amara Okonkwo | Head of Research | Fernhill Analytics | Lagos
        the panel of market traders she is building | highlife records
    Daniel Weissberg | Founder | Papierboot | Berlin
        his second attempt at a calm email client | river swimming
    Meera Krishnan | Staff Engineer | Tamarind Systems | Bengaluru
        the handbook for on-call nights she is writing | Carnatic violin
    Patrick O'Dowd | Finance Director | Liffeyside Foods | Dublin
        the budget of a company that doubled in a year | hurling
""")

TRUSTED = told("""
    Zeynep Arslan | Creative Director | Mavi Kapı Studio | Istanbul
        posters for a theatre without a stage | backgammon
    Jonas Lindqvist | Data Scientist | Norrsken Weather | Stockholm
        a forecast for single streets | orienteering
    Adaeze Umeh | Product Manager | Kolanut Credit | Lagos
        credit scores that can be explained in one sentence | Scrabble
    Thomas Brändli | Architect | Gratwerk | Zurich
        a school made of the wood from its own hill | alphorn
    Isabel Quiroga | Journalist | La Vereda | Buenos Aires
        a series on people who mend things | tango
    Samir Khoury | Supply Chain Manager | Levant Spice Route | Amman
        a warehouse that runs on paper slips, and well | oud
    Anneke de Wit | Policy Advisor | Polderlab | Rotterdam
        a bicycle street through the harbour | speed skating
    Ravi Subramaniam | Solutions Architect | Monsoon Stack | Singapore
        the smallest cloud bill in the region | hawker food
""")

RAPPORT = told("""
    Eleni Papadaki | Hotel Manager | Thalassa Rooms | Athens
        a winter season on an island | rebetiko
    Mohamed El-Sherif | Software Engineer | Nilework | Cairo
        an Arabic keyboard that children like | calligraphy
    Camille Fournier | Brand Manager | Atelier Noisette | Paris
        biscuits in returnable tins | ceramics
    Ezra Goldfarb | Security Engineer | Tamar Locks | Tel Aviv
        a password manager for families | trail maps
    Wanjiku Mwangi | Agronomist | Shamba Signal | Nairobi
        soil tests that fit in a lunchbox | marathon running
    Liam Fitzgerald | Account Executive | Greyhaven Networks | Dublin
        selling to hospitals without a slide | trad sessions
    Mai Phuong Tran | Marketing Manager | Lotus & Loom | Hanoi
        weavers who set their own prices | street photography
    Diego Arriaga | Video Producer | Luz de Barrio | Mexico City
        documentaries of four minutes | mole recipes
    Kaarel Tamm | DevOps Engineer | Kivi Hosting | Tallinn
        a data centre that heats a swimming hall | sauna building
    Fatima Benjelloun | Pharmacist | Zellige Care | Casablanca
        a delivery of medicine by moped | Andalusi music
    Noah Trembley | Sound Designer | Studio Hibou | Montréal
        the sound of a silent bus | canoeing
    Sunita Adhikari | Tourism Consultant | Sagar Trails | Kathmandu
        treks for people over seventy | momo recipes
    Peter Novotný | Mechanical Engineer | Vltava Drives | Prague
        a motor with a third of the parts | model trains
    Elizabeth Osei | Nurse Manager | St. Brannock Community Clinics | London
        a rota that lets people sleep | gospel choir
""")

ACQUAINTED = told("""
    Farhana Rahman | Garment Quality Manager | Shapla Textiles | Dhaka
        a label that names the seamstress | kite flying
    Carlos Echeverri | Coffee Buyer | Páramo Roasters | Bogotá
        contracts in one page for small farms | road cycling
    Hiroshi Kanda | Robotics Engineer | Asagiri Works | Tokyo
        a robot that carries tatami mats | shogi
    Astrid Nymann | Museum Educator | Havnens Hus | Copenhagen
        an exhibition that may be touched | winter bathing
    Julian Ashworth | Actuary | Wren Mutual Insurance | Leeds
        insurance for village halls | bell ringing
    Nimal Perera | Tea Exporter | Hanthana Leaf | Colombo
        the shortest way from leaf to cup | cricket
    Olga Marinescu | Translator | Două Limbi | Bucharest
        instructions nobody misreads | crosswords
    Brandon Castillo | Construction Manager | Mesa Verde Builders | Denver
        houses of rammed earth | fly fishing
    Siti Rahmawati | Restaurant Owner | Warung Senja | Jakarta
        a kitchen run by apprentices | batik
    Matthias Oberhauser | Plant Manager | Isartal Castings | Munich
        a foundry without smoke | mountain huts
    Grace Tan | Accountant | Tan & Sivalingam | Singapore
        bookkeeping for hawkers | lion dance
    Paulo Nogueira | Urban Planner | Cidade Leve | São Paulo
        bus lanes painted overnight | samba de roda
    Jessica Moreau | Event Manager | Salle Basse | Brussels
        conferences without name tags | comic books
    Chen Wei-ling | Hardware Engineer | Jade Circuit | Taipei
        a phone that opens with one screw | tea hills
    Tobias Ekström | Game Designer | Lavskog | Stockholm
        a game without winning | fungi
    Alejandra Pizarro | Veterinarian | Clínica Los Aromos | Santiago
        a clinic on wheels | horse riding
    Ibrahim Farouk | Civil Engineer | Delta Spans | Cairo
        footbridges that villages maintain | chess
    Megan Holloway | School Principal | Alder Creek School | Portland
        a timetable with no bells | banjo
""")

DORMANT = told("""
    Arjun Mehta | Product Lead | Kitebridge | Mumbai
        a school app for parents who share one phone | stand-up comedy
    Beatriz Salvador | Operations Lead | Horta Viva | Lisbon
        vegetable boxes by tram | capoeira
    Christopher Langley | Editor | Saltmarsh Press | Edinburgh
        books that fit a coat pocket | hillwalking
    Dalia Mansour | Interior Designer | Bayt Design House | Dubai
        rooms that stay cool without machines | falconry
    Erik Johansson | CTO | Tallfjäll | Stockholm
        a database for foresters | moose photography
    Francesca Moretti | Winemaker | Tenuta Ca' Lontra | Bologna
        a vineyard without plastic | mosaics
    George Nakamura | Teacher | Kalapana Academy | Honolulu
        a class on stars and navigation | ukulele
    Hélène Garnier | Consultant | Rivage Conseil | Paris
        mergers where nobody leaves | fencing
    Ivan Petrov | Photographer | Studio Sever | Tallinn
        portraits of lighthouse keepers | diving
    Jacqueline Dubois | Librarian | Bibliothèque du Canal | Montréal
        a library that lends voices | curling
    Ken Aquino | Logistics Coordinator | Isla Freight | Manila
        ferries that leave on time | karaoke
    Laura Schiller | Data Analyst | Kornfeld Daten | Hamburg
        train delays as music | cello
""")

CONNECTED = told("""
    Mariam Al-Sabah | Investment Analyst | Pearl Dune Capital | Dubai
        a fund for desert farms | desert astronomy
    Nikolai Brandt | Sales Engineer | Hafenwind | Hamburg
        wind turbines for single farms | kitesurfing
    Oscar Villanueva | Full Stack Developer | Quipu Code | Lima
        accounting in Quechua | ceviche
    Penelope Chow | Art Director | Lantern Alley | Hong Kong
        neon signs, saved and drawn | hiking
    Quentin Lefèvre | Procurement Analyst | Pont d'Ainay | Lyon
        buying less | pétanque
    Rosa Delgado | Physiotherapist | Clínica Ribera | Barcelona
        exercises on a postcard | climbing
    Stefan Gruber | Controller | Enns Metall | Vienna
        a budget on one page | ski touring
    Thandiwe Nkosi | Software Developer | Protea Apps | Cape Town
        apps that work on old phones | jazz
    Ursula Frei | HR Manager | Seeblick Optik | Zurich
        part-time leadership | knitting
    Vikram Desai | Cloud Engineer | Banyan Stack | Bengaluru
        servers that sleep at night | badminton
    William Hartono | Startup Lawyer | Hartono & Lim | Jakarta
        contracts in plain words | scuba
    Ximena Rojas | UX Designer | Cordillera Lab | Santiago
        forms with half the fields | cueca
    Yasmin Tahir | Biomedical Engineer | Crescent Prosthetics | London
        hands printed to size | parkour
    Zoltan Kiss | Network Engineer | Duna Fiber | Vienna
        internet for houseboats | fishing
    Abigail Turner | Copywriter | Paper Kite | New York
        product pages that admit flaws | improv
    Bilal Hussain | Warehouse Manager | Pennine Freight | Leeds
        a warehouse with windows | cricket
    Caroline Mbatha | Audit Associate | Umgeni Audit | Cape Town
        audits that end on time | netball
    Dong-hyun Seo | Mobile Developer | Seoraksan Soft | Seoul
        an app for night buses | go
""")

STRANGERS = told("""
    Elif Demirel | Product Designer | Kuzey Labs | Istanbul
        a bank app for the very old | ney
    Frederik Sørensen | Wind Analyst | Vindstille | Copenhagen
        why turbines stop | gardening
    Gabriela Monteiro | Podcast Host | Rádio Varanda | São Paulo
        interviews on balconies | samba schools
    Harriet Blackwood | Museum Director | Foundry Museum Leeds | Leeds
        a museum that hums | bell towers
    Isaac Mensah | Student | Kwabena Technical Institute | Accra
        a thesis on market roofs | football
    Jasmine Lee | Junior Developer | Otter & Finch | Vancouver
        her first open-source release | lino prints
    Karim Idrissi | Solar Installer | Soleil du Sud | Casablanca
        panels on bus stops | oud
    Lena Hofstätter | Managing Director | Alpenglut | Munich
        stoves without smoke | glider planes
    Maximilian Roth | Venture Partner | Roth & Kestrel | Berlin
        first cheques for second careers | jazz piano
    Naledi Dlamini | Radio Producer | Karoo Waves | Cape Town
        bedtime stories in nine languages | stargazing
    Oskar Wiśniewski | Quantum Researcher | Instytut Bursztyn | Warsaw
        error bars that fit on a slide | amber
    Priyanka Bose | Urban Ecologist | Canopy Kolkata | Mumbai
        a census of street trees | classical dance
""")

EVERYBODY = (*CAST, *ALLIES, *TRUSTED, *RAPPORT, *ACQUAINTED, *DORMANT, *CONNECTED, *STRANGERS)
