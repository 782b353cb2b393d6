"""Pages on which a coordinator writes a comment or a reason, and confirms a decision."""

from conversations import form
from conversations.asked import question_at
from conversations.messages import Line
from conversations.review.deciding import to_request
from conversations.review.desk import Dossier
from conversations.review.dossiers import name
from conversations.review.pages import Commenting, Confirming
from conversations.review.screens.buttons import closing, of_dossier
from conversations.review.wording import in_review
from conversations.screens.layout import Rows, Screen, filled
from conversations.screens.paging import Lines, pack
from conversations.talk import Talk
from conversations.wording import DONE


def commenting(talk: Talk, dossier: Dossier, page: Commenting) -> Screen:
    """Await the words of a comment."""
    asked = question_at(page.question)
    label = form.label(asked, dossier.draft.handed_in.values)
    old = dossier.draft.review.comment(page.comment)
    lines = [Line(text=in_review.commenting(label, page.weight), style="bold")]
    if page.adding and old is not None:
        lines.append(Line(text=in_review.so_far(len(old.text))))
        return Screen(pages=(tuple(lines),), rows=((closing(talk, dossier, page, DONE),),))
    if old is not None:
        lines.append(Line(text=in_review.now_says(old.text)))
    lines.append(Line(text=in_review.WRITE_COMMENT))
    weight = (of_dossier(talk, dossier, in_review.MAKE[page.weight], "weight"),)
    cancel = (closing(talk, dossier, page, in_review.CANCEL),)
    return Screen(pages=pack(tuple((line,) for line in lines)), rows=(weight, cancel))


def declining(talk: Talk, dossier: Dossier) -> Screen:
    """Await the reason for declining."""
    lines = (
        Line(text=f"{in_review.DECLINE}: {name(dossier.draft)}", style="bold"),
        Line(text=in_review.WRITE_REASON),
        Line(text=in_review.DECLINE_HINT, style="italic"),
    )
    return Screen(pages=(lines,), rows=((of_dossier(talk, dossier, in_review.CANCEL, "close"),),))


def confirming(talk: Talk, dossier: Dossier, page: Confirming) -> Screen:
    """Show what a decision means before it is made."""
    label = in_review.SURE[page.decision]
    head = (
        Line(text=f"{label}: {name(dossier.draft)}", style="bold"),
        Line(text=in_review.CONFIRM[page.decision]),
    )
    rows: Rows = filled(
        (of_dossier(talk, dossier, label, "sure"), of_dossier(talk, dossier, in_review.CANCEL, "close")),
    )
    return Screen(pages=pack((head, *_content(dossier, page))), rows=rows)


def _content(dossier: Dossier, page: Confirming) -> tuple[Lines, ...]:
    """Show what goes to the author."""
    if page.decision == "decline":
        return ((Line(text=page.reason),),)
    if page.decision != "request":
        return ()
    draft = dossier.draft
    return tuple(
        (
            Line(text=f"{form.label(question_at(c.question), draft.handed_in.values)} ({c.weight})", style="bold"),
            Line(text=c.text),
        )
        for c in to_request(draft)
    )
