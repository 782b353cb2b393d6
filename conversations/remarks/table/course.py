"""Rows about the way through the form: how long it takes, what comes next, how to stop and to correct."""

from conversations.remarks.table import Row

WHERE = Row(
    """
    where can i see, where are my, where do i see, where do i find, where can i find, find my answers,
    show my answers, show me my,
    hvor kan jeg se, mine svar, hvor ser jeg, wo finde ich, wo sehe ich, wo kann ich, wo sind meine, meine antworten, où
    sont, où puis je, où trouver,
    dónde veo, dónde puedo ver, dónde están, dove vedo, dove posso, dove sono, waar zie ik, waar vind ik, waar kan ik,
    var ser jag, var kan jag, gdzie mogę, gdzie są
    """,
    "Overview shows every section and opens it; /summary shows all your answers.",
    last=True,
)

HOW_LONG = Row(
    """
    so many questions, too many questions, minutes only, only .. minutes,
    how long does, how long do, how long will, how long is the form, how long is this, how long it takes, how long left,
    how much time, how many questions, how many sections, how many more, how many minutes, how much longer,
    how much more, how much is left, how far, how many pages, takes long, take long, too long to, taking too long,
    takes too long, taking so long, takes forever, taking forever, is it long,
    almost done, nearly done, nearly finished, almost finished,
    hvor lang tid, hvor længe, hvor mange spørgsmål, hvor mange minutter, hvor meget mangler, hvor langt, tager det
    lang, tager lang tid, for lang tid, snart færdig,
    wie lange, wie lang dauert, wie viel zeit, wieviel zeit, wie viele fragen, wieviele fragen, wie viele minuten,
    wie weit, dauert das, dauert es, gleich fertig, bald fertig,
    combien de temps, combien de questions, combien de minutes, ça prend, ca prend, ça dure, ca dure, c est long,
    cest long, il reste combien, reste t il, bientôt fini,
    cuánto tiempo, cuánto tarda, cuánto dura, cuánto se tarda, cuántas preguntas, cuántos minutos, cuánto falta,
    cuántas quedan,
    quanto tempo, quanto dura, quanto ci, quante domande, quanti minuti, quanto manca, quante ne mancano, dura molto,
    hoe lang duurt, hoelang, hoe lang, hoeveel tijd, hoeveel vragen, hoeveel minuten, duurt het, duurt dit, bijna klaar,
    hur lång tid, hur länge, hur många frågor, hur många minuter, hur mycket är kvar, hur långt, tar det lång, tar lång
    tid, snart klar,
    jak długo, ile czasu, ile pytań, ile to, ile jest, ile minut, ile jeszcze, długo to, ile zajmie,
    hvor mange spørsmål, quanto demora, quantas perguntas, kuinka kauan, montako kysymystä, kuinka monta kysymystä,
    kauanko,
    a lot/much/many/long left/more/remaining, how much left/more/remains, halfway, half way, before lunch/noon/tonight,
    be over, all day, many more, more questions, other questions, endless, never ends, a lot of work, much work, lot of
    time, time consuming, last question, last one, how quick, how quickly, soon be done/finished, close to the end, near
    the end,
    langt/meget/mange igen/tilbage/endnu, flere spørgsmål, halvvejs, meget arbejde, sidste spørgsmål, uendeligt,
    noch viel/viele/lange/mehr, viel/viele/lange noch/übrig, wie lange noch, übrig, halbzeit, hälfte, viel arbeit,
    geht .. schnell, mehr fragen, letzte frage, wie aufwendig,
    encore beaucoup/long/longtemps/loin, reste beaucoup, beaucoup de questions, à la moitié, moitié, beaucoup de
    travail, encore combien, dernière question, presque fini,
    falta/queda/quedan mucho/muchas/poco, a la mitad, mitad, mucho trabajo, muchas preguntas, última pregunta, casi
    termino, muy largo, es largo,
    manca/mancano molto/tanto/molte/tante, ancora tante/molte/molto/tanto, a metà, metà, molto lavoro, quanto lavoro,
    tante domande, molte domande, ultima domanda, quasi finito,
    nog veel/lang/meer, hoeveel nog, halverwege, veel werk, nog lang, laatste vraag, veel vragen,
    mycket/många/långt kvar, kvar, halvvägs, mycket jobb/arbete, fler frågor, sista frågan, många frågor till,
    dużo/wiele/daleko zostało/jeszcze/pracy/pytań, ile zostało, jeszcze dużo/długo/daleko, połowie, połowa, ostatnie
    pytanie,
    mye igjen, falta muito, paljonko jäljellä,
    number of questions/pages/sections, last page/section/part, make it in time, will i make it, in time, minutes
    does/do, finished by, be done by,
    hvor mange minutter/sider/trin, sidste side, nå det, når jeg det,
    wie viele/wieviele seiten/abschnitte/minuten, letzte seite, kommen noch, schaffe ich, wird das dauern,
    combien de pages/sections/étapes, dernière page, il y a encore, faut .. temps, prend .. temps,
    cuántas páginas/secciones, última página, me faltan, faltan, me queda, me quedan,
    quante pagine/sezioni, ultima pagina, ci vuole, mi mancano, quanto ci vuole,
    hoeveel pagina's/stappen, laatste pagina, nog te gaan,
    hur många sidor/steg/minuter, sista sidan, hinner jag, tar det,
    ile stron/minut/kroków, ostatnia strona, zdążę, zajmie, zostało,
    nearly there, still coming/left/open, minutes, enough time, time for this/that/it, have time for, remain,
    remaining, in one go, how big, how far along, how much is there, by lunch,
    minutter, snart færdig/færdige/igennem, klare det, i ét hug,
    minuten, dauer*, brauche ich, auf einmal, noch vor mir, bald geschafft, wie umfangreich,
    durer, dure, longtemps, d une traite, encore loin, il me reste,
    minutos, restan, quedan, acabar, de una vez, cuánto me,
    minuti, durare, restano, rimangono, finire in, in una volta,
    duur*, nog lang/veel/over, hoe ver, in één keer,
    minuter, långt, på en gång, hur mycket,
    minut, potrwa, trwa, pozostało, za jednym
    """,
    "It takes 30 to 60 minutes: 16 sections, most of them with one or two short questions. Overview shows how far "
    "you are. Every answer is saved at once, so you can stop and come back at any time.",
)

CAN_CHANGE = Row(
    """
    can i change, could i change, can i correct, can i edit, change .. later, change .. afterwards, edit .. later,
    correct .. later, kan jeg ændre, kan jeg rette, ændre .. senere, kann ich .. ändern, später ändern, noch ändern,
    je peux modifier, puis je modifier, je peux changer, modifier .. plus tard, puedo cambiar, puedo corregir,
    se puede cambiar, posso cambiare, posso modificare, posso correggere, si può cambiare, kan ik .. veranderen,
    kan ik .. wijzigen, kan jag ändra, kan man ändra, går det att ändra, czy mogę .. zmienić, mogę zmienić,
    can/could/may i still .. change/edit/correct/fix, still/later/afterwards edit/change/correct/fix,
    edit/change/correct/fix .. after/afterwards, after sending/submitting/submit, can .. be changed/edited/corrected,
    kan/må .. ændre/rette/ændres/rettes, rette .. bagefter/senere, ændre .. bagefter,
    kann/darf/können .. ändern/korrigieren/bearbeiten/geändert, nachträglich,
    peux/peut/puis .. modifier/changer/corriger, changer .. après/ensuite/plus tard,
    puedo/podemos/puede .. cambiar/corregir/modificar/editar/cambiarlo/corregirlo,
    posso/possiamo/può .. cambiare/correggere/modificare/cambiarlo/modificarlo,
    kan/mag .. veranderen/wijzigen/aanpassen/corrigeren,
    kan/får/går .. ändra/rätta/ändras,
    mogę/można .. zmienić/poprawić/edytować
    """,
    "Yes: you can change every answer until you submit, and propose changes after that. Edit your message, or "
    "choose its section in the Overview.",
    waiting="Yes: press Change an answer.",
)

STOPPING = Row(
    """
    stop and come back, come back, continue later, later, tomorrow, tonight, another time, next week, not now, not
    today, take a break, a break, pause, i am busy, im busy, busy now, busy right, no time, dont have time, have time, i
    have to go, i must go, i need to go, got to go, gotta go, i have to leave, need more time, i want to stop, want to
    stop, can i stop, may i stop, like to stop, need to stop, have to stop, save and, in a meeting,
    at work, is driving, am driving, im driving, on the bus, on the train, brb, be back, quit, leave it for now, i am
    tired, im tired, finish this later, is it saved, will it be saved, are my answers saved, is everything saved, did
    you save, do you save, saved, in a hurry, exit, i am back, im back, interrupt, hold on, hang on,
    wait, one moment, one second, one minute, one sec, just a moment, just a minute, just a second, a moment,
    moment please, give me a, five minutes, a few minutes, two minutes, save this, save my,
    stoppe og, holde pause, en pause, pause, komme tilbage, kommer tilbage, vender tilbage, fortsætte senere,
    fortsætter senere, senere, i morgen, imorgen, har travlt, ikke tid, ikke nu, skal gå, må gå, jeg er optaget,
    til møde, vil stoppe, gerne stoppe, jeg stopper, gemmes, gemmer, gemt, er træt, vent, øjeblik,
    aufhören, pause, später, morgen weiter, morgen, unterbrechen, keine zeit, nicht jetzt, jetzt nicht, muss los,
    muss weg, muss gehen, muss jetzt, in einer besprechung, beschäftigt, unterwegs, zurückkommen, komme wieder,
    speicherst du, gespeichert, müde, stress, abbrechen, ein andermal, warte, warten, moment, augenblick,
    arrêter, m arrêter, faire une pause, une pause, pause, plus tard, demain, reviens, reviendrai,
    continuer plus, reprendre, pas le temps, pas maintenant, pas de temps, suis occupé, suis occupée, suis pressé,
    en réunion, dois y aller, dois partir, fatigué, fatiguée, sauvegardé, enregistré, enregistrées, attends,
    attendez, un instant, un moment, une minute, une seconde,
    parar, una pausa, pausa, más tarde, mas tarde, luego, después, mañana, vuelvo, seguir luego,
    continuar, no tengo tiempo, ahora no, no ahora, estoy ocupado, estoy ocupada, tengo prisa, en una reunión,
    cansado, cansada, se guarda, se guardan, guardado, dejarlo, espera, espere, un momento, un segundo, un minuto,
    momentito,
    fermarmi, smettere, una pausa, pausa, più tardi, piu tardi, dopo, domani, torno, continuare,
    riprendere, non ho tempo, non adesso, adesso no, ora no, non ora, sono occupato, sono occupata, di fretta, ho
    fretta, in riunione, stanco, stanca, salvato, salvate, salvati, si salva, aspetta, aspetti, un attimo, un momento,
    un minuto,
    stoppen, pauze, later, straks, morgen, terugkomen, kom terug, kom later, verder gaan, ga later, geen tijd, nu niet,
    niet nu, moet weg, moet gaan, druk, bezig, vergadering, ben moe, opgeslagen, bewaard, een andere keer,
    wacht, wachten, momentje, ogenblik, een moment, even geduld,
    sluta, pausa, en paus, paus, senare, imorgon, i morgon, komma tillbaka, kommer tillbaka, fortsätta senare,
    fortsätter senare, återkommer, inte tid, har bråttom, inte nu, upptagen, måste gå, måste iväg, på möte, i ett möte,
    trött, sparas, sparat, en annan gång, hinner inte, vänta, ögonblick, en sekund, en minut,
    przerwać, przerwa, przerwę, przestać, później, pozniej, potem, jutro, wrócić, wrócę, wroce, dokończyć,
    dokończę, nie mam czasu, nie mam .. czasu, brak czasu, nie teraz, jestem zajęty, jestem zajęta, zajęty,
    zajęta, muszę iść, muszę kończyć,
    muszę lecieć, na spotkaniu, zebraniu, zmęczony, zmęczona, zapisane, zapisuje, innym razem, czekaj, poczekaj,
    chwila, chwilę, chwileczkę, moment,
    fortsette senere, senere, vent, parar, mais tarde, amanhã, lopettaa, myöhemmin, huomenna, odota, hetki, kiire,
    tauko,
    lose/losing/lost everything/all/my/it/this, lose .. answers/text/work, everything/all/it .. lost/gone,
    disappear, disappears, the rest, on monday/tuesday/wednesday/thursday/friday/saturday/sunday, this evening,
    if/when i close/stop/quit/exit, close the/this/my app/window/chat/phone/telegram, close telegram, another day, sleep
    on it, go to bed, my lunch, finish lunch, battery, almost empty, pick up my, cant talk now, gimme a,
    a sec, late i,
    mister jeg, forsvinder, går .. tabt, hvis jeg lukker/stopper/slukker, lukker telefonen, en anden dag, resten,
    løbe nu, i aften, på mandag,
    verliere ich, geht/ist .. verloren, verloren, wenn ich .. schließe/zumache/aufhöre/schliesse, heute abend,
    anderen tag, gleich wieder, kurz weg, feierabend, am montag, den rest,
    perds/perdre/perdu tout, je perds, s efface, si je ferme/quitte/arrête/pars, ce soir, un autre jour, le reste,
    lundi,
    pierdo/perder/pierde/perderé todo/algo/lo, se pierde, si cierro/salgo/paro/apago, esta noche, esta tarde, otro día,
    el lunes, el resto,
    perdo/perdere/perde tutto, si perde, se chiudo/esco/smetto/spengo, stasera, un altro giorno, lunedì, il resto,
    kwijt, verlies ik, als ik .. afsluit/stop/sluit/wegga, vanavond, een andere dag, de rest, maandag,
    förlorar jag, försvinner, om jag stänger/slutar/avbryter, ikväll, en annan dag, på måndag,
    stracę, tracę, zniknie, przepadnie, jeśli/jak zamknę/wyjdę/przerwę, wieczorem, innego dnia, w poniedziałek,
    resztę,
    weekend*, week-end, next/another week/month/day/time, days later, carry on in, my shift, stored,
    remember my/what/everything, dies, crash, crashes, turn off, go offline,
    i weekenden, næste uge, huskes, husker du,
    nächste woche, nächsten tag, ein anderes mal, merkst du dir, wochenende, am wochenende,
    semaine prochaine, la semaine, autre moment, week end, gardé, gardées, se perd, se souvient,
    la semana que viene, próxima semana, fin de semana, finde, se borra, se guardará, guarda todo,
    settimana prossima, prossima settimana, fine settimana, altro momento, si cancella, rimane salvato,
    volgende week, weekend, ander moment,
    nästa vecka, helgen, i helgen,
    w przyszłym tygodniu, weekendu, innym terminie, zapisze się, zapisuje się, zapamięta,
    pick up again/where, spread this/it, several days, keep what, in parts, in pieces, in an hour, an hour, hours,
    crying, was interrupted, doorbell, phone is ringing, keep my/the answers/text, is it kept,
    bagefter, hente børn, skal hente, om en time, flere dage, afbrudt, bliver .. gemt,
    weitermachen, früh weiter, in einer stunde, mehrere tage, auf mehrere, abholen, gleich zurück, bleibt ..
    erhalten/gespeichert,
    reprends, après ma pause, dans une heure, plusieurs jours, en plusieurs fois, chercher les enfants,
    sigo luego, retomar, en una hora, varios días, por partes, recoger a, tengo clase,
    riprendo, tra un ora, più giorni, più volte, devo chiudere, prendere i bambini, rimane .. salvato,
    verder, over een uur, meerdere dagen, in delen, ophalen, straks verder,
    fortsätta, om en timme, flera dagar, hämta barn, ta paus,
    kontynuować, za godzinę, kilka dni, na raty, odebrać
    """,
    "You can stop at any time: every answer is saved at once. Write again when you are back, and we go on here. "
    "{later}",
)

CORRECTING = Row(
    """
    undo, go back, previous question, made a mistake, a mistake, wrong answer, wrong button, wrong question, wrong one,
    a typo, change my, change the answer, change an answer, change something, correct my, correct something,
    correct an answer, edit my, i wrote wrong, wrote the wrong, that was wrong, that is wrong, thats wrong, not what i
    meant, delete this, delete my, delete the, delete it, delete everything, remove my, start over, start again, begin
    again, restart, cancel,
    fortryd, gå tilbage, lavet en fejl, en fejl, forkert, rette, ret, ændre, slette, slet, forrige spørgsmål,
    start forfra, glem det,
    zurück, fehler, falsch, ändern, korrigieren, löschen, vertippt, von vorne, neu anfangen, rückgängig, vergiss es,
    revenir en arrière, retour, erreur, trompé, trompée, modifier, corriger, changer, supprimer, effacer,
    recommencer, annuler, question précédente, laisse tomber,
    volver atrás, atrás, error, equivocado, equivocada, equivoqué, equivoque, cambiar, corregir, borrar, eliminar,
    empezar de nuevo, cancelar, pregunta anterior, olvídalo,
    indietro, errore, sbagliato, sbagliata, modificare, correggere, cambiare, cancellare, eliminare, ricominciare,
    annullare, domanda precedente, lascia perdere,
    terug, fout, verkeerd, wijzigen, aanpassen, veranderen, corrigeren, verwijderen, wissen, opnieuw beginnen,
    vorige vraag, laat maar,
    gå tillbaka, tillbaka, fel, ändra, rätta, ta bort, radera, börja om, ångra, förra frågan, glöm det,
    wrócić do, cofnąć, cofnij, wstecz, błąd, pomyłka, pomyliłem, pomyliłam, źle, zmienić, poprawić, usunąć, od nowa,
    poprzednie pytanie, anuluj,
    feil, endre, rette, erro, mudar, corrigir, apagar, virhe, muuttaa, korjata, poistaa,
    fix what/my/an/the, what i wrote, i want to fix/correct/edit, pressed something, pressed/clicked/hit the wrong,
    didnt mean that, by mistake, by accident, oh no, oops wrong, i meant, i mean the,
    no wait, wait no, oh wait, delete, need to correct, want to correct,
    forkert knap, trykket forkert, kom til at,
    vertan, verklickt, verdrückt, aus versehen, verschrieben,
    mauvais bouton, par erreur, je me suis trompé,
    botón equivocado, sin querer, por error,
    tasto sbagliato, pulsante sbagliato, per sbaglio,
    verkeerde knop, per ongeluk, vergist,
    fel knapp, tryckte fel, av misstag, råkade,
    zły przycisk, przez pomyłkę, niechcący
    """,
    "To correct an answer, edit your message, or choose its section in the Overview. /undo takes back your last "
    "change, Back leads to the question before, and /forget deletes everything.",
    waiting="To correct an answer, press Change an answer.",
)

DEADLINE = Row(
    """
    deadline, due date, by when, until when, when do i have, when must, when should i, frist, hvornår skal, bis wann,
    abgabetermin, date limite, avant quand, délai, plazo, fecha límite, hasta cuándo, scadenza, entro quando, termijn,
    voor wanneer, sista dag, do kiedy, termin, prazo, määräaika
    """,
    "I know of no deadline. A draft that nobody touches for a long time is deleted; I tell you 30 days and 3 days "
    "before.",
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
    dowiem się czy, kiedy usłyszę
    """,
    "After the last question you see a summary and press Submit. Then the coordinators read the practice "
    "and answer here, in this chat.",
    waiting="The coordinators read your practice and answer here, in this chat.",
)

NEXT = Row(
    """
    next, next question, go on, continue, lets go, lets start, lets continue, go ahead, start, begin, proceed,
    carry on, næste, næste spørgsmål, videre, fortsæt, nächste, nächste frage, weiter, suivant, suivante, question
    suivante, suite, siguiente, siguiente pregunta, seguimos, sigo, prossima, prossima domanda, avanti, volgende,
    volgende vraag, verder, nästa, nästa fråga, vidare, następne, następne pytanie, dalej, neste, próxima,
    seuraava
    """,
    "{needed}",
    "remark",
    last=True,
)
