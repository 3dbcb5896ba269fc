"""The words of titles and companies, and what each tells. All are folded; a phrase has at most three words."""

from comity.coach.words import Seniority

RUNGS = {  # in the order in which they decide, where a title holds several
    Seniority.STUDENT: """
        intern, internship, student, working student, phd student, phd candidate, mba candidate, doctoral
        candidate, doctoral student, doctoral researcher, undergraduate, apprentice, trainee, werkstudent,
        werkstudentin, praktikant, praktikantin, stagiaire, alternant, alternante, becario, becaria, azubi,
        auszubildende, auszubildender, doktorand, doktorandin, stagista, estagiario, estagiaria, etudiant,
        etudiante, studentin, estudiante""",
    Seniority.EXECUTIVE: """
        chief, ceo, cfo, coo, cto, cpo, cio, cmo, cro, cdo, cso, cco, chro, ciso, cao, clo, founder, cofounder,
        founding partner, owner, president, partner, managing director, managing partner, general partner,
        executive director, senior vice president, executive vice president, svp, evp, chairman, chairwoman,
        chairperson, chair, board member, geschaftsfuhrer, geschaftsfuhrerin, geschaftsfuhrender, vorstand,
        inhaber, inhaberin, grunder, grunderin, mitgrunder, mitgrunderin, pdg, fondateur, fondatrice,
        cofondateur, cofondatrice, directeur general, directrice generale, director general, directora general,
        fundador, fundadora, cofundador, cofundadora, socio, socia, fondatore, amministratore delegato,
        secretary general, minister, gerente general""",
    Seniority.DIRECTOR: """
        director, head, vp, vice president, general manager, country manager, chief of staff, editor in chief,
        dean, provost, superintendent, school principal, leiter, leiterin, abteilungsleiter, abteilungsleiterin,
        bereichsleiter, bereichsleiterin, direktor, direktorin, directeur, directrice, directora, direttore,
        diretor, diretora, jefe, jefa, capo, associate partner""",
    Seniority.SENIOR: """
        senior, sr, staff, principal, lead, leader, expert, architect, fellow, professor, associate professor,
        counsel, senior manager, engineering manager, development manager, regional manager, plant manager,
        teamleiter, teamleiterin, projektleiter, projektleiterin, responsable, encargado, encargada, assistant
        director, associate director, deputy head, assistant vice president, associate vice president, avp, art
        director, chief engineer, chief architect""",
    Seniority.JUNIOR: """
        junior, jr, assistant, associate, coordinator, clerk, receptionist, cashier, entry level, graduate,
        werkstatt, assistent, assistentin, assistante, asistente, assistente, research assistant, teaching
        assistant, sales associate, staff accountant, staff assistant""",
    Seniority.MID: """
        manager, managerin, engineer, developer, programmer, designer, consultant, analyst, specialist,
        accountant, bookkeeper, auditor, teacher, nurse, lawyer, attorney, solicitor, recruiter, scientist,
        researcher, editor, journalist, reporter, representative, officer, advisor, adviser, administrator,
        technician, writer, planner, buyer, controller, producer, pharmacist, physician, doctor, therapist,
        psychologist, agent, broker, trader, banker, marketer, strategist, photographer, copywriter, librarian,
        lecturer, instructor, trainer, coach, postdoc, executive assistant, assistant professor, assistant
        manager, account executive, sales executive, marketing executive, product owner, process owner, data
        owner, business partner, hr partner, people partner, talent partner, finance partner, partner manager,
        partner success, partner marketing, partner sales, partner account, partner development, channel
        partner, lead generation, staff nurse, staff member, staff writer, head chef, chef, entwickler,
        entwicklerin, ingenieur, ingenieurin, ingenieure, berater, beraterin, lehrer, lehrerin, sachbearbeiter,
        sachbearbeiterin, kaufmann, kauffrau, developpeur, developpeuse, charge, chargee, consultante, chef de
        projet, ingeniero, ingeniera, desarrollador, desarrolladora, consultor, consultora, analista, abogado,
        abogada, gerente, student affairs, student success, student services, student advisor""",
}
TITLES = {
    "accounting": """
        accountant, accounting, bookkeeper, bookkeeping, cpa, accounts payable, accounts receivable, buchhalter,
        buchhalterin, comptable, contador, contadora""",
    "tax": "tax, taxes, taxation, steuerberater, steuerberaterin, fiscaliste",
    "audit": "audit, auditor, auditing, wirtschaftsprufer, wirtschaftspruferin, auditeur",
    "retail": "retail, store manager, merchandiser, merchandising, shop manager, einzelhandel",
    "e-commerce": "e-commerce, ecommerce, online shop, marketplace",
    "logistics": """
        logistics, supply chain, freight, warehouse, shipping, fleet, logistik, logistique, logistica,
        dispatcher""",
    "education": """
        teacher, teaching, school, school principal, tutor, curriculum, lehrer, lehrerin, enseignant,
        enseignante, profesor, profesora, maestra, educator, education""",
    "academia": """
        professor, assistant professor, associate professor, postdoc, postdoctoral, lecturer, phd, dean,
        provost, doctoral, faculty, professeur, doktorand, doktorandin, research assistant, research fellow""",
    "hospitality": "hotel, hotels, restaurant, chef, head chef, bartender, hospitality, barista, catering, sommelier",
    "travel": "travel, tourism, tour, pilot, flight attendant, cabin crew, airline, reise",
    "agriculture": """
        farm, farmer, farming, agriculture, agricultural, agronomist, agronomy, vineyard, winemaker, landwirt""",
    "insurance": """
        insurance, underwriter, underwriting, actuary, actuarial, claims, versicherung, assurance, reinsurance""",
    "benefits": "benefits, compensation and benefits, employee benefits, pensions",
    "finance": """
        finance, financial, cfo, banker, banking, investment, investor, investments, trader, trading, equity,
        venture capital, treasury, treasurer, wealth, portfolio manager, fund, credit, loan, private equity,
        controller, controlling, finanzen, finanzas, chief financial officer""",
    "events": "event, events, conference, conferences, exhibition, trade show, wedding, event manager, event planner",
    "design": "design, designer, ux, ui, art director, creative director, illustrator, architect designer, graphic",
    "data": "data, data scientist, data engineer, machine learning, ml, ai, statistician, data analyst",
    "product": "product manager, product owner, cpo, product lead, product management, product director",
    "marketing": """
        marketing, cmo, brand, seo, growth, content, social media, communications, pr, public relations,
        copywriter, marketer, community manager""",
    "sales": """
        sales, account executive, account manager, business development, bdr, sdr, cro, vertrieb, ventas, vente,
        commercial, key account, salesperson""",
    "legal": """
        lawyer, attorney, counsel, legal, paralegal, solicitor, barrister, judge, notary, rechtsanwalt,
        rechtsanwaltin, avocat, avocate, abogado, abogada, compliance, jurist, juristin""",
    "healthcare": """
        nurse, doctor, physician, surgeon, medical, health, healthcare, clinical, dentist, pharmacist,
        therapist, psychologist, veterinarian, hospital, arzt, arztin, medecin, medico, medica, radiologist,
        care""",
    "recruiting": "recruiter, recruiting, recruitment, talent acquisition, headhunter, sourcer, talent partner",
    "human resources": "hr, human resources, people, chro, people partner, hr partner, personal, people operations",
    "consulting": """
        consultant, consulting, advisory, unternehmensberater, unternehmensberaterin, beraterin, consultante""",
    "media": "journalist, editor, reporter, producer, photographer, filmmaker, podcast, redakteur, redakteurin, writer",
    "real estate": "real estate, realtor, property, immobilien, leasing",
    "construction": "construction, civil engineer, site manager, structural engineer, bauleiter, surveyor",
    "manufacturing": "manufacturing, production, plant, factory, mechanical engineer, quality, industrial",
    "energy": "energy, solar, wind, oil, gas, utilities, renewable, renewables",
    "government": "policy, government, public sector, diplomat, ministry, mayor, civil servant, public policy",
    "software": """
        software, developer, programmer, engineer, engineering, cto, devops, frontend, backend, full stack,
        fullstack, web, mobile, ios, android, sre, cloud, it, security, infrastructure, platform, qa, sysadmin,
        entwickler, entwicklerin, developpeur, developpeuse, desarrollador, desarrolladora, programmierer, cio,
        ciso""",
}
COMPANIES = {
    "accounting": """
        accounting, accountants, cpa, cpas, kpmg, pwc, pricewaterhousecoopers, bdo, grant thornton, rsm, mazars""",
    "tax": "tax, h&r block, steuerberatung, steuerberatungsgesellschaft",
    "audit": "audit, wirtschaftsprufung",
    "retail": """
        retail, stores, walmart, ikea, aldi, lidl, rewe, edeka, tesco, carrefour, costco, h&m, zara, target,
        supermarket, supermarkets, macy's, best buy""",
    "e-commerce": "e-commerce, ecommerce, zalando, etsy, ebay, shopify, amazon, otto, wayfair, mercadolibre",
    "logistics": """
        logistics, dhl, fedex, ups, maersk, freight, shipping, logistik, kuehne nagel, db schenker, logistique""",
    "education": "school, schools, schule, academy, gymnasium, kindergarten, lycee, colegio, education, montessori",
    "academia": """
        university, universitat, universite, universidad, universita, universidade, college, fraunhofer, max
        planck, mit, eth, institute of technology, hochschule, cnrs""",
    "hospitality": """
        hotel, hotels, hilton, marriott, hyatt, accor, resort, resorts, restaurant, restaurants, cafe, bistro""",
    "travel": """
        travel, airlines, airline, airways, lufthansa, booking.com, airbnb, expedia, tui, tours, tourism,
        cruises""",
    "agriculture": "farm, farms, agro, agriculture, vineyard, vineyards, winery, john deere, seeds",
    "insurance": """
        insurance, allianz, axa, versicherung, versicherungen, assurance, assurances, reinsurance, generali, re""",
    "benefits": "benefits, pensions",
    "finance": """
        bank, banking, capital, investments, investment, jpmorgan, goldman sachs, morgan stanley, ubs,
        blackrock, ventures, fund, funds, sparkasse, barclays, hsbc, citi, private equity, asset management,
        banque, banco, wealth, financial, finance, fidelity""",
    "events": "events, event, messe, eventbrite, conferences, exhibitions",
    "legal": "law, legal, rechtsanwalte, avocats, abogados, solicitors, attorneys, kanzlei",
    "healthcare": """
        hospital, hospitals, clinic, clinics, health, healthcare, medical, pharma, pharmaceuticals, biotech,
        klinik, klinikum, charite, pfizer, novartis, roche, bayer, dental, kaiser permanente, nhs""",
    "recruiting": "recruiting, recruitment, staffing, talent, randstad, adecco, hays, michael page, executive search",
    "consulting": """
        consulting, consultants, consultancy, mckinsey, bcg, bain, accenture, deloitte, ey, advisory, capgemini""",
    "design": "design, studio, ideo",
    "marketing": "marketing, advertising, media agency, publicis, ogilvy, wpp",
    "media": "media, news, times, radio, tv, broadcasting, publishing, verlag, films, bbc",
    "real estate": "real estate, realty, properties, immobilien",
    "construction": "construction, builders, bau",
    "manufacturing": "manufacturing, siemens, bosch, automotive, motors, bmw, volkswagen, toyota, steel",
    "energy": "energy, solar, power, oil, gas, shell, bp, utilities",
    "government": "government, ministry, city of, federal, bundesamt, ministerium, council, united nations",
    "software": """
        software, technologies, tech, google, microsoft, apple, meta, ibm, oracle, sap, labs, cloud, github,
        salesforce, adobe, netflix, spotify, stripe, openai, systems, digital, atlassian, nvidia""",
}
