"""A description must show its link to preventing or countering violent extremism."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.form.sections.practice import mentions_pve

BACK_ON_TRACK = (
    "A programme for people in prison or on remand who are charged with or convicted of terrorism, or who are "
    "vulnerable to radicalisation. Its aim is to prevent further radicalisation."
)

CENTRE = (
    "The Centre is a nationwide contact point for parents, teachers and anybody else who seeks advice on violent "
    "extremism."
)

FRAMEWORK = "A review of approaches to identifying, monitoring and assessing radicalisation in Europe and beyond."

RADINET = (
    "RADINET-hankkeessa kehitettiin valtakunnallinen Exit-malli henkilöille, jotka haluavat irtautua "
    "väkivaltaisesta ääriajattelusta ja ääritoiminnasta."
)

CONTROVERSY = (
    "A training pack for self-reflection, made for school leaders, leadership teams and teachers. It helps them "
    "to look at how controversy is handled in their school and suggests more proactive and strategic ways of "
    "doing so. It can be used together with the companion pack on teaching controversial issues, and also by NGOs"
    " and community organisations. It answers a call from policymakers and practitioners in several European "
    "countries for better training in the handling of controversial issues. The tool has nine sections, each with"
    " a description of an area of school life, its role, a case study from a European school and a practical "
    "suggestion."
)

LINKED = [
    BACK_ON_TRACK,
    CENTRE,
    FRAMEWORK,
    RADINET,
    "Mentors for DERADICALIZATION",
    "Training on radicali-\nsation for police",
    "Support for families of foreign fighters",
    "A P/CVE network of cities",
    "A CVE course",
    "Exit from the far-right scene",
    "Neo-Nazis who want to leave",
    "Counter-terrorism strand of local policing",
    "Victims of terrorist attacks speak at schools",
    "Young men drawn to Daesh",
    "Beratung bei Rechtsextremismus",
    "Ausstieg aus der rechtsextremen Szene",
    "Prävention von religiös begründeter Radikalisierung und Islamismus",
    "Jugendliche und Dschihadismus",
    "Prévention de la radicalisation",
    "Désengagement de personnes de la mouvance djihadiste",
    "Lutte contre l'extrémisme violent et l'extrême droite",
    "Forebyggelse af voldelig ekstremisme",
    "Radikalisering i fængsler",
    "Unge i højreekstreme miljøer",
    "Väkivaltaisen ekstremismin ehkäisy",
    "Äärioikeistosta irtautuminen",
    "Terrorismin uhrit",
    "Våldsbejakande miljöer",
    "Avhopp från högerextrema rörelser",
    "Forebygging av radikalisering og voldelig ekstremisme",
    "Høyreekstreme miljøer",
    "Preventie van radicalisering en extremisme",
    "Jihadistische netwerken",
    "Prevención de la radicalización",
    "El yihadismo en prisión",
    "Prevenzione della radicalizzazione",
    "Estremismo violento nelle carceri",
    "Prevenção da radicalização e do extremismo",
    "Zapobieganie radykalizacji",
    "Ekstremizm i dżihadyzm",
    "Превенция на радикализацията",
    "Екстремизъм и тероризъм",
    "Πρόληψη της ριζοσπαστικοποίησης",
]

UNLINKED = [
    "",
    CONTROVERSY,
    "Le terroir et la cuisine de la région",
    "The matter was settled in extremis",
    "A radical new approach to teaching",
    "Radically open mentoring",
    "Extreme sports for young people",
    "Gangs are terrorising the neighbourhood",
    "Islamic studies and dialogue between faiths",
    "Social cohesion and polarisation in schools",
    "Hate crime and hate speech",
    "A ministry of the interior and its territory",
    "Help for victims of domestic violence",
    "Mentoring for people in prison",
    "Gewaltprävention an Schulen",
    "Demokratiebildung für Jugendliche",
    "Éducation à la citoyenneté",
    "Det Radikale Venstre i Danmark",
    "Støtte til unge i fængsel",
    "Demokratikasvatus kouluissa",
    "Äärimmäisen hyvä koulutus",
    "Stöd till unga i utanförskap",
    "Steun voor gezinnen",
    "Apoyo a las familias",
    "Sostegno alle famiglie",
    "Wsparcie dla rodzin",
    "Подкрепа за семействата",
]

FOOLED_INTO_YES = [
    "This course has nothing to do with extremism",
    "Shown at a meeting of the Radicalisation Awareness Network",
    "Radicalise the budget",
    "A film on the far right corner of the map",
]

FOOLED_INTO_NO = [
    "Exit work with people who want to leave a violent group",
    "Gewaltbereite Jugendliche in der Szene",
    "Resilience against recruitment by hateful groups",
    "Disengagement of former members",
]


@pytest.mark.parametrize("text", LINKED)
def test_link_seen(text: str) -> None:
    """A link is found in all of these languages."""
    assert mentions_pve(text)


@pytest.mark.parametrize("text", UNLINKED)
def test_link_missing(text: str) -> None:
    """Similar words, and words that other fields use, too, are no link."""
    assert not mentions_pve(text)


@pytest.mark.parametrize("text", FOOLED_INTO_YES)
def test_link_seen_by_mistake(text: str) -> None:
    """These texts have no link, but one is found: a word alone can mislead."""
    assert mentions_pve(text)


@pytest.mark.parametrize("text", FOOLED_INTO_NO)
def test_link_missed(text: str) -> None:
    """These texts have a link in other words, and none is found: use the result for advice only."""
    assert not mentions_pve(text)


def test_link_figures_documented() -> None:
    """The figures in the docstring are those of these tables."""
    fooled = len(FOOLED_INTO_YES) + len(FOOLED_INTO_NO)
    stated = f"right on 43 with a link and 27 without one, and wrong on {fooled} "
    sizes = len(LINKED), len(UNLINKED)
    assert sizes == (43, 27)
    assert stated in " ".join((mentions_pve.__doc__ or "").split())


@given(st.text(st.characters()))
def test_link_any_text(text: str) -> None:
    """Any text gets a result, the same in capitals."""
    assert isinstance(mentions_pve(text), bool)
    assert mentions_pve(f"{text} TERRORISM")
