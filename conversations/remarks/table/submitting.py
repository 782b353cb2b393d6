"""Rows about the end of the form: until when, what happens after Submit, and a copy for the author."""

from conversations.remarks.table import Row

DEADLINE = Row(
    """
    deadline, due date, by when, until when, when do i have, when must, when should i, frist, hvornår skal, bis wann,
    abgabetermin, date limite, avant quand, délai, plazo, fecha límite, hasta cuándo, scadenza, entro quando, termijn,
    voor wanneer, sista dag, do kiedy, termin, prazo, määräaika,
    which date/day, what date, by which/what/when, until/till when, before which/what, cut off, last day, how long do i
    have, still time, too late, til hvornår, hvornår senest, senest, für wann, pour quand, jusqu à quand, para cuándo,
    per quando, wanneer .. binnen/klaar/inleveren, uiterlijk, till när, när senast, senast, na kiedy, dead line, expire,
    frist*, deadline*, termin*, plazo*, scaden*, délai*, échéance,
    be in before/by, in by, before christmas/easter/summer/friday/monday, stichtag, bis weihnachten, czasu na, mam na
    to, na to czasu, tijd heb ik, tid har jeg, tid har jag, tiempo tengo, tempo ho, temps j ai,
    last possible, latest, à rendre, quelle date, qué fecha, che data, welche/welcher datum/frist, welke datum, vilket
    datum, hvilken dato, jaka data, jakiego dnia,
    need it this/next/by/before, need this by/before, lo necesitáis, lo necesitan, brauchen sie es, braucht ihr das, il
    vous le faut,  nodig hebben, behöver ni det, potrzebujecie
    """,
    "I know of no deadline. A draft that nobody touches for a long time is deleted; I tell you 30 days and 3 days "
    "before.",
)

COPY_FOR_ME = Row(
    """
    copy/pdf/version .. for me/myself/us/afterwards/later, get/keep/save/download/print/receive .. copy/pdf,
    copy/pdf of it/this/that/all/my/the, send/email/mail me/us, send it to me/us/myself, print it/this/out, print
    my/the,
    download, keep it for, kopi, sende/send mig/os, printe, udskrive, download*, kopie, mir/uns ..
    schicken/zuschicken/mailen,
    ausdrucken, drucken, herunterladen, une copie, copie de, imprimer, télécharger, m envoyer/renvoyer, una copia, copia
    de,
    imprimir, descargar, mandarme/enviarme, una copia, copia di, stampare, scaricare, mandarmi/inviarmi, kopietje,
    afdruk, afdrukken, printen, mij/me .. sturen/mailen, en kopia, skriva ut, skrivas ut, mejla mig, kopię, kopia,
    wydrukować,
    pobrać, przesłać/wysłać .. mi,
    keep the/my/our answers, for our/my own file/files/records/archive, own file, my records, me lo/la ..
    mandar/enviar/mandáis/enviáis, al correo, per email, por correo, par mail, par courriel, per mail, na maila,
    unterlagen für mich, für meine akten,
    una copia, averne, av .. copie, have it for, print it
    """,
    "/summary shows all your answers at any time. When you press Submit I send you the filled-in form as a Word file, "
    "and /mydata sends you everything that I keep about you.",
)

WHAT_NEXT = Row(
    """
    what happens next, what happens after, what happens then, what happens with, happens when, after submit, after i
    submit, after that, what happens, and then, and now what, what next, when will i hear, when do i hear, hear from
    you, hear back, when do i get, when will you, when is it published, will i get, how do i submit, how do i send, how
    can i submit, where do i submit, submit, finished, i am done, im done, done, ready, the end,
    hvad sker, og nu, og så, hvornår hører, hvordan sender, jeg er færdig, færdig,
    was passiert, wie geht es weiter, wie gehts weiter, und dann, und jetzt, wann höre, wie schicke, ich bin fertig,
    fertig, abschicken,
    que se passe, qu est ce qui se passe, et après, et maintenant, comment envoyer, j ai fini, terminé, fini,
    qué pasa, y ahora, y luego, y después, cómo envío, he terminado, terminado, ya está, listo,
    cosa succede, che succede, e adesso, e ora, e poi, come invio, ho finito, finito, fatto,
    wat gebeurt, en nu, en dan, hoe verstuur, ik ben klaar, klaar,
    vad händer, och nu, och sen, hur skickar, jag är klar, klar,
    co dalej, co się stanie, co teraz, a co potem, jak wysłać, skończyłem, skończyłam, gotowe, to wszystko,
    hva skjer, jeg er ferdig, o que acontece, terminei, mitä tapahtuu, olen valmis, valmis,
    where/who/whom .. send/submit/hand/deliver/mail/return, where does/will this/it/everything go, where do my/the
    answers/text go, send it to, to whom, button to send/submit, where is the button, submit button, did it go through,
    get/gets/be/is it sent, sent automatically, do with my answers/text/data/words, do with this/it/them/our, use my/our
    answers/text/data/it for, answers used for, who decides, we/i get accepted/in, get accepted, be accepted, when ..
    decide/answer/reply, is it/that submitted, submitted yet, where .. finish,
    hvem/hvor .. sende/sender/aflevere/indsende/indsender/mailer, hvor ender, indsende, aflevere, bruger i, bruges ..
    til, knap/knappen .. sende/send, hvor er knappen, hvem bestemmer, hvem afgør,
    an wen, wohin/wo .. schicken/schicke/senden/einreichen/abgeben/geschickt, einreichen, absenden, abgeben, wo ist der
    knopf, wer entscheidet, was macht ihr mit, was machen sie mit, wird .. verwendet, geht das hin, wohin geht,
    à qui .. envoyer/envoie/envoi/remettre, où .. envoyer/envoie, pour envoyer, où est le bouton, qui décide, que faites
    vous, vous faites quoi, serviront, sert mes,
    a quién .. mando/mandar/envío/enviar/mandarlo/enviarlo/entregar, dónde .. mando/envío/mandar/enviar/entrego, el
    botón, quién decide, qué hacen con, qué hacéis con, qué van a hacer,
    a chi .. mandare/mando/mandarlo/inviare/inviarlo/spedire/consegnare/invio, dove ..
    mando/invio/inviare/mandare/consegno, il pulsante, chi decide, cosa fate con, cosa farete,
    naar/aan wie .. sturen/stuur/opsturen/mailen/versturen, waar .. heen/naartoe/inleveren/sturen, wie beslist, wat doen
    jullie, wat gebeurt er, zit de knop, is de knop, versturen, insturen,
    vem/vart/var .. skicka/skickar/lämna/lämnar, skicka in, lämna in, var är knappen, vem bestämmer, vad gör ni med,
    används,
    komu/gdzie/dokąd .. wysłać/wysyłam/wysyła/wysyłać/oddać/wysłane, gdzie jest przycisk, kto decyduje, co zrobicie,
    co robicie,
    hvor/hvem .. sende, para quem .. enviar/mando, kenelle .. lähetän/lähettää,
    hand in/over, hand this/it/that in, turn in, turn it in, approve/approves/approved/approval, accepts/accepted,
    reaction, response, a reply, feedback from, when .. expect/react/published/online/appear, once i am done/finished,
    at the end, when i finish, all done,
    hvornår .. svar/svarer, godkender, godkendt, afleverer, når jeg har svaret/sendt,
    bei wem, wann .. antwort/antworten/bescheid/rückmeldung, genehmigt, freigegeben, entscheidet, wenn ich fertig,
    quand .. réponse/répondez/réponses/nouvelles, validé, valide, approuve, remettre, rendre, quand j aurai,
    cuándo .. responder/respuesta/contestar/noticias/responden, aprueba, aprobado, entregar, entrego, cuando termine,
    quando .. rispondete/risposta/rispondono/notizie, approva, approvato, consegno, consegnare, quando ho finito,
    wanneer .. antwoord/reactie/hoor, keurt .. goed, goedgekeurd, inlever*, als ik klaar,
    när .. svar/besked/svarar, godkänner, godkänd, lämnar .. in, skickat in,
    kiedy .. odpowiedź/odpowiecie/odezwiecie, zatwierdz*, akceptuje, oddać, oddaję,
    where .. land/lands/end, am/are through, how will i know, was accepted, finished text, answer from you, hear
    something, hear anything, when its done, goes on from here, published when,
    bekommt .. am ende, am ende, erfahre ich, hören wir, höre ich,
    aurai .. réponse, saurai, aurons .. réponse, vous me répondez,
    cómo sabré, cuándo sabré, tendré .. respuesta,
    come saprò, quando saprò, avrò .. risposta,
    hoor ik, horen we, hoe weet ik,
    får jag veta, hör jag, hör ni,
    dowiem się czy, kiedy usłyszę,
    next step .. after, after the last, final say/decision/word, get it to, hear .. back, once i ..
    send/sent/submit/hand, le llega/llegará, cuando lo mande/envíe/termine, quand je .. envoyé/envoie, wenn ich ..
    abgeschickt/abschicke, når jeg har sendt, quando lo invio/mando, als ik .. verstuurd/verstuur, när jag .. skickat,
    jak wyślę, po wysłaniu,
    after .. last/final, what comes after, once i am/have, bagefter sker, wie gehts dann, la suite, ensuite, después
    qué, cosa viene dopo, wat nu, vad händer, hvad sker, co dalej, co potem, decide*, entscheid*, décid*,
    decid*, beslut*,
    looks it over, i am through, im through, who looks .. through/over, do with my/the answers/this, med svaren, mit den
    antworten, avec les réponses, con las respuestas, con le risposte, met de antwoorden, med svarene, z odpowiedziami,
    reject/rejects/rejected/refuse/decline, be told why, una volta spedito/inviato, chi mi risponde, qui me répond,
    quién me responde, wer antwortet, hvem svarer, wie antwoordt, vem svarar, kto odpowie, abgelehnt, afvist, refusé,
    rechazan, rifiutano, afgewezen, avslag, odrzucą
    """,
    "After the last question you see a summary and press Submit. Then the coordinators read the practice "
    "and answer here, in this chat.",
    waiting="The coordinators read your practice and answer here, in this chat.",
)
