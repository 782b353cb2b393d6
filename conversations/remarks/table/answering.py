"""Rows about answering: what a question means, who knows the answer, whether it is needed."""

from conversations.remarks.table import Row

DONT_KNOW = Row(
    """
    i dont know, i do not know, i really dont know, dont know, do not know, i dunno, dunno, idk, no idea, no clue,
    not sure, unsure,
    i am not sure, im not sure, i cant say, hard to say, difficult to say, nobody knows, no one knows, we dont know, we
    do not know, havent a clue, i forgot, cant remember, dont remember, i cant answer, i cannot answer, i have to ask, i
    must ask, i need to ask, i will ask, need to ask, have to ask, must ask, dont have that information, dont have this
    information, dont have the information, can find out, ill ask, you must ask, you should ask, you have to ask,
    better ask, let me ask, i have to check, i need to check, i must check, ill check, i will check, let me check,
    my colleague knows, my boss knows, i have to think, i need to think, let me think, difficult question, good
    question,
    ved ikke, ved det ikke, ved jeg ikke, aner ikke, aner det ikke, ingen anelse, ikke sikker, i tvivl, må spørge,
    skal spørge, vil spørge, skal lige spørge, må lige spørge, jeg spørger, spørg hellere, spørg min, husker ikke,
    jeg har glemt, min kollega ved, min chef ved, kan ikke svare,
    weiß nicht, weiss nicht, weiß ich nicht, weiß es nicht, weiß/weiss .. nicht,
    keine ahnung, nicht sicher, unsicher, muss ich fragen,
    muss fragen, muss nachfragen, muss erst fragen, da müssen sie, da musst du, fragen sie, meine kollegin weiß,
    mein chef weiß, weiß mein, weiß meine, frag meinen, frag meine, vergessen, kann ich nicht beantworten, kann dazu
    nichts, ich überlege, muss nachdenken,
    sais pas, jsp, demande à mon, demandez à ma, ne sais pas, n sais pas, aucune idée, pas sûr, pas sûre, je dois
    demander, je vais demander, je demande, il faut demander, demandez à, demande à, mon collègue sait, ma collègue
    sait, j ai oublié, je dois vérifier, je dois réfléchir,
    no sé, no se, no lo sé, no lo se, ni idea, no tengo idea, no tengo ni idea, no estoy seguro, no estoy segura,
    no recuerdo, no me acuerdo, tengo que preguntar, debo preguntar, voy a preguntar, voy a consultar, pregunta a,
    pregunte a, pregúntale a, hay que preguntar, mi jefe sabe, necesito preguntar,
    non so, non lo so, non saprei, boh, nessuna idea, non ho idea, non sono sicuro, non sono sicura, non ricordo,
    devo chiedere, chiedi a, chiedi alla, chiedi al, chieda a, chieda alla, chieda al, chiedete a, bisogna chiedere,
    devo controllare, devo pensare, il mio capo sa,
    weet niet, weet het niet, weet ik niet, weet ik het niet, geen idee, niet zeker, moet ik vragen, moet het vragen,
    moet even vragen, vraag het aan, vraag dat aan, vraag aan, vraag .. aan, vraag mijn, mijn collega weet, mijn baas
    weet, kweenie,
    vergeten, moet nadenken, moet ik navragen,
    vet inte, vet ej, vet jag inte, ingen aning, inte säker, osäker, måste fråga, ska fråga, jag frågar, du får fråga,
    fråga hellre, fråga min, fråga mina, har glömt, min kollega vet, min chef vet, måste kolla, måste tänka,
    nie wiem, nie mam pojęcia, nie jestem pewien, nie jestem pewna, trudno powiedzieć, muszę zapytać, zapytam,
    zapytaj, spytaj, trzeba zapytać, proszę zapytać, nie pamiętam, zapomniałem, zapomniałam, muszę sprawdzić,
    muszę pomyśleć, mój szef wie, moja koleżanka wie,
    vet ikke, aner ikke, usikker, må spørre, não sei, nao sei, não tenho ideia, en tiedä, en tieda, ei tietoa, en ole
    varma,
    look that/it/this/them up, look .. up, project leader/lead/manager/coordinator knows/would/has, only my/the/our ..
    knows, ask .. office, ask my/our/the supervisor/boss/leader/director/colleague/manager/office, she/he knows,
    the right/wrong person, papers here, need to speak with, need to talk to/with, need to think, think about that/it,
    all i know, my glasses, someone else knows, not know/sure, have .. at hand, dont have .. here,
    slå .. op, rette person, rigtige person, rigtige til, tjekke .. først, det må du spørge, ved min kollega, ringer ..
    til min, har ikke styr, papirerne, undersøge,
    schauen, nachsehen, nachschauen, nachschlagen, richtige person, die unterlagen nicht, unterlagen .. hier, nur
    mein/meine kollege/kollegin/chef/chefin, müsste ich, rufe .. an, weiss nur, weiß nur,
    bonne personne, vérifier avec, avec mon équipe/collègue/chef, sous les yeux, je réfléchis, j appelle, il faudrait
    que je,
    persona adecuada, persona indicada, tengo que mirar/consultar/buscar, no tengo .. aquí/mano, pregunte en, lo sabe
    mi,
    persona giusta, devo guardare/cercare/verificare, non ho .. qui, lo sa il/la/solo, sotto mano,
    juiste persoon, zoek .. op, opzoeken, niet bij de hand, vragen aan, aan .. vragen, moet .. nakijken,
    rätt person, slå upp, kolla upp, leta upp, det vet bara, vet bara min, har inte .. här,
    właściwą osobą, zastanowić się, sprawdzę, muszę poszukać, nie mam .. tutaj, wie tylko,
    before my time, have to find, must find, find the report/papers first, cannot tell, cant tell, ask the
    woman/man/person/people, has the/these/that information/data/figures, knows that/this/more/better,
    før min tid, finde .. først, ved mere,
    vor meiner zeit, muss .. finden/suchen/heraussuchen, hat diese/die infos/informationen/daten,
    avant mon temps, dois .. chercher/trouver/retrouver, a ces/les informations, qui a ces/les,
    antes de mi, tengo que encontrar, tiene esa/esos/la datos/información,
    prima del mio, devo trovare/recuperare, ha queste/le informazioni,
    voor mijn tijd, moet .. opzoeken/vinden, heeft die gegevens/informatie,
    före min tid, måste .. hitta/leta, har de uppgifterna,
    przed moim, muszę znaleźć, ma te dane,
    question for our/my/the, find out, ask around, started here, new here, new in this job, retired, before i came,
    someone else did/does, not my area/field/department, check and, look into,
    undersøgt, finder ud af, ny her, ikke mit område, min kollega har/tager,
    herausfinden, neu hier, nicht mein bereich, akten nachsehen, kümmert sich,
    me renseigner, nouveau ici, pas mon domaine, s occupe,
    lo lleva, soy nuevo, soy nueva, no es mi área, averiguar, se encarga,
    informarmi, sono nuovo, sono nuova, non è il mio campo, se ne occupa,
    uitzoeken, nieuw hier, niet mijn gebied, gaat daarover, weet daar,
    ta reda på, ny här, inte mitt område, sköter,
    dowiem się, jestem tu nowy, jestem tu nowa, nie moja działka, zajmuje się,
    my predecessor, only the/my/our .. could/can/knows, handled by, dealt with by, couldnt say, could not say,
    phone/ring/call the/my head/boss/office, ved kun vores/min, kun .. ved, kolla med, nur der/die/mein .. weiß, il n y
    a que, seul/seule le/la .. sait, solo la/il/el .. ha/sa/sabe, ce l ha solo, alleen de/mijn .. weet, bara min/vår ..
    vet,
    ask the/my accountant/treasurer/secretary/warden/governor/principal, il faudrait demander, habría que preguntar,
    bisognerebbe chiedere, my wife/husband knows, no se quién, qui sait, who knows,
    have to dig, dig that/it out, old mails, archives, archivi, archivos, archief, arkivet, archiv, archiwum, me
    faudrait, müsste ich nachsehen, in a drawer, at the office, not in front of me,
    previous coordinator/leader/boss, ask the previous/old/former/last, en rapport, in einem bericht, dans un rapport,
    en un informe, in un rapporto, in een rapport, i en rapport, w raporcie
    """,
    "{later}",
)

SAID_ALREADY = Row(
    """
    already told, already said, already answered, already wrote, already asked, asked me that, asked that, as i said,
    like i said,
    same as before, same as above, same answer, see above, as above, see before, told you,
    har jeg allerede, jeg har allerede, samme som, se ovenfor, som før,
    habe ich schon, hab ich schon, schon gesagt, schon beantwortet, schon geschrieben, siehe oben, wie oben, wie gesagt,
    das gleiche wie,
    déjà dit, déjà répondu, déjà écrit, j ai déjà, voir plus haut, voir ci dessus, comme avant,
    ya lo dije, ya respondí, ya contesté, ya lo he, ya he, ya te, lo mismo que, ver arriba, como antes, como dije,
    già detto, già risposto, già scritto, ho già, lo stesso, vedi sopra, come prima,
    al gezegd, al geantwoord, heb ik al, ik heb al, hetzelfde als, zie boven, zoals gezegd,
    har redan, redan svarat, redan sagt, redan skrivit, samma som, se ovan, som innan,
    już odpowiedziałem, już pisałem, już mówiłem, już to, to samo, jak wyżej, patrz wyżej, jak poprzednio,
    already .. said/told/wrote/put/gave/written/answered/mentioned/above/description, put/wrote/said/told/gave/answered
    .. already/before/above, in the description/question/answer before/already/above, stod/står allerede/i, skrev det,
    steht/stand .. schon/oben, schon .. geschrieben/gesagt, déjà .. écrit/mis/dit/donné, ya ..
    puse/escribí/dije/contesté, già .. scritto/detto/messo, stond/staat .. al/al in, al in de, redan ..
    skrivit/sagt/svarat, już .. pisałem/pisałam/napisałem,
    didnt you/i ask/say/tell, ask me that, asked before, again the same, same question, schon mal gefragt, schon
    gefragt, har du spurgt, déjà demandé, ya me lo, già chiesto, al gevraagd, redan frågat, już pytali, dezelfde vraag,
    même question, misma pregunta, stessa domanda, samme spørgsmål, samma fråga, gleiche frage,
    answer before, that before, jag ju svarat, har jag ju, gave you that, har svarat, habe doch, j ai pourtant,
    see what i wrote/said/put, siehe meine, se mit svar, voir ma réponse, ver mi respuesta, vedi la mia, zie mijn, se
    mitt
    svar, patrz moja
    """,
    "I save each answer on its own: to use a text again, send it again. Overview shows what you have answered. {later}",
)

COPY = Row(
    """
    copy from, copy it from, copy this from, copy paste, copy and paste, copy text, copy our, kopiere fra, kopieren,
    copier, copiar, copiare, kopiëren, kopiera från, skopiować
    """,
    "Yes: copy the text and send it here. A long text may come in several messages.",
)

COLLEAGUE = Row(
    """
    my colleague fill, colleague fill, colleague write, colleague answer, someone else fill, somebody else fill,
    someone else answer, other person, share it with, share this with,
    can my colleague, may my colleague, could my colleague, kan min kollega, kann mein kollege, kann meine kollegin, mon
    collègue peut, ma collègue peut, puede mi,
    il mio collega può, può il mio, kan mijn collega, får min kollega, czy mój kolega, czy moja koleżanka,
    my colleague .. can/could/may/fill/answer/do/finish/take, can she/he/they, take over, someone/somebody else ..
    do/finish/answer/write/fill, two of us, do this together, with my colleague, another/her/his phone, second person,
    kollega .. gøre/udfylde/svare/tage/göra/fylla/svara/ta, kollege/kollegin .. machen/ausfüllen/übernehmen/schreiben,
    zu zweit, collègue .. faire/remplir/répondre/continuer, à deux, compañera/compañero ..
    rellenar/hacer/contestar/seguir, rellenar .. compañera/compañero, mejor mi, collega ..
    fare/compilare/rispondere/continuare/doen/invullen/verder, kolega/koleżanka ..
    zrobić/wypełnić/dokończyć/odpowiedzieć, samen met, razem z,
    kolleg*, colleg*, compañer*, kolega*, koleg*, koleżank*, coworker*, co worker, teammate,
    allowed that our/my, can/could/may our/the .. do/fill/type/write/answer/take, somebody from, darf die/der/sie, kann
    die/der .. weiterschreiben/übernehmen, weiterschreiben, må hun/han, peut elle/il, puede ella/él/hacerlo, può farlo,
    mag zij/hij, får hon/han, czy ona/on, może to, secretary .. do/type/write,
    two of us, work on this together, makker, to help me, hjælpe mig med, mir jemand helfen, pareja, mi equipo, il mio
    team, mijn team, mitt team, someone to help,
    be doing this not me, morgen verder waar, someone better, more than one person
    """,
    "One person fills in a practice, in this chat. Ask your colleague, and send me what they say. {later}",
)

MUST_I = Row(
    """
    required, mandatory, obligatory, optional, have to answer, must i answer, need to answer, do i have to, do we have
    to, can i skip, may i skip, skip this, skip the, skip it, skip, leave it empty, leave this empty, leave it blank,
    leave blank, is it necessary, pass, not interested, dont want, do not want, prefer not,
    skal jeg svare, obligatorisk, frivilligt, nødvendigt, spring over, springe over, springe .. over, gider ikke,
    vil ikke svare,
    lade stå tom, tomt,
    pflicht, freiwillig, muss ich das, muss das, überspringen, notwendig, leer lassen,
    will nicht, optional,
    obligatoire, facultatif, je dois répondre, dois je répondre, passer, sauter, nécessaire, laisser vide, veux pas,
    obligatorio, obligatoria, opcional, tengo que contestar, tengo que responder, saltar, pasar, necesario, dejar en
    blanco, no quiero,
    obbligatorio, obbligatoria, facoltativo, devo rispondere, saltare, necessario, lasciare vuoto, lasciare in bianco,
    non voglio,
    verplicht, optioneel, moet ik dit, moet dit, moet ik antwoorden, overslaan, leeg laten,
    noodzakelijk, wil niet,
    obligatoriskt, frivilligt, måste jag svara, hoppa över, nödvändigt, lämna tomt, vill inte,
    obowiązkowe, dobrowolne, muszę odpowiadać, muszę odpowiedzieć, czy muszę, czy trzeba, pominąć, pomiń,
    konieczne, zostawić puste, nie chcę,
    må jeg svare, hoppe over, é obrigatório, pular, pakollinen, pitääkö, ohita,
    must/should/do i/we .. give, do i/we really need/have to/want, leave .. empty/blank/out/open, not for me, none of
    your business, not allowed to say, is that private, thats private, is private, can it stay empty, dont like this
    question,
    lade .. stå tom, stå tom, være tom, det er privat, skal jeg .. oplyse/opgive,
    leer bleiben/lassen, weglassen, auslassen, privat, muss ich .. angeben,
    laisser .. vide, rester vide, privé, pas envie, je dois donner, obligé, obligée,
    dejarlo vacío, vacío, en blanco, privado, tengo que dar, no es asunto, obligado,
    lasciarlo vuoto, vuoto, privato, devo per forza, devo dare, per forza,
    leeg blijven, moet ik .. geven, blanco,
    vara tom, lämna .. tom, tom, måste jag .. ange/ge,
    puste, prywatne, muszę .. podać/podawać,
    do/does/should you/they/i really need/have/want, really necessary, really needed, do you need my/our/the,
    nødvendig, brauchen sie wirklich, braucht ihr wirklich, vraiment besoin, de verdad, davvero, echt nodig,
    verkligen, naprawdę,
    muss/müssen .. alles/jede/alle, dois/doit/faut .. tout/toutes, tengo/hay/tenemos .. todo/todas,
    devo/bisogna .. tutto/tutte, moet/moeten .. alles/alle, skal .. alt/alle, måste .. allt/alla, muszę .. wszystko,
    must/should/need i/we/to .. everything/all,
    doesnt/dont/not/does apply, not apply to, not for us, not about us, pas concernés/concerné/concernées, nous
    concerne, on n est pas, gælder ikke/det, trifft .. nicht, betrifft uns, no nos aplica/afecta/toca, no se aplica, non
    ci riguarda, non riguarda, geldt niet, niet voor ons, gäller inte, rör inte oss, nie dotyczy, nas nie, leave out,
    necessary, niezbędne,
    irrelevant, not relevant, nicht relevant, ikke relevant, inte relevant, leer lassen, laisser vide, dejar en blanco,
    lasciare vuoto, leeg laten, lämna tomt, zostawić puste, überspringen, passer, saltar, saltare, overslaan, hoppa
    över, pominąć, springe,
    nothing of that/the sort/kind, so etwas nicht, no sense for us, en nuestro caso, nel nostro caso, in ons geval, i
    vores tilfælde, i vårt fall, dans notre cas, in unserem fall, w naszym przypadku,
    not for prisons/schools/us/me, passer ikke, passt nicht, ne va pas, no encaja, non fa per, past niet, passar inte,
    nie pasuje, for a school/prison/police,
    leave .. blank/empty, weglassen, udelade, lasciare in bianco, in bianco, en blanco, en blanc, openlaten, utelämna,
    puste
    """,
    "{needed}",
)

NOT_UNDERSTOOD = Row(
    """
    what does .. mean, what is meant, what do you mean, what .. mean, what means, means what, meaning of, whats the
    meaning,
    what is the meaning, what is a, what is an, what exactly, what counts, what do they want, dont understand, do not
    understand,
    dont get, didnt understand, not understand, cant understand, confused, lost, stuck, unclear, not clear,
    explain, explanation, example, for example, help, help me, need help, difficult word, this word, the question,
    too difficult, too complicated, complicated, difficult, hard, huh, hvad betyder, hvad mener, hvad menes, forstår
    ikke, forstår det ikke, forstår jeg ikke, forvirret, forklar, eksempel, hjælpe, hjælp,
    svært,
    for svært, was bedeutet, was heißt, was meint,
    was meinst, verstehe nicht, verstehe ich nicht, versteh ich nicht, versteh nicht, verstehe die, verstehe das,
    erklären, erkläre, erklärung, beispiel,
    hilfe, helfen, hilf mir, verwirrt, schwer, schwierig, kompliziert, komme nicht weiter, wie bitte,
    hä, que veut dire, que signifie, ça veut dire, ca veut dire, qu entendez, comprends pas, comprend pas, ne comprends,
    expliquer, explique, expliquez, exemple, aide, aidez, aider, m aider, au secours, perdu,
    perdue, compliqué, difficile, hein, qué significa, qué quiere decir, que significa, no entiendo, no comprendo,
    explicar, explica, explícame, ejemplo,
    ayuda, ayudar, ayúdame, me ayudas, socorro, perdido, perdida, complicado, difícil, cosa significa, che significa,
    che vuol dire, cosa vuol,
    cosa si intende, non capisco, non ho capito, spiegare, spiega, spiegami, esempio, aiuto, aiutare, aiutarmi,
    aiutami, perso,
    persa, complicato, difficile, wat betekent, wat bedoel, wat bedoelt, snap niet, snap .. niet, begrijp .. niet,
    snap het niet, snap ik niet, begrijp niet, begrijp het niet,
    begrijp ik niet, begrijp de,
    uitleggen, uitleg, leg uit, voorbeeld, hulp, help, helpen, verward, in de war, moeilijk, lastig, ingewikkeld,
    vad betyder, vad menar, vad menas, förstår inte, förstår jag inte, fattar inte, förklara, exempel, hjälp,
    hjälpa, förvirrad, svårt,
    krångligt, co znaczy, co to znaczy, co oznacza, o co chodzi, nie rozumiem, nie zrozumiałem, wyjaśnić, wyjaśnij,
    wytłumacz, przykład, pomoc, pomocy, pomóc, pomóż, trudne, skomplikowane,
    hva betyr, forstår ikke, skjønner ikke, hjelp, o que significa, não entendo, ajuda,
    mitä tarkoittaa, en ymmärrä, apua,
    was versteht man/ihr, unter .. versteht, versteht man unter, define, definition, in what sense, which sense, by
    this, dont really get, easy words, easier words, simpler words, more simply, makes no sense, nobody understands,
    klart for mig, hvad dækker, hvad menes der, nemmere, enklere,
    einfacher, verständlich, klar gemacht, versteht doch kein,
    que veulent, qu est ce qu on entend, on entend par, définition, plus simplement, trop dur, personne ne comprend,
    qué quieren decir, se entiende por, no .. entiendo, definición, más sencillo, nadie entiende, no me queda claro,
    si intende per, definizione, più semplice, nessuno capisce, in che senso, non mi è chiaro,
    wat verstaan, wat houdt, wordt bedoeld, definitie, makkelijker, eenvoudiger,
    vad innebär, vad avses, enklare, fattar ingenting,
    co rozumiecie, co to jest, definicja, prościej, nikt nie rozumie,
    the word, the term, this term, never heard, put that/it differently, rephrase, say it/that differently, say that/it
    again in, you are after, you want from me, you want to know/hear,
    ordet, begrebet, siges anderledes, formulere,
    das wort, der begriff, wort bedeutet, anders sagen, anders formulieren, meinen sie, meinst du, meint ihr,
    le mot, le terme, dire autrement, reformuler, vous entendez, voulez dire,
    la palabra, el término, de otra manera, otra forma, quiere decir, quieren saber,
    la parola, il termine, in altre parole, altro modo, intendete, intende,
    het woord, de term, anders zeggen, bedoelt u, bedoelen jullie, bedoel je,
    begreppet, säga annorlunda, menar ni, menar du,
    słowo, termin oznacza, inaczej, macie na myśli,
    dont follow, too abstract/vague/general/hard, abstract, vague, meaning, not get it, over my head, no sense,
    ambiguous,
    uklart, forstår I/du, abstrakt,
    unklar, unverständlich, sagt mir nichts,
    pas clair, flou, abstrait, c est quoi la/le/les,
    abstracto, confuso, no queda claro,
    astratto, poco chiaro, non è chiaro,
    vaag, onduidelijk, zegt me niets,
    oklart, säger mig inget,
    niejasne, abstrakcyjne, nic mi nie mówi,
    sample answer, a sample, gibberish, show me .. example/others, what u mean, word .. know, wort .. kenne, kenne ..
    wort,
    versteh*, forstå*, förstå*, compren*, entiend*, capisc*, begrijp*, snap*, rozumie*, bedeut*, betyd*, signif*,
    beteken*, znacz*, exempl*, eksemp*, beisp*, ejempl*, esemp*, voorbeeld*, przykład*, what is that, sample, difference
    between,
    came across, that/this expression/abbreviation/acronym/term/word/phrase, dieser ausdruck, dieses wort, cette
    expression, ce mot, esta palabra, no pillo, questa parola, dit woord, det ordet, det udtryk, to słowo, skrót,
    in which/what respect/sense/way, lost with, bit lost, torna questa, non mi torna, je sèche, no me cuadra, ich stehe
    auf dem schlauch, står av, er med på, ik kom er niet uit, nie łapię,
    should mean, mean for us, plain english, simple words, einfachen worten, simple danish, heen willen, o co pytacie,
    worauf wollt/wollen, où voulez vous, dónde queréis, dove volete, vart ni, hvor i vil
    """,
    "{example}",
)

HOW_TO = Row(
    """
    what should i, what shall i, what must i, what do i, what can i, what to, what am i, what do you, what is the,
    what are, what is, whats, what kind, what sort, what about, how should i, how do i answer, how do i fill, how can i
    answer, how to answer, how to write, how do i write, how do i describe, what, how, how so, does .. count,
    do i write, do i put, which, should i mention/include/add, should i write about/also/more,
    hvad skal jeg, hvad er, hvad gør jeg, hvad kan jeg, hvordan skal, hvordan svarer, hvad, hvordan, hva,
    was soll ich, was muss ich, was mache ich, was kann ich, was schreibe ich, was ist, was sind, was genau, wie soll,
    wie beantworte, wie schreibe, was, wie,
    que dois, que faut, quoi mettre, quoi dire, quoi répondre, quoi écrire, qu est ce, quest ce, que faire, comment
    répondre, comment faire, quoi, comment, que mettre,
    qué debo, qué tengo, qué pongo, qué hago, qué escribo, qué es, qué son, que es, que pongo, que hago, qué, cómo,
    cómo contesto, cómo respondo,
    cosa devo, cosa faccio, cosa scrivo, cos è, cosa è, cosa, come, come rispondo, come devo, che cosa,
    wat moet ik, wat doe ik, wat wordt, wat is, wat schrijf, wat vul, wat kan ik, wat, hoe, hoezo, hoe beantwoord,
    vad ska jag, vad gör jag, vad är, vad skriver, vad kan jag, hur ska, hur svarar, vad, hur, hur då, va,
    co mam, co robić, co zrobić, co napisać, co wpisać, co powinienem, co powinnam, jak mam, jak odpowiedzieć, co,
    jak,
    hva skal jeg, o que devo, mitä tämä, mitä,
    how to start/begin, a/got model/template/pattern, un modèle/modelo/modello, en skabelon/mall, ein muster/eine
    vorlage, een sjabloon, wzór, wie fange/fang ich an, par où commencer, por dónde empiezo, da dove comincio, waar
    begin ik, var börjar,
    how somebody/someone/others/other else .. filled/did/do/answered, pakken anderen, hoe doen anderen, wie machen/haben
    andere/das andere, hvordan gør andre, comment font les autres, cómo lo hacen otros, come fanno gli altri, hur gör
    andra, jak robią inni
    """,
    "{example}",
    last=True,
)
