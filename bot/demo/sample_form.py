"""A filled-in Word form of an invented practice, as people send it: the template of RAN, with a few things to check."""

from datetime import datetime
from io import BytesIO

from docx import Document

from conversations.dialogue.conversation import Draft
from conversations.fields.times import day_of
from conversations.imports.drafting import drafted
from conversations.papers.reading import read
from storage.imports.word_form import given_in
from storage.papers.opening import opened

LINES = """
# Name of the practice
Open Gate: mentoring after prison
# Description
(max. 300 words)
Trained mentors meet young men once a week for a year after prison. The aim is to prevent violent extremism: together \
they work on school, family and leisure, and talk openly about ideology.
# Peer reviewed
No
# Key themes
Please choose the 2 key themes that correspond most with the practice.
Prison and probation
Rehabilitation
# Target audience
Please choose at least one target audience that corresponds most with the practice.
Prison / probation
Families
Add additional target audience.
Sports coaches
# Geographical scope
Denmark: Aarhus and Odense
# Start of the practice
Starting year: 2014
Ending year: Select year.
# Deliverables
Handbook for mentors (Danish): https://example.org/handbook
# Evidence and evaluation
In three years 42 young people took part; 35 of them finished school or found work.
# Sustainability and transferability
(maximum of 200 words)
One mentor costs about 9,000 euros a year. The training can be used in any prison service.
# Presented and discussed in RAN meeting
Name: RAN EXIT
Date: 23-24 January 2019
Place: Copenhagen
Subject: Enter subject of meeting.
# Linked to other EU initiatives or EU funding
(maximum of 100 words)
The city pays for it.
(Co-)funded by the EU: No
# Organisation
Open Gate is a charity in Aarhus.
Type of Organisation: Charity
# Country of origin
EU or EEA country: Denmark
or:
Non-EU country: Enter name if non EU country
# Contact details
Address: Example Street 1, 8000 Aarhus C
Contact person: Anna Example Email: anna [at] example.org
Telephone: 33 11 55 00
Website: www.example.org
# Last update text
(year)
"""


def sample_form() -> bytes:
    """Return the form as a Word document."""
    document = Document()
    document.add_heading("RAN Collection practice template", level=1)
    for line in LINES.strip().splitlines():
        paragraph = document.add_paragraph()
        paragraph.add_run(line.removeprefix("# ")).bold = line.startswith("# ")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def sample_draft(now: datetime) -> Draft:
    """Return the draft that an import makes of the form; LookupError if the form cannot be read."""
    paper = read(opened(sample_form()), day_of(now))
    draft = drafted(given_in(paper), "draft", now).draft if paper else None
    if draft is None:
        raise LookupError("the sample form cannot be read")
    return draft
