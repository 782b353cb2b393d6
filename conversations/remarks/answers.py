"""What people ask the bot, and what it answers: one row for each thing, to be read and extended by coordinators.

A row has the ways in which people say it, and the answer. The ways are in any language, parted by commas; a text that
has one of them in it gets the answer, the first row that fits. Two dots stand for one to four words: "what does ..
mean".
An answer may name the question: ``{hint}`` is its hint, ``{example}`` its example, or the meaning of a word that
the text asks for, ``{needed}`` says whether it needs an answer, and ``{later}`` how to go on without one.
Rows decide only what is answered; whether a text is a remark at all is decided in ``rules``.
"""

from dataclasses import dataclass
from typing import Literal

About = Literal["question", "remark"]
"""What a text of that row is: something that the coordinators can be asked, too, or something that wants no answer."""


@dataclass(frozen=True)
class Row:
    """What people say, and what the bot answers; ``waiting`` is said instead while a submission waits."""

    ways: str
    answer: str
    about: About = "question"
    waiting: str = ""


ROWS: tuple[Row, ...] = (
    Row(
        """
        i dont know, i do not know, i really dont know, dont know, do not know, i dunno, dunno, idk, no idea, no clue,
        not sure, unsure,
        i am not sure, im not sure, i cant say, hard to say, difficult to say, nobody knows, no one knows, we dont
        know, we do not know, havent a clue, i forgot, cant remember, dont remember, i cant answer, i cannot answer, i
        have to ask, i must ask, i need to ask, i will ask, need to ask, have to ask, must ask, dont have that
        information, dont have this information, dont have the information, can find out, ill ask, you must ask, you
        should ask, you have to ask,
        better ask, let me ask, i have to check, i need to check, i must check, ill check, i will check, let me check,
        my colleague knows, my boss knows, i have to think, i need to think, let me think, difficult question, good
        question,
        ved ikke, ved det ikke, ved jeg ikke, aner ikke, aner det ikke, ingen anelse, ikke sikker, i tvivl, må spørge,
        skal spørge, vil spørge, skal lige spørge, må lige spørge, jeg spørger, spørg hellere, spørg min, husker ikke,
        jeg har
        glemt, min kollega ved, min chef
        ved, kan ikke svare,
        weiß nicht, weiss nicht, weiß ich nicht, weiß es nicht, keine ahnung, nicht sicher, unsicher, muss ich fragen,
        muss fragen, muss nachfragen, muss erst fragen, da müssen sie, da musst du, fragen sie, meine kollegin weiß,
        mein chef weiß, weiß mein, weiß meine, frag meinen, frag meine, vergessen, kann ich nicht beantworten, kann
        dazu nichts, ich überlege, muss nachdenken,
        sais pas, jsp, demande à mon, demandez à ma, ne sais pas, n sais pas, aucune idée, pas sûr, pas sûre, je dois
        demander, je vais demander, je
        demande, il faut demander, demandez à, demande à, mon collègue sait, ma collègue sait, j ai oublié, je dois
        vérifier, je dois réfléchir,
        no sé, no se, no lo sé, no lo se, ni idea, no tengo idea, no tengo ni idea, no estoy seguro, no estoy segura,
        no recuerdo, no me acuerdo, tengo que preguntar, debo preguntar, voy a preguntar, voy a consultar, pregunta a,
        pregunte a, pregúntale a, hay que preguntar, mi jefe sabe, necesito preguntar,
        non so, non lo so, non saprei, boh, nessuna idea, non ho idea, non sono sicuro, non sono sicura, non ricordo,
        devo chiedere, chiedi a, chiedi alla, chiedi al, chieda a, chieda alla, chieda al, chiedete a, bisogna
        chiedere, devo controllare, devo pensare, il mio capo
        sa,
        weet niet, weet het niet, weet ik niet, weet ik het niet, geen idee, niet zeker, moet ik vragen, moet het
        vragen, moet even vragen, vraag het aan, vraag dat aan, vraag aan, vraag .. aan, vraag mijn, mijn collega
        weet, mijn baas weet, kweenie,
        vergeten, moet nadenken, moet ik navragen,
        vet inte, vet ej, vet jag inte, ingen aning, inte säker, osäker, måste fråga, ska fråga, jag frågar, du får
        fråga, fråga hellre, fråga min, fråga mina, har glömt, min kollega vet, min chef vet, måste kolla, måste
        tänka,
        nie wiem, nie mam pojęcia, nie jestem pewien, nie jestem pewna, trudno powiedzieć, muszę zapytać, zapytam,
        zapytaj, spytaj, trzeba zapytać, proszę zapytać, nie pamiętam, zapomniałem, zapomniałam, muszę sprawdzić,
        muszę pomyśleć, mój szef wie, moja koleżanka wie,
        vet ikke, aner ikke, usikker, må spørre, não sei, nao sei, não tenho ideia, en tiedä, en tieda, ei tietoa, en
        ole varma
""",
        "{later}",
    ),
    Row(
        """
        thank you for, thanks for, thank u for, many thanks, tak for, danke für, dank für, merci pour, merci de,
        gracias por,
        grazie per, bedankt voor, dank voor, dank je voor, tack för, dzięki za, dziękuję za, takk for, obrigado por
""",
        "You are welcome. Here is the question again.",
        "remark",
    ),
    Row(
        """
        already told, already said, already answered, already wrote, already asked, asked me that, asked that, as i
        said, like i said,
        same as before, same as above, same answer, see above, as above, see before, told you,
        har jeg allerede, jeg har allerede, samme som, se ovenfor, som før,
        habe ich schon, hab ich schon, schon gesagt, schon beantwortet, schon geschrieben, siehe oben, wie oben, wie
        gesagt, das gleiche wie,
        déjà dit, déjà répondu, déjà écrit, j ai déjà, voir plus haut, voir ci dessus, comme avant,
        ya lo dije, ya respondí, ya contesté, ya lo he, ya he, ya te, lo mismo que, ver arriba, como antes, como dije,
        già detto, già risposto, già scritto, ho già, lo stesso, vedi sopra, come prima,
        al gezegd, al geantwoord, heb ik al, ik heb al, hetzelfde als, zie boven, zoals gezegd,
        har redan, redan svarat, redan sagt, redan skrivit, samma som, se ovan, som innan,
        już odpowiedziałem, już pisałem, już mówiłem, już to, to samo, jak wyżej, patrz wyżej, jak poprzednio
""",
        "I save each answer on its own: to use a text again, send it again. Overview shows what you have answered. "
        "{later}",
    ),
    Row(
        """
        where can i see, where are my, where do i see, where do i find, where can i find, find my answers,
        show my answers, show me my,
        hvor kan jeg se, mine svar, hvor ser jeg, wo finde ich, wo sehe ich, wo kann ich, wo sind meine, meine
        antworten, où sont, où puis je, où trouver,
        dónde veo, dónde puedo ver, dónde están, dove vedo, dove posso, dove sono, waar zie ik, waar vind ik, waar kan
        ik,
        var ser jag, var kan jag, gdzie mogę, gdzie są
""",
        "Overview shows every section and opens it; /summary shows all your answers.",
    ),
    Row(
        """
        get money, get paid, i paid, we paid, is it paid, is this paid, payment, reimbursed, a fee, får jeg penge, får
        vi penge, bekomme ich geld, bekommen wir geld, payé pour, payés pour, nos pagan, me pagan, ci pagate, krijgen
        we geld, får vi betalt, dostanę pieniądze
""",
        "I know of no payment for a practice, and of no fee.",
    ),
    Row(
        """
        copy from, copy it from, copy this from, copy paste, copy and paste, copy text, copy our, kopiere fra, kopieren,
        copier, copiar, copiare, kopiëren, kopiera från, skopiować
""",
        "Yes: copy the text and send it here. A long text may come in several messages.",
    ),
    Row(
        """
        my colleague fill, colleague fill, colleague write, colleague answer, someone else fill, somebody else fill,
        someone else answer, other person, share it with, share this with,
        can my colleague, may my colleague, could my colleague, kan min kollega, kann mein kollege, kann meine
        kollegin, mon collègue peut, ma collègue peut, puede mi,
        il mio collega può, può il mio, kan mijn collega, får min kollega, czy mój kolega, czy moja koleżanka
""",
        "One person fills in a practice, in this chat. Ask your colleague, and send me what they say. {later}",
    ),
    Row(
        """
        so many questions, too many questions, minutes only, only .. minutes,
        how long does, how long do, how long will, how long is the form, how long is this, how long it takes, how long
        left, how much time, how many questions, how many sections, how many more, how many minutes, how much longer,
        how much more, how much is left, how far, how many pages, takes long, take long, too long to, taking too long,
        takes too long, taking so long, takes forever, taking forever, is it long,
        almost done, nearly done, nearly finished, almost finished,
        hvor lang tid, hvor længe, hvor mange spørgsmål, hvor mange minutter, hvor meget mangler, hvor langt, tager
        det lang, tager lang tid, for lang tid, snart færdig,
        wie lange, wie lang dauert, wie viel zeit, wieviel zeit, wie viele fragen, wieviele fragen, wie viele minuten,
        wie weit, dauert das, dauert es, gleich fertig, bald fertig,
        combien de temps, combien de questions, combien de minutes, ça prend, ca prend, ça dure, ca dure, c est long,
        cest long, il reste combien, reste t il, bientôt fini,
        cuánto tiempo, cuánto tarda, cuánto dura, cuánto se tarda, cuántas preguntas, cuántos minutos, cuánto falta,
        cuántas quedan,
        quanto tempo, quanto dura, quanto ci, quante domande, quanti minuti, quanto manca, quante ne mancano, dura
        molto,
        hoe lang duurt, hoelang, hoe lang, hoeveel tijd, hoeveel vragen, hoeveel minuten, duurt het, duurt dit, bijna
        klaar,
        hur lång tid, hur länge, hur många frågor, hur många minuter, hur mycket är kvar, hur långt, tar det lång, tar
        lång tid, snart klar,
        jak długo, ile czasu, ile pytań, ile to, ile jest, ile minut, ile jeszcze, długo to, ile zajmie,
        hvor mange spørsmål, quanto demora, quantas perguntas, kuinka kauan, montako kysymystä, kuinka monta
        kysymystä, kauanko
""",
        "It takes 30 to 60 minutes: 16 sections, most of them with one or two short questions. Overview shows how far "
        "you are. Every answer is saved at once, so you can stop and come back at any time.",
    ),
    Row(
        """
        public, published, publish, online later, anonymous, anonymously, confidential, private, secret, who reads,
        who will read, who can read, who sees, who will see, who can see, who gets, who has access, who looks, who is
        going to read, who is reading, who else, anyone read, anybody read, someone read, somebody read, you read,
        they read, be read, read this, reads this, reading this, my data, personal data, gdpr, share this, share my,
        safe,
        hvem læser, hvem ser, hvem kan læse, hvem kan se, hvem får, hvem skal læse, læser nogen, læser du, offentligt,
        offentliggøres, offentliggjort, offentlig, anonymt, anonym, fortroligt, mine data, hemmeligt,
        wer liest, wer sieht, wer kann das, wer bekommt, wer kriegt, wer wird das, liest das, liest hier, liest
        jemand, öffentlich, veröffentlicht, anonym, vertraulich, meine daten, datenschutz,
        qui lit, qui va lire, qui voit, qui peut lire, qui peut voir, qui a accès, collègues verront, qui verra,
        qui reçoit, qui lira, lit ça, lit
        ca, public, publié, publiées, publiés, anonyme, confidentiel, mes données,
        quién lee, quién va a leer, quién ve, quién puede leer, quién puede ver, quién lo, quién recibe, quiénes leen,
        alguien lee, lee alguien, público, publica, publicado, anónimo, confidencial, mis datos,
        chi legge, chi leggerà, chi vede, chi può leggere, chi può vedere, chi riceve, chi ha accesso, qualcuno legge,
        pubblico, pubblicato, pubblicate, anonimo, riservato, i miei dati,
        wie leest, wie ziet, wie kan dit, wie kan het, wie krijgt, wie gaat dit, leest iemand, openbaar, gepubliceerd,
        anoniem, vertrouwelijk, mijn gegevens,
        vem läser, vem ser, vem kan läsa, vem kan se, vem får, vem ska läsa, vilka läser, vilka ser, läser någon,
        läser du, publiceras, offentligt, anonymt, mina uppgifter,
        kto czyta, kto to czyta, kto przeczyta, kto to przeczyta, kto widzi, kto to widzi, kto będzie, kto dostanie,
        ktoś czyta, publiczne, opublikowane, anonimowe, anonimowo, poufne, moje dane,
        hvem leser, hvem får, quem lê, quem vai ler, quem vê, kuka lukee, ketkä lukevat, kuka näkee, julkinen
""",
        "The coordinators of the Collection can read your answers, drafts too. Nothing is published before they "
        "approve the practice; then all of it is, "
        "with the contact details that you give. /privacy says the rest.",
    ),
    Row(
        """
        my language, which language, what language, in danish, in german, in french, in spanish, in italian, in dutch,
        in swedish, in polish, in norwegian, in finnish, in arabic, in turkish, in english, in portuguese, in
        romanian, in czech, in my own, speak danish, speak german, speak french, speak spanish, speak italian, speak
        dutch, speak swedish, speak polish, speak english, my english, english bad, bad english, english is, english
        well, good english, no english,
        translate, translation, translated, do you speak, do you understand, change language, write danish, write
        german, write french, write polish, other language, another language,
        på dansk, hvilket sprog, mit sprog, dansk eller engelsk, taler du, mit engelsk, engelsk, oversætte,
        oversætter, på
        engelsk, skrive dansk,
        auf deutsch, in deutsch, welche sprache, welcher sprache, meiner sprache, sprichst du, sprechen sie, mein
        englisch, englisch, übersetzen, übersetzt, auf englisch, deutsch schreiben, deutsch antworten,
        en français, en francais, quelle langue, ma langue, parlez vous, tu parles, parles tu, mon anglais, anglais,
        traduire,
        en anglais,
        en español, en espanol, qué idioma, mi idioma, hablas español, habla español, hablas, mi inglés, inglés,
        traducir, en
        inglés, en castellano,
        in italiano, che lingua, quale lingua, mia lingua, parli italiano, il mio inglese, inglese, tradurre, in
        inglese,
        in het nederlands, welke taal, mijn taal, mijn eigen taal, spreek je, spreekt u, mijn engels, engels,
        vertalen, in het
        engels, nederlands schrijven,
        på svenska, vilket språk, mitt språk, pratar du, talar du, min engelska, engelska, översätta, på engelska,
        skriva
        svenska,
        po polsku, jakim języku, moim języku, mówisz po, mój angielski, angielski, angielsku, przetłumaczyć, po
        angielsku,
        på norsk, hvilket språk, engelsken min, em português, que língua, suomeksi, millä kielellä
""",
        "You can answer in any language: I save your words as you write them. I speak English.",
    ),
    Row(
        """
        can i change, could i change, can i correct, can i edit, change .. later, change .. afterwards, edit .. later,
        correct .. later, kan jeg ændre, kan jeg rette, ændre .. senere, kann ich .. ändern, später ändern, noch ändern,
        je peux modifier, puis je modifier, je peux changer, modifier .. plus tard, puedo cambiar, puedo corregir,
        se puede cambiar, posso cambiare, posso modificare, posso correggere, si può cambiare, kan ik .. veranderen,
        kan ik .. wijzigen, kan jag ändra, kan man ändra, går det att ändra, czy mogę .. zmienić, mogę zmienić
        """,
        "Yes: you can change every answer until you submit, and propose changes after that. Edit your message, or "
        "choose its section in the Overview.",
    ),
    Row(
        """
        stop and come back, come back, continue later, later, tomorrow, tonight, another time, next week, not now, not
        today, take a break, a break, pause, i am busy, im busy, busy now, busy right, no time, dont have time, have
        time, i have to go, i must go, i need to go, got to go, gotta go, i have to leave, need more time, i want to
        stop, want to stop, can i stop, may i stop, like to stop, need to stop, have to stop, save and, in a meeting,
        at work, is driving, am driving, im driving, on the bus, on the train, brb, be back, quit, leave it for now, i
        am tired, im tired, finish this later, is it saved, will it be saved, are my answers saved, is everything
        saved, did you save, do you save, saved, in a hurry, exit, i am back, im back, interrupt, hold on, hang on,
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
        fretta, in riunione, stanco, stanca, salvato, salvate, salvati, si salva, aspetta, aspetti, un attimo, un
        momento, un minuto,
        stoppen, pauze, later, straks, morgen, terugkomen, kom terug, kom later, verder gaan, ga later, geen tijd, nu
        niet, niet nu, moet weg, moet gaan, druk, bezig, vergadering, ben moe, opgeslagen, bewaard, een andere keer,
        wacht, wachten, momentje, ogenblik, een moment, even geduld,
        sluta, pausa, en paus, paus, senare, imorgon, i morgon, komma tillbaka, kommer tillbaka, fortsätta senare,
        fortsätter senare, återkommer, inte tid, har bråttom, inte nu, upptagen, måste gå, måste iväg, på möte, i ett
        möte, trött, sparas, sparat, en annan gång, hinner inte, vänta, ögonblick, en sekund, en minut,
        przerwać, przerwa, przerwę, przestać, później, pozniej, potem, jutro, wrócić, wrócę, wroce, dokończyć,
        dokończę, nie mam czasu, nie mam .. czasu, brak czasu, nie teraz, jestem zajęty, jestem zajęta, zajęty,
        zajęta, muszę iść, muszę kończyć,
        muszę lecieć, na spotkaniu, zebraniu, zmęczony, zmęczona, zapisane, zapisuje, innym razem, czekaj, poczekaj,
        chwila, chwilę, chwileczkę, moment,
        fortsette senere, senere, vent, parar, mais tarde, amanhã, lopettaa, myöhemmin, huomenna, odota, hetki, kiire,
        tauko
""",
        "You can stop at any time: every answer is saved at once. Write again when you are back, and we go on here. "
        "{later}",
    ),
    Row(
        """
        undo, go back, previous question, made a mistake, a mistake, wrong answer, wrong button, wrong question, wrong
        one, a typo, change my, change the answer, change an answer, change something, correct my, correct something,
        correct an answer, edit my, i wrote wrong, wrote the wrong, that was wrong, that is wrong, thats wrong, not
        what i meant, delete this, delete my, delete the, delete it, delete everything, remove my, start over, start
        again, begin again, restart, cancel,
        fortryd, gå tilbage, lavet en fejl, en fejl, forkert, rette, ret, ændre, slette, slet, forrige spørgsmål,
        start forfra, glem det,
        zurück, fehler, falsch, ändern, korrigieren, löschen, vertippt, von vorne, neu anfangen, rückgängig, vergiss
        es,
        revenir en arrière, retour, erreur, trompé, trompée, modifier, corriger, changer, supprimer, effacer,
        recommencer, annuler, question précédente, laisse tomber,
        volver atrás, atrás, error, equivocado, equivocada, equivoqué, equivoque, cambiar, corregir, borrar, eliminar,
        empezar de nuevo, cancelar, pregunta anterior, olvídalo,
        indietro, errore, sbagliato, sbagliata, modificare, correggere, cambiare, cancellare, eliminare, ricominciare,
        annullare, domanda precedente, lascia perdere,
        terug, fout, verkeerd, wijzigen, aanpassen, veranderen, corrigeren, verwijderen, wissen, opnieuw beginnen,
        vorige vraag, laat maar,
        gå tillbaka, tillbaka, fel, ändra, rätta, ta bort, radera, börja om, ångra, förra frågan, glöm det,
        wrócić do, cofnąć, cofnij, wstecz, błąd, pomyłka, pomyliłem, pomyliłam, źle, zmienić, poprawić, usunąć, od
        nowa, poprzednie pytanie, anuluj,
        feil, endre, rette, erro, mudar, corrigir, apagar, virhe, muuttaa, korjata, poistaa
""",
        "To correct an answer, edit your message, or choose its section in the Overview. /undo takes back your last "
        "change, Back leads to the question before, and /forget deletes everything.",
        waiting="To correct an answer, press Change an answer.",
    ),
    Row(
        """
        required, mandatory, obligatory, optional, have to answer, must i answer, need to answer, do i have to, do we
        have to, can i skip, may i skip, skip this, skip the, skip it, skip, leave it empty, leave this empty, leave
        it blank, leave blank, is it necessary, pass, not interested, dont want, do not want, prefer not,
        skal jeg svare, obligatorisk, frivilligt, nødvendigt, spring over, springe over, springe .. over, gider ikke,
        vil ikke svare,
        lade stå tom, tomt,
        pflicht, freiwillig, muss ich das, muss das, überspringen, notwendig, leer lassen,
        will nicht, optional,
        obligatoire, facultatif, je dois répondre, dois je répondre, passer, sauter, nécessaire, laisser vide, veux
        pas,
        obligatorio, obligatoria, opcional, tengo que contestar, tengo que responder, saltar, pasar, necesario, dejar
        en blanco, no quiero,
        obbligatorio, obbligatoria, facoltativo, devo rispondere, saltare, necessario, lasciare vuoto, lasciare in
        bianco, non voglio,
        verplicht, optioneel, moet ik dit, moet dit, moet ik antwoorden, overslaan, leeg laten,
        noodzakelijk, wil niet,
        obligatoriskt, frivilligt, måste jag svara, hoppa över, nödvändigt, lämna tomt, vill inte,
        obowiązkowe, dobrowolne, muszę odpowiadać, muszę odpowiedzieć, czy muszę, czy trzeba, pominąć, pomiń,
        konieczne, zostawić puste, nie chcę,
        må jeg svare, hoppe over, é obrigatório, pular, pakollinen, pitääkö, ohita
""",
        "{needed}",
    ),
    Row(
        """
        how much should, how much must, how much do i, how much can, how long should, how long must, how long can, how
        detailed, how many words, how many characters, how big, is this enough, is that enough, is it enough, enough,
        long enough, too long, too short, word limit, in detail, more detail, a few words, one sentence is, keywords,
        bullet points, how short,
        hvor meget skal, hvor langt skal, hvor lang skal, hvor mange ord, er det nok, nok, for langt, hvor udførligt,
        stikord,
        wie viel soll, wie viel muss, wie lang soll, wie lang darf, wie viele wörter, wie ausführlich, wie genau,
        reicht das, genug, zu lang, zu kurz, stichworte, stichpunkte,
        combien de mots, longueur, assez long, c est assez, ça suffit, ca suffit, suffisant, trop long, en détail,
        cuántas palabras, cuánto tengo que, cuánto debo, es suficiente, suficiente, demasiado largo, qué longitud, con
        detalle,
        quante parole, quanto devo, quanto lungo, è abbastanza, abbastanza, basta così, troppo lungo, nel dettaglio,
        hoeveel woorden, hoeveel moet, hoe lang moet, hoe lang mag, is dit genoeg, genoeg, te lang, hoe uitgebreid,
        steekwoorden,
        hur många ord, hur långt ska, hur mycket ska, räcker det, räcker, för långt, hur utförligt, stödord,
        ile słów, ile zdań, jak długi, wystarczy, za długie, jak dokładnie, jak dużo,
        hvor mange ord, quantas palavras, montako sanaa, riittääkö, kuinka pitkä
""",
        "{hint} Short sentences are fine.",
    ),
    Row(
        """
        photo, photos, picture, pictures, pdf, attach, attachment, upload, file, files, document, documents, video,
        voice message, audio, voice, send a link, word file, speak instead, dictate,
        billede, billeder, fil, filer, vedhæfte, dokument, talebesked, foto, bild, bilder, datei, dateien, anhang,
        anhängen, hochladen, sprachnachricht, image, fichier, fichiers, pièce jointe, message vocal, vocal, imagen,
        archivo, archivos, adjuntar, audio, mensaje de voz, immagine, allegare, allegato, messaggio vocale, vocale,
        afbeelding, bestand, bestanden, bijlage, uploaden, spraakbericht, bifoga, röstmeddelande, zdjęcie, zdjęcia,
        plik, pliki, załącznik, załączyć, głosowa, głosową, ficheiro, arquivo, tiedosto, kuva
""",
        "You can send documents, photos and videos at any question: I save them under Deliverables. I cannot hear "
        "voice messages: to dictate, use the microphone on your phone's keyboard.",
    ),
    Row(
        """
        deadline, due date, by when, until when, when do i have, when must, when should i, frist, hvornår skal, bis
        wann, abgabetermin, date limite, avant quand, délai, plazo, fecha límite, hasta cuándo, scadenza, entro
        quando, termijn, voor wanneer, sista dag, do kiedy, termin, prazo, määräaika
""",
        "I know of no deadline. A draft that nobody touches for a long time is deleted; I tell you 30 days and 3 days "
        "before.",
    ),
    Row(
        """
        what happens next, what happens after, what happens then, what happens with, happens when, after submit, after
        i submit, after that, what happens, and then, and now what, what next, when will i hear, when do i hear, hear
        from you, hear back, when do i get, when
        will you, when is it published, do i get, will i get, how do i submit, how do i send, how can i submit, where
        do i submit, submit, finished, i am done, im done, done, ready, the end,
        hvad sker, og nu, og så, hvornår hører, hvordan sender, jeg er færdig, færdig,
        was passiert, wie geht es weiter, wie gehts weiter, und dann, und jetzt, wann höre, wie schicke, ich bin
        fertig, fertig, abschicken,
        que se passe, qu est ce qui se passe, et après, et maintenant, comment envoyer, j ai fini, terminé, fini,
        qué pasa, y ahora, y luego, y después, cómo envío, he terminado, terminado, ya está, listo,
        cosa succede, che succede, e adesso, e ora, e poi, come invio, ho finito, finito, fatto,
        wat gebeurt, en nu, en dan, hoe verstuur, ik ben klaar, klaar,
        vad händer, och nu, och sen, hur skickar, jag är klar, klar,
        co dalej, co się stanie, co teraz, a co potem, jak wysłać, skończyłem, skończyłam, gotowe, to wszystko,
        hva skjer, jeg er ferdig, o que acontece, terminei, mitä tapahtuu, olen valmis, valmis
""",
        "After the last question you see a summary and press Submit. Then the coordinators read the practice "
        "and answer here, in this chat.",
        waiting="The coordinators read your practice and answer here, in this chat.",
    ),
    Row(
        """
        next, next question, go on, continue, lets go, lets start, lets continue, go ahead, start, begin, proceed,
        carry on, næste, næste spørgsmål, videre, fortsæt, nächste, nächste frage, weiter, suivant, suivante, question
        suivante, suite, siguiente, siguiente pregunta, seguimos, sigo, prossima, prossima domanda, avanti, volgende,
        volgende vraag, verder, nästa, nästa fråga, vidare, następne, następne pytanie, dalej, neste, próxima,
        seuraava
""",
        "{needed}",
        "remark",
    ),
    Row(
        """
        speak to a, speak with a, speak to someone, speak with someone, talk to a, talk with a, talk to someone, talk
        to somebody, talk with someone, a real human, a human, human please, contact person for, contact you, contact
        someone, contact the, call me, call you, phone number of, your phone, your email, email you, ring til, tale
        med, snakke med, mit jemandem, mit einem menschen, ruf mich an, rufen sie mich, parler à, parler avec, appelez
        moi, hablar con, llámame, llámeme, parlare con, chiamami, chiamatemi, praten met, spreken met, bel me, prata
        med, tala med, ring mig, porozmawiać z, zadzwoń do mnie, proszę zadzwonić, coordinator, coordinators,
        coordinateur, coordinador, coordinatore, coördinator, samordnare, koordinator, koordynator, koordinatorer,
        koordinatoren
""",
        "The coordinators of the Collection are people: press Ask the coordinators and I send them what you "
        "wrote. Their reply comes here.",
    ),
    Row(
        """
        robot, a bot, the bot, are you a, are you real, are you human, are you there, are you a person, a human, real
        person, a machine, artificial, chatgpt, ai, who are you, who r u, who is this, whos this, what are you, what
        is this, whats this, what is that for, your name, who made you, who am i talking, is anybody there, is anyone
        there, anyone there, anybody there, is somebody there, somebody there, someone there, what can you do, what do
        you do, what is the purpose, what is this for, what for, why do you ask, why are you asking, why do you need,
        why do you want, why so many, why this, why, what is ran, the collection, what is a practice, how does this
        work, how does it work, how do i use, how to use, explain how,
        en bot, et menneske, er du, hvem er du, hvem er det, kunstig intelligens, hvad er det her, hvad er dette, hvad
        skal det bruges, hvorfor, er der nogen, maskine,
        ein bot, roboter, ein mensch, ein echter, bist du, sind sie, wer bist, wer sind sie, wer ist da, ki, was ist
        das, was soll das, was ist das hier, wozu, wofür, warum, wieso, weshalb, ist da jemand, ist jemand da,
        maschine, wie funktioniert,
        un robot, un humain, es tu, êtes vous, etes vous, qui êtes, qui es tu, une machine, c est quoi, cest quoi, à
        quoi ça sert, à quoi sert, pourquoi, il y a quelqu un, y a quelqu un, comment ça marche,
        un robot, humano, una persona, eres, quién eres, quien eres, usted es, una máquina, qué es esto, para qué, por
        qué, hay alguien, cómo funciona,
        umano, una persona, sei un, sei una, chi sei, una macchina, cos è questo, cosa è questo, a cosa serve, perché,
        c è qualcuno, ce qualcuno, come funziona,
        een robot, een mens, ben je, bent u, ben jij, wie ben, wie bent u, machine, wat is dit, waarvoor, waarom, is
        er iemand, iemand daar, hoe werkt,
        en robot, en människa, är du, är ni, vem är du, maskin, vad är det här, vad är detta, varför, är det någon,
        finns det någon, hur fungerar,
        robotem, człowiekiem, człowiek, jesteś, kim jesteś, kto to, co to jest, po co, dlaczego, czemu, jest
        tam ktoś, jest tu ktoś, maszyna, jak to działa,
        et menneske, hvem er du, quem és, um robô, porquê, kuka olet, robotti, miksi, mikä tämä
""",
        "I am a program, not a person. I ask the questions of the RAN Collection's practice template, one at a "
        "time, save your answers, and give them to the coordinators when you press Submit.",
    ),
    Row(
        """
        stupid, shit, crap, fuck, fucking, wtf, idiot, dumb, bullshit, damn, hell, nonsense, annoying, hate, useless,
        ridiculous, boring, asshole, bloody, suck, sucks, lort, dumt, dum, pis, fanden, irriterende, latterligt,
        scheiße, scheisse, scheiss, mist, blöd, blöde, blöder, doof, dumm, verdammt, quatsch, nervt, merde, putain,
        nul, stupide, chiant, mierda, tonto, tonta, joder, coño, ridículo, estúpido, merda, cazzo, stupido,
        stupida, ridicolo, kut, stom, stomme, verdomme, onzin, belachelijk, skit, fan, jävla, löjligt, kurwa, cholera,
        gówno, głupie, głupi, bzdura, bez sensu, too many questions, for mange spørgsmål, zu viele fragen, trop de
        questions, demasiadas preguntas, troppe domande, te veel vragen, för många frågor, za dużo pytań, porra,
        paska, helvetti
""",
        "I am sorry that this is a nuisance. You can leave any question for later: press Overview. Every answer "
        "so far is saved.",
        "remark",
    ),
    Row(
        """
        what should i, what shall i, what must i, what do i, what can i, what to, what am i, what do you, what does ..
        mean, what is meant, what do you mean, what .. mean, what means, means what, meaning of, whats the meaning,
        what is the meaning, what is a, what is an, what is the, what are, what is, whats, what exactly, what kind,
        what sort, what counts, what about, what do they want, how should i, how do i answer, how do i fill, how can i
        answer, how to answer, how to write, how do i write, how do i describe, dont understand, do not understand,
        dont get, didnt understand, not understand, cant understand, confused, lost, stuck, unclear, not clear,
        explain, explanation, example, for example, help, help me, need help, difficult word, this word, the question,
        too difficult, too complicated, complicated, difficult, hard, what, how, how so, huh, does .. count, should i
        write, can i write, do i write, do i put, which,
        hvad skal jeg, hvad betyder, hvad mener, hvad menes, hvad er, hvad gør jeg, hvad kan jeg, hvordan skal,
        hvordan svarer, forstår ikke, forstår det ikke, forstår jeg ikke, forvirret, forklar, eksempel, hjælpe, hjælp,
        svært,
        for svært, hvad, hvordan, hva,
        was soll ich, was muss ich, was mache ich, was kann ich, was schreibe ich, was bedeutet, was heißt, was meint,
        was meinst, was ist, was sind, was genau, wie soll, wie beantworte, wie schreibe, verstehe nicht, verstehe ich
        nicht, versteh ich nicht, versteh nicht, verstehe die, verstehe das, erklären, erkläre, erklärung, beispiel,
        hilfe, helfen, hilf mir, verwirrt, schwer, schwierig, kompliziert, komme nicht weiter, was, wie, wie bitte,
        hä,
        que dois, que faut, quoi mettre, quoi dire, quoi répondre, quoi écrire, que veut dire, que signifie, ça veut
        dire, ca veut dire, qu est ce, quest ce, qu entendez, que faire, comment répondre, comment faire, comprends
        pas, comprend pas, ne comprends, expliquer, explique, expliquez, exemple, aide, aidez, aider, m aider, au
        secours, perdu,
        perdue, compliqué, difficile, quoi, comment, hein, que mettre,
        qué debo, qué tengo, qué pongo, qué hago, qué escribo, qué significa, qué quiere decir, qué es, qué son, que
        significa, que es, que pongo, que hago, no entiendo, no comprendo, explicar, explica, explícame, ejemplo,
        ayuda, ayudar, ayúdame, me ayudas, socorro, perdido, perdida, complicado, difícil, qué, cómo, cómo contesto,
        cómo respondo,
        cosa devo, cosa faccio, cosa scrivo, cosa significa, che significa, che vuol dire, cosa vuol, cos è, cosa è,
        cosa si intende, non capisco, non ho capito, spiegare, spiega, spiegami, esempio, aiuto, aiutare, aiutarmi,
        aiutami, perso,
        persa, complicato, difficile, cosa, come, come rispondo, come devo,
        wat moet ik, wat doe ik, wat betekent, wat bedoel, wat bedoelt, wat wordt, wat is, wat schrijf, wat vul, wat
        kan ik, snap niet, snap .. niet, begrijp .. niet, snap het niet, snap ik niet, begrijp niet, begrijp het niet,
        begrijp ik niet, begrijp de,
        uitleggen, uitleg, leg uit, voorbeeld, hulp, help, helpen, verward, in de war, moeilijk, lastig, ingewikkeld,
        wat,
        hoe, hoezo, hoe beantwoord,
        vad ska jag, vad gör jag, vad betyder, vad menar, vad menas, vad är, vad skriver, vad kan jag, hur ska, hur
        svarar, förstår inte, förstår jag inte, fattar inte, förklara, exempel, hjälp, hjälpa, förvirrad, svårt,
        krångligt,
        vad, hur, hur då, va,
        co mam, co robić, co zrobić, co napisać, co wpisać, co znaczy, co to znaczy, co oznacza, o co chodzi, co
        powinienem, co powinnam, jak mam, jak odpowiedzieć, nie rozumiem, nie zrozumiałem, wyjaśnić, wyjaśnij,
        wytłumacz, przykład, pomoc, pomocy, pomóc, pomóż, trudne, skomplikowane, co, jak,
        hva betyr, hva skal jeg, forstår ikke, skjønner ikke, hjelp, o que significa, o que devo, não entendo, ajuda,
        mitä tarkoittaa, mitä tämä, en ymmärrä, apua, mitä
""",
        "{example}",
    ),
    Row(
        """
        hello, helo, hi, hey, hiya, heya, yo, howdy, good morning, good afternoon, good evening, good day, greetings,
        bye, goodbye, good night, see you, how are you, hej, hejsa, goddag, godmorgen, godaften, farvel, hallo, moin,
        servus, guten morgen, guten tag, guten abend, tschüss, bonjour, bonsoir, salut, coucou, hola, buenos días,
        buenas, adiós, ciao, salve, buongiorno, buonasera, hoi, goedemorgen, goedemiddag, goedendag, goedenavond,
        doei, hejsan, hallå, tjena, god morgon, cześć, czesc, witam, dzień dobry, dzien dobry, hei, heisann, olá, oi,
        bom dia, moi, terve, huomenta
""",
        "Hello. I ask one question at a time; this one is open.",
        "remark",
    ),
    Row(
        """
        thanks, thank you, thank, thx, ty, cheers, tnx, tak, mange tak, danke, dankeschön, vielen dank, merci, gracias,
        muchas gracias, grazie, bedankt, dank, dankjewel, dank je, tack, dziękuję, dziekuje, dzięki, dzieki, takk,
        obrigado, obrigada, kiitos
""",
        "You are welcome. Here is the question again.",
        "remark",
    ),
    Row(
        """
        never mind, nevermind, forget it, ok, okay, oki, okey, k, great, nice, cool, perfect, fine, good, super, yes,
        yep, yeah, sure, alright, all right, understood, got it, fint, gut, prima, klar, alles klar, verstanden,
        d accord, daccord, bien, vale, bueno, entendido, va bene, certo, capito, goed, begrepen, bra, toppen,
        dobrze, rozumiem, selvä, lol, haha, hahaha
""",
        "Here is the question again.",
        "remark",
    ),
)
"""All rows; the first that fits a text gives the answer."""

TESTING = "That looks like a test. Everything works: send your answer as a message."
"""What is said to "test", "123" and the like."""

YEARS = (
    "That reads like years, so I did not save it here. The years of the practice belong under Start of the practice: "
    "Overview opens it."
)
"""What is said to a text of years alone, where no year is asked."""

NO_SUCH_ROW = (
    "That reads like a message to me, so I did not save it as your answer. To send it to the coordinators, press Ask "
    "the coordinators: their reply comes here."
)
"""What is said to a message that no row answers."""

IF_ANSWER = "If it is your answer, press Use it as the answer."

LEAVE_OPEN = "You can leave this question open: press Later. You need its answer only before you submit."
NOT_NEEDED = "You need no answer here: press {skip}."
STAYS = "The answer that you gave before stays."
"""``{later}``: at a question that needs an answer, at another one, and where there is one."""

NEEDED = "{title} needs an answer before you can submit. To answer it another time, press Later."
"""``{needed}``, at a question that needs an answer and has none."""

IN_OTHER_WORDS = "{prompt} For example:\n{example}"
"""What is said to somebody who does not understand a question."""

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
    "deradicali, deradikali": (
        "Deradicalisation means that somebody gives up extremist ideas; disengagement, that they give up violence."
    ),
    "practice, praksis, praxis, pratique, práctica, pratica, praktijk, praktik, praktyk": (
        "A practice is an activity, method or tool that people use, or have used, to prevent or counter "
        "radicalisation and violent extremism."
    ),
}
"""What words of the questions mean, by the beginnings of the word in several languages; the first that fits."""
