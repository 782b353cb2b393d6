"""Invented practices: their answers, by the title of the question. A fixed seed makes them the same in each run."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import cycle
from typing import Literal, get_args

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

SEED = 20261123

COUNT = 30

SECTIONS = 16

Ending = Literal["left", "to fix", "to submit", "submitted"]
"""How far an author gets: stops at some section, has a text over its limit, has answered everything, has submitted."""

ENDINGS: tuple[Ending, ...] = ("left", "submitted", "submitted", "to submit", "submitted", "submitted", "to fix")
"""The practices take these in turn."""

Course = Literal[
    "waiting",
    "claimed",
    "commented",
    "requested",
    "half revised",
    "revised",
    "approved",
    "approved at once",
    "declined",
    "reopened",
    "withdrawn",
]
"""The state of the review of a submitted practice."""

COORDINATORS = ("Cora Coordinator", "Carl Coordinator")
"""The reviews take these in turn."""

TOO_OFTEN = 8
"""Repeated this often, the description is over its limit of 300 words."""


@dataclass(frozen=True)
class Practice:
    """One practice of one author; ``answers`` are typed, those in brackets pressed, and what is missing is skipped.

    ``sections`` is how many of them are filled in; ``course`` is how the review of a submitted one goes, and
    ``coordinator`` whose it is.
    """

    author: str
    answers: Mapping[str, str]
    ending: Ending
    sections: int = SECTIONS
    course: Course = "waiting"
    coordinator: str = COORDINATORS[0]

    @property
    def name(self) -> str:
        """Return the name of the practice."""
        return self.answers["Name of the practice"]


def practices(count: int = COUNT, seed: int = SEED) -> tuple[Practice, ...]:
    """Return this many practices, several for each author; less than half of them are still drafts."""
    chance = random.Random(seed)  # noqa: S311 - chance with a seed, so that it comes again
    titles = chance.sample(TITLES, count)
    reviews = zip(cycle(get_args(Course)), cycle(COORDINATORS), strict=False)
    written = (practice(title, number, chance) for number, title in enumerate(titles))
    return tuple(reviewed(one, *next(reviews)) if one.ending == "submitted" else one for one in written)


def reviewed(submitted: Practice, course: Course, coordinator: str) -> Practice:
    """Add the course of the review and the coordinator to a submitted practice."""
    return replace(submitted, course=course, coordinator=coordinator)


def practice(title: str, number: int, chance: random.Random) -> Practice:
    """Return one practice."""
    author = AUTHORS[number % len(AUTHORS)]
    ending = ENDINGS[number % len(ENDINGS)]
    sections = chance.randint(1, SECTIONS - 1) if ending == "left" else SECTIONS
    answers = about(title, author, chance)
    if ending == "to fix":
        answers["Description"] = " ".join([answers["Description"]] * TOO_OFTEN)
    return Practice(author, answers, ending, sections)


def about(title: str, author: str, chance: random.Random) -> dict[str, str]:
    """Return the answers of one practice."""
    began = chance.randint(2004, 2023)
    city, country = chance.choice(CITIES), chance.choice(COUNTRIES)
    answers = {
        "Name of the practice": title,
        "Description": description(title, chance),
        "Peer reviewed": f"[{chance.choice(('Yes', 'No', 'No'))}]",
        "Key themes": several(chance, 18, 2),
        "Target audience": several(chance, 11, chance.randint(1, 3)),
        "Geographical scope": f"{city} and the region around it, {country}",
        "Starting year": str(began),
        "Performance": f"{chance.randint(40, 900)} people took part since {began}; {chance.randint(60, 95)} % stayed.",
        "Sustainability and transferability": f"Paid by {city} since {began + 2}; a handbook tells others how.",
        "Presented in a RAN meeting": "[No]",
        "(Co-)funded by the EU": "[No]",
        "Organisation": f"{city} {chance.choice(ORGANISATIONS)}, which works for and with young people.",
        "Type of organisation": f"[{chance.choice(TYPES)}]",
        "EU or EEA country": country,
        "Contact person": author,
        "Email": f"{author.split(maxsplit=1)[0].lower().replace('ï', 'i').replace('á', 'a')}@example.org",
        "Last update": str(chance.randint(2024, 2026)),
    }
    return answers | some(chance, extras(city, chance))


def extras(city: str, chance: random.Random) -> dict[str, str]:
    """Return the answers to questions that only some authors answer."""
    return {
        "Additional target audience": "Sports coaches",
        "Ending year": "2025",
        "Deliverables": f"A handbook of {chance.randint(20, 90)} pages and a film of ten minutes, free for all.",
        "Evaluation and feedback": f"Looked at by the university of {city}: those who stayed trusted the police more.",
        "Address": f"{chance.randint(1, 90)} Example Street, {city}",
        "Website": "https://practice.example.org/",
    }


def some(chance: random.Random, answers: Mapping[str, str]) -> dict[str, str]:
    """Return some of the answers."""
    return {title: answer for title, answer in answers.items() if chance.random() < 0.6}  # noqa: PLR2004 - most of them


def several(chance: random.Random, choices: int, count: int) -> str:
    """Return the numbers of some choices, as a person types them."""
    return ", ".join(map(str, sorted(chance.sample(range(1, choices + 1), count))))


def description(title: str, chance: random.Random) -> str:
    """Return a description; it must say how the practice helps against extremism."""
    details = " ".join(chance.sample(DETAILS, 2))
    return f"{title} {chance.choice(WORK)}. {chance.choice(AIMS)}. {details}"
