"""The template of RAN as people fill it in: instructions and placeholders left in, labels on one line."""

from collections.abc import Callable, Iterator, Mapping

from docx import Document
from docx.document import Document as Doc
from support.paper_practices import meetings, saved, shown

from conversations.dialogue.conversation import Draft

Heading = Callable[[Doc, str], None]


def bold(document: Doc, title: str) -> None:
    """Write a title as a bold line."""
    document.add_paragraph().add_run(title).bold = True


def styled(document: Doc, title: str) -> None:
    """Write a title in a heading style."""
    document.add_heading(title, level=1)


def plain(document: Doc, title: str) -> None:
    """Write a title as a line like any other."""
    document.add_paragraph(title)


def template(draft: Draft, heading: Heading = bold, titles: Mapping[str, str] | None = None) -> bytes:
    """Return the filled-in template; ``titles`` are other words for its titles."""
    document = Document()
    document.add_heading("RAN Collection practice template", level=1)
    for title, lines in _sections(draft):
        heading(document, (titles or {}).get(title, title))
        for line in lines:
            for one in line.split("\n"):
                document.add_paragraph(one)
    return saved(document)


MEETING = (
    ("name", "Name", "Enter name of the meeting."),
    ("date", "Date", "Select date of the meeting."),
    ("place", "Place", "Enter place of the meeting."),
    ("subject", "Subject", "Enter subject of meeting."),
)
"""The questions about a meeting: key, label and placeholder."""

_PRACTICE = (
    "Please note: by practice we mean an activity, a method or a tool that professionals and/or community members use "
    "or have used."
)

_AUDIENCE = "Please choose at least one target audience that corresponds most with the practice."

_SCOPE = "Please indicate where (countries, regions, cities) the practice is or has been implemented."

_FUNDS = "Such as Erasmus+, Internal Security Fund (ISF), European Social Fund (ESF), Horizon 2020, etc."

_LAW = (
    "Please describe briefly the organisation behind the practice, including its legal status, e.g. NGO, governmental, "
    "limited company, charity etc."
)


def _sections(draft: Draft) -> Iterator[tuple[str, list[str]]]:
    """Yield the title of each section with its lines."""

    def of(path: str) -> str:
        return shown(draft, path)

    yield "Name of the practice", [_PRACTICE, of("name.name")]
    yield "Description", ["(max. 300 words)", of("description.description")]
    yield "Peer reviewed", [of("peer_reviewed.peer_reviewed")]
    themes = "Please choose the 2 key themes that correspond most with the practice."
    yield "Key themes", [themes, *_each(draft, "key_themes.themes")]
    more = ["Add additional target audience.", of("target_audience.additional")]
    yield "Target audience", [_AUDIENCE, *_each(draft, "target_audience.audiences"), *more]
    yield "Geographical scope", [_SCOPE, of("geographical_scope.scope")]
    began, ended = of("start.starting_year"), of("start.ending_year") or "Select year."
    yield "Start of the practice", [f"Starting year: {began}", f"Ending year: {ended}"]
    yield "Deliverables", [of("deliverables.deliverables")]
    yield "Evidence and evaluation", [*_evidence(draft)]
    yield "Sustainability and transferability", ["(maximum of 200 words)", of("sustainability.sustainability")]
    yield "Presented and discussed in RAN meeting", [*meeting_lines(draft)]
    paid = [f"(Co-)funded by the EU: {of('eu_funding.co_funded')}", f"EU funds: {of('eu_funding.funds')}"]
    yield (
        "Linked to other EU initiatives or EU funding",
        ["(maximum of 100 words)", _FUNDS, of("eu_funding.initiatives"), *paid],
    )
    yield "Organisation", [_LAW, of("organisation.description"), f"Type of Organisation: {of('organisation.type')}"]
    outside = of("country_of_origin.non_eu_country")
    inside = "Select country" if outside else of("country_of_origin.country")
    outer = f"Non-EU country: {outside or 'Enter name if non EU country'}"
    yield "Country of origin", ["Country in which the practice is based.", f"EU or EEA country: {inside}", "or:", outer]
    person = f"Contact person: {of('contact.person')} Email: {of('contact.email')}"
    reached = [f"Telephone: {of('contact.telephone')}", f"Website: {of('contact.website')}"]
    yield "Contact details", [f"Address: {of('contact.address')}", person, *reached]
    yield "Last update text", ["(year)", of("last_update.year")]


def _each(draft: Draft, path: str) -> list[str]:
    chosen = draft.values[path]
    return [str(one) for one in chosen] if isinstance(chosen, list) else []


def _evidence(draft: Draft) -> Iterator[str]:
    yield "Short description of the performance measures of the practice, including"
    yield "Please elaborate on the outcomes of your monitoring and evaluation."
    yield shown(draft, "evidence.performance")
    for key, title in (("feedback", "Evaluation and feedback"), ("peer_review", "Peer review")):
        if draft.values.get(f"evidence.{key}"):
            yield f"{title}: {shown(draft, f'evidence.{key}')}"


def meeting_lines(draft: Draft) -> Iterator[str]:
    """Yield the labels of each meeting with its answers."""
    for item in range(meetings(draft)):
        for key, label, empty in MEETING:
            yield f"{label}: {shown(draft, f'ran_meetings.meetings.{item}.{key}') or empty}"
