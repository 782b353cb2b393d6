"""A meeting in one line is split into name, date, place and subject."""

import pytest

from conversations.form.sections.ran_meetings import full_date_in, meeting_in, meetings_in

DUBLIN = {"name": "RAN P&P", "date": "23-24 January 2019", "place": "Dublin"}


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("in RAN P&P in Dublin 23-24 January 2019", DUBLIN),
        ("RAN P&P, Dublin, 23-24 January 2019", DUBLIN),
        ("was in RAN meeting in Aarhus but i dont remember when", {"name": "RAN meeting", "place": "Aarhus"}),
        ("RAN meeting on young men in Aarhus", {"name": "RAN meeting on young men", "place": "Aarhus"}),
        ("23-24 January 2019, RAN P&P in Dublin", DUBLIN),
        (
            "it was presented at the RAN Y&E meeting in Stockholm on 12 March 2018",
            {"name": "RAN Y&E meeting", "date": "12 March 2018", "place": "Stockholm"},
        ),
        (
            "RAN EXIT (online), 3.5.2020, about disengagement",
            {"name": "RAN EXIT", "date": "3.5.2020", "place": "online", "subject": "disengagement"},
        ),
        (
            "beim RAN-Treffen in Wien am 3. Mai 2019",
            {"name": "RAN-Treffen", "date": "3. Mai 2019", "place": "Wien"},
        ),
        (
            "dans le groupe RAN EDU à Paris en mars 2018",
            {"name": "groupe RAN EDU", "date": "mars 2018", "place": "Paris"},
        ),
        (
            "RAN EXIT in 30 November - 1 December 2017 in The Hague",
            {"name": "RAN EXIT", "date": "30 November - 1 December 2017", "place": "The Hague"},
        ),
        (
            "at RAN LOCAL of 5/6 June 2018 in Malmö, on polarisation",
            {"name": "RAN LOCAL", "date": "5/6 June 2018", "place": "Malmö", "subject": "polarisation"},
        ),
        ("RAN study visit, 2017-01-17", {"name": "RAN study visit", "date": "2017-01-17"}),
        ("RAN YF&C, Berlin", {"name": "RAN YF&C", "place": "Berlin"}),
        ("RAN RVT & RAN EDU", {"name": "RAN RVT & RAN EDU"}),
        ("in 2019", {"date": "2019"}),
        ("It was in Dublin", {"place": "Dublin"}),
        ("in Dublin in 2019", {"date": "2019", "place": "Dublin"}),
    ],
)
def test_meeting_told(text: str, given: dict[str, str]) -> None:
    """Each detail is found by words and signs, in several languages, in any order."""
    assert given == meeting_in(text).given


@pytest.mark.parametrize(
    "text", ["", "many times", "of course", "twice", "we did", "in a meeting", "RAN " * 100, "RAN", "?!"]
)
def test_no_meeting_told(text: str) -> None:
    """Words without a meeting, a date or a place give no details."""
    assert {} == meeting_in(text).given


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("RAN P&P in Dublin, January 2019; RAN EXIT in Wien, May 2020", ["RAN P&P", "RAN EXIT"]),
        ("RAN P&P in Dublin 2019 and RAN EXIT in Wien 2020", ["RAN P&P", "RAN EXIT"]),
        ("RAN RVT and RAN EDU in Dublin 2019", ["RAN RVT and RAN EDU"]),
        ("RAN P&P 2019, again 2020 and 2021", []),
        ("yes", []),
    ],
)
def test_meetings_told(text: str, names: list[str]) -> None:
    """Several meetings are split if each has a name and a date; an unclear text is not."""
    assert names == [told.name for told in meetings_in(text)]


@pytest.mark.parametrize(
    ("text", "date"),
    [("RAN EXIT, 3 May 2019", "3 May 2019"), ("RAN EXIT, May 2019", "May 2019"), ("RAN plenary 2019", ""), ("RAN", "")],
)
def test_full_date(text: str, date: str) -> None:
    """A year alone may belong to the name of a meeting; a day or a month does not."""
    assert date == full_date_in(text)
