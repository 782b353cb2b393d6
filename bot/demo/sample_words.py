"""What invented practices are made of. No such practice, organisation or person exists."""

AUTHORS = (
    "Marta Invented",
    "Jonas Example",
    "Leïla Sample",
    "Piotr Nowhere",
    "Aino Fiction",
    "Tomás Pretend",
    "Greta Muster",
    "Nikos Ypothesis",
    "Ciara Someone",
    "Emil Exempel",
    "Ivana Primjer",
    "Lucas Voorbeeld",
)

TITLES = (
    "Open Doors",
    "The Second Chair",
    "Fathers at the Table",
    "Street Corner Debates",
    "Letters Home",
    "Bridge Builders",
    "The Listening Classroom",
    "Way Out, Way Back",
    "Neighbours First",
    "One City, Many Voices",
    "Coach on the Wing",
    "Safe Ground",
    "The Exit Line",
    "Mothers' Compass",
    "Think Twice Online",
    "Common Pitch",
    "After the Sentence",
    "Stories That Count",
    "The Round Table of Ten",
    "Night Bus",
    "Faith and Doubt",
    "Game Over for Hate",
    "The Long Conversation",
    "Shared Kitchen",
    "Signals",
    "Roots and Routes",
    "The Red Bench",
    "Mentors in Uniform",
    "Speak Up, Stand By",
    "Quiet Rooms",
    "Harbour Lights",
    "The Open Workshop",
)

WORK = (
    "trains teachers to keep a conversation open when pupils defend violent extremism",
    "gives families who fear that a child is being radicalised one person to call, day and night",
    "pairs inmates who are vulnerable to radicalisation with a mentor, a year before their release and a year after",
    "brings police, youth workers and schools to one table where a worry about extremism is looked at together",
    "lets former extremists tell pupils how they got in, what it cost, and how they got out",
    "teaches young people to recognise extremist propaganda online, and to answer it in their own words",
    "offers those who want to leave a violent extremist group a flat, a job coach and a psychologist",
    "takes rival youth groups into one football team, with dialogue about hate and violence after each training",
)

AIMS = (
    "The aim is to prevent radicalisation before it becomes violent",
    "It aims at disengagement: that people give up violence, whatever they think",
    "Its aim is to counter extremist recruitment where it happens",
    "The aim is that professionals see signs of radicalisation early and know whom to ask",
)

DETAILS = (
    "A course takes six evenings in groups of twelve.",
    "Two coordinators look after forty volunteers, who are supervised every month.",
    "Each case begins with a meeting of all who know the person, and a plan with three steps.",
    "Material is free, in four languages, and was tried in eleven schools.",
    "Participation is voluntary and confidential; the police hear of danger to life, and of nothing else.",
)

COUNTRIES = (
    "Belgium",
    "Denmark",
    "Finland",
    "France",
    "Germany",
    "Greece",
    "Ireland",
    "Italy",
    "Netherlands",
    "Norway",
    "Poland",
    "Portugal",
    "Slovenia",
    "Spain",
    "Sweden",
)

CITIES = ("Harbourtown", "Old Mills", "Northbridge", "Lakeside", "Three Rivers", "Hillgate")
ORGANISATIONS = ("Association", "Foundation", "Network", "Centre", "Initiative")
TYPES = ("NGO", "Governmental institution", "Foundation", "Charity")

COMMENTS = (
    "Say how those who do the work are chosen, and how they are trained.",
    "Who takes part, and how do you reach them? A sentence is enough.",
    "What happens in the first meeting? Readers want to picture it.",
)
SUGGESTIONS = (
    "Do you also know how many stayed away after the first month?",
    "A figure from before the practice began would help to compare.",
)
ADDED = (
    "Those who do the work are chosen by two of us and trained for three days.",
    "Schools and families send those who take part; the first talk is at their kitchen table.",
)
REPLIES = ("We do not count that yet, but will from next year on.", "There are no such figures, I am sorry.")
REASONS = ("The practice ended before it was tried out. Tell us when it begins again.",)
