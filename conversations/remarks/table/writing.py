"""Rows about the text of an answer: its language, its length, its spelling, files and figures."""

from conversations.remarks.table import Row

LANGUAGE = Row(
    """
    my language, which language, what language, in danish, in german, in french, in spanish, in italian, in dutch,
    in swedish, in polish, in norwegian, in finnish, in arabic, in turkish, in english, in portuguese, in romanian, in
    czech, in my own, speak danish, speak german, speak french, speak spanish, speak italian, speak dutch, speak
    swedish, speak polish, speak english, my english, english bad, bad english, english is, english well, good english,
    no english,
    translate, translation, translated, do you speak, do you understand, change language, write danish, write german,
    write french, write polish, other language, another language,
    på dansk, hvilket sprog, mit sprog, dansk eller engelsk, taler du, mit engelsk, engelsk, oversætte,
    oversætter, på engelsk, skrive dansk,
    auf deutsch, in deutsch, welche sprache, welcher sprache, meiner sprache, sprichst du, sprechen sie, mein englisch,
    englisch, übersetzen, übersetzt, auf englisch, deutsch schreiben, deutsch antworten,
    en français, en francais, quelle langue, ma langue, parlez vous, tu parles, parles tu, mon anglais, anglais,
    traduire,
    en anglais,
    en español, en espanol, qué idioma, mi idioma, hablas español, habla español, hablas, mi inglés, inglés,
    traducir, en inglés, en castellano,
    in italiano, che lingua, quale lingua, mia lingua, parli italiano, il mio inglese, inglese, tradurre, in inglese,
    in het nederlands, welke taal, mijn taal, mijn eigen taal, spreek je, spreekt u, mijn engels, engels,
    vertalen, in het engels, nederlands schrijven,
    på svenska, vilket språk, mitt språk, pratar du, talar du, min engelska, engelska, översätta, på engelska,
    skriva svenska,
    po polsku, jakim języku, moim języku, mówisz po, mój angielski, angielski, angielsku, przetłumaczyć, po angielsku,
    på norsk, hvilket språk, engelsken min, em português, que língua, suomeksi, millä kielellä,
    danish, german, french, spanish, italian, dutch, swedish, polish, norwegian, finnish, arabic, turkish, russian,
    portuguese, romanian, czech, hungarian, greek, bulgarian, croatian, slovak, slovene, slovenian, estonian,
    latvian, lithuanian, ukrainian, irish, maltese, kurdish, somali, farsi, albanian, serbian, bosnian, catalan,
    basque, flemish, any language, which languages, what languages, mother tongue, native language, own words,
    arabisk, tyrkisk, tysk, polsk, modersmål, mine egne ord,
    arabisch, türkisch, polnisch, russisch, muttersprache, eigenen worten,
    arabe, turc, polonais, espagnol, langue maternelle, mes propres mots, quelles langues,
    árabe, francés, catalán, lengua materna, propias palabras, qué lenguas, idiomas,
    arabo, francese, tedesco, madrelingua, parole mie, lingue,
    turks, frans, duits, moedertaal, eigen woorden,
    arabiska, finska, tyska, egna ord,
    arabsku, niemiecku, ukraińsku, rosyjsku, języku, własnymi słowami,
    hungar*, ungar*, hongr*, húngar*, ungher*, węgier*, sloven*, slowen*, słowe*, kroat*, croat*, chorw*, tschech*,
    tjekk*, tchèq*, checo, ceco, tsjech*, tjeck*, czesk*, griech*, græsk*, grec, griego, greco, grieks*, grekisk*,
    greck*, neerland*, néerland*, holand*, olandes*, hollandsk*, holländ*, finsk*, finnisch*, finnois*, finlandes*,
    fińsk*, eston*, estnisch*, estisk*, lithuan*, litau*, lituan*, litew*, latvi*, lettisk*, lettisch*, letton*,
    łotew*, bulgar*,
    bułgar*, rumän*, rumæn*, rumen*, roumain*, rumun*, romanian*, türk*, tyrk*, turc*, turqu*, turk*, turec*, arab*,
    russ*, ruso, russo, rusk*, ukrain*, ukraiń*, kurd*, somal*, persisch*, persian*, dari, pashto, urdu, alban*,
    serb*, bosn*,
    katalan*, portug*, norweg*, norsk*, norvég*, noruego*, szwed*, suéd*, sueco, svedese, zweeds*, schwed*, duńsk*,
    danois*, danés, danese, deens*, dänisch*, allemand*, alemán, duits*, tysk*, niemieck*, italien*, włosk*,
    fransk*, französ*, francuz*, spansk*, spanisch*, hiszpań*, engl*, ingles*, angielsk*,
    gallego, galego, galician, dialect, dialekt, dialetto, dialecte, welsh, euskera, frisian, fries, luxemb*, sami,
    better than my english, my dutch/german/danish/french/spanish/italian/swedish/polish .. better,
    contestar/responder/escribir en, répondre/écrire en, rispondere/scrivere in, antworten/schreiben auf, svare/skrive
    på, svara/skriva på, antwoorden/schrijven in, odpowiadać/pisać po
    """,
    "You can answer in any language: I save your words as you write them. I speak English.",
)

HOW_MUCH = Row(
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
    hvor mange ord, quantas palavras, montako sanaa, riittääkö, kuinka pitkä,
    have/has to be long, is there a limit, the limit, make it shorter, shorter, be short, too little, so much, so
    little, how many lines/sentences/pages, few/some lines/words/sentences, maximum, minimum, one line, two sentences,
    være langt/kort, for lidt, for meget, grænse, hvor mange sætninger/linjer, kortere,
    kürzer, kurz, zu wenig, zu viel, wie viele sätze/zeilen, grenze, höchstens,
    combien de lignes/phrases, mots clés, limite, plus court, trop court, peu, bref,
    cuántas líneas/frases, límite, más corto, corto, breve, poco,
    quante righe/frasi, più corto,
    hoeveel zinnen/regels, ook kort, korter, kort, te weinig, te veel, limiet,
    hur många meningar/rader, kortare, för lite, för mycket, gräns,
    ile zdań/linijek, krócej, krótko, za mało, za dużo, limit,
    how much text, how much, how many characters/pages/words/paragraphs, in depth, brief, briefly, hvor meget, wie viel,
    wieviel, hoeveel, hur mycket, cuánto, quanto, ile,
    why .. words, warum/wieso/weshalb .. wörter, pourquoi .. mots, por qué .. palabras, perché .. parole, waarom ..
    woorden, hvorfor/varför .. ord, dlaczego .. słów,
    can/may/must i choose/pick/take/tick/select, how many can, more than one/two, only one/two, all of them,
    a/the whole story/novel/page/essay, line/sentence/sentences/lines .. enough/ok/fine, phrases/lignes ..
    suffi/suffisent, suffi*, écrire/schreiben/skrive/scrivere/escribir/schrijven/pisać
    beaucoup/viel/meget/molto/mucho/veel/dużo, un roman, eine zeile/seite, ein satz, basta .. frase/frasi/riga, basta
    con, vale con, volstaat, räcker .. mening, en mening, jedno zdanie, wystarczy .. zdanie,
    mots, palabras, woorden, słów, wörter, zeichen, caractères, znaków, tecken, tegn, characters, long answer, short
    answer, lang svar, kort svar,
    an essay, essay, novel, in a few/couple, paar steekwoorden/zinnen, ein paar sätze/worte, quelques
    mots/lignes/phrases, unas palabras/frases/líneas, due parole/righe, kilka słów/zdań, några ord/meningar, et par
    ord/linjer/sætninger,
    ganze/vollständige sätze, full sentences, hele sætninger/zinnen/meningar, phrases complètes, frases
    completas/enteras, frasi complete/intere, pełne zdania, pełnymi zdaniami, zdania, in how many,
    lines/sentences/words ok, zeilen/sätze ok, drei/zwei sätze, two/three lines
    """,
    "{hint}",
)

FILES = Row(
    """
    photo, photos, picture, pictures, pdf, attach, attachment, upload, file, files, document, documents, video,
    voice message, audio, voice, send a link, word file, speak instead, dictate,
    billede, billeder, fil, filer, vedhæfte, dokument, talebesked, foto, bild, bilder, datei, dateien, anhang,
    anhängen, hochladen, sprachnachricht, image, fichier, fichiers, pièce jointe, message vocal, vocal, imagen,
    archivo, archivos, adjuntar, audio, mensaje de voz, immagine, allegare, allegato, messaggio vocale, vocale,
    afbeelding, bestand, bestanden, bijlage, uploaden, spraakbericht, bifoga, röstmeddelande, zdjęcie, zdjęcia,
    plik, pliki, załącznik, załączyć, głosowa, głosową, ficheiro, arquivo, tiedosto, kuva,
    powerpoint, ppt, slides, leaflet, leaflets, flyer, flyers, brochure, brochures, booklet, poster, posters, jpg,
    jpeg, scan, scans, screenshot, excel,
    send/upload/attach/add/include/share ..
    report/reports/handbook/book/manual/guide/article/articles/presentation/material/materials/newspaper/paper,
    folder, foldere, brochurer, pjece, pjecer, plakat, sende/vedhæfte/uploade/tilføje ..
    rapport/håndbog/bog/artikel/præsentation/materiale, vedhæfter, skærmbillede,
    broschüre, broschüren, faltblatt, präsentation, unterlagen schicken, schicken/hochladen/anhängen/senden/beifügen ..
    bericht/handbuch/buch/artikel/präsentation/material, bericht/handbuch/buch/artikel/präsentation/material ..
    schicken/hochladen/anhängen/senden/beifügen, fotos,
    dépliant, dépliants, affiche, diapositives, présentation, joindre, vidéo, joindre/envoyer/ajouter/télécharger ..
    rapport/guide/article/document/documents/manuel/livre,
    folleto, folletos, tríptico, cartel, presentación, vídeo, mandar/enviar/adjuntar/subir/añadir ..
    informe/guía/artículo/documento/documentos/manual/libro,
    volantino, volantini, opuscolo, manifesto, presentazione, documento, documenti,
    mandare/inviare/caricare/allegare/aggiungere .. relazione/guida/articolo/manuale/libro/rapporto,
    presentatie, foto's, folders, filmpje, sturen/uploaden/toevoegen/meesturen .. rapport/verslag/artikel/handboek/boek,
    rapport/verslag/artikel/handboek/boek .. sturen/uploaden/toevoegen/meesturen,
    broschyr, broschyrer, affisch, foton, skicka/ladda/bifoga/lägga .. rapport/artikel/handbok/bok/presentation,
    ladda upp,
    ulotka, ulotkę, ulotki, broszura, broszurę, prezentacja, prezentację, dokumenty, film,
    wysłać/załączyć/dodać/przesłać .. raport/artykuł/podręcznik/książkę,
    brosjyre, folheto, esite,
    word document/documents/doc, docx, films, clip, clips, images, send/attach/add/upload/have ..
    film/files/pictures/drawings/powerpoint, take that,
    lægge/sende .. ind/billede/film, vedhæft*,
    anhäng*, hochlad*, foto*, filmchen, bildmaterial,
    photo*, pièce*, vidéo*, téléverser,
    adjunt*, vídeo*, archivo*,
    allega*, caric*, filmat*,
    boekje, boek, filmpje*, bijlage*, meestur*,
    bifog*, häfte,
    zdjęc*, plik*, załącz*, filmik,
    our/a poster, got a/some .. want it,
    film, films, movie, little film, vidéo, vídeo, clip
    """,
    "You can send documents, photos and videos at any question: I save them under Deliverables. I cannot hear "
    "voice messages: to dictate, use the microphone on your phone's keyboard.",
)

SPELLING = Row(
    """
    spelling, spell check, spellcheck, spelled, misspelled, typo, typos, grammar, proofread, proofreading, my mistakes,
    language mistakes, mistakes in my, my/the/our commas,
    correct/fix/improve/polish/check my english/text/language/writing/sentences/words,
    stavning, stavefejl, stavefejlene, staver, grammatik, retter/rette mine fejl,
    rechtschreibung, rechtschreibfehler, tippfehler, orthographie, meine/die fehler, sprachfehler,
    orthographe, fautes, grammaire, mes erreurs,
    ortografía, faltas, gramática, mis errores,
    ortografia, grammatica, refusi, i miei errori, errori di,
    spelfouten, taalfouten, spelfout, mijn fouten,
    stavfel, mina fel,
    pisownia, pisownię, ortografię, literówki, gramatyka, gramatykę, moje błędy, błędy językowe,
    rettskriving, skrivefeil, erros, kirjoitusvirheet, oikeinkirjoitus,
    correct/fix/improve/polish/check my/our/the grammar/spelling/mistakes/errors/commas,
    retter/rette .. stavning/grammatik, wer .. korrigiert/korrigieren,
    corrige/corriger/corrigera .. fautes/orthographe/texte, corrige/corregir/corregirá .. ortografía/faltas/texto,
    corregge/correggere/controlla .. ortografia/testo/errori,
    controleert/verbetert .. spelling/taal/fouten, rättar/rätta .. stavning/språk, poprawi/poprawia ..
    błędy/pisownię/tekst,
    mistakes when, many/lots of mistakes, make mistakes, bad at spelling/writing, dyslex*, misspell*, punctuation,
    native speaker,
    stave, stave*, ordblind, slåfejl, tastefejl,
    schreibfehler, rechtschreib*, legastheni*, buchstabier*, kommafehler,
    orthograph*, dyslexi*, faute, mal écrit,
    ortográfic*, dislexi*, acentos, escribo mal,
    grammatical*, dislessi*, scrivo male, errori,
    spelfout*, taalfout*, dyslect*, schrijffouten,
    stavning*, stavar, skrivfel, särskriv*,
    ortograf*, dysleks*, literówk*, błędami,
    typing errors, fehler mache, viele fehler, lave fejl, fejl gør, gör fel, muchas faltas, las faltas, molti errori,
    beaucoup de fautes, veel fouten, dużo błędów, robię błędy, german/english/danish mistakes, sprachlich,
    excuse/sorry/pardon my english/german/spelling/grammar, third language, second language, not my language,
    about/for .. mistakes/errors/spelling, viele fehler, many mistakes, fehler drin, mange fejl
    """,
    "Mistakes do no harm: I save your words as you write them. If something is not clear to the coordinators, they ask "
    "you, and you can correct it.",
)

NO_FIGURES = Row(
    """
    no/without/dont/not/never/any/few/didnt ..
    figures/numbers/data/statistics/stats/evidence/evaluation/evaluations/proof/results/measurements/surveys,
    never/not/didnt/nothing .. measured/measure/counted/count/evaluated/evaluate/documented,
    ikke/ingen/uden/nogen/aldrig .. tal/data/statistik/statistikker/evaluering/beviser/resultater, ikke/aldrig ..
    målt/evalueret/talt,
    keine/kein/ohne/nicht/nie .. zahlen/daten/statistik/statistiken/evaluation/belege/ergebnisse/nachweise,
    nie/nicht/nichts .. gemessen/evaluiert/gezählt/ausgewertet,
    pas/sans/aucun/aucune/jamais .. chiffres/chiffre/données/statistiques/évaluation/preuves/résultats,
    jamais/pas/rien .. mesuré/évalué/compté,
    no/sin/ningún/ninguna/nunca .. datos/cifras/números/estadísticas/evaluación/pruebas/resultados, nunca/no/nada ..
    medido/evaluado/contado,
    non/senza/nessun/nessuna/mai .. dati/numeri/cifre/statistiche/valutazione/prove/risultati, mai/non/niente ..
    misurato/valutato/contato,
    geen/zonder/niet/nooit .. cijfers/gegevens/data/getallen/evaluatie/bewijs/resultaten, nooit/niet/niets ..
    gemeten/geëvalueerd/geteld,
    inga/inte/utan/några/aldrig/ingen .. siffror/data/statistik/utvärdering/bevis/resultat, aldrig/inte/inget ..
    mätt/utvärderat/räknat,
    nie/brak/bez/żadnych/nigdy .. danych/liczb/statystyk/ewaluacji/wyników/dowodów, nigdy/nie/nic ..
    mierzyliśmy/zmierzyliśmy/liczyliśmy/badaliśmy,
    ingen/ikke/uten .. tall, não/sem .. dados/números, ei .. lukuja/tietoja,
    nobody/noone .. evaluated/measured/counted, collect any, dont/didnt/never/not keep/kept track, keep/kept no, no one
    .. evaluated,
    nichts ausgewertet, niks .. gemeten/geteld/geëvalueerd,
    must it be statistics/figures/numbers, statistics or, numbers or, figures or, havent got any/the
    numbers/figures/data
    """,
    "It need not be figures: write what you saw, or what people told you. If there is nothing yet, say so in a "
    "sentence. {later}",
)
