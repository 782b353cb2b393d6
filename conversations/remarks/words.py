"""The words of talk, by language: what people say to a bot, and what they do not write about a practice.

To extend a language, add words to its lists; to add a language, add a ``Language`` to ``LANGUAGES``. Case, accents
and
one slip in a longer word do not matter: "què", "Que" and "que" are one word here, "fuer" is "für", "understnad" is
"understand". ``rules`` says how the lists are used; ``tests/conversations/remarks`` has sentences that must be caught
and answers that must not be.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """What one language says to a bot.

    ``talk`` are words that hardly stand in an answer about a practice unless other words stand beside them:
    greetings,
    thanks, and all that is about this talk, such as "understand", "later", "robot". ``small`` are little words that
    can
    stand in anything. A short text of nothing but these is no answer. ``openings`` begin a question or a wish, and
    ``me`` are the words by which people speak of themselves or to the bot. Commas part phrases, blanks part words.
    """

    talk: str
    small: str
    openings: str
    me: str
    others: str
    asks: str
    verbs: str = ""
    subjects: str = ""


ENGLISH = Language(
    talk="""
    ttyl afk nvm tbh wdym omfg jk ikr smh np complicated ridiculous worries sucks ugly dear mate buddy dude bro sir
    pal reply replying respond asap urgent urgently signing typing typed
    comment headache joke spam scam virus
    autocorrect whatever weird patient sec secs kind empty remind figure brb anser anwser awnser qestion undertand
    understan forgotten spelling grammar spell wont form typo kidding joking hello hi hey hiya heya helo hallo yo
    howdy
    greetings bye goodbye cheers thanks thank thx thankyou ty tnx please pls plz ok okay okey oki k kk sorry oops ups
    hmm hm huh eh uh ah oh aha wow lol haha hahaha hehe yep yeah yup nope nah sure alright fine great cool nice
    perfect
    super awesome excellent idk dunno confused lost stuck understand understood undrestand unclear clear help helping
    hurry busy tired boring bored stop stopping pause break wait waiting quit cancel continue resume finish finished
    done ready next skip back later tomorrow tonight tmrw soon moment answer answers answered answering question
    questions forms section sections page button buttons menu message messages chat write wrote written type typing
    read
    reads send sending sent submit submitted save saved delete deleted remove undo change changed edit correct mistake
    mistakes wrong error bot robot chatgpt gpt mean means meaning explain explanation example examples translate
    translation deadline password test testing hear stupid crap shit fuck fucking damn wtf omg idiot dumb hell
    bullshit
    nonsense annoying hate useless know knows tell ask asking asked say said talk speak call show repeat again
    remember
    forgot forget colleague boss coordinator coordinators somebody someone anybody anyone everybody nobody
""",
    small="""
    job fault friend friends kid kids boss computer laptop screen holiday vacation office limit couple
    word bit lot far slower faster simpler easier clearer maximum minimum rest break luck point deal thing stuff
    four five six seven eight nine ten twenty thirty hundred purpose comment idea monday tuesday wednesday thursday
    friday saturday sunday weekend year month bed head sick ill allowed paper website somewhere anywhere elsewhere
    inside guess
    hear heard listen check checked checking search searching look seen saw eat eating sleep sit sitting stand walk
    drive pay buy open closed close click clicked press pressed push hold kept told tells says saying believe guess
    suppose wonder hope wish love hate feel felt seem seems sound sounds looks matter care worry bother allowed allow
    expect expected meant called phone screen paper thing stuff side top bottom front behind between around above
    below
    together alone away outside inside already soon early late once twice often usually sometimes again against
    through
    via per such so rather quite pretty too especially exactly simply completely totally honestly clearly obviously
    basically because though although unless whether both either neither none whole half full empty big small high low
    easy hard true false wrong ready free own quick quickly slow slowly fast please second seconds almost nearly
    somehow
    someday another wat wut wht waht rite wright shal shud shld cud cld wud hw hwo teh thsi dis wich whre hows r im
    wanted making sense matters give up fill filling cant cause cuz coz gimme no i ive ill id me my mine myself you u
    ur
    your yours youre we us our were he she him her they them their it its this that thats these those there theres
    here
    heres what whats who whos whom whose how when whens where wheres why which am is are be been being was do does did
    doing done have has had having will would wont wouldnt can cannot could couldnt should shouldnt shall may might
    must
    need needs want wants wanna gonna gotta going go goes gone come comes came coming get got gets getting gives put
    make makes made take takes took let lets lemme see sees think thinks try trying use using used like likes start
    started begin began keep looking find found dont doesnt didnt isnt arent wasnt havent hasnt not yes never ever
    always still yet just only also very much many more most less least few little lot lots any some all each every
    other one two three first last same different new old good bad better best right left now today then than as if or
    and but the a an of to in on at for from with without about by down out off over into until till before after
    during
    while really maybe perhaps probably actually anyway else enough something anything nothing everything things way
    time times day days week weeks bit part even possible able supposed work works working happen happens next mind
    problem problems sir madam dear morning afternoon evening night welcome minute minutes minuts hours hour lunch
    meeting bus train driving home writing reading human person machine computer ai app telegram real language
    languages
    english danish german french spanish italian dutch swedish polish arabic turkish russian word words text sentence
    sentences long short length optional required mandatory necessary needed obligatory anonymous private public
    published publish secret confidential photo picture voice audio video link file files supervisor manager difficult
    signed sign mail internet battery dictate glasses
""",
    openings="""
    go away, get lost, shut up, not my, not our, its complicated, it is complicated, its difficult, its hard, it is
    hard, it depends, it doesnt matter, its ok, its fine, its all, no worries, no thanks, no thank you, so what, big
    deal, who cares, come on, hold up, my bad, good luck, take care, have a nice, one more time, say again, come
    again, pardon me, fine by me, up to you, your call, you tell me, beats me, god knows, no can do, cant do, cant
    say, cant think, cant find, cant see, cant open, cant read, cant type, not possible, not allowed, not available
    right, not at the, not at work, not yet sorry, not really, not me, not mine, sure thing, makes sense, i told, i
    asked, i tried, i made, i did, i was told, i got this, i got a, i got the, i clicked on, i feel, i find, i need a,
    i need someone, i need somebody, i need to, i have no, i have another, i have lost, i have forgotten, i have a
    meeting, i have to, i want you, i want this, i want a break, i would prefer, i would like help, i would like some,
    i would like an, i would like more, id like some, id like an, id like help, id like more, id prefer, im at, im
    out, im off, im going, im gonna, im fed up, im afraid, im here to, im new, im only the, im using, im having, im
    trying, im looking, im waiting, im writing from, im getting, im too, im very, im so, im bad at, im stopping, we
    talked, we spoke, we already, we will see, we need help, we have a question, we are not sure, we are done, we are
    stuck, you said, you told, you can skip, you have, you should, you must, you want, you know, your form, your bot,
    your questions, stupid, read above, read my, see previous, see the previous, see earlier, check my, check the,
    look at my, please do, please let, please give, please send, please show, please tell, please help, please repeat,
    please stop, please change, please remove, please go, please add, please correct, please translate, please note,
    can you, wont let, why the, what a, what the, who the, where the,
    no comment, got it, u there, you there, for what, from where, to who, about what, with what, in what way, in which
    way, just write, just put, just fill, just take, just skip, write something, put whatever, put anything, write
    whatever, take whatever, you write, you decide, you choose, you can write, you fill, pick one, same as, like
    before, like above, see my, see the, it says, it said, it wont, it doesnt, it does not, it keeps, it is not
    working, nothing happens, nothing happened, still waiting, still there, still not, all good, sounds good, fair
    enough, as you like, if you want, if i, if we, when i, when we are, once i, before i, after i, because i, but you,
    need to, have to, want to, got to, trying to, going to, must think, must look, must find, hard to answer, too
    hard, too tired, let someone, feel free, never heard, no need, no problem, no way, of course, as far as i know, to
    be honest, honestly, lets, what if, dont remember, cant remember, cannot remember, will look, will check, will
    ask,
    will do, will     write, will come back, will be back, will finish, will continue, thats private, that is private,
    none of your, its     none, wat is, wat do, wat does, wat should, wat are, wat u, what shal, what shud, what i
    should, what i must, what i     have to, how i, how is it, hows it, hows this, how r u, does spelling, does
    grammar,
    does length, does size, do     they, do all, do these, are all, thank you for, thanks for the, thanks for your,
    thanks for helping, thank u, my     boss wants, my manager wants, this question, this form, these questions, your
    question, the question is, the     question does, the question makes, the form is, who wants, what the heck, are
    we,
    is all this, no sense, makes no     sense, can they, may my, shall we, could my, could somebody, could someone, i
    give up, i have had enough, i dont     want, i do not want, i cant find, i lost, i clicked, i pressed, i pushed, i
    sent, i think you, i meant, i mean, i     am not, i am only, i am just, im just, im only, im here, i am here, i am
    the wrong, im the wrong, one more     question, another question, quick question, just a question, question about,
    question for you, can i, can you, can u, can we, can it, can my, can this, can someone, can somebody, could i,
    could
    you, could u, may     i, may we, might i, do i, do you, do u, do we, does it, does this, does the bot, did i, did
    you, did u, should i, should we, must i, must we, shall i, will i, will you, will it, will this, will my, will the
    coordinators, would     you, would it, have i, have you, has it, has my, is this, is it, is that, is there, is
    here,
    is my, is english, is     danish, is german, is french, is your, is the bot, is the form, are you, are u, are
    there,
    are these, are my, are     we, am i, how do i, how do you, how does this, how does it, how can i, how can you, how
    could i, how should i, how     am i, how long, how much, how many, how far, how big, how detailed, how are you,
    how
    are u, how is this, how is     it, how will, how to answer, how to write, how to skip, how to stop, how to go, how
    to change, how to correct, how     to     delete, how to use this, how to continue, how to send, how to save, how
    to
    fill, how exactly, how about, how     come, what is, whats, what are, what do, what does, what did, what should,
    what shall, what can i, what can you, what     must, what if i, what will, what would, what kind of, what sort of,
    what exactly, what about, what     happens, what     happend, what language, what languages, what now, what next,
    what to, what else, what counts, what for, what time, what u, who is, whos, who are, who reads, who will, who can,
    who sees, who gets, who do, who does, who     made, who     has, who else can, who should, where is, where are,
    where do, where does, where can, where should, where will, where     did, when is, when are, when do, when does,
    when will, when can, when should, when must, why     do, why does, why     are, why is, why should, why must, why
    did, why so, why cant, which language, which one, which     word, which do, which     should, in which language,
    in
    what language, to whom do, for whom is this, i dont, i do     not, i didnt, i did not, i     dunno, i cant, i
    cannot, i can not, i couldnt, i havent, i am not, im not, i am     sorry, im sorry, i am busy, im     busy, i am
    confused, im confused, i am lost, im lost, i am stuck, im stuck, i     am     tired, im tired, i am done, im done,
    i
    am     back, im back, i am in a, im in a, i am on the, im on the, i am     at     work, im at work, i am driving,
    im
    driving, i     am     not sure, i have no time, i have no idea, i have no clue, i     have a question, i have to
    go,
    i have to leave, i have     to stop, i have to ask, i have to think, i have     questions, i have already, i have
    another question, i have     problems, i have a problem, i got to go, i gotta, i     must go, i must ask, i must
    think, i must check, i need help, i need     more     time, i need some time, i need a     break, i need to go, i
    need to ask, i need to check, i need to think, i need to     stop, i want to stop, i want     to     ask, i want
    to
    go, i want to change, i want to quit, i want to talk, i want to     speak, i want to know, i want     to
    continue, i want to delete, i want to skip, i want to cancel, i want help, i want     a     human, i would like to
    ask, i would like to know, i would like to stop, i would like to change, i would like to     talk, i would like to
    speak, i would like to continue, i would rather, i would need to, id like to ask, id like to     know, id like to
    stop, id like to change, id like to talk, id like to speak, id like to continue, id rather, ill     be     back,
    ill
    come back, ill do, ill ask, ill continue, ill finish, ill answer, ill check, ill send, ill write, ill     think,
    ill
    get back, i will be back, i will come back, i will do, i will ask, i will continue, i will finish, i     will
    answer, i will check, i will send, i will write, i will think, i will get back, i think i made, i think i wrote, i
    think that was, i made a mistake, i made a typo, i already, i just, i forgot, i wrote, i hate, i thought, i hope
    this, i hope you, i hope it, i guess, i prefer to, i wonder, i wish, i was wondering, i never, i still dont, i
    really dont, we dont know, we do not know, we have no idea, dont know, do not know, dont understand, do not
    understand, dont have time, no idea, no clue, not sure, no time, not now, not today, not yet sure, never mind,
    nevermind, doesnt matter, forget it, leave it, leave me, let me, lets go, lets start, lets continue, lets stop,
    tell
    me, show me, give me, help me, excuse me, hold on, hang on, one moment, one sec, one second, one minute, just a,
    just a moment, a moment, moment please, give me a, stop it, stop this, go back, go on, go to, take me, bring me,
    come back later, see you, talk to you, ask, you should ask, you must ask, you need to ask, you have to ask, you
    can     ask, better ask, let us ask, my boss knows, my boss has, my colleague knows, my colleague has, my
    colleague     will, someone else, somebody else has, someone else has, that is a, thats a, that was a, that was
    wrong, that was     the     wrong, that is wrong, thats wrong, that is not what, thats not what, this is a stupid,
    this is stupid, this     is     too, this is taking, this takes, this is boring, this is difficult, this is hard,
    this is ridiculous, this     is     annoying, this is a test, this is just, this is only a test, this is
    confusing,
    this is not working, this doesnt, this does     not work, it doesnt work, it does not work, it is too, its too,
    its
    not working, nothing works, you     are, youre, u     are, you dont, you do not, you didnt, you already asked, you
    asked, why you, what the, good     morning, good     afternoon, good evening, good day, good night, nice to, happy
    to, ok i, ok so, ok but, okay so, okay     but, ok what, ok how, ok can, so what, so how, so do, so i, but what,
    but
    how, but i dont, but     why, and     what, and     how, and then, and now, and if i, what happens if, my english
    is, my english, sorry my, sorry     for, sorry i, do not     want, dont want, not interested, nobody knows, no one
    knows, hard to say, difficult to say, difficult question, good     question, too many questions, too long, too
    difficult, too complicated, same as     before, same as above, see above, see before, as above, as i said, like i
    said, already said, already answered, already     told, same answer, delete     my, delete this, delete the,
    remove
    my, change my, cancel this, skip this, next     question, previous question, last     question, change language,
    switch to, in danish, in german, in french, in     spanish, in my language, in english     please, call me,
    contact
    me, please call, anybody there, anyone there, is     anyone, is anybody, is somebody, somebody     there, someone
    there, hello is, will somebody, will anyone, does     anybody, does anyone, does somebody, must this, must it,
    should this, should it, could it, would this, has anyone, was that, was this, was it, was i, were you, are
    those, is everything, is all, is what i, is that what
""",
    me="question form i im ive ill id me my you u your youre bot robot",
    others="we us our ours he she him her his they them their",
    asks="what who whom whose how when where why which whats whos hows wat",
    verbs=(
        "can could may might do does did should shall would is are am was were has have had will must isnt arent "
        "cant dont doesnt wont shouldnt"
    ),
    subjects=(
        "i you u we he she they it this that these those the my your our his her their there someone somebody "
        "anyone anybody everyone everybody people others other"
    ),
)

DANISH = Language(
    talk="""
    tjekke tjekker undersøge kigge kigger trykke trykkede hov nåda okaydokay vrøvl træls pjat hallo aften ordne hej
    hejsa hejhej halløj dav davs goddag godmorgen godaften farvel tak mange tusind venligst okay ok oki undskyld ups
    øh
    hmm nå nej ja jo jep super fint godt perfekt fedt forstår forstå forstået forvirret hjælp hjælpe travlt træt
    kedeligt stop stoppe pause vent vente lige øjeblik afslutte slut færdig fortsætte fortsæt videre næste spring over
    tilbage senere morgen imorgen idag snart spørgsmål spørgsmålet spørgsmålene spørge spørg svar svare svaret skema
    skemaet formular formularen afsnit side knap besked skrive skriver skrevet skriv læse læser læst læs sende send
    sendt gemme gemt gemmer gemmes slette slet rette ret ændre fejl forkert bot robot robotten kunstig betyder
    betydning
    forklar forklare forklaring eksempel oversætte oversæt frist test tester dum dumt lort pis fanden satan idiot
    irriterende latterligt ved aner anelse fortæl sige sig tale snakke ringe ring vis gentag igen glemt glemte kollega
    kollegaen chef chefen koordinator koordinatorer koordinatorerne nogen ingen
""",
    small="""
    knap knappen sende vågen andre skriver hedder dag lidt
    fem seks ti tyve mandag tirsdag onsdag torsdag fredag weekend måned år syg seng hoved privat gratis koster færre
    flere
    høre hører hørt se set så vide tænke tænkt mene mente synes syntes lede søge finde fundet hente tage taget sætte
    lægge ligge sidde sidder stå køre kører spise sove betale købe åbne lukke klikke holde holder håbe håber føle
    virker
    virke passer passe betyde plejer orker nå når nåede måtte turde ret rigtigt forkert sikkert nok måske faktisk
    altså
    ellers derfor derved dermed desværre heldigvis selvfølgelig præcis helt ganske temmelig alt alting ingenting
    nogensinde længere snart straks siden igen sammen alene væk hen herfra derfra ude inde hjem hjemme foran bagved
    mellem omkring ovenfor nedenfor hver både enten hverken hel halv fuld tom stor lille små høj lav let svær nem sand
    falsk klar fri egen hurtig hurtigt langsom sådan hvis fordi selvom mens indtil brug bruges brugt spurgt sagt
    skrive
    ned svaret hvorhen på lidt siger sagde kender kendte lære lært hedder navn navnet skærm ting side gerne helst
    computer i aften ingen intet jeg mig min mit mine du dig din dit dine vi os vores jer han hun ham hende de dem
    deres
    det den dette denne disse her der hvad hvem hvor hvordan hvornår hvorfor hvilken hvilket hvilke er var være været
    har havde have haft bliver blive blev kan kunne skal skulle vil ville må bør burde gør gøre gjorde gå går gik kom
    komme kommer få får fik give giver giv tager tag ser lave laver bruge bruger prøve prøver starte start begynde
    ikke
    aldrig altid allerede stadig endnu bare kun også for meget mange mere mest mindre nogle noget nogen alle anden
    andet
    andre en et to tre første sidste samme ny gammel god godt dårlig bedre bedst rigtig nu dag som eller og men at af
    til ved fra med uden om op ud ind over under inden før efter vel jo da dog gang gange dage uge uger tid tiden del
    hele muligt sker ske tænker tror lige egentlig nærmere står minutter minut timer time menneske person maskine
    sprog
    dansk engelsk tysk norsk svensk ord tekst lang langt kort længe frivilligt nødvendigt obligatorisk anonymt anonym
    offentligt offentliggøres hemmeligt billede fil filer stemme lyd briller rigtige leder lederen svært nemt mobil
    telefon wifi net papir papirer kontoret
""",
    openings="""
    det er ikke mig, jeg er ikke, jeg hedder, det kommer an, det er lige meget, lige meget, det afhænger, ikke mit,
    ikke min, hvad hedder, jeg blev bedt, jeg fik besked, gå væk, hold op, ti nu, lad os, lad det, bare tag,
    skriv selv, skriv bare, skriv noget, sæt bare, tag bare, gider ikke, orker ikke, ingen kommentarer, som du vil,
    det er privat, hvis jeg, hvis vi, når jeg, men du, er du der, godnat,
    jeg gør, jeg laver, jeg tager, det gør jeg, det laver jeg, det tager jeg, det må jeg, det skal jeg, hvem
    bestemmer, har lavet, kom til at, tak for hjælpen, tak for din, tak for jeres, det gider jeg, det forstår, det kan
    jeg ikke, det vil jeg ikke, det     her spørgsmål, spørgsmålet er, de her spørgsmål, jeg trykkede, jeg kom til,
    jeg
    giver op, jeg sidder, jeg mener, må min, kan min, kan de, kan andre, hvad fanden, hvad i, ti stille, et spørgsmål
    mere, har et spørgsmål, kan jeg, kan du, kan man, kan vi, må jeg, må man, skal jeg, skal man, skal vi, skal det,
    skal den, er det her, er     det muligt, er det ok, er det nødvendigt, er det en, er det et, er du, er der nogen,
    er
    der en, er der et, er i, er     mine, bliver det, bliver mit, bliver mine, har du, har i, har jeg, hvad er, hvad
    betyder, hvad mener, hvad skal, hvad gør, hvad kan, hvad nu, hvad sker, hvad hvis, hvad vil, hvad med, hvad for,
    hvad menes, hvem er, hvem læser, hvem kan, hvem ser, hvem får, hvem har, hvem skal, hvor lang, hvor langt, hvor
    længe, hvor mange, hvor meget, hvor     skal, hvor kan, hvor er, hvor ser, hvordan gør, hvordan skal, hvordan kan,
    hvordan svarer, hvordan skriver, hvordan     kommer, hvordan ændrer, hvordan retter, hvordan sletter, hvordan går,
    hvornår, hvorfor, hvilket sprog, hvilket     ord, på hvilket sprog, jeg ved ikke, jeg ved det ikke, det ved jeg
    ikke, jeg aner, jeg forstår ikke, jeg forstår     det     ikke, det forstår jeg ikke, jeg kan ikke, jeg har ikke
    tid, jeg har travlt, jeg har et spørgsmål, jeg har ingen     anelse, jeg har lavet en fejl, jeg har svaret, jeg
    har
    allerede, jeg har brug for hjælp, jeg har brug for mere, jeg     har ikke lyst, jeg har glemt, jeg er ikke sikker,
    jeg er i tvivl, jeg er forvirret, jeg er færdig, jeg er træt, jeg     er optaget, jeg er til møde, jeg er på vej,
    jeg er nødt til, jeg er tilbage, jeg vil gerne stoppe, jeg vil gerne     spørge, jeg vil gerne vide, jeg vil gerne
    tale, jeg vil gerne ændre, jeg vil gerne rette, jeg vil hellere, jeg vil     stoppe, jeg vil ikke, jeg vil spørge,
    jeg vil vente, jeg vil lige, jeg skal lige, jeg skal gå, jeg skal spørge, jeg     skal til, jeg skal bruge, jeg må
    spørge, jeg må lige, jeg må gå, jeg spørger, jeg kommer tilbage, jeg fortsætter, jeg vender tilbage, jeg skriver
    senere, jeg gør det senere, jeg tror jeg, jeg skrev, jeg glemte, jeg mangler, jeg     gider, jeg stopper, jeg
    holder, jeg tænker lige, ved ikke, ved det ikke, aner det ikke, forstår ikke, forstår det     ikke, ingen anelse,
    ikke sikker, ikke nu, måske senere, lige et øjeblik, et øjeblik, øjeblik, hjælp mig, kan ikke, vis mig, giv mig,
    forklar, fortæl mig, gå tilbage, spring over, spørg, du skal spørge, du må spørge, spørg     hellere, det er for,
    det er dumt, det er svært, det er en test, det var en fejl, det var forkert, det var en, det     er     forkert,
    det
    står, det virker ikke, det tager, det har jeg, det skrev, det gider, det svarede, det samme som, samme     som, se
    ovenfor, som før, som jeg skrev, min kollega ved, min chef ved, min kollega, min chef, du er, du     spørger, hvad
    fanden, mange tak, tusind tak, kan nogen, er der, læser nogen, læser du, taler du, forstår du, kan     det, må
    det,
    skal     alt, bliver der, gemmer du, gemmes, næste spørgsmål, ring til, jeg hader, lad mig, for mange
    spørgsmål,
    for     svært, for langt, på dansk, mit engelsk, undskyld mit, tager det, tager det her, findes der
""",
    me="spørgsmål spørgsmålet skema skemaet formularen jeg mig min mit du dig din dit bot robot",
    others="vi os vores han hun hende dem deres",
    asks="hvad hvem hvor hvordan hvornår hvorfor hvilken hvilket hvilke mon",
    verbs="koster tager læser ser tæller gælder behøver kan må skal vil er har bliver kommer får gør findes var ved",
    subjects="jeg du vi man det den de der dette mit min mine vores nogen alle andre alt i",
)

GERMAN = Language(
    talk="""
    schauen nachschauen gucken suchen suche gedrückt drücken klicken nochmals mist bräuchte vertan verklickt
    verschrieben vergessen hallo hi hey moin servus grüezi guten gute morgen tag abend nacht tschüss tschüs danke
    dankeschön vielen bitte ok okay sorry entschuldigung entschuldige verzeihung ups hm hmm ach aha achso ja nein nö
    jo
    super toll prima gut perfekt klar verstehe versteh verstanden verstehen unklar verwirrt hilfe hilf helfen eilig
    stress keine müde langweilig stopp stop aufhören pause warte warten moment abbrechen beenden ende fertig
    weitermachen weiter nächste nächster überspringen zurück später heute gleich bald feierabend frage fragen antwort
    antworten antworte geantwortet beantworten beantwortet beantworte formular fragebogen abschnitt seite knopf taste
    nachricht chat schreiben schreibe schreib geschrieben lesen liest lese gelesen lies senden schicken abschicken
    gesendet speichern gespeichert löschen lösche gelöscht ändern ändere korrigieren fehler falsch vertippt bot
    roboter
    ki bedeutet bedeutung heißt meint meinst gemeint erklären erkläre erklärung beispiel übersetzen übersetze frist
    test
    teste sprachnachricht dumm blöd blöde blöder doof scheiße scheiss verdammt idiot quatsch nervt nervig unsinn weiß
    weiss ahnung wissen sagen sag sprechen sprichst reden anrufen zeig zeige zeigen wiederholen nochmal wieder kollege
    kollegin chef chefin koordinator koordinatoren jemand niemand keiner
""",
    small="""
    knopf absenden andere anderen rückruf nachher
    fünf sechs sieben acht neun zehn zwanzig montag dienstag mittwoch donnerstag freitag wochenende monat jahr krank
    bett kopf privat kostet kosten stichworte rein nachlesen lust unterschied
    hören höre gehört sehen gesehen schauen schau wissen wusste denken dachte meinen meine glauben suchen suche
    gesucht
    holen nehmen genommen setzen legen liegen sitzen sitze stehen stehe fahren fahre essen schlafen zahlen kaufen
    öffnen
    schließen halten halte hoffen hoffe fühlen scheint passt passen funktionieren lassen lass lasse bleiben bleibe
    bekommen bekomme kriegen kriege nennen heißen heiße stimmt stimmen falsch sicher unsicher wohl wirklich
    tatsächlich
    also sonst deshalb daher leider zum glück natürlich genau ganz ziemlich alles irgend irgendwie irgendwas irgendwo
    nie niemals länger bald sofort seit wieder zusammen allein weg hin drüben draußen drinnen vorne hinten zwischen
    rund
    oben unten beide entweder weder halb voll leer groß klein hoch niedrig leicht schwer wahr frei eigen eigene
    schnell
    langsam solche falls obwohl während bis gebraucht gefragt gesagt kenne kennen gelernt name namen bildschirm sache
    sachen seite lieber am besten wollt könnt habt seid wisst dürft müsst sollt gerade mal halt eh zuerst später
    unterwegs drauf drin dran hause daheim zuhause kein keine keinen keinem ich mich mir mein meinem meiner du dich
    dir
    dein deine deinen wir uns unser unsere ihr euch er sie ihn ihm ihnen es das der die den dem des ein eine einen
    einem
    einer eines dies diese dieser dieses hier da dort was wer wen wem wessen wie wann wo wohin woher warum wieso
    weshalb
    welche welcher welches bin ist sind bist war waren sein gewesen habe hab hast hat haben hatte wird werde werden
    wurde worden kann kannst können könnte könntest soll sollen sollte sollst muss musst müssen müsste darf darfst
    dürfen will willst wollen möchte möchtest würde mag tun tue tut mache mach machen macht gemacht gehen gehe geht
    kommen komme kommt geben gib gibt nimm sehe finden finde brauchen brauche braucht nicht immer schon noch nur auch
    sehr viel viele mehr weniger wenig etwas nichts jede jeder jedes andere anderer anderes eins zwei drei erste
    erster
    letzte letzter gleiche neu alt gut schlecht besser richtig jetzt heute dann so als wenn ob oder und aber denn weil
    dass zu zur in im ins auf an für von vom mit ohne über um unter bei vor nach vielleicht doch ja eigentlich eben
    zeit
    tag tage woche wochen teil möglich passiert los dafür dazu damit davon darüber daran darauf her raus rein selbst
    einfach dauert dauern denke glaube erst gern gerne minute minuten stunde stunden besprechung mensch menschen
    person
    maschine computer sprache deutsch englisch französisch wort wörter text satz sätze lang lange länge kurz
    freiwillig
    pflicht notwendig nötig anonym öffentlich veröffentlicht geheim vertraulich foto bild datei dateien brille
    unterlagen papiere schwierig handy telefon internet akku leiter leiterin vorgesetzte vorgesetzter büro
""",
    openings="""
    bitte um, geh weg, hau ab, lass mal, lass das, kommt drauf an, das hängt, nicht mein, nicht meine, mir wurde
    gesagt, man hat mir, ich heiße, ich soll, ich sollte, ich wurde gebeten, ich bin nicht, ich bin neu, ich bin die
    falsche, haben wir nicht, hatten wir nicht, ist doch, geht so,
    schreib einfach, schreiben sie, schreib du, nimm einfach, noch da, keine lust, kein kommentar, das ist doch, das
    ist privat, wenn ich, wie du willst, aber du, ist egal, egal, mir egal, weiß der,
    muss mal, muss erst, muss noch, muss ich erst, will nicht, weiter bitte, zu schwer, zu schwierig, hab mich, habe
    mich, hab das, habe das schon, das mache, das mach, mach ich, mache ich, das schreibe ich, das     muss, das kann
    ich, das kann ihnen, komme später, komme gleich, bin gleich, bin gerade, bin im, bin unterwegs, bin     müde,
    danke
    für, vielen dank für, diese frage, die frage ist, die fragen sind, dieses formular, ich mag nicht, ich will
    mehr, ich gebe auf, ich hab keine lust, ich habe genug, ich habe falsch, ich wollte, ich meine, ich sitze, ich
    brauch, ich brauche, ich kapier, kapier ich, kapier das nicht, kann mein, kann meine, kann jemand, darf mein, eine
    frage noch, noch eine frage, ich kann kein, ich spreche, mein deutsch, das weiß mein, das weiß meine, das weiß
    nur, da muss ich, hab keine, habe keine zeit, keine zeit, keine lust, kann ich, kann man, kann mir, kannst du,
    können sie, können wir, könnten sie, könntest du, darf ich, darf man, muss     ich, muss man, muss das, müssen
    wir,
    soll ich, soll das, sollen wir, ist das, ist es, ist hier, ist da, ist     jemand, ist mein, sind sie, sind meine,
    sind das, sind da, bist du, hast du, haben sie, habe ich, hab ich, gibt     es, gibts, geht das, geht es, wird
    das,
    wird mein, werden meine, werden die, wird meine, bin ich, wollen sie, willst     du, sprichst du, sprechen sie,
    verstehst du, verstehen sie, liest du, lesen sie, liest das, liest hier, speicherst du, was ist, was sind, was
    bedeutet, was heißt, was meint, was meinst, was meinen, was soll, was muss, was mache, was     kann ich, was kann
    man, was darf, was passiert, was wenn, was wird, was genau, was schreibe, was schreibt, was     gehört, was
    wollen,
    was willst, was jetzt, was nun, was für, wer ist, wer sind, wer bist, wer liest, wer sieht, wer     kann, wer hat,
    wer bekommt, wer kriegt, wer wird, wie lange, wie lang, wie viel, wie viele, wieviel, wieviele, wie     geht, wie
    kann, wie mache, wie soll, wie muss, wie komme, wie ändere, wie lösche, wie korrigiere, wie beantworte, wie
    schreibe, wie ausführlich, wie genau, wie weit, wie funktioniert, wie heißt du, wie ist das, wie meinst, wie
    meinen, wann, wo ist, wo kann, wo muss, wo finde, wo sehe, wo soll, warum, wieso, weshalb, wozu, welche sprache,
    in
    welcher sprache, auf welcher sprache, wohin, woher weiß, ich weiß nicht, ich weiß es nicht, weiß ich nicht, das
    weiß     ich, ich weiß das nicht, ich weiß gerade, ich weiß leider, keine ahnung, ich habe keine, ich hab keine,
    ich
    habe     eine frage, ich hab eine frage, ich habe noch eine frage, ich habe schon, ich habe das schon, ich habe
    mich, ich     habe einen fehler, ich habe vergessen, ich hab mich, ich hab vergessen, ich verstehe, ich versteh,
    verstehe ich     nicht, das verstehe, versteh ich nicht, ich kann nicht, ich kann das nicht, ich kann jetzt, ich
    kann gerade, ich     kann dazu, ich bin nicht sicher, ich bin mir nicht, ich bin unsicher, ich bin     verwirrt,
    ich
    bin     fertig, ich bin müde, ich bin gerade, ich bin beschäftigt, ich bin im, ich bin in einer, ich     bin
    unterwegs, ich     bin     wieder, ich möchte aufhören, ich möchte fragen, ich möchte wissen, ich möchte eine
    pause, ich möchte das, ich     möchte     etwas, ich möchte meine, ich möchte mit, ich möchte später, ich möchte
    lieber, ich möchte abbrechen, ich will     aufhören, ich will nicht, ich will das nicht, ich will später, ich will
    mit einem, ich will abbrechen, ich will     etwas, ich muss los, ich muss weg, ich muss gehen, ich muss erst, ich
    muss fragen, ich muss kurz, ich muss jetzt, ich muss nachfragen, ich muss nachdenken, ich muss meinen, ich muss
    noch, ich brauche hilfe, ich brauche mehr, ich     brauche eine pause, ich brauche zeit, ich mache später, ich
    mache     das später, ich mache morgen, ich komme später, ich komme wieder, ich komme nicht weiter, ich frage, ich
    antworte     später, ich schreibe später, ich schreibe     morgen, ich überlege, ich denke darüber, ich glaube
    ich,
    ich hasse, ich höre auf, ich würde gerne, ich würde lieber, weiß     nicht, weiss nicht, weiß es nicht, verstehe
    nicht, versteh     nicht, kann nicht, nicht sicher, jetzt nicht, nicht     jetzt, vielleicht später, warten sie,
    einen moment, moment     bitte, tut mir leid, hilf mir, helfen sie, zeig mir, gib     mir, geben sie mir, erkläre,
    erklären sie, erklär, sag     mir, sagen sie, übersetze, geh zurück, nächste frage, frag, fragen sie, fragt, da
    müssen sie, da musst du, das     müssen sie, das muss ich, das ist zu, das ist doof, das ist     dumm, das ist
    schwer, das ist schwierig, das ist     ein     test, das ist nur ein, das ist mir, das ist falsch, das ist blöd,
    das
    war ein, das war falsch, das war die     falsche, das dauert, das geht nicht, das funktioniert, das habe ich, das
    hab     ich, das nervt, das gleiche wie, wie oben, siehe oben, wie gesagt, mein chef weiß, meine kollegin weiß,
    meine     kollegin, mein kollege, mein     chef, du bist, sie sind, so ein, was für ein, so ein mist, guten
    morgen,
    guten tag, guten abend, gute nacht, vielen     dank, herzlichen dank, lass mich, zu viele fragen, zu lang, zu
    kompliziert, auf deutsch, mein englisch, ruf     mich, rufen sie, bitte rufen, wer zum, alles klar und,
    funktioniert
    das, dauert das, dauert es, reicht das, stimmt das, zählt das
""",
    me="frage formular fragebogen ich mich mir mein meine du dich dir dein bot roboter",
    others="wir uns unser unsere er ihn ihnen",
    asks="was wer wem wen wie wann wo warum wieso weshalb woher wohin welche welcher welches wozu wofür",
    verbs=(
        "kann kannst können könnte könnten darf dürfen muss müssen soll sollen wird werden ist sind war hat hast "
        "haben hab gibt geht kommt bin bist wäre will wollen braucht"
    ),
    subjects=(
        "stichworte was das ich du sie ihr wir man das dies es der die mein meine meinen unser unsere jemand andere "
        "alle hier"
    ),
)

FRENCH = Language(
    talk="""
    envie
    bizarre flemme pff cherche chercher vérifier vérifie regarde regarder cliqué appuyé appuyer sauter demande
    demander
    soir finirai finir efface ferme jsp bonjour bonsoir salut coucou allo hello merci beaucoup stp svp ok okay accord
    daccord pardon désolé désolée oups hum euh ah oh bah ben oui non super bien parfait génial cool compris comprends
    comprend comprendre pige clair perdu perdue confus aide aider aidez pressé pressée fatigué fatiguée ennuyeux
    arrêter
    arrête arrêtez stop pause attends attendez attendre instant quitter annuler fin fini finie terminé terminer
    continuer reprendre suite suivant suivante passer retour revenir reviens reviendrai tard demain bientôt occupé
    occupée question questions réponse réponses répondre réponds répondu formulaire questionnaire section page bouton
    message écrire écris écrit lire lit lis lu envoyer envoie envoyé enregistrer enregistré sauvegardé sauvegarder
    supprimer effacer modifier changer corriger erreur faux trompé trompée bot robot ia signifie sens veut expliquer
    explique expliquez explication exemple exemples traduire traduis délai test bête nul stupide con merde putain
    bordel
    idiot chiant agaçant ridicule sais savoir idée dire dis dites parler parle parlez appeler appelez montre montrez
    répéter répète encore oublié collègue chef directeur coordinateur coordinateurs coordinatrice quelqu quelquun
""",
    small="""
    bouton limite remplir dit autres écrivent personne bonne
    cinq six sept huit neuf dix vingt lundi mardi mercredi jeudi vendredi weekend mois an année malade lit tête privé
    gratuit coûte coûter ligne lignes envie différence clés perdu
    entendre entends entendu vois vu regarder regarde sait savoir pensais crois croire cherche trouver trouvé mettre
    assis assise debout conduire manger dormir payer acheter ouvrir ouvert fermer fermé tenir tiens espère espérer
    sens
    sentir semble marche marcher fonctionne laisser laisse laissez rester reste reçu recevoir appelle appelez vrai
    vraie
    faux sûr sûre sans doute vraiment effectivement sinon donc alors malheureusement heureusement évidemment
    exactement
    complètement assez plutôt presque quelque chose rien jamais longtemps bientôt tout de suite depuis ensemble seul
    seule loin dehors dedans devant derrière entre autour dessus dessous chaque soit ni moitié plein vide grand petit
    haut bas léger lourd libre propre vite lentement tel telle même si bien que parce lorsque jusque utilisé demandé
    connais connaît appris nom écran côté mieux voulez veulent peuvent doivent savez pouvons allons faites dites trop
    aucun moi c d l n s t qu aucune personne je j me m mon ma mes tu te toi ton ta tes vous votre vos nous notre nos
    on
    il elle le la les lui leur leurs se ce ça ca cela ceci cette cet ces ci là ici y en qui quoi quel quelle quels
    quelles comment combien quand où pourquoi lequel laquelle est es suis sont sommes êtes était être été ai as a
    avons
    avez ont avoir eu peux peut pouvez pouvoir pourrais pourriez dois doit devez devoir devrais faut faudrait veux
    veut
    vouloir voudrais aimerais vais va vas allez aller fais fait faire mets met prends prend prendre donne donnez
    donner
    voir trouve commence commencer besoin ne pas plus toujours déjà encore juste seulement aussi très peu plusieurs
    tous
    toute toutes autre autres un une des du deux trois premier première dernier dernière nouveau bon bonne mauvais
    maintenant aujourd hui ou et mais car comme à au aux dans sur sous pour par avec avant après pendant chez vers
    jusqu
    jour jours semaine fois moment partie possible passe passer penser pense mois monsieur madame oui dure durer plait
    plaît sil ensuite minute minutes heure heures réunion humain machine ordinateur langue français anglais mot mots
    texte phrase long longue longueur court temps facultatif obligatoire nécessaire anonyme public publié secret
    confidentiel photo image fichier fichiers vocal dur difficile facile équipe lunettes papiers portable téléphone
    internet batterie responsable supérieur supérieure truc trucs bureau
""",
    openings="""
    on m a, on me, je suis pas la, je suis la, je m appelle, ça dépend, ca depend, peu importe, c est égal, va t en,
    laissez, tais toi, pas mon, pas ma, ce n est pas mon, c est pas mon, je suis nouveau, je suis nouvelle, ou est, où
    est le, quelle est, vous parlez, vous avez, tu as, tu es là,
    pas envie, pas de commentaire, sans commentaire, ça coûte, ca coute, c est payant, c est gratuit, c est privé, c
    est la même, c est pas, écrivez ce, écris ce, mettez ce, mets ce, comme vous, comme tu, si je, si on, quand je,
    mais vous, vous êtes, t es là, toujours là, peu importe, je m en fiche, bonne nuit,
    trop dur, trop difficile, c est dur, c est qui, je vois, je cherche, j attends, je vérifie, d accord, ok et, on
    peut, on doit, on fait, je finirai, je finis, je termine, je le ferai, je le fais, je verrai, je continue, on
    verra,
    faut que, il faut     que, non merci, j ai pas, jsp, cette question, la question est, ces questions, ce
    formulaire,
    merci pour, merci de, je parle pas, je ne     parle, j en sais rien, je n en sais, j en ai marre, j ai pas le
    temps,
    j abandonne, je me demande, j ai cliqué, j     ai appuyé, je voulais, je veux dire, une autre question, encore une
    question, est ce que mon, mon collègue peut, ma collègue peut, est ce que quelqu, c est à dire, puis je, est ce
    que,
    est ce, estce, est il, c est quoi, cest quoi, c est pour, c est combien, c est obligatoire, c     est trop, c est
    long, c est nul, c est difficile, c est compliqué, c est un test, c est une erreur, cest un test, cest trop, cest
    nul, ça veut dire, ca veut dire, ça sert, ça prend, ça dure, ca dure, ca prend, ça marche pas, ça     ne
    marche,
    ca marche pas, qu est ce, quest ce, qu entendez, qu entend, que veut dire, que signifie, que dois, que     faut,
    que
    faire, que se passe, que mettre, que puis, que voulez, que veux, que peut on, qui est, qui êtes, qui es, qui
    lit, qui va lire, qui va, qui peut, qui voit, qui a accès, qui reçoit, quoi dire, quoi mettre, quoi     répondre,
    quoi     faire, quoi écrire, quel est, quelle est, quelle langue, quel mot, quelles sont, quels sont, dans
    quelle langue, en     quelle langue, comment faire, comment je, comment puis, comment on, comment dois, comment
    répondre, comment     modifier, comment corriger, comment supprimer, comment ça, comment ca, comment revenir,
    comment allez, comment     vas, comment arrêter, comment passer, combien de, combien ça, combien ca, quand, où
    est, où puis, où dois, pourquoi, à     quoi, a quoi, à qui, a qui, je peux, je peux arrêter, je ne sais, je sais
    pas, je     n sais, j sais pas, jsais pas, chais pas, sais pas, aucune idée, je n ai pas, jai pas, je nai pas, je
    n
    ai     aucune, je ne comprends, je     comprends pas, comprends pas, je n y comprends, je ne peux pas, je peux
    pas,
    je ne     suis pas sûr, je ne suis pas, je     suis pas, je suis occupé, je suis occupée, je suis perdu, je suis
    perdue, je     suis fatigué, je suis fatiguée, je     suis     pressé, je suis en réunion, je suis en train, je
    suis
    de retour, je     suis désolé, je veux arrêter, je veux pas, je     ne     veux, je veux parler, je veux savoir,
    je
    veux changer, je     veux modifier, je voudrais arrêter, je voudrais savoir, je     voudrais parler, je voudrais
    changer, je voudrais     modifier, je voudrais corriger, je voudrais demander, je     voudrais     une, j aimerais
    savoir, j aimerais     parler, j aimerais arrêter, j aimerais changer, je dois y aller, je dois     partir, je
    dois
    demander, je dois réfléchir, je     dois arrêter, je dois vérifier, je demande, je vais demander, je vais
    réfléchir, je vais faire, je vais     revenir, je vais continuer, je vais devoir, je reviens, je reviendrai, je
    continue, je continuerai, je répondrai, je     ferai, j ai une question, jai une question, j ai besoin d aide, j
    ai
    besoin de, j ai fait une erreur, j ai     oublié, j ai déjà, jai déjà, j ai fini, jai fini, j arrête, je déteste,
    je
    pense que je, je crois que je, je     me     suis trompé, je me suis trompée, je préfère, je regarde, peux tu,
    pouvez     vous, pourriez vous, pourrais tu, tu     peux, vous pouvez, es tu, êtes vous, etes vous, tu es, vous
    êtes, as tu, avez vous, parlez vous, parles tu, tu     parles, tu comprends, vous comprenez, dois je, on peut,
    faut
    il, il faut, y a     t     il, il y a     combien, il y a quelqu, y a quelqu, ya quelqu, il reste, va t on, vont
    ils, sera t, est on, suis je, ai     je, peut on, ce     sera, mes réponses sont, mes réponses seront, mon
    collègue
    sait, ma collègue sait, mon chef sait, ma     collègue, mon collègue, mon chef, demandez, demande à, il faut
    demander, faut demander, voir plus haut, voir ci     dessus, comme avant, comme j ai, pas maintenant, pas sûr, pas
    le temps, plus tard, peut être plus tard, un     instant, un     moment, une minute, une seconde, désolé, désolée,
    excusez, excuse, aide moi, au secours, s il vous, s il te, sil     vous plait, montre, donnez moi, donne moi,
    explique, expliquez, dites moi, dis moi, question suivante, trop long, trop de questions, trop compliqué, mon
    anglais, en français, appelez moi, laissez moi, laisse moi, tout est, c est     fini, c est bon et, et maintenant,
    et après, et si je, mais je, mais qui, mais comment
""",
    me="question formulaire je j me moi mon ma tu te toi ton vous votre bot robot",
    others="nous notre nos ils elles elle lui leur leurs",
    asks="qui que quoi comment combien quand où pourquoi quel quelle quels quelles",
    verbs=(
        "kostet reicht reichen zählt gilt stimmt steht liest lesen seht sehen brauche brauchen müsst könnt wollt "
        "seid habt peux peut dois doit vais va suis est ai es êtes avez as pouvez voulez faut puis sont pourrait "
        "pourriez"
    ),
    subjects="je tu vous on il elle ils ce nous",
)

SPANISH = Language(
    talk="""
    raro mirar miro buscar busco comprobar pulsado lío rollo pregunte consulta duda dudas termino acabo noche tengo
    entiendo necesito hola buenas buenos adiós chao gracias muchas favor porfa ok okay vale perdón perdona perdone
    disculpa disculpe lo siento uy hum eh ah ajá sí no bien perfecto genial claro entender entendido entiende
    comprendo
    perdido perdida confundido confundida ayuda ayudar ayúdame ayudame ayudarme prisa cansado cansada aburrido parar
    para pausa espera espere esperar momento momentito salir cancelar fin terminar terminado terminé listo lista
    continuar seguir sigo siguiente saltar pasar atrás volver vuelvo luego después mañana pronto ocupado ocupada
    pregunta preguntas preguntar respuesta respuestas responder respondo respondido contestar contesto formulario
    cuestionario sección página botón mensaje escribir escribo escrito leer lee leen leo enviar envío enviado mandar
    guardar guardado guarda borrar eliminar cambiar corregir error equivocado equivocada equivoqué bot robot significa
    significado quiere decir explicar explica explícame explicame explicación ejemplo traducir traduce plazo prueba
    test
    tonto tonta mierda joder coño idiota pesado ridículo estúpido sé saber sabe idea dime diga hablar hablas llamar
    llama muestra repetir repite otra vez olvidé olvidado compañero compañera jefe jefa coordinador coordinadora
    coordinadores alguien nadie
""",
    small="""
    botón límite rellenar dicho demás escriben persona adecuada
    cinco seis siete ocho nueve diez veinte lunes martes miércoles jueves viernes semana mes año enfermo cama cabeza
    privado gratis cuesta costar asunto vuestro ganas diferencia
    oír oigo oído veo visto ver mirar miro saber sabía pienso pensar creía busco buscar encontrar encontrado poner
    puesto sentado conducir comer dormir pagar comprar abrir abierto cerrar cerrado tener espero sentir siento parece
    funciona dejar deja dejo quedar queda recibir recibido llamar llama llamo verdad falso seguro segura realmente
    efectivamente sino pues entonces desgraciadamente claro exactamente completamente bastante casi nadie jamás mucho
    pronto enseguida desde juntos solo sola lejos fuera dentro delante detrás entre alrededor arriba abajo cada sea ni
    medio lleno vacío grande pequeño alto bajo libre propio rápido despacio tal mismo aunque mientras usado preguntado
    dicho conozco conoce aprendido nombre pantalla lado mejor queréis quieren pueden deben sabéis podéis hacéis decís
    ana dice dije ningún ninguna yo me mi mis mí conmigo tú tu tus te ti usted ustedes su sus nosotros nos nuestro
    nuestra él ella ellos ellas le les la el los las lo se un una unos unas uno esto esta este estos estas eso esa ese
    aquí ahí allí qué que quién quien quiénes cómo como cuánto cuanto cuánta cuántos cuantos cuántas cuantas cuándo
    cuando dónde donde por para porque cuál cual cuáles es eres soy son somos era ser sido está estoy estás estamos
    están estar he has ha hemos han haber había hay puedo puede puedes podemos poder podría podrías debo debe debería
    tengo tiene tienes hago hace haces hacer hecho quiero quiere quieres querer quisiera gustaría voy va vas ir pongo
    pone doy da dar dame encuentro necesito necesita necesitas empezar empiezo no nunca siempre ya todavía aún sólo
    también muy mucha muchos más menos poco algo todo todos toda todas otro otra otros misma dos tres primero primera
    último última nuevo bueno buena malo ahora hoy así si o y e pero a al de del en con sin sobre hasta antes después
    durante quizás quizá vez nada día días semana veces parte posible pasa pasar creo toma tarda dura cosa señor
    señora
    tardes noches tarde minuto minutos hora horas reunión humano humana persona máquina ordenador idioma lengua
    español
    inglés palabra palabras texto frase largo larga corto tiempo opcional obligatorio obligatoria necesario anónimo
    público publicado publica secreto confidencial foto imagen archivo archivos voz difícil fácil equipo gafas papeles
    móvil celular teléfono internet batería oficina responsable encargado
""",
    openings="""
    eso es, no soy la, no soy el, me llamo, me han dicho, me dijeron, depende, da lo mismo, vete, cállate, déjame, no
    es mi, soy nuevo, soy nueva, donde está, tú eres, tienes un, tiene un, que escriben, me pidieron, espera que,
    no es asunto, no es tu, es privado, pon lo, pon algo, escribe algo, escriba lo, pon tú, como quieras,
    como quiera, me da igual, da igual, sin comentarios, si yo, si no, cuando termine, pero tú, sigues ahí, no me
    apetece, ya no, buenas noches, cuesta algo, hay que pagar,
    eso ya, mejor pregunte, mejor pregunta, mejor luego, mejor mañana, soy yo, y esto, y eso, pues no, es difícil, es
    muy difícil, qué difícil, qué lío, una consulta, la verdad es que no, lo termino, lo acabo, lo pienso, lo miro, lo
    dejo, lo hago, la verdad no, no me     queda, no me sale, no lo tengo, no quiero, no gracias, me das, me puedes,
    me
    lo, no hablo, esta pregunta, estas preguntas, la pregunta no, este formulario, gracias por, yo no entiendo, no
    tengo
    ganas, estoy harto, estoy harta, me rindo, otra pregunta, una pregunta, una duda, puede mi, mi jefe quiere, me
    puedes, me puede, me ayudas, no le entiendo, no te entiendo, no lo entiendo, quería, quiero decir, le pulsé, me
    perdí, estoy trabajando, ahora mismo no, puedo, puedes, puede usted, puede alguien, podría, podrías, podemos,
    debo,
    debería, tengo que, hay que, es     obligatorio, es necesario, es esto, es un robot, es usted, es anónimo, es
    público, es posible, es para, es una     prueba, es demasiado, es muy, esto es una prueba, esto es muy, esto es
    demasiado, esto no, hay alguien, hay     un, hay una, tienes, tiene que, hablas, habla usted, entiendes, lee
    alguien, alguien lee, se guarda, se     guardan, se     publica, va a, van a, vas a, qué es, que es, qué son, que
    son, qué significa, que significa, qué     quiere, que     quiere decir, qué quieres, que quieres, qué debo, que
    debo, qué tengo, que tengo, qué hago, que hago, qué     pongo, que pongo, qué pasa, que pasa, qué puedo, que
    puedo,
    qué se, que se entiende, qué hay que, que hay que, qué     escribo, que escribo, qué idioma, que idioma, qué
    palabra, qué va a, quién es, quien es, quién eres, quien eres, quién lee, quien lee, quién va, quien va, quién
    puede, quien puede, quién ve, quien ve, quién recibe, quién lo, quien lo, quiénes, cómo puedo, como puedo, cómo
    se,
    como se, cómo hago, como hago, cómo debo, cómo funciona, como     funciona, cómo cambio, como cambio, cómo
    corrijo,
    como corrijo, cómo borro, como borro, cómo vuelvo, como vuelvo, cómo     contesto, como contesto, cómo respondo,
    como respondo, cómo estás, como estas, cuánto, cuanto, cuánta, cuántos, cuantos, cuántas, cuantas, cuándo, cuando
    puedo, cuando sabré, dónde, donde esta, donde puedo, donde     pongo, por     qué, por que, porque tantas, porque
    hay, para qué, para que sirve, para que es, en qué idioma, en que     idioma, cuál es, cual es, no sé, no se que,
    no
    se como, no se, no lo sé, no lo se, yo no sé, no entiendo, no     comprendo, no tengo     ni, no tengo tiempo, no
    tengo idea, no tengo claro, no puedo, no estoy seguro, no estoy     segura, no ahora, no     funciona, no me
    acuerdo, no recuerdo, ni idea, ahora no, estoy ocupado, estoy     ocupada, estoy cansado, estoy     cansada, estoy
    perdido, estoy perdida, estoy en una, estoy en el, estoy     confundido, estoy de vuelta, quiero parar, quiero
    saber, quiero preguntar, quiero hablar, quiero cambiar, quiero     corregir, quiero dejar, quiero salir, quiero
    continuar, quiero terminar, quiero borrar, quisiera, me gustaría     saber, me gustaría parar, me gustaría hablar,
    me     gustaría cambiar, me gustaría preguntar, me gustaría hacer, tengo una pregunta, tengo una duda, tengo
    dudas,
    tengo     prisa, necesito ayuda, necesito más, necesito mas, necesito preguntar, necesito pensar, necesito parar,
    necesito     una, me he equivocado, me equivoqué, me     equivoque, he cometido, ya lo, ya he, ya está, ya
    respondí,
    ya contesté, ya     conteste, ya te, vuelvo, lo haré, lo     hare, más tarde, mas tarde, sigo, seguimos, seguiré,
    voy a     preguntar, voy a pensar, voy a parar, voy     a     seguir, voy a consultar, voy a mirar, debo
    preguntar,
    odio, creo que     me, creo que he, pregunta a, pregúntale, preguntale, pregunte a, preguntad, hay que preguntar,
    mi
    jefe sabe, mi jefa, mi     jefe, mi compañera, mi     compañero, lo mismo que, ver arriba, como antes, como dije,
    como he, un momento, un     segundo, un minuto, lo     siento, ayúdame, ayudame, por favor, dame, dime, muéstrame,
    muestrame, explica, explícame, explicame, siguiente     pregunta, muchas gracias, buenos días, demasiado,
    demasiadas
    preguntas, muy largo, mi inglés, mi ingles, en     español, llámame, llamame, llámeme, déjame, dejame, y ahora, y
    si, y luego, pero qué, pero que, pero no, pero     cómo, vale     y, ok y, funciona esto, sirve, eres un, eres
    una,
    eres humano, has guardado
""",
    me=(
        "tengo quiero necesito puedo entiendo hago termino vuelvo estoy soy voy debo creo pregunta formulario yo me "
        "mi mis tu te ti usted bot robot"
    ),
    others="nosotros nos nuestro nuestra ella ellos ellas",
    asks="qué quién quiénes cómo cuándo cuánto cuánta cuántos cuántas dónde cuál",
)

ITALIAN = Language(
    talk="""
    boh strano guardare guardo cercare cerco controllare controllo premuto senso pensarci finisco stasera completo
    ciao
    salve buongiorno buonasera buonanotte arrivederci grazie mille prego favore ok okay va bene scusa scusi scusate
    spiacente dispiace ops uhm ehm ah oh sì no perfetto ottimo certo capisco capire capito capisce chiaro perso persa
    confuso confusa aiuto aiutare aiutami aiutarmi fretta stanco stanca noioso fermare fermarmi stop smettere pausa
    aspetta aspetti aspettare attimo momento uscire annullare fine finire finito terminare terminato pronto continuare
    proseguire avanti prossima prossimo saltare indietro tornare torno dopo tardi domani presto occupato occupata
    domanda domande chiedere risposta risposte rispondere rispondo risposto modulo questionario sezione pagina
    pulsante
    bottone messaggio scrivere scrivo scritto leggere legge leggono letto leggi inviare invio inviato mandare salvare
    salvato salva salvata salvate salvati cancellare eliminare cambiare modificare correggere errore sbagliato
    sbagliata
    bot robot significa significato vuol dire spiegare spiega spiegami spiegazione esempio tradurre traduci scadenza
    prova test stupido stupida merda cazzo cavolo idiota noia ridicolo so sapere sa idea dimmi dica parlare parli
    chiamare chiama mostra ripetere ripeti ancora dimenticato collega capo coordinatore coordinatori coordinatrice
    qualcuno nessuno
""",
    small="""
    dov pulsante limite compilare detto altri scrivono persona giusta
    cinque sei sette otto nove dieci venti lunedì martedì mercoledì giovedì venerdì settimana mese anno malato letto
    testa privato gratis costa costare voglia differenza
    sentire sento sentito vedo visto vedere guardare guardo sapere sapevo penso pensare credevo cerco cercare trovare
    trovato mettere messo seduto guidare mangiare dormire pagare comprare aprire aperto chiudere chiuso tenere tengo
    spero sperare sembra funziona lasciare lascia lascio restare resta ricevere ricevuto chiamo vero falso sicuro
    sicura
    davvero infatti altrimenti quindi purtroppo certamente esattamente completamente abbastanza quasi nessuno niente
    subito presto insieme solo sola lontano fuori dentro davanti dietro tra intorno sopra sotto ogni sia né metà pieno
    vuoto grande piccolo alto basso libero proprio veloce piano tale stesso anche mentre usato chiesto detto conosco
    conosce imparato nome schermo cosa lato meglio volete vogliono possono devono sapete potete fate dite saprei direi
    nessun nessuna io mi me mio mia miei mie tu ti te tuo tua tuoi lei suo sua noi ci ce nostro nostra voi vi vostro
    lui
    loro egli essa si il lo la i gli le l un uno una questo questa questi queste quello quella quelli qui qua lì là
    che
    cos chi come quanto quanta quanti quante quando dove perché perche quale quali è e sono sei siamo siete era essere
    stato ho hai ha abbiamo avete hanno avere avuto posso può puo puoi possiamo potere potrei potrebbe potresti devo
    deve devi dobbiamo dovere dovrei voglio vuoi vuole volere vorrei faccio fa fai fare fatto vado va vai andare metto
    do dai dare dammi trovo serve servono bisogno inizio iniziare non mai sempre già gia ancora molto molta molti più
    piu meno poco qualcosa tutto tutti tutta tutte altro altra altri due tre primo prima ultimo ultima nuovo buono
    buona
    male adesso ora oggi allora così se o ed ma a al alla ai alle di del della dei delle d da dal in nel nella con
    senza
    su sul per fra fino durante forse nulla giorno giorni settimana volta volte parte possibile succede credo dura
    signore signora minuto minuti ore riunione umano umana persona macchina computer lingua italiano inglese parola
    parole testo frase lungo lunga corto tempo facoltativo obbligatorio obbligatoria necessario anonimo pubblico
    pubblicato segreto riservato foto immagine file voce vocale difficile facile squadra occhiali carte cellulare
    telefono internet batteria responsabile ufficio
""",
    openings="""
    dov è, dov e, non sono la, non sono il, mi chiamo, mi hanno detto, mi hanno chiesto, dipende, non importa,
    vattene, lascia stare, lasciami in, non è il mio, non e il mio, sono nuovo, sono nuova, cosa scrivono, hai un,
    avete un, è privato, aspetta che,
    è privato, e privato, è gratis, costa qualcosa, metti quello, scrivi qualcosa, scrivi tu, come vuoi, come vuole,
    fa lo stesso, non mi va, nessun commento, se io, quando finisco, ma tu, ci sei, buona notte, buonanotte, e allora,
    ci devo, ci penso, in che senso, boh non, è difficile, troppo difficile, eh non, mah non, per ora, per adesso,
    finisco, lo finisco, lo completo, lo faccio, lo scrivo, continuo, riprendo, non mi, no grazie, ma chi, ma come, ma
    perché, ma quanto, mi fai, mi dai, chiedi alla, chiedi al, chieda alla, chieda al, chiedilo, questa domanda,
    queste
    domande, la domanda non, questo     modulo, grazie per, non parlo, non lo capisco, non mi ricordo, mi arrendo, non
    ho capito, ho premuto, volevo, voglio dire, un altra domanda, una domanda, si capisce, il mio collega può, può il
    mio, adesso non, ora non, sto     lavorando, mi sono perso, mi sono persa, posso, puoi, potrei, potresti,
    potrebbe,
    devo, dovrei, bisogna, è obbligatorio, e     obbligatorio, è necessario, e     necessario, è possibile, e
    possibile,
    è anonimo, è un robot, e un robot, è una prova, è un test, è     troppo, e     troppo, è questo, c è, ce qualcuno,
    ci sono, ci vuole, parli, capisci, leggi, qualcuno     legge, verrà     pubblicato, va bene se, va bene anche, va
    bene in, che     cosa, cosa, cos è, che significa, che vuol, che devo, che faccio, che     succede, che lingua,
    che
    ne, chi è, chi     e, chi sei, chi siete, chi legge, chi leggerà, chi può, chi puo, chi     vede, chi riceve, chi
    ha, come posso, come     si, come faccio, come devo, come funziona, come     cambio, come     modifico, come
    correggo, come cancello, come torno, come     rispondo, come stai, come mai, quanto, quanta, quanti, quante,
    quando,
    dove, perché, perche, a cosa, a che, in che     lingua, in quale lingua, qual è, qual e, quale, per     chi, per
    quanto, non so, non lo so, non saprei, io non so, non     capisco, non ho     tempo, non     ho     idea, non ho
    la
    minima, non ho voglia, non posso, non riesco, non     sono     sicuro, non sono     sicura, non     voglio, non
    adesso, non ora, non funziona, non ricordo, nessuna idea, ora no, adesso     no, sono     occupato, sono
    occupata, sono stanco, sono stanca, sono confuso, sono confusa, sono perso, sono in     riunione, sono in, sono
    tornato, sono tornata, voglio fermarmi, voglio smettere, voglio sapere, voglio chiedere, voglio     parlare,
    voglio
    cambiare, voglio correggere, voglio uscire, voglio continuare, voglio finire, vorrei     sapere, vorrei chiedere,
    vorrei parlare, vorrei cambiare, vorrei modificare, vorrei correggere, vorrei fermarmi, vorrei     smettere,
    vorrei
    una, vorrei continuare, ho una domanda, ho un dubbio, ho dei dubbi, ho fretta, ho bisogno di, ho     sbagliato, ho
    fatto un errore, ho dimenticato, ho già, ho gia, ho finito, mi sono sbagliato, mi serve, mi     servirebbe, mi
    dispiace, mi aiuti, mi puoi, mi può, lo farò, rispondo, devo chiedere, devo     andare, devo     pensare, devo
    fermarmi, devo controllare, chiedo, chiederò, odio, credo di, penso di aver, chiedi     a, chiedete     a, chieda
    a,
    bisogna chiedere, il mio capo, la mia collega, il mio collega, lo stesso, vedi sopra, come     prima, come     ho,
    un attimo, un momento, un minuto, un secondo, aiutami, aiutatemi, per favore, dammi, dimmi, mostrami, spiega,
    spiegami, prossima domanda, mille grazie, troppo, troppe domande, il mio inglese, in italiano, chiamami,
    chiamatemi,
    lasciami, più tardi, piu tardi, e adesso, e ora, e se, e poi, ma io, ma non, ma cosa, ma     chi, funziona, basta
    così, basta cosi, sei un, sei una, sei umano, hai capito, hai salvato, viene salvato, vengono salvate, dura
    molto
""",
    me=(
        "ho voglio posso devo so capisco faccio finisco torno riprendo domanda modulo questionario io mi me mio mia "
        "tu ti te tuo lei bot robot"
    ),
    others="noi nostro nostra loro lui egli",
    asks="dov che cosa chi come quando quanto quanta quanti quante dove perché quale quali",
)

DUTCH = Language(
    talk="""
    lastig raar telefoon kijken kijk zoeken zoek opzoeken checken check gedrukt precies gedoe verkeerde vanavond
    vanmiddag hallo hoi hey hi goedemorgen goedemiddag goedenavond goedendag doei bedankt dank dankje dankjewel
    dankuwel
    alsjeblieft alstublieft aub ok oke okay sorry excuses pardon oeps hm hmm eh ah oh ja nee super mooi prima goed
    perfect leuk snap begrijp begrijpen begrepen duidelijk onduidelijk verward kwijt hulp help helpen haast druk moe
    saai stop stoppen pauze wacht wachten even moment momentje afsluiten annuleren einde klaar doorgaan verder
    volgende
    overslaan terug later straks morgen vandaag gauw vraag vragen gevraagd antwoord antwoorden beantwoorden beantwoord
    geantwoord formulier vragenlijst sectie onderdeel pagina knop bericht schrijven schrijf geschreven typen lezen
    leest
    lees gelezen sturen stuur versturen verstuurd opgestuurd opslaan opgeslagen bewaard verwijderen wissen wijzigen
    veranderen aanpassen corrigeren fout fouten verkeerd bot robot betekent betekenis bedoel bedoelt bedoeld uitleggen
    uitleg leg voorbeeld vertalen vertaal deadline test testen dom stom stomme kut shit verdomme idioot onzin irritant
    belachelijk weet weten idee zeg zeggen praten spreek spreken bellen bel toon laat herhaal herhalen nogmaals
    opnieuw
    vergeten collega chef baas coördinator coördinatoren iemand niemand
""",
    small="""
    knop limiet invullen anderen schrijven persoon juiste
    vijf zes zeven acht negen tien twintig maandag dinsdag woensdag donderdag vrijdag weekend maand jaar ziek bed
    hoofd privé gratis kost kosten verschil zin pas
    horen hoor gehoord zie gezien kijken kijk wist denken dacht meende geloven zoeken zoek gezocht halen haal nemen
    zetten zet leggen liggen zitten zit staan sta rijden rij eten slapen betalen kopen openen sluiten houden hou hopen
    hoop voelen lijkt klopt passen werken laten blijven blijf krijgen krijg noemen heet heten zeker waarschijnlijk
    werkelijk dus anders daarom helaas gelukkig natuurlijk precies helemaal best alles ergens nergens nooit langer
    gauw
    meteen sinds weer samen alleen weg heen buiten binnen voor achter tussen rond boven onder beide noch half vol leeg
    groot klein hoog laag licht zwaar waar vrij eigen snel langzaam zulke hoewel terwijl gebruikt gevraagd gezegd ken
    kennen geleerd naam scherm ding kant liefst willen kunnen hebben zijn jullie bedoelen jou jouw uit ook daarna
    eerst
    nodig geen ik mij me mijn je jij u uw wij we ons onze hij zij ze hem haar hen hun het de een dit dat deze die hier
    daar er wat wie hoe wanneer waarom waarvoor welke welk is ben bent was waren geweest heb hebt heeft had word wordt
    worden kan kun kunt kon zou zouden moet moeten mag mogen wil wilt zal zullen doe doet doen gedaan ga gaat gaan kom
    komt komen geef geven neem zien vind vinden maak maken probeer begin beginnen gebruik gebruiken niet altijd al nog
    maar heel erg veel meer minst minder weinig iets niets elke ander andere twee drie eerste laatste zelfde nieuw oud
    goed slecht beter juist nu dan zo als of en want omdat te om in op aan van met zonder over bij tot naar na tijdens
    misschien wel eens toch eigenlijk gewoon even dag dagen week weken keer deel hele mogelijk gebeurt werkt duurt
    duren
    denk geloof graag liever mevrouw meneer hoeveel hoelang waarmee minuut minuten uur uren vergadering mens mensen
    persoon machine computer taal nederlands engels duits woord woorden tekst zin zinnen lang kort lengte tijd
    vrijwillig optioneel verplicht noodzakelijk anoniem openbaar gepubliceerd geheim vertrouwelijk foto afbeelding
    bestand bestanden spraakbericht moeilijk makkelijk team bril papieren mobiel internet batterij leidinggevende
    manager kantoor
""",
    openings="""
    ik ben niet, ik heet, mijn naam is, ze zeiden, mij werd, het hangt, hangt ervan af, ga weg, hou op, laat maar,
    niet mijn, ik ben nieuw, ik moest, waar zit, heeft u, dat is niet mijn,
    schrijf maar, vul maar, zet maar, doe maar, geen commentaar, dat is privé, als ik, wanneer ik, maar je, ben je er,
    nog daar, maakt niet uit, zoals je wilt, goedenacht, welterusten, morgen pas,
    wat bedoelen, wat willen, kunnen jullie, willen jullie, hebben jullie, zijn jullie, lezen jullie, ik zoek, ik
    kijk, ik check, te moeilijk, heel moeilijk, ik maak, ik doe, ik vul, ik rond, ik schrijf, dat doe ik, dat maak ik,
    nee bedankt, nee dank, daar moet ik, deze vraag, deze vragen, de vraag is, dit formulier, bedankt voor, dank voor,
    dank je voor, ik spreek, ik geef het     op, ik drukte, ik klikte, ik bedoel, ik wilde, nog een vraag, een vraag,
    kan mijn, mag mijn, ik werk nu, ik weet     er, ik weet echt, ik weet eigenlijk, geen zin, ik heb geen zin, ik
    snap
    er, kan ik, kan je, kan het, kan u, kan dit, kan iemand, kun je, kunt u, kunnen we, mag ik, mag het, mag dit, moet
    ik, moet dit, moet het, moeten we, zal ik, zou je, zou u, is dit, is het, is er, is iemand, is mijn, ben je, bent
    u,
    ben     jij, zijn er, zijn mijn, heb je, heeft u, heb ik, wordt dit, wordt mijn, worden mijn, worden de, spreek
    je,
    spreekt     u, begrijp je, begrijpt u, lees je, leest iemand, leest u, bewaar je, gaat dit, wat is, wat zijn, wat
    betekent, wat     bedoel, wat bedoelt, wat wordt, wat moet, wat doe, wat kan, wat mag, wat gebeurt, wat als, wat
    nu,
    wat voor, wat     schrijf, wat vul, wat wil, wat wilt, wat zet, wie is, wie ben, wie bent, wie zijn jullie, wie
    leest, wie kan, wie     ziet, wie krijgt, wie gaat, wie heeft, hoe lang, hoelang, hoe veel, hoeveel, hoe kan, hoe
    moet, hoe doe, hoe     werkt, hoe verander, hoe wijzig, hoe corrigeer, hoe verwijder, hoe ga, hoe gaat, hoe
    beantwoord, hoe schrijf, hoe     kom, hoe     uitgebreid, hoe bedoel, hoe zo, hoezo, wanneer, waar is, waar kan,
    waar moet, waar vind, waar zie, waarom, waarvoor, waartoe, welke taal, in welke taal, welk woord, ik weet niet, ik
    weet het niet, weet ik niet, dat     weet ik, ik weet     dit, ik weet dat niet, geen idee, ik heb geen, ik heb
    een
    vraag, ik heb nog een, ik heb     vragen, ik heb al, ik heb     dat al, ik heb het al, ik heb het druk, ik heb
    hulp,
    ik heb me, ik heb een fout, ik heb meer     tijd, ik heb een     pauze, ik snap, ik begrijp, snap het niet,
    begrijp
    het niet, snap ik niet, begrijp ik niet, ik     kan niet, ik kan dit, ik     kan     nu, ik kan geen, ik ben niet
    zeker, ik ben er niet, ik ben in de war, ik ben     klaar, ik ben moe, ik ben druk, ik     ben     nu, ik ben
    bezig,
    ik ben in, ik ben even, ik ben terug, ik ben     onderweg, ik wil stoppen, ik wil vragen, ik wil     weten, ik wil
    praten, ik wil iets, ik wil mijn, ik wil niet, ik     wil graag stoppen, ik wil graag weten, ik wil     graag, ik
    wil later, ik wil een pauze, ik wil even, ik wil met, ik     wil iemand, ik zou graag, ik zou liever, ik moet weg,
    ik     moet gaan, ik moet eerst, ik moet even, ik moet     vragen, ik moet nu, ik moet nadenken, ik moet het, ik
    moet dit, ik     moet mijn, ik moet stoppen, ik ga later, ik ga     verder, ik ga nu, ik ga het, ik ga even, ik
    kom
    later, ik kom     terug, ik kom er, ik vraag, ik doe het later, ik     doe dit, ik doe dat later, ik schrijf
    later,
    ik antwoord later, ik denk     dat ik, ik denk erover, ik haat, ik     stop, ik vergat, ik ben vergeten, ik vind
    dit, ik vind het, weet niet, weet     het     niet, kweenie, geen tijd, niet zeker, nu niet, niet nu, misschien
    later, een moment, een ogenblik, even wachten, even geduld, help mij, help     me, laat zien, laat me, geef me,
    geef
    mij, leg uit, leg dit, zeg me, vertaal, ga     terug, volgende vraag, vraag     het, vraag aan, vraag dat, je
    moet,
    u moet, dat moet je, dat moet ik, dat moet u, dit is te, dit is stom, dit is     moeilijk, dit is lastig, dit is
    een
    test, dit is maar, dit is belachelijk, dit duurt, dit     werkt, dit snap, dat     is te, dat is fout, dat is
    moeilijk, dat was een, dat was fout, dat was verkeerd, dat was niet, dat     klopt     niet, dat heb ik, dat snap,
    het is te, het werkt niet, het duurt, hetzelfde als, zie boven, zoals eerder, zoals gezegd, mijn collega weet,
    mijn
    baas weet, mijn collega, mijn baas, mijn chef, je bent, jij bent, u bent, wat     een, wat     stom, te veel
    vragen,
    te lang, te ingewikkeld, mijn engels, in het nederlands, bel me, bel     mij, en     nu, en dan, en als ik, maar
    hoe, maar wat, maar ik, ok en, oke en, duurt het, duurt dit, werkt dit, klopt     het, klopt dit
""",
    me="jullie vraag formulier vragenlijst ik mij me mijn je jij jou jouw u uw bot robot",
    others="wij we ons onze hij zij hem haar hen hun",
    asks="wat wie hoe wanneer waar waarom waarvoor welke welk",
    verbs=(
        "kan kun kunnen mag mogen moet moeten zal is zijn heeft heb hebben wordt worden komt gaat krijg krijgt ben was"
    ),
    subjects="ik je jij u we wij het dit dat de mijn onze iemand anderen er",
)

SWEDISH = Language(
    talk="""
    konstigt kolla kollar leta letar söka söker tryckte knappen krångligt ikväll kväll hej hejsan hejhej hallå halloj
    tjena tja godmorgon godkväll hejdå tack tackar snälla ok okej okay förlåt ursäkta oj hoppsan hm hmm eh ah jaha aha
    ja nej jo japp super bra perfekt toppen förstår förstå fattar förstått oklart förvirrad hjälp hjälpa bråttom
    upptagen trött tråkigt stopp stoppa sluta paus vänta väntar ögonblick avsluta avbryt slut klar färdig fortsätta
    fortsätt vidare nästa hoppa tillbaka senare imorgon idag snart minuter fråga frågor frågan frågorna frågar svar
    svara svaret svarar svarat formulär formuläret enkät avsnitt sida knapp meddelande skriva skriver skrivit skriv
    läsa
    läser läst läs skicka skickar skickat spara sparas sparat sparar ta bort radera ändra rätta fel bot robot robotar
    betyder betydelse menas menar förklara förklaring exempel översätta översätt deadline test testar dum dumt skit
    fan
    jävla idiot irriterande löjligt vet aning säg säga tala prata pratar ring ringa visa upprepa igen glömt glömde
    kollega kollegan chef chefen samordnare samordnaren samordnarna koordinator någon ingen
""",
    small="""
    knappen gräns fylla andra skriver rätt person
    fem sex sju åtta nio tio tjugo måndag tisdag onsdag torsdag fredag helg månad år sjuk säng huvud privat gratis
    kostar skillnad pratar
    höra hör hört ser sett titta tittar visste tänka tänkt tyckte leta letar söka hämta tagit sätta lägga ligga sitta
    sitter stå står köra kör äta sova betala köpa öppna stänga hålla håller hoppas känna känns verkar verka passar
    stämmer brukar hinner orkar nå säkert kanske faktiskt alltså annars därför tyvärr lyckligtvis självklart precis
    helt
    ganska allting ingenting någonsin längre snart strax sedan sen igen tillsammans ensam bort dit hit ute inne hem
    hemma framför bakom mellan runt ovanför nedanför både antingen varken hel halv full tom stor liten små hög låg
    lätt
    svår sann falsk klar fri egen snabb snabbt långsamt sådan fast medan tills använt frågat sagt svarat känner lärt
    heter namn namnet skärm sak sida gärna helst ändra går ingen inget inga jag mig min mitt mina du dig din ditt dina
    vi oss vår vårt våra ni er han hon honom henne de dem deras det den detta denna dessa här där vad vem vilka hur
    när
    var varför vilken vilket är vara varit har hade ha haft blir bli blev kan kunna kunde ska skall skulle vill ville
    må
    måste bör borde gör göra gjorde gå gick kom komma kommer får få fick ge ger tar ta se använda använder prova
    försöka
    hitta börja start starta inte aldrig alltid redan fortfarande ännu bara också för mycket många mer mest mindre
    lite
    några något någon alla allt varje annan annat andra en ett två tre första sista samma ny gammal god bra dålig
    bättre
    bäst rätt nu idag så som om eller och men eftersom att av till på vid från med utan över under upp ner ut in innan
    före efter väl ju då nog gång gånger dag dagar vecka veckor tid tiden del hela möjligt händer tänker tror tycker
    just egentligen morgon kväll minut timme timmar möte människa person maskin dator ai språk svenska engelska danska
    ord text mening lång långt länge kort frivilligt obligatoriskt nödvändigt anonymt anonym offentligt publiceras
    hemligt bild foto fil filer röst svårt team glasögon papper mobil telefon internet batteri ansvarig kontoret
""",
    openings="""
    jag är fel, jag är ny, jag heter, mitt namn, de sa, jag fick, det beror, spelar ingen roll, gå bort, lägg av,
    sluta, inte min, inte mitt, var är,
    skriv du, skriv bara, skriv något, ta bara, god natt, inga kommentarer, det är privat, om jag, när jag, men du, är
    du kvar, spelar ingen, som du vill, orkar inte,
    går det, gick det, jag kollar, jag letar, jag söker, jag väntar, för svårt, för krångligt, hej på, jag fortsätter,
    jag gör, jag skriver, jag tar, det gör jag, det tar jag, nej tack, får alla, får andra, den här frågan, frågan är,
    de här frågorna, formuläret är, tack för hjälpen, tack för din, jag talar inte, jag     pratar inte, jag ger upp,
    jag tryckte, jag menar, jag ville, jag begriper, en fråga till, en till fråga, en fråga     bara, kan min, får
    min,
    det vet min, jag jobbar nu, jag hänger inte, ingen tid, har ingen tid, jag orkar inte, kan jag, kan du, kan man,
    kan
    vi, kan ni, kan någon, kan det, får jag, får man, får vi, måste jag, måste man, måste     det, ska jag, ska man,
    ska
    vi, ska det, är det här en, är det här, är det ok, är det okej, är det möjligt, är det     nödvändigt, är det en,
    är
    det ett, är det obligatoriskt, är det anonymt, är du, är ni, är det någon, är mina, är     någon, finns det, har
    du,
    har ni, har jag, blir det, sparas, sparar du, läser du, läser någon, pratar du, talar     du, förstår du, kommer
    det, kommer mina, kommer mitt, kommer någon, publiceras, vad är, vad betyder, vad menar, vad     menas, vad ska,
    vad
    gör, vad kan, vad händer, vad om, vad vill, vad nu, vad heter, vad skriver, vad för, vem är, vem     läser, vem
    kan,
    vem ser, vem får, vem har, vem ska, vem kommer, vilka läser, vilka ser, vilka kan, hur lång, hur     långt, hur
    länge, hur många, hur mycket, hur gör, hur ska, hur kan, hur svarar, hur skriver, hur ändrar, hur     rättar, hur
    tar jag, hur går, hur kommer jag, hur fungerar, hur då, hur utförligt, när, var är, var kan, var ska, var ser,
    varför, vilket språk, på vilket språk, vilket ord, till vem, jag vet inte, jag vet ej, det vet jag inte, vet inte,
    ingen aning, jag har ingen, jag har en fråga, jag har inte tid, jag har bråttom, jag har redan, jag har     glömt,
    jag     har gjort, jag har svarat, jag har skrivit fel, jag förstår inte, jag fattar inte, det förstår jag
    inte,
    förstår     inte, fattar inte, jag kan inte, jag är inte säker, jag är osäker, jag är förvirrad, jag är     klar,
    jag är trött, jag     är upptagen, jag är på möte, jag är på väg, jag är i ett, jag är tillbaka, jag är inte, jag
    vill sluta, jag vill     fråga, jag vill veta, jag vill prata, jag vill ändra, jag vill inte, jag vill göra, jag
    vill ta, jag vill avsluta, jag vill avbryta, jag vill fortsätta, jag vill hellre, jag vill gärna veta, jag skulle
    vilja, jag behöver hjälp, jag     behöver mer, jag behöver fråga, jag behöver en paus, jag behöver tänka, jag
    måste     gå, jag måste fråga, jag måste     sluta, jag måste tänka, jag måste kolla, jag måste iväg, jag ska
    fråga,
    jag ska     bara, jag ska gå, jag ska kolla, jag     frågar, jag kommer tillbaka, jag återkommer, jag svarar
    senare, jag gör det senare, jag gör det     imorgon, jag tar det, jag skriver senare, jag tror jag, jag tror att
    jag, jag skrev, jag glömde, jag hatar, jag     slutar, jag orkar, jag hinner, inte säker, inte nu, kanske senare,
    ett ögonblick, en sekund, en minut, ett tag, hjälp mig, visa mig, ge mig, förklara, säg mig, berätta, gå tillbaka,
    hoppa över, nästa fråga, du får fråga, du     måste, det är för, det är dumt, det är svårt, det är ett test, det
    är     fel, det var ett, det var fel, det tar, det     fungerar inte, det funkar inte, det har jag, det skrev, det
    samma, samma som, se ovan, som ovan, som innan, som     jag, min kollega vet, min chef vet, min kollega, min chef,
    du är, ni är, vad fan, god morgon, god kväll, tack så, tusen     tack, för många frågor, för långt, för
    krångligt, på svenska, min engelska, ring mig, låt mig, och nu, och sen, och om jag, men hur, men vad, men jag, ok
    och, okej och, tar det, räcker det, räknas, stämmer det, funkar     det, fungerar det
""",
    me="fråga frågan formuläret jag mig min mitt du dig din ditt bot robot",
    others="vi oss vår vårt våra han hon honom henne dem deras",
    asks="vad vem vilka hur när var varför vilken vilket",
    verbs=(
        "kostar räcker gäller tar läser ser behöver räknas kost duurt geldt telt leest lezen ziet zien hoef hoeft "
        "kan får måste ska är har blir kommer syns finns var vet"
    ),
    subjects="detta jag du vi ni man det den de detta mitt min mina någon alla andra vårt våra",
)

POLISH = Language(
    talk="""
    zastanowić dziwne szukam szukać sprawdzić sprawdzam kliknąłem nacisnąłem dobra chyba zaraz wieczorem dokończę
    skończę wrócę cześć hej halo witam witaj dobry dobranoc pa żegnam dzięki dziękuję dziekuje proszę prosze ok okej
    przepraszam sorry sory ups hm hmm eh aha och tak nie super dobrze świetnie fajnie rozumiem zrozumieć rozumiesz
    rozumie zrozumiałem jasne niejasne zgubiłem pomoc pomóż pomocy pomóc pośpiech zajęty zajęta zmęczony zmęczona
    nudne
    stop przestać przerwa przerwę przerwać czekaj czekać poczekaj chwila chwilę chwilkę moment anuluj koniec kończę
    skończyć skończyłem skończyłam gotowe dalej kontynuować następne następny pomiń pominąć wróć wrócić wstecz później
    potem jutro wkrótce pytanie pytania pytań pytam zapytać zapytaj odpowiedź odpowiedzi odpowiedzieć odpowiadać
    odpowiem odpowiedziałem formularz formularza ankieta sekcja strona przycisk wiadomość pisać piszę napisać napiszę
    napisałem pisz czytać czyta czytają przeczyta czytasz wysłać wysyłam wyślij wysłane zapisać zapisane zapisuje
    zapisz
    usunąć usuń zmienić zmień poprawić popraw błąd pomyłka pomyliłem pomyliłam źle bot robot robotem znaczy oznacza
    znaczenie chodzi wyjaśnij wyjaśnić wytłumacz wyjaśnienie przykład przetłumacz termin test testuję głupie głupi
    cholera kurwa gówno idiota bzdura bez sensu denerwujące wiem wie wiedzieć pojęcia powiedz mówić mówisz rozmawiać
    zadzwoń zadzwonić pokaż powtórz jeszcze raz znowu zapomniałem zapomniałam kolega koleżanka szef szefa szefowa
    koordynator koordynatorzy koordynatorów ktoś nikt
""",
    small="""
    przycisk limit wypełnić inni piszą osobą osoba właściwą
    pięć sześć siedem osiem dziewięć dziesięć dwadzieścia poniedziałek wtorek środa czwartek piątek weekend miesiąc
    rok chory łóżko głowa prywatne darmo kosztuje różnica pracy
    słyszę słyszeć słyszałem widzę widziałem patrzę patrzeć wiedziałem myśleć myślałem sądziłem szukać szukam znaleźć
    znalazłem wziąłem siedzę stoję jadę jeść spać płacić kupić otworzyć zamknąć trzymać nadzieję czuję wydaje działać
    zostawić zostaw zostać dostać dostanę nazywa nazywam prawda fałsz pewny pewna naprawdę rzeczywiście inaczej więc
    dlatego niestety oczywiście dokładnie całkiem prawie wszystkie ktokolwiek nikt nigdy dłużej wkrótce natychmiast od
    razem sam sama daleko na zewnątrz wewnątrz przed za między wokół wyżej niżej oba albo ani pół pełny pusty duży
    mały
    wysoki niski lekki ciężki wolny własny szybko powoli taki choć podczas aż użyć pytał powiedział znam zna nauczyć
    nazwa imię ekran rzecz strona lepiej chcecie możecie musicie macie robicie piszecie czytał czytała napisał wpisać
    zrobiłem no dobra żaden żadna żadnego ja mnie mi mną mój moja moje mojego moją moich ty ciebie ci cię tobą twój
    twoja twoje pan pani państwo pana my nas nam nami nasz nasza nasze wy was wam on ona ono oni one jego jej ich im
    go
    ją to ten ta te tego tej tym tych tę tutaj tu tam co czego czym kto kogo komu kim jak jaki jaka jakie jakim ile
    kiedy gdzie dlaczego czemu po który która które którym czy jest jestem jesteś są jesteśmy był była było być będzie
    będę będziesz będą mam masz ma mamy mają mieć miał mogę możesz może możemy można móc mógłbym mogłabym muszę musisz
    musi trzeba musimy powinienem powinnam powinno chcę chcesz chce chcieć chciałbym chciałabym robię robi robić
    zrobić
    zrobię idę iść daj dać biorę wziąć widać zacząć zaczynam zawsze już jeszcze tylko też także bardzo dużo wiele
    więcej
    mniej mało trochę coś wszystko nic każdy każde inny inna inne jeden jedno dwa trzy pierwszy pierwsze ostatni
    ostatnie nowy dobry zły teraz dziś dzisiaj wtedy tak jeśli jeżeli lub i a ale bo ponieważ że żeby aby w we do z ze
    o
    u pod nad przez dla bez przy raczej właśnie dzień dni tydzień razy raz część możliwe dzieje stanie działa trwa
    potrwa zajmie zajmuje myślę sądzę sobie się wieczór minuta minut minuty godzina godzin godziny zebranie spotkaniu
    człowiek człowiekiem osoba maszyna komputer język języku polsku polski angielsku angielski słowo słów słowa tekst
    zdanie zdań długo długi długie krótko czas czasu dobrowolne obowiązkowe konieczne potrzebne anonimowe anonimowo
    publiczne opublikowane tajne poufne zdjęcie plik pliki głosowa trudne łatwe zespół okulary papiery komórka telefon
    internet bateria kierownik kierowniczka przełożony biuro
""",
    openings="""
    co inni, nie jestem, nazywam się, mam na imię, powiedziano mi, kazano mi, to zależy, wszystko jedno, idź sobie,
    daj spokój, nie moja, nie moje, to nie moja, jestem nowy, jestem nowa, gdzie jest,
    nie chce mi, wpisz coś, napisz coś, wpisz sam, bez komentarza, to prywatne, jak chcesz, jeśli ja, kiedy skończę,
    ale ty, jesteś tam, wszystko jedno, dobranoc, ile to kosztuje,
    no dobra, dobra, muszę się, zastanowię, pomyślę, poszukam, sprawdzę, trudne to, dokończę, skończę, zrobię,
    uzupełnię, nie dziękuję, to wie, tego nie, to pytanie, te pytania, ten formularz, dzięki za, dziękuję za, nie
    mówię,
    poddaję się, kliknąłem, nacisnąłem, chodzi mi, chciałem, chciałam, jeszcze jedno pytanie, jedno pytanie, mam
    jeszcze
    pytanie, czy mój, czy moja, nie     mam siły, pracuję teraz, nie znam, nie ogarniam, w sumie nie wiem, sam nie
    wiem,
    sama nie wiem, mogę dokończyć, mogę skończyć, mogę wysłać, można prosić, czy mogę, czy moge, czy możesz, czy
    można,
    czy mozna, czy muszę, czy musze, czy trzeba, czy to, czy ten, czy jest, czy jesteś, czy jestes, czy ktoś, czy
    ktos,
    czy są, czy moje, czy będzie, czy bedzie, czy mam, czy masz, czy     mówisz, czy mowisz, czy rozumiesz, czy pan,
    czy
    pani, czy tu, czy zostanie, czy powinienem, czy powinnam, czy     wystarczy, czy     da się, czy da sie, mogę
    prosić, moge prosic, mogę odpowiedzieć, mogę pisać, moge pisac, mogę     później, mogę     przerwać, mogę wrócić,
    możesz, mozesz, jesteś, jestes, jest tu, jest ktoś, jest tam, co to, co     znaczy, co     oznacza, co mam, co
    robić, co robic, co zrobić, co jest, co teraz, co dalej, co jeśli, co jesli, co     się, co sie, co     będzie, co
    napisać, co napisac, co wpisać, co wpisac, co powinienem, co masz na myśli, o co, kto     to, kto jest, kto
    czyta, kto przeczyta, kto będzie, kto bedzie, kto może, kto moze, kto widzi, kto dostanie, kto     ma, kim jesteś,
    kim     jestes, jak długo, jak dlugo, jak dużo, jak duzo, jak mam, jak to, jak mogę, jak moge, jak     zmienić,
    jak
    zmienic, jak     poprawić, jak poprawic, jak usunąć, jak usunac, jak wrócić, jak wrocic, jak     odpowiedzieć, jak
    odpowiadać, jak się, jak sie, jak działa, jak dziala, jak napisać, jak dokładnie, ile, kiedy, gdzie jest, gdzie
    mogę, gdzie moge, gdzie     mam, gdzie znajdę, dlaczego, czemu, po co, jaki jest, jaki język, w     jakim języku,
    w
    jakim jezyku, do kogo, dla     kogo     to, od kiedy mogę, nie wiem, ja nie wiem, nie mam pojęcia, nie mam
    pojecia,
    nie mam czasu, nie mam teraz, nie mam     ochoty, nie rozumiem, nie zrozumiałem, nie zrozumialem, nie mogę, nie
    moge, nie jestem pewien, nie jestem pewna, nie     chcę, nie chce, nie teraz, nie działa, nie     dziala, nie
    pamiętam, nie pamietam, nie umiem, nie potrafię, nie     potrafie, to nie działa, to nie dziala, trudno
    powiedzieć, trudne pytanie, dobre pytanie, mam pytanie, mam     wątpliwości, mam problem, mam dość, mam mało
    czasu, jestem zajęty, jestem zajety, jestem zajęta, jestem zajeta, jestem zmęczony, jestem zmeczony, jestem
    zmęczona, jestem na, jestem w pracy, jestem z powrotem, jestem gotowy, jestem gotowa, chcę przerwać, chce
    przerwac,
    chcę     przestać, chce przestac, chcę skończyć, chce skonczyc, chcę     zapytać, chce zapytac, chcę wiedzieć,
    chce
    wiedziec, chcę zmienić, chce zmienic, chcę poprawić, chce poprawic, chcę     porozmawiać, chce porozmawiac, chcę
    wrócić, chce     wrocic, chcę kontynuować, chce kontynuowac, chcę usunąć, chcę     zrobić przerwę, chciałbym
    zapytać, chciałbym     wiedzieć, chciałbym zmienić, chciałbym przerwać, chciałbym     porozmawiać, chciałbym
    poprawić, chciałbym, chcialbym, chciałabym, chcialabym, potrzebuję pomocy, potrzebuje pomocy, potrzebuję
    więcej,
    potrzebuje wiecej, potrzebuję przerwy, potrzebuję czasu, potrzebuje czasu, muszę iść, musze isc, muszę
    kończyć,
    musze konczyc, muszę zapytać, musze zapytac, muszę pomyśleć, musze pomyslec, muszę sprawdzić, musze     sprawdzic,
    muszę już, musze     juz, muszę lecieć, zapytam, wrócę, wroce, zrobię to, zrobie to, dokoncze, odpowiem, napiszę
    później, napisze pozniej, pomyliłem, pomylilem, pomyliłam, zapomniałem, zapomnialem, zapomniałam, już
    odpowiedziałem, juz odpowiedzialem, już to, juz to, już pisałem, już mówiłem, skończyłem, nienawidzę, myślę że,
    zapytaj, spytaj, proszę zapytać, prosze zapytac, trzeba zapytać, mój szef wie, moja     koleżanka, mój kolega, mój
    szef, moj szef, to samo, jak wyżej, jak wyzej, patrz wyżej, jak poprzednio, jak pisałem, pomóż, pomoz, daj mi,
    pokaż, pokaz mi, powiedz, wyjaśnij, wyjasnij, wytłumacz, wytlumacz, następne pytanie, nastepne     pytanie, dzień
    dobry, dzien dobry, dobry wieczór, dobry wieczor, to za, to jest za, to jest test, to jest głupie, to     głupie,
    to
    glupie, to trudne, to błąd, to był błąd, to tylko test, za długo, za dlugo, za dużo pytań, za duzo     pytan, za
    trudne, mój angielski, moj angielski, po polsku, zadzwoń do mnie, proszę zadzwonić, może później, moze pozniej, a
    jeśli, a co, a jak, a teraz, ale co, ale jak, ale nie, no i co, ok i, to wszystko, długo to, dlugo to
""",
    me=(
        "wiem rozumiem dokończę wrócę skończę zrobię odpowiem napiszę pytanie formularz ja mnie mi moj moja moje ty "
        "ciebie ci pan pani bot robot mam chce moge musze jestem"
    ),
    others="my nas nam nami nasz nasza nasze on ona oni one jego ich im",
    asks="co kto kogo komu kim jak kiedy gdzie dlaczego czemu ile który która które czy po",
)

NORWEGIAN = Language(
    talk="""
    hei heisann hallo god morgen kveld takk tusen vær snill ok okei unnskyld beklager sorry oi oj hm hmm ja nei jo
    supert fint bra perfekt forstår forstå skjønner skjønte forvirret hjelp hjelpe travelt opptatt trøtt sliten
    kjedelig
    stopp stoppe slutte pause vent vente øyeblikk avslutte avbryt slutt ferdig fortsette fortsett videre neste hopp
    tilbake senere snart minutt spørsmål spørsmålet spørsmålene spørre spør svar svare svaret svart skjema skjemaet
    avsnitt side knapp melding skrive skriver skrevet skriv lese leser lest les sende send sendt lagre lagret lagres
    slette slett rette endre feil robot betyr betydning menes mener forklar forklare forklaring eksempel oversette
    lenge
    nødvendig publiseres hemmelig frist test tester dum dumt dritt faen idiot irriterende vet aner anelse si fortell
    snakke ringe ring vis gjenta igjen glemt glemte kollega sjef sjefen koordinator koordinatorene noen ingen
""",
    small="""
    ingen intet jeg meg min mitt mine du deg din ditt dine vi oss vår han hun de dem det den dette denne disse her der
    hva hvem hvor hvordan når hvorfor hvilken hvilket hvilke er var være vært har hadde ha blir bli ble kan kunne skal
    skulle vil ville må måtte bør gjør gjøre gjorde gå går gikk kom komme kommer få får fikk gi gir ta tar se ser lage
    bruke prøve finne starte begynne ikke aldri alltid allerede fortsatt ennå bare kun også for mye mange mer mest
    mindre litt noe noen alle alt hver annen andre en et ei to tre første siste samme ny god bra dårlig bedre riktig
    nå
    i dag så som hvis eller og men fordi at av til på ved fra med uten om opp ned ut inn over under før etter mens
    kanskje vel jo da nok gang ganger dager uke tid del hele mulig skjer tror synes gjerne egentlig minutter timer
    time
    møte menneske person maskin språk norsk engelsk ord tekst lang langt kort frivillig obligatorisk anonymt offentlig
    bilde fil stemme kontoret
""",
    openings="""
    kan jeg, kan du, kan man, kan vi, kan noen, får jeg, må jeg, må man, skal jeg, skal det, er det her, er dette, er
    det mulig, er det ok, er det greit, er det nødvendig, er det en, er du, er det noen, er svarene, finnes det, har
    du, har jeg, blir det, blir svarene, lagres, leser du, leser noen, snakker du, forstår du, hva er, hva betyr, hva
    mener, hva menes, hva skal, hva gjør, hva kan, hva skjer, hva om, hva hvis, hva nå, hva vil, hvem er, hvem leser,
    hvem     kan, hvem ser, hvem får, hvor lang, hvor langt, hvor lenge, hvor mange, hvor mye, hvor skal, hvor kan,
    hvor
    er, hvordan     gjør, hvordan skal, hvordan kan, hvordan svarer, hvordan endrer, hvordan retter, hvordan går, når,
    hvorfor, hvilket     språk, på hvilket språk, jeg vet ikke, vet ikke, det vet jeg ikke, jeg aner, aner ikke, ingen
    anelse, jeg forstår     ikke, jeg skjønner ikke, skjønner ikke, forstår ikke, jeg kan ikke, jeg har ikke tid, jeg
    har det travelt, jeg har     et spørsmål, jeg har ingen, jeg har allerede, jeg har glemt, jeg har gjort en feil,
    jeg
    har svart, jeg er ikke     sikker, jeg er usikker, jeg er forvirret, jeg er ferdig, jeg er trøtt, jeg er sliten,
    jeg
    er opptatt, jeg er på, jeg     er i et, jeg er tilbake, jeg vil slutte, jeg vil stoppe, jeg vil spørre, jeg vil
    vite, jeg vil snakke, jeg vil     endre, jeg vil ikke, jeg vil gjerne, jeg vil heller, jeg trenger hjelp, jeg
    trenger mer, jeg trenger en pause, jeg     må gå, jeg må spørre, jeg må tenke, jeg må sjekke, jeg må slutte, jeg
    skal spørre, jeg skal bare, jeg spør, jeg     kommer tilbake, jeg fortsetter, jeg svarer senere, jeg gjør det
    senere, jeg tar det, jeg tror jeg, jeg skrev, jeg     glemte, jeg hater, jeg orker, ikke sikker, ikke nå, kanskje
    senere, et øyeblikk, øyeblikk, vis meg, gi meg, forklar, fortell meg, gå tilbake, hopp over, neste spørsmål, spør,
    du må spørre, det er for, det er dumt, det er vanskelig, det er en test, det var en feil, det var feil, det tar,
    det
    virker ikke, det har jeg, samme som, se over, som før, min kollega, sjefen min, kollegaen min, du er, god morgen,
    god kveld, tusen takk, for mange spørsmål, for langt, for     vanskelig, på norsk, engelsken min, ring meg, la
    meg, senere, hva faen, tar det
""",
    me="jestem wy wasz zastanowić się jeg meg min mitt du deg din bot robot",
    others="vi oss vår han hun dem",
    asks="hva hvem hvor hvordan når hvorfor hvilken hvilket",
    verbs="kan må skal vil er har blir kommer får",
    subjects="jeg du vi man det den de dette mitt min mine noen alle andre",
)

PORTUGUESE = Language(
    talk="""
    olá ola oi bom boa tchau adeus obrigado obrigada ok okay desculpe desculpa perdão opa hum eh ah sim não bem ótimo
    perfeito claro entendo entendi entender compreendo perceber percebo perdido confuso ajuda ajudar ajude pressa
    cansado cansada parar pausa espera espere esperar momento sair cancelar fim terminar terminei pronto continuar
    seguir próxima próximo pular saltar voltar volto depois amanhã logo ocupado ocupada pergunta perguntas perguntar
    resposta respostas responder respondi formulário questionário seção secção página botão mensagem escrever escrevo
    ler lê leem enviar enviei guardar guardado salvar salvo apagar eliminar mudar alterar corrigir erro errado enganei
    robô robot bot pessoa significa significado quer dizer explicar explique explica exemplo traduzir inglês longo
    curto
    anônimo prazo teste imagem burro merda porra idiota chato sei saber ideia falar ligar mostra repetir repita
    novamente esqueci colega chefe escritório coordenador coordenadores alguém ninguém
""",
    small="""
    eu me mim meu minha meus tu te ti teu você voce vocês seu sua nós nos nosso nossa ele ela eles lhe o a os as um
    uma
    uns isto isso este esta esse essa aqui aí que quê quem como quanto quanta quantos quantas quando onde porque
    porquê
    por qual quais é és sou são somos era ser está estou estás estamos estão estar tenho tem tens ter há pode posso
    podes podemos poder poderia devo deve deveria faço faz fazer feito quero quer querer queria gostaria vou vai ir
    ponho pôr dá dar vejo ver preciso precisa começar não nunca sempre já ainda só também muito muita mais menos pouco
    algo tudo todos outro outra mesmo dois três primeiro último novo bom mau melhor agora hoje então assim se ou e mas
    ao à de do da em no na com sem sobre desde até antes durante entre talvez nada dia dias semana vez vezes parte
    possível acontece funciona demora leva tarde noite minuto minutos hora horas reunião humano máquina língua idioma
    português palavra palavras texto frase tempo opcional obrigatório necessário anónimo público publicado secreto
    foto
    ficheiro arquivo voz
""",
    openings="""
    posso, pode, podes, poderia, devo, tenho que, tenho de, é obrigatório, é necessário, é um robô, é anónimo, é
    possível, há alguém, tem alguém, você é, o que é, o que significa, o que quer, o que devo, o que faço, o que
    escrevo, o que acontece, o que são, que significa, que devo, quem é, quem és, quem lê, quem le, quem vai, quem
    pode, quem vê, como posso, como faço, como se, como devo, como funciona, como mudo, como respondo, quanto,
    quantas,
    quantos, quando, onde, porquê, por que, para que, em que língua, qual é, não sei, nao sei, eu não sei, não
    entendo, nao entendo, não percebo, nao percebo, não compreendo, não tenho tempo, nao tenho tempo, não tenho ideia,
    não     posso, não consigo, não estou certo, não quero, não funciona, agora não, estou ocupado, estou ocupada,
    estou
    cansado, estou     perdido, estou numa, quero parar, quero saber, quero perguntar, quero falar, quero mudar, quero
    sair, gostaria de     saber, gostaria de falar, gostaria de parar, tenho uma pergunta, tenho uma dúvida, preciso
    de     ajuda, preciso de     mais, preciso perguntar, enganei me, já respondi, faço depois, faço amanhã, continuo,
    vou     perguntar, vou     pensar, pergunte a, pergunta ao, a minha colega, o meu chefe, meu chefe, o mesmo que,
    um
    momento, um minuto, desculpe, desculpa, ajude, por favor, explique, explica, próxima pergunta, bom dia, boa tarde,
    boa     noite, demasiado     longo, muito longo, demasiadas perguntas, muitas perguntas, o meu inglês, em
    português,
    mais tarde, depois, e     agora, e se
""",
    me="tenho quero preciso posso entendo faço volto estou sou vou devo sei eu me mim meu minha tu te voce bot robo",
    others="nós nos nosso nossa ele ela eles",
    asks="que quem como quando quanto onde porquê qual",
)

FINNISH = Language(
    talk="""
    hei moi terve moikka huomenta päivää iltaa näkemiin kiitos kiitti ole hyvä ok okei anteeksi sori hups hmm kyllä ei
    joo juu hienoa selvä ymmärrä ymmärrän ymmärsin epäselvä apua auta auttaa kiire kiireinen väsynyt tylsää lopeta
    lopettaa stop tauko odota hetki hetkinen peruuta loppu valmis jatka jatkaa seuraava ohita takaisin palaan
    myöhemmin
    huomenna pian kysymys kysymystä kysymyksiä kysyä kysy vastaus vastata vastaan lomake lomakkeen osio sivu painike
    viesti kirjoittaa kirjoitan kirjoita lukea lukee lähettää lähetä tallentaa tallennetaan tallentuu poistaa poista
    muuttaa muuta korjata virhe väärin botti robotti ihminen kone tarkoittaa tarkoitat selitä esimerkki kääntää
    kielellä
    suomeksi englanniksi englanti vapaaehtoinen pakko anonyymi julkaistaan salainen testi tyhmä paska helvetti
    idiootti
    ärsyttävä tiedä tiedän sano puhua soita näytä toista uudelleen unohdin kollega pomo esimies toimisto
    koordinaattori
    joku kukaan
""",
    small="""
    minä mä mun minun minua sinä sä sinun me meidän te teidän hän se tämä tuo nämä täällä tässä siellä mikä mitä kuka
    kenen ketkä miten kuinka milloin koska missä mihin miksi onko on olen olet ovat oli olla voi voin voit voiko
    voinko
    voitko voisinko pitää pitäisi pitääkö täytyy täytyykö saa saako saanko haluan haluat haluaisin teen tehdä tee
    menen
    mennä tulen tulla annan anna otan en et emme ei eikö koskaan aina jo vielä vain myös hyvin paljon monta montako
    enemmän vähemmän vähän jotain kaikki kaiken mitään toinen yksi kaksi kolme ensimmäinen viimeinen sama uusi hyvä
    huono parempi oikein nyt tänään sitten niin kuin jos tai ja mutta että kanssa ilman ennen jälkeen ehkä päivä
    viikko
    kerta osa mahdollista tapahtuu toimii kestää aikaa aika minuutti minuuttia tunti tuntia kokous kieli suomi sana
    sanaa sanoja teksti pitkä kauan lyhyt pakollinen julkinen kuva tiedosto
""",
    openings="""
    voinko, voiko, voitko, saanko, saako, pitääkö, täytyykö, onko, oletko, ovatko, kuinka kauan, kuinka monta, kuinka
    paljon, kuinka pitkä, miten, mitä, mikä on, mikä tämä, kuka, ketkä, milloin, missä, mihin, miksi, millä kielellä,
    montako, en tiedä, en tieda, en mä tiedä, en ymmärrä, en ymmarra, en ole varma, en voi, en osaa, en halua, en
    muista, minulla on kysymys, minulla on kiire, minulla ei ole aikaa, mulla on kiire, ei mitään tietoa, ei
    hajuakaan, ei nyt, olen kiireinen, olen väsynyt, olen kokouksessa, olen valmis, olen takaisin, haluan lopettaa,
    haluan kysyä, haluan tietää, haluan puhua, haluan muuttaa, haluaisin, tarvitsen apua, tarvitsen lisää, minun pitää
    kysyä, minun     täytyy, pitää kysyä, pitää miettiä, kysyn, palaan, teen sen, vastaan myöhemmin, tein virheen,
    unohdin, kysy, kollegani tietää, pomoni, sama kuin, katso yllä, ole hyvä ja, näytä, selitä, seuraava kysymys,
    hyvää
    huomenta, hyvää päivää, liian pitkä, liian monta, liian vaikea, suomeksi, englantini, entä jos, mutta     miten,
    luetko, lukeeko, tallennetaanko, tallentuuko, kestääkö, puhutko, ymmärrätkö
""",
    me="mina ma mun minun minua sina sa sinun botti robotti haluan voinko olen en",
    others="me meidän hän te",
    asks="mitä kuka kenen ketkä miten kuinka milloin koska missä mihin miksi mikä",
)

LANGUAGES = {
    "en": ENGLISH,
    "da": DANISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "nl": DUTCH,
    "sv": SWEDISH,
    "pl": POLISH,
    "no": NORWEGIAN,
    "pt": PORTUGUESE,
    "fi": FINNISH,
}
"""All languages that are listened to, by their codes."""

EVERYWHERE = """
argh aargh ugh grr grrr pff pfff meh bah zzz tss uff oops ups uhm ehm umm hmm
hello hallo hi hey ok okay ja no bot robot stop please sorry test email sms chat telegram google wtf lol haha english
deutsch dansk svenska
"""
"""Words that people say in every language."""

NO_SLIPS = """
chance officer officers charge charged remand weight letter leader leaders march module complete worker writer tested
themes state
response review
choose phase pass peer press persons finnish germany domain combine encode figures format formula helper loss module
proved
removed serves terminal though though waited archive count continued letters talking greeting lasting lesser wording
machines
"""
"""Words that are like others of the lists and are not taken for them."""

TESTS = """
test, testing, test test, test 1, test 2, test 123, test test test, testing testing, just testing, only testing, just
a test, only a test, this is a test, prueba, essai, prova, prove, proba, testi,
abc, abcd, abcde, aaa, xyz, foo, bar, foo bar, foobar, qwerty, qwertz, azerty, asdf, asdfgh, asdfasdf, blah, blah
blah, bla, bla bla, blabla, bla bla bla, lorem ipsum, dummy, dummy text, something, anything, whatever, dfg, hjk, jkl,
0, 1, 12, 123, 1234, 12345, 123456, 111, 1 2 3, 123 123
"""
"""What people type to try the bot."""
