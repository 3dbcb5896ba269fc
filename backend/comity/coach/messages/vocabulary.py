"""Small sets of words by which the parts of a letter are told apart: greetings, sign-offs, abbreviations."""

from comity.coach.word_lists import each, either

SALUTATIONS = each(
    "hi hello hey hiya dear greetings howdy hallo liebe lieber bonjour bonsoir salut cher chère hola estimado "
    "estimada querido querida ciao salve caro cara gentile olá oi prezado prezada caro hej hei hoi beste "
    "geachte moin servus привет здравствуйте уважаемый уважаемая merhaba namaste"
)
TWO_WORD_SALUTATIONS = either(
    "good morning|good afternoon|good evening|good day|guten tag|guten morgen|guten abend|grüß gott|"
    "sehr geehrte|sehr geehrter|buenos días|buenas tardes|buenas noches|bom dia|boa tarde|buon giorno|"
    "dzień dobry|добрый день|hi again|hello again|hey again|hi there|hello there|hey there|"
    "to whom it may concern"
)
TITLES = each(
    "dr prof professor mr mrs ms mx miss sir madam madame herr frau hr fr monsieur mme mlle m señor señora sr "
    "sra signor signora sig ing dott rev fr capt col judge senator doctor dra mag"
)
NOBODY_BY_NAME = each(
    "there all everyone everybody folks team friend friends guys both sir madam colleague colleagues neighbour "
    "neighbor hiring recruiting manager recruiter sirs ladies gentlemen again stranger world y'all you "
    "community group fellow mate buddy boss to or whom it may concern from the in and my alle zusammen "
    "kolleginnen und kollegen damen herren tous toutes à todos todas tutti reader readers subscriber member "
    "members alumni students mentor coach customer support hr people crew dear good morning afternoon"
)
PARTICLES = each("and & de da di van von der den la le el al bin ibn und et y e del dos du st san")

SIGN_OFFS = frozenset(  # folded as texts are: "Grüße" is "grüsse"
    phrase.casefold()
    for phrase in either(
        "best|best regards|best wishes|all the best|kind regards|kindest regards|warm regards|warmest regards|"
        "regards|warmly|warmest|sincerely|sincerely yours|yours sincerely|yours faithfully|yours truly|yours|"
        "cheers|thanks|thank you|many thanks|thanks a lot|thanks so much|thanks again|thank you again|"
        "thank you so much|thank you very much|thanks in advance|thank you in advance|with thanks|with gratitude|"
        "gratefully|take care|talk soon|speak soon|see you soon|see you|see you there|until then|until soon|"
        "have a great day|have a good day|have a nice day|have a great week|have a good week|have a great weekend|"
        "have a good weekend|respectfully|cordially|love|hugs|x|xx|xo|xoxo|br|kr|rgds|ciao|a big hug|"
        "mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|viele grüße|liebe grüße|beste grüße|"
        "herzliche grüße|schöne grüße|grüße|gruß|mfg|lg|vg|danke|vielen dank|cordialement|bien cordialement|"
        "bien à vous|amicalement|merci|salutations|sincères salutations|bises|saludos|un saludo|saludos cordiales|"
        "un abrazo|atentamente|gracias|cordiali saluti|distinti saluti|un caro saluto|saluti|grazie|"
        "met vriendelijke groet|vriendelijke groeten|groeten|groetjes|mvg|abraços|um abraço|atenciosamente|"
        "obrigado|obrigada|med vänlig hälsning|vänliga hälsningar|mvh|med venlig hilsen|venlig hilsen|hilsen|"
        "pozdrawiam|с уважением|всего доброго"
    )
)
DEVICES = ("sent from my", "get outlook for", "sent via", "von meinem iphone", "envoyé de mon", "enviado desde mi")

# A full stop after these is never the end of a sentence.
NEVER_ENDS = each(
    "p.s pps p.p.s dr prof mr mrs ms mx messrs gen capt lt sgt st mt ft vs e.g eg i.e ie cf viz approx ca figs vol "
    "eds pp incl excl esp dept govt univ assoc asst attn tel z.b d.h u.a bzw ggf evtl inkl hr fr hrn frl mme "
    "mlle mm sra srta dott tj s.a"
)
# After these it is one where a word follows that often begins a sentence.
MAY_END = each(
    "etc inc ltd llc co corp bros jr sr esq a.m p.m u.s u.k u.n e.u u.s.a ph.d m.sc b.sc b.a m.a m.d mba d.c "
    "no nos nr usw jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat "
    "sun min mins hrs hr max est ref art sec ch para ed ext ing sig fig hon rev col resp"
)
MONTHS = each(
    "january february march april may june july august september october november december januar februar märz "
    "mai juni juli oktober dezember jan feb mär apr aug sept okt nov dez"
)
BEGINNERS = each(
    "i i'm i've i'd i'll we we're you your you're he she it it's they the this that these those there would could "
    "can may might will shall should is are was were do does did have has had what how which when where who why "
    "my our his her their if in on at by with from and but so or yet then thank thanks please let no yes as since "
    "after before while for a an to not also just maybe perhaps hope looking congratulations ich wir sie es das "
    "die der könnten hätten würden je nous vous le la les el los ik wij"
)
