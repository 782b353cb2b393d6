"""All that coordinators and admins read at an export."""

from conversations.dialogue.model import Face, Format, Status
from conversations.dialogue.replies import ExportFile
from conversations.fields.country_names import choice_in_language
from conversations.fields.dates import say
from conversations.languages import _

# Buttons

SEND_FILE = _("Send the file")

FORMATS: dict[Format, str] = {
    "xlsx": _("Excel"),
    "csv": _("CSV"),
    "docx": _("Word"),
    "json": _("JSON"),
    "package": _("Package of all"),
    "pdf": _("PDF"),
}

STATUSES: dict[Status, str] = {
    "approved": _("Approved"),
    "submitted": _("Submitted"),
    "changes_requested": _("Changes requested"),
    "declined": _("Declined"),
    "withdrawn": _("Withdrawn"),
    "draft": _("Drafts"),
}

SINCE = (_("Any time"), _("This year"), _("Last 30 days"), _("Last 7 days"))
FACES: dict[Face, str] = {"internal": _("Internal"), "public": _("Public"), "anonymous": _("Anonymous")}
FILTERS = {"theme": _("Theme"), "country": _("Country")}

# The page

FACES_MEAN: dict[Face, str] = {
    "internal": _("Internal: everything, with the review."),
    "public": _("Public: no review; contact details of approved practices only."),
    "anonymous": _(
        "Anonymous: no names, contacts, organisations, files or review. Read the texts before you share it."
    ),
}
NOTHING_FITS = _("No submission fits. Choose another status or another time, or remove a filter.")
NO_STATUS = _("Choose at least one status.")
EXPORT_HINT = _(
    "Choose the format, for whom the file is, and which submissions. You can also type a first day such as 1 November "
    "2026, a theme, a country, or references such as RAN-2026-0001."
)
NOT_A_CHOICE = _(
    "I cannot read that. Enter a day, a theme, a country or a reference such as RAN-2026-0001, or press a button."
)


_WITH_STATUS: dict[Status, str] = {
    "approved": _("approved"),
    "submitted": _("submitted"),
    "changes_requested": _("changes requested"),
    "declined": _("declined"),
    "withdrawn": _("withdrawn"),
    "draft": _("drafts"),
}

_WITH_FACE: dict[Face, str] = {"public": _("public"), "anonymous": _("anonymous")}


def wanted(file: ExportFile) -> str:
    """Describe an export: its format, whom it is for, statuses, filters and first day."""
    which = [str(_WITH_STATUS[status]) for status in file.statuses] or [str(_("nothing"))]
    kind = ", ".join(map(str, filter(None, (FORMATS[file.format], _WITH_FACE.get(file.face)))))
    chosen = [choice_in_language(one) for one in (file.theme, file.country) if one]
    since = [] if file.since is None else [_("since {day}").format(day=say((file.since, file.since)))]
    return f"{kind}: {', '.join((*which, *chosen, *file.references, *since))}"
