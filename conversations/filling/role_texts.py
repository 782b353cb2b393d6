"""All that practitioners read about roles, and about their questions to the coordinators."""

from conversations.dialogue.model import Role
from conversations.languages import _

# What is not possible without a role

NOT_A_COORDINATOR = _("Only coordinators can do that, and you are not one now. Nothing was changed.")
NOT_AN_ADMIN = _("Only admins can do that, and you are not an admin now. Nothing has changed.")
CHANGED_MEANWHILE = _("This has changed since you got that button, so I did nothing. Here it is as it is now.")
RIGHTS_LOST = _("What you wrote is kept as a note; you see it if you are a coordinator again.")
CONTACTS_CLOSED = _("I removed the two buttons at the bottom of the screen.")


# Invitations and changes of a role

NO_SUCH_LINK = _(
    "This link does not work. An invitation is for one person and works once, for 7 days. Ask the person who sent it "
    "for a new one."
)

ALREADY: dict[Role, str] = {
    "coordinator": _("You are already a coordinator. The invitation still works: forward it to the person it is for."),
    "admin": _("You are already an admin. The invitation still works: forward it to the person it is for."),
}
"""An invitation does not give more than the person's present role."""

MAY_NOW: dict[Role, str] = {
    "practitioner": _(
        "You no longer review practices. Other coordinators can now take what you were reviewing. Your own practices "
        "have not changed: /start leads to them."
    ),
    "coordinator": _(
        "You are now a coordinator. You can read what practitioners submit, comment on it, request changes and "
        "decide. /queue lists what is waiting."
    ),
    "admin": _(
        "You are now an admin. You can review submissions as coordinators do (/queue), export them (/export), change "
        "roles (/people, /invite) and look at the figures (/stats) and at who did what (/audit)."
    ),
}


# Questions to the coordinators

SENT_TO_COORDINATORS = _("Sent to the coordinators. Their reply will come here. You can go on with the form.")

NO_COORDINATOR = _(
    "There is no coordinator yet. Your question is saved with this practice, and the first coordinator can answer it. "
    "You can go on with the form."
)


def too_many_asked(most: int, contact: str) -> str:
    """Refuse one more question to the coordinators; ``contact`` is another way to reach them."""
    if contact:
        return _(
            "You have sent {most} questions about this practice; I cannot send more. Wait for the replies or write to "
            "{contact}."
        ).format(most=most, contact=contact)
    return _("You have sent {most} questions about this practice; I cannot send more. Wait for the replies.").format(
        most=most
    )
