"""What people ask the bot, and what it answers: one row for each thing, to be read and extended by coordinators.

A row has the ways in which people say it, and the answer. The ways are in any language, parted by commas. A slash parts
words of which any will do, two dots stand for up to four words, a star for the rest of a word: "no/without .. figures",
"hungar*". The row that has the longest way in a text answers, of several the first; "what", "hello" and the like count
only where no other row has any.

An answer may name the question: ``{hint}`` is its hint, ``{example}`` its example, or the meaning of a word that
the text asks for, ``{needed}`` says whether it needs an answer, and ``{later}`` how to go on without one.
Rows decide only what is answered; whether a text is a remark at all is decided in ``rules``.
"""

from conversations.remarks.answers import Row
from conversations.remarks.table import answering, course, people

ROWS: tuple[Row, ...] = (
    answering.DONT_KNOW,
    people.THANKS_FOR,
    answering.SAID_ALREADY,
    course.WHERE,
    people.MONEY,
    answering.COPY,
    answering.COLLEAGUE,
    course.HOW_LONG,
    people.READERS,
    answering.LANGUAGE,
    answering.SPELLING,
    course.CAN_CHANGE,
    course.STOPPING,
    course.CORRECTING,
    answering.MUST_I,
    answering.HOW_MUCH,
    answering.NO_FIGURES,
    answering.FILES,
    course.DEADLINE,
    course.WHAT_NEXT,
    course.NEXT,
    people.PEOPLE,
    people.WHAT_IS_THIS,
    people.ANGER,
    answering.NOT_UNDERSTOOD,
    answering.HOW_TO,
    people.GREETING,
    people.THANKS,
    people.FINE,
)
"""All rows; in the order in which they are tried."""
