"""Replies that are in no row of the table, and the meanings of terms in the questions."""

TESTING = "That looks like a test. Everything works: send your answer as a message."
"""The reply to "test", "123" and similar texts."""

YEARS = (
    "That reads like years, so I did not save it here. The years of the practice belong under Start of the practice: "
    "Overview opens it."
)
"""The reply to years alone at a question that asks for no year."""

NO_SUCH_ROW = (
    "That reads like a message to me, so I did not save it as your answer. To send it to the coordinators, press Ask "
    "the coordinators: their reply comes here."
)
"""The reply to a remark that fits no row."""

SHORT_IS_FINE = "Short sentences are fine."

IF_ANSWER = "If it is your answer, press Use it as the answer."

LEAVE_OPEN = "You can leave this question open: press Later. You need its answer only before you submit."

NOT_NEEDED = "You need no answer here: press {skip}."

STAYS = "The answer that you gave before stays."
"""``{later}`` is one of these three: for a required question, an optional question, and a question with an answer."""

NEEDED = "{title} needs an answer before you can submit. To answer it another time, press Later."
"""``{needed}`` for a required question without an answer."""

IN_OTHER_WORDS = "{prompt} For example:\n{example}"
"""The reply to a person who does not understand a question."""

MEANINGS: dict[str, str] = {
    "deliverable": (
        "Deliverables are what the practice has made and others can use: handbooks, training modules, videos."
    ),
    "transferab, transferib, übertragbar, transferir, trasferibil, overdraagba, överförbar, overførbar, przenos": (
        "Transferability means what others can take over from the practice, and how."
    ),
    "sustainab, bæredygtig, nachhaltig, durabilit, sostenib, sostenibil, duurza, hållbar, zrównoważ, trwałoś": (
        "Sustainability means what the practice costs and what keeps it going."
    ),
    "peer review": "A peer review is the view of RAN experts, or of a study visit, on the practice.",
    "radicali, radikali": (
        "Radicalisation means that somebody comes to accept violence for political or religious aims, step by step."
    ),
    "extremis, ekstremis, estremis, extrémis, ekstremiz": (
        "Violent extremism means using or supporting violence for political or religious aims."
    ),
    "pcve, cve, p cve": "P/CVE stands for preventing and countering violent extremism.",
    "ran": (
        "RAN is the Radicalisation Awareness Network of the European Commission. It publishes the Collection of "
        "practices."
    ),
    "geographical scope, scope, geografisk, geographisch": (
        "Geographical scope means the countries, regions and cities where the practice is or was carried out."
    ),
    "target audience, target group, målgruppe, zielgruppe, public cible, público objetivo, doelgroep, målgrupp": (
        "The target audience is the people the practice works with."
    ),
    "key theme": "Key themes are the two subjects of the list that fit the practice best.",
    "evaluation, evaluer, evalu, ewaluac": (
        "An evaluation looks at how well the practice works: your own or an external one, surveys, what people said."
    ),
    "performance": (
        "Performance means the figures and views that show that the practice works, and the results of monitoring."
    ),
    "monitor": "Monitoring means keeping track of how the work goes, for example how many people took part.",
    "formers, former": "Formers are people who have left a violent extremist group.",
    "cofund, co fund, funding": "Co-funded means that the EU pays for the practice, fully or in part.",
    "initiative": "Linked initiatives are other EU projects or networks that the practice belongs to or works with.",
    "legal status": (
        "The legal status says what the organisation is in law, such as a registered association, a foundation or a "
        "public body."
    ),
    "polarisa, polariza, polarise, polarisi, polarisier, polaryza": (
        "Polarisation means that groups in a society move apart and come to see each other as enemies."
    ),
    "narrativ, narracj": "A counter or alternative narrative is a story that answers extremist propaganda.",
    "first responder": (
        "First responders are those who first meet a problem at work, such as police officers, teachers and social "
        "workers."
    ),
    "multi agency, multiagency": (
        "Multi-agency cooperation means that several services work together, such as police, schools and social "
        "services."
    ),
    "probation": "Probation means that an offender is supervised outside prison.",
    "deradicali, deradikali, disengag, afradikal, distanzier, avradikal, désengag, desenganch": (
        "Deradicalisation means that somebody gives up extremist ideas; disengagement, that they give up violence."
    ),
    "practice, praksis, praxis, pratique, práctica, pratica, praktijk, praktik, praktyk": (
        "A practice is an activity, method or tool that people use, or have used, to prevent or counter "
        "radicalisation and violent extremism."
    ),
}
"""The meanings of terms, by the beginnings of the term in several languages; the first that fits is used."""
