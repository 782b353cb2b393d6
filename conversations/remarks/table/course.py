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
    minut, potrwa, trwa, pozostało, za jednym,
    min/mins/minutes .. enough/left/free, enough .. minutes, how many screens/steps/parts, section .. end/last/left, the
    end or, normal/usual/average/typical time, finish/finished/through/done by/before/in, before my class/lesson/shift,
    når jeg det, min vagt, når .. inden, schaffe ich .. in/bis/vor, en combien, dans combien, va para largo, para rato,
    quasi alla fine, alla fine, quanto ci metto, bijna op het einde, hoe lang nog, dużo/wiele .. zostało, długo jeszcze,
    many screens/pages/steps/questions, screens, normal/usual/average .. time, jeszcze zostało, zostało jeszcze, durat*,
    dlugo*,
    how many .. come/left/more/remain/there/these, is/are there many/more, will .. be quick, quick, quarter of an hour,
    half an hour, screens ago, many of these/them/those, flere af, mange flere, noch mehr davon, wie viele kommen, il en
    reste, encore pour longtemps, quedan muchas/más, son muchas, ancora per molto, ne mancano, sono tante, zijn er nog,
    zijn het er, är det många, många till, dużo jeszcze, jeszcze wiele, daleko do końca, hvor mange flere, lots more,
    nearly the end,
    how near, near to the end/finish, to the finish, encore pour un moment, y en a encore, falta para rato, un rato más,
    nog een poos, ett tag till, jeszcze chwila, is er .. lang, noch eine weile,
    out of how many, what number, till noon, cuántas me, hoeveel .. nog, ile jeszcze mam, worth starting
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
    mogę/można .. zmienić/poprawić/edytować,
    can/could/may/will i/we .. fix/edit/change/correct/update/adjust/amend/modify/improve, fix/change/update/correct
    that/it/this later/afterwards, update it, change my mind, put something wrong, is it final, set in stone,
    kann man/ich .. ausbessern/verbessern/nachbessern, hinterher .. ändern/ausbessern, ombestemme, ændre mening, går det
    att .. sig, ändra sig/mig, changer d avis, cambiar de opinión, cambiare idea, bedenken, zmienić zdanie,
    änder*, ændr*, ändra*, modif*, cambia*, wijzig*, aanpass*, zmieni*, korrig*, correg*, edit, amend, revise,
    new numbers/figures/data .. go/in/add, add .. later/afterwards, can/could .. go in later, is it/this/that
    fixed/final, fortryder, fortryde, bereue, anders überlege, si je change, je regrette, si cambio, me arrepiento, se
    cambio, mi pento, als ik .. bedenk, ångrar, da się .. poprawić/zmienić, potem poprawić/zmienić, rozmyślę,
    stuck with, si me equivoco, tiene arreglo, si je me trompe, se sbaglio, wenn ich mich irre, hvis jeg tager fejl, als
    ik me vergis, om jag gör fel, jeśli się pomylę, take it back, undo it later, locked,
    be able to .. fix/change/edit/correct, once its sent, ångra mig, ångra sig, efteråt .. ändra, after i .. sent/send
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
    kontynuować, za godzinę, kilka dni, na raty, odebrać,
    start/starts/starting all over, start/starts from scratch, park it, until monday/tuesday/wednesday/thursday/friday,
    draft expire/expires/deleted, phone .. off/dies/dead, shift starts/ends, class starts, lesson starts, bell rings, in
    etappen, in etapper, pause ist, muss weg, devo scappare/andare/uscire, ho lezione, lezione tra, tengo que irme, me
    tengo que ir, je dois filer/partir, moet er vandoor, måste springa, musze lecieć, zaraz wracam, w etapach,
    remember/remembers where, where i was/stopped/left,
    pause*, paus*, speicher*, enregistr*, guarda*, salva*, opgeslag*, zapis*, przerw*, unterbr*, interrump*, interromp*,
    have to/must/gotta/got/need .. now/quick/quickly/first, talk/speak/write .. later/after/soon/tonight, keep my
    stuff/things, back in a/an/five/ten, be right back, in a bit, after the/my round/shift/class/lesson/lunch/meeting,
    bell, jetzt los, muss in die, muss zum/zur, skal til/ind/over, må løbe, je dois aller, je reviens, je file, tengo
    que entrar/salir, vuelvo, me llaman, devo tornare/entrare, torno tra, ik moet .. in/naar, ben zo terug, måste
    in/till, jag är tillbaka, muszę wracać/wyjść,
    leave it here/there, for today, enough for today, drop out, half filled/done/finished, what becomes of, für heute,
    for i dag, pour aujourd hui, por hoy, per oggi, voor vandaag, för idag, na dziś, efter helgen, efter weekenden, nach
    dem wochenende, na het weekend, dopo il weekend, po weekendzie, gleich wieder, riprendo, reprends quand, cuando
    termine .. sigo,
    phone .. die/dying, se me acaba la, la batería, die batterie, akku, batteria, batterij, batteriet, bateria, accu,
    hente børn, kończę zmianę, odezwę się, fortsætter bagefter, thats it for
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
    zły przycisk, przez pomyłkę, niechcący,
    the/that other/last/previous/wrong question, for the other/last/next, forget what i, ignore what/that/my, not what i
    meant, falsche frage, andere frage, forkerte/andet spørgsmål, autre question, mauvaise/mauvais question/bouton, otra
    pregunta, altra domanda, andere vraag, fel/annan fråga, tego pytania, innego pytania, pomyliłem/pomyliłam się, me he
    equivocado, mi sono sbagliato/sbagliata, ik heb me vergist, jeg kom til, je me suis trompé, ich habe mich
    vertan/geirrt,
    wrong .. question/button/answer/place/field, by mistake, by accident, aus versehen, ved en fejl, par erreur, por
    error, per errore, per sbaglio, per ongeluk, av misstag, przez pomyłkę, przypadkiem, fejltagelse, take that back,
    ignore,
    wrong paragraph/text/file/version/thing/chat, pasted/sent/copied/put/typed .. wrong, didnt mean that,
    falschen/falscher text/knopf, falsch kopiert/eingefügt, forkert tekst/knap, mauvais texte/paragraphe, texto
    equivocado/incorrecto, testo sbagliato, pulsante sbagliato, ho sbagliato, verkeerde tekst/knop, fel text/knapp, zły
    tekst/przycisk, nie ten tekst,
    should be/read/say, i meant, ich meinte, jeg mente, je voulais dire, quería decir, volevo dire, ik bedoelde, jag
    menade, miałem/miałam na myśli, chodziło mi, must be/read,
    hit send, sent .. early/soon, too early, pressed enter, réponse à la précédente, mauvaise réponse, falsche antwort,
    forkert svar, fel svar, respuesta equivocada, risposta sbagliata, verkeerd antwoord, zła odpowiedź
    """,
    "To correct an answer, edit your message, or choose its section in the Overview. /undo takes back your last "
    "change, Back leads to the question before, and /forget deletes everything.",
    waiting="To correct an answer, press Change an answer.",
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
