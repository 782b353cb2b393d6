"""Rows about the bot and the people behind it, and greetings, thanks and anger."""

from conversations.remarks.table import Row

MONEY = Row(
    """
    get money, get paid, i paid, we paid, is it paid, is this paid, payment, reimbursed, a fee, får jeg penge, får vi
    penge, bekomme ich geld, bekommen wir geld, payé pour, payés pour, nos pagan, me pagan, ci pagate, krijgen we geld,
    får vi betalt, dostanę pieniądze,
    cost/costs us/me/anything/something/money, does it/this/that/participation cost, is it/this/that/everything free,
    free of charge, for free, pay for it/this/that, have to pay, do we/i pay, cost to,
    koster det/dette/deltagelse, er det gratis, gratis, betale, betaler,
    kostet das/es/etwas/die, kostenlos, umsonst, bezahlen, zahlen wir, muss .. zahlen, gebühr,
    ça/ca coûte, payant, gratuit, payer, coûte quelque,
    cuesta algo, cuesta, es gratis, pagar, hay que pagar,
    costa qualcosa, costa, è gratis, gratuito, a pagamento, pagare, quanto costa,
    kost het/dit/dat, betalen, kosten verbonden,
    kostar det/något, betala, avgift,
    kosztuje, płatne, za darmo, bezpłatne, zapłacić, opłata,
    custa, é grátis, maksaako, ilmainen,
    fee, fees, charge, charges, for money, betalt, entgelt, kostenpflichtig, frais, tarif, cuota, quota, tassa,
    bijdrage, kostnad*, opłat*,
    funding if, money for, reward, prize, do we get, what do we get, was bekommen wir dafür, qu est ce qu on gagne,
    qué ganamos, cosa ci guadagniamo, wat krijgen we, vad får vi, co z tego,
    do/must/should/will we/i have/need to pay, pay to/something/anything, paid for this,
    kost*, cost*, kosztuj*, gratis*, gratuit*, zahl*, betal*, pagar*, pagat*, płac*, geld, penge, pengar, argent,
    dinero, soldi, pieniąd*, money, paid, budget for us,
    charge my/our/us/me, will you charge, coûter, costar, costare, kosten, cost my/our, price, preis, prix, precio,
    prezzo, prijs, pris, cena, invoice, rechnung, facture, factura, fattura, rekening, faktura,
    any cost, prijskaartje, price tag, any costs, some cost, hidden cost/costs,
    pays me/us, pay me/us, the hours i, danno qualcosa, ricompensa, belohnung, vergoeding, ersättning, godtgørelse,
    récompense, recompensa, nagroda
    """,
    "I don't know of any payment or fee.",
)

READERS = Row(
    """
    public, published, publish, online later, anonymous, anonymously, confidential, private, secret, who reads,
    who will read, who can read, who sees, who will see, who can see, who gets, who has access, who looks, who is going
    to read, who is reading, who else, anyone read, anybody read, someone read, somebody read, you read,
    they read, be read, read this, reads this, reading this, my data, personal data, gdpr, share this, share my,
    safe,
    hvem læser, hvem ser, hvem kan læse, hvem kan se, hvem får, hvem skal læse, læser nogen, læser du, offentligt,
    offentliggøres, offentliggjort, offentlig, anonymt, anonym, fortroligt, mine data, hemmeligt,
    wer liest, wer sieht, wer kann das, wer bekommt, wer kriegt, wer wird das, liest das, liest hier, liest jemand,
    öffentlich, veröffentlicht, anonym, vertraulich, meine daten, datenschutz,
    qui lit, qui va lire, qui voit, qui peut lire, qui peut voir, qui a accès, collègues verront, qui verra,
    qui reçoit, qui lira, lit ça, lit ca, public, publié, publiées, publiés, anonyme, confidentiel, mes données,
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
    hvem leser, hvem får, quem lê, quem vai ler, quem vê, kuka lukee, ketkä lukevat, kuka näkee, julkinen,
    boss/chief/manager/director/governor/colleague/colleagues/teachers/police/press/people/others/anyone/everyone/anybody/everybody/someone/somebody/journalists/family/government/ministry
    .. see/sees/read/reads/know/knows/look/checks/check, able to see/read, visible, on the internet/web/website/net,
    on your/a/the website, checked by, name/names/number/email/address/phone/telephone/photo ..
    online/published/public/visible/website/internet, people read, see this/that/my/our,
    hvem/chef/chefen/alle/andre/nogen/politiet .. se/ser/læse/læser/kigger/kigge, på nettet, på internettet,
    wer/chef/chefin/alle/andere/jemand/kollegen/polizei .. sehen/sieht/lesen/liest/anschauen, im internet/netz,
    sichtbar, geheim,
    qui/chef/cheffe/collègues/gens/monde/police/autres .. voit/voient/lit/lisent/verra/verront/lira/liront/voir/lire,
    sur internet, en ligne, c est/cest pour qui,
    quién/jefe/jefa/alguien/todos/otros/gente/policía .. ve/ven/lee/leen/verá/verán/leerá/ver/leer/verlo/leerlo, en
    internet, en línea, secreto,
    chi/capo/colleghi/qualcuno/tutti/altri/polizia .. vede/vedono/legge/leggono/vedrà/vedranno/leggerà/vedere/leggere,
    su internet, in rete, segreto,
    wie/baas/chef/iedereen/anderen/iemand/politie .. ziet/zien/leest/lezen, op internet, zichtbaar,
    vem/chef/chefen/alla/andra/någon/polisen .. se/ser/läsa/läser, på nätet, på internet, hemligt,
    kto/szef/szefowa/wszyscy/inni/ktoś/policja .. widzi/zobaczy/zobaczą/czyta/przeczyta/przeczytają/zobaczyć/widzą,
    w internecie, tajne,
    visib*, confident*, google, facebook, find this/me/it/us, straight away, gets to see, get to see,
    journalist*, will .. know,
    kolleger/kollegaer/chefer/forældre .. se/læse, fortrol*, offentlig*, synlig*,
    vertraulich*, öffentlich*, sichtbar*, eltern/behörde/presse .. sehen/lesen, nachlesen,
    confidentiel*, publiqu*, visible*, parents/patron/direction .. voir/lire,
    confidencial*, públic*, padres/prensa/director .. ver/leer,
    pubblic*, riservat*, visibil*, genitori/stampa/direttore .. vedere/leggere,
    vertrouwelijk*, openbaar*, zichtbaar*, collega's/ouders/directeur .. zien/lezen,
    konfidentiell*, kollegor/föräldrar/rektor .. se/läsa,
    publiczn*, poufn*, widoczn*, z ministerstwa/policji/urzędu, rodzice/dyrektor .. zobaczyć/czytać/przeczyta/zobaczy,
    besides you, find out, pass .. on, give .. to, public page, other people, third party, third parties, access,
    secure, between us, leak*, hack*, data protection, stays private, på en side, adgang, hvem ellers, imellem os,
    videregiv*, databeskyttelse,
    im netz, zugriff, wer sonst/noch, unter uns, weitergegeben, weitergeben, dritte, dritten,
    accès, sécurisé, sur le site, qui d autre, entre nous, transmis*, tiers, sur le web,
    acceso, cualquiera, en la web, quién más, entre nosotros, terceros, en una web,
    accesso, chiunque, sul sito, esterno, chi altro, tra noi, terzi, leggerà, leggeranno,
    toegang, veilig, wie nog, onder ons, doorgegeven, derden,
    åtkomst, vem mer, mellan oss, tredje part,
    dostęp, bezpiecz*, kto jeszcze, między nami, trzecim, udostępni*,
    is it/this safe/secure, look at what i/we, ist das/es sicher, er det sikkert, es seguro, è sicuro, är det säkert,
    my name in/on, på en/jeres hjemmeside, auf einer/der webseite, på er/en hemsida, na stronie, op een website,
    komt mijn naam, min navn på, mein name im, mon nom sur, mi nombre en, il mio nome su, mitt namn på,
    boss/chief/governor/inspector/warden/headmaster/principal/mayor/ministry/municipality/parents/pupils/inmates/clients
    .. see/read/know/find, get/gets to know/see/read, my/our name .. on/in/appear/appears/shown/visible/it, name on it,
    on some/a/which/your website/page/internet, printed, in print, receiving end/side, trust you,
    journalists/reporters/press .. get/see/read, stays between,
    inspektøren/lederen/kommunen/forældrene/eleverne/direktøren/rektor .. se/læse/vide, mit navn, sehen ..
    andere/leute/vereine/eltern/kollegen, mein name/namen, mon nom, mi nombre .. aparece/sale/público, va a salir mi,
    aparece mi, il mio nome .. appare/compare/pubblico, mijn naam .. zien/zichtbaar/erbij, mitt namn, moje
    nazwisko/dane, moim nazwiskiem, nazwisko .. widoczne/opublikowane, publié*, apparaî*,
    lese*, læse*, läse*, lire, leer, legge*, lezen, czyta*, publi*, offentl*, veröff*, anonym*, anonim*, read by, seen
    by, shared with, given to, journalist*,
    dont/not print/publish/show/share/mention/name/put, find/finds .. google/online/internet, mein name drin/drauf, name
    .. drin/stehen, læse med, mitlesen, leggerlo, vederlo, leerlo, verlo, meelezen, i jego dane, who looks, look at
    this, sees this, known to, anyone outside, get out, leave this chat, kept secret, stay secret, keep ..
    secret/private, behind my back,
    recognise/recognize/identify .. themselves/us/me/him/her/them, does/do this/it/these go/get to, go to the
    ministry/police/government/boss/press, auftauchen, auftaucht, enterarse, entere, erfährt/erfahren, finde raus, får
    vide/reda, scoprire, saperlo, te weten komen, dowie się, vill inte att mitt, ikke have mit, je ne veux pas que mon,
    no quiero que mi, non voglio che il mio, ich will nicht dass mein, ik wil niet dat mijn, nie chcę żeby moje, står
    med, leest .. mee, who might read,
    forward .. to my/our, without my name, under it, tomber dessus, stumble on/upon, superiors, supervisors
    """,
    "The coordinators of the Collection can read your answers, drafts too. Nothing is published before they "
    "approve the practice; then all of it is, "
    "with the contact details that you give. /privacy says the rest.",
)

PEOPLE = Row(
    """
    speak to a, speak with a, speak to someone, speak with someone, talk to a, talk with a, talk to someone, talk to
    somebody, talk with someone, a real human, a human, human please, contact person for, contact you, contact someone,
    contact the, call me, call you, phone number of, your phone, your email, email you, ring til, tale med, snakke med,
    mit jemandem, mit einem menschen, ruf mich an, rufen sie mich, parler à, parler avec, appelez moi, hablar con,
    llámame, llámeme, parlare con, chiamami, chiamatemi, praten met, spreken met, bel me, prata med, tala med, ring mig,
    porozmawiać z, zadzwoń do mnie, proszę zadzwonić, coordinator, coordinators,
    coordinateur, coordinador, coordinatore, coördinator, samordnare, koordinator, koordynator, koordinatorer,
    koordinatoren,
    helpline, hotline, help desk, helpdesk, customer service, office hours, i/we can call/ring/phone/contact, can i/we
    call/ring/phone/contact, can/could you/someone/somebody call/ring/phone, call/ring me/us, who can i
    contact/ask/call, contact ran, anyone i can, coordinator for, in charge, responsible for, speak to, talk to your,
    kan jeg/vi ringe/kontakte, ringe til, telefonnummer, ringe mig/os, kontakte jer,
    kann ich .. anrufen/kontaktieren, mich/uns anrufen, anrufen, rückruf, ansprechpartner, zuständig,
    appeler, m appeler, numéro de téléphone, téléphoner, contacter, joindre quelqu un, responsable,
    llamar, llamarme, número de teléfono, contactar, por teléfono,
    telefonare, chiamare, chiamarmi, numero di telefono, al telefono, contattare, responsabile,
    bellen, mij bellen, telefoonnummer, contact opnemen, verantwoordelijk,
    ringa, kontakta, ansvarig,
    zadzwonić, numer telefonu, skontaktować, odpowiedzialny,
    number of, somebody/someone in charge, z kimś porozmawiać, porozmawiać, mit jemand*, talk/speak with/to
    somebody/someone/anybody, snakke med nogen, prata med någon, iemand spreken, parlare con qualcuno, hablar con
    alguien, parler à quelqu un,
    whoever runs, who runs, person behind, speak with who
    """,
    "The coordinators of the Collection are people: press Ask the coordinators and I send them what you "
    "wrote. Their reply comes here.",
)

WHAT_IS_THIS = Row(
    """
    robot, a bot, the bot, are you a, are you real, are you human, are you there, are you a person, a human, real
    person, a machine, artificial, chatgpt, ai, who are you, who r u, who is this, whos this, what are you, what is
    this, whats this, what is that for, your name, who made you, who am i talking, is anybody there, is anyone there,
    anyone there, anybody there, is somebody there, somebody there, someone there, what can you do, what do you do, what
    is the purpose, what is this for, what for, why do you ask, why are you asking, why do you need,
    why do you want, why so many, why this, why, what is ran, the collection, what is a practice, how does this work,
    how does it work, how do i use, how to use, explain how,
    en bot, et menneske, er du, hvem er du, hvem er det, kunstig intelligens, hvad er det her, hvad er dette, hvad skal
    det bruges, hvorfor, er der nogen, maskine,
    ein bot, roboter, ein mensch, ein echter, bist du, sind sie, wer bist, wer sind sie, wer ist da, ki, was ist das,
    was soll das, was ist das hier, wozu, wofür, warum, wieso, weshalb, ist da jemand, ist jemand da,
    maschine, wie funktioniert,
    un robot, un humain, es tu, êtes vous, etes vous, qui êtes, qui es tu, une machine, c est quoi, cest quoi, à quoi ça
    sert, à quoi sert, pourquoi, il y a quelqu un, y a quelqu un, comment ça marche,
    un robot, humano, una persona, eres, quién eres, quien eres, usted es, una máquina, qué es esto, para qué, por qué,
    hay alguien, cómo funciona,
    umano, una persona, sei un, sei una, chi sei, una macchina, cos è questo, cosa è questo, a cosa serve, perché,
    c è qualcuno, ce qualcuno, come funziona,
    een robot, een mens, ben je, bent u, ben jij, wie ben, wie bent u, machine, wat is dit, waarvoor, waarom, is er
    iemand, iemand daar, hoe werkt,
    en robot, en människa, är du, är ni, vem är du, maskin, vad är det här, vad är detta, varför, är det någon,
    finns det någon, hur fungerar,
    robotem, człowiekiem, człowiek, jesteś, kim jesteś, kto to, co to jest, po co, dlaczego, czemu, jest tam ktoś, jest
    tu ktoś, maszyna, jak to działa,
    et menneske, hvem er du, quem és, um robô, porquê, kuka olet, robotti, miksi, mikä tämä,
    why does/do/is/are/must/should ran/the/you/it/this/they/we/i, who made/wrote/built/asks/sent this/these,
    real/human person/being, chatting with, talking to/with, people/humans behind, someone behind, is this real,
    what is this/it about, is this a scam/spam, are you working, a program, what does this do,
    hvem snakker/skriver jeg, rigtigt menneske, hvorfor skal/vil, hvem har lavet, hvad går det ud,
    mit wem, echter mensch, wer hat das, warum will/wollt/brauchen/fragt, worum geht,
    avec qui, à qui je parle, vraie personne, qui a fait, pourquoi vous/ran/faut, de quoi s agit, vous êtes là, chi
    siete,
    con quién, persona real, quién ha hecho, por qué quieren/piden/preguntan, de qué se trata,
    con chi, persona vera, chi ha fatto, perché volete/chiedete/serve, di che si tratta,
    met wie, echt persoon, echt mens, wie heeft dit, waarom wil/willen/vraagt, waar gaat dit,
    vem pratar/skriver/chattar jag, med vem, riktig människa, vem har gjort, varför vill/behöver, jag pratar med,
    z kim, prawdziwy człowiek, kto to zrobił, dlaczego chcecie/pytacie, o co chodzi w,
    who programmed/developed/owns/runs you/this, someone/anyone/somebody/anybody sitting/there/behind, on the other
    side/end, human or, or a human, or a machine, wer steckt, wer hat dich, qui est derrière, quién está, chi c è,
    wie zit er, vem är det, kto jest,
    feelings, automatic, automated, automatically generated, who is writing, intelligent, algorithm, siri, alexa,
    computer program, a computer,
    automatisk, føler du,
    automatisch, gefühle,
    automatique, sentiments,
    automático, sentimientos,
    automatico, sentimenti,
    computerprogramma, gevoelens,
    automatiskt, känslor,
    automat, uczucia,
    person/human/somebody .. reading/answering/answers/typing/live, with a/an/real
    computer/machine/program/software/person, kind of computer/robot/bot/machine, human who answers,
    writing/chatting/talking/texting with, am i writing/chatting, med en computer/maskine/robot, mit einem/einer
    computer/maschine/roboter/programm, avec un/une ordinateur/machine/robot/humain, con un/una
    ordenador/máquina/robot/persona, con un/una computer/macchina/persona, met een/n computer/machine/robot/mens, med
    en/ett dator/robot/maskin/människa, z komputerem/robotem/maszyną,
    robot*, computer, maschin*, maskin*, ordinateur, ordenador, mensch*, menneske*, människ*, człowiek*, komputer*,
    ludzi*, human,
    are you based/located/in, call centre/center, where are you, who sits, wo sitzt, hvor sidder, où êtes, dónde estáis,
    dove siete, waar zitten, var sitter,
    mens of .. machine, a human or, mensch oder, menneske eller, humain ou, persona o, människa eller, człowiek czy,
    reply/answer so/awfully/very fast/quickly,
    to a program/bot/robot/machine/computer, talk/talking to a, ein mensch oder, mensch oder
    """,
    "I am a program, not a person. I ask the questions of the RAN Collection's practice template, one at a "
    "time, save your answers, and give them to the coordinators when you press Submit.",
)

THANKS_FOR = Row(
    """
    thank you for, thanks for, thank u for, many thanks, tak for, danke für, dank für, merci pour, merci de,
    gracias por,
    grazie per, bedankt voor, dank voor, dank je voor, tack för, dzięki za, dziękuję za, takk for, obrigado por
    """,
    "You are welcome. Here is the question again.",
    "remark",
)

ANGER = Row(
    """
    stupid, shit, crap, fuck, fucking, wtf, idiot, dumb, bullshit, damn, hell, nonsense, annoying, hate, useless,
    ridiculous, boring, asshole, bloody, suck, sucks, lort, dumt, dum, pis, fanden, irriterende, latterligt,
    scheiße, scheisse, scheiss, mist, blöd, blöde, blöder, doof, dumm, verdammt, quatsch, nervt, merde, putain,
    nul, stupide, chiant, mierda, tonto, tonta, joder, coño, ridículo, estúpido, merda, cazzo, stupido,
    stupida, ridicolo, kut, stom, stomme, verdomme, onzin, belachelijk, skit, fan, jävla, löjligt, kurwa, cholera,
    gówno, głupie, głupi, bzdura, bez sensu, too many questions, for mange spørgsmål, zu viele fragen, trop de
    questions, demasiadas preguntas, troppe domande, te veel vragen, för många frågor, za dużo pytań, porra,
    paska, helvetti,
    worse than, waste of time, nightmare, pain in, træls, nervig, ätzend, zeitverschwendung, lourd, saoul*, pesado,
    pesadez, rollo, noioso, noiosa, che noia, pesante, vervelend, tijdverspilling, jobbigt, tjatigt, męczące, strata
    czasu,
    drags on, drag, never ending, zieht sich, traîne, se hace largo, non finisce, duurt maar, trækker ud, drar ut,
    ciągnie się,
    another box, po co tyle, tyle pytań, so many boxes, wozu so viel, pourquoi tant, para qué tanto, perché così tante,
    waarom zoveel, varför så många, hvorfor så mange,
    sick of, fed up, tired of, satt, træt af, marre, ras le bol, harto, harta, stufo, stufa, beu, trött på, dość
    """,
    "I am sorry that this is a nuisance. You can leave any question for later: press Overview. Every answer "
    "so far is saved.",
    "remark",
)

GREETING = Row(
    """
    hello, helo, hi, hey, hiya, heya, yo, howdy, good morning, good afternoon, good evening, good day, greetings,
    how are you, hej, hejsa, goddag, godmorgen, godaften, hallo, moin,
    servus, guten morgen, guten tag, guten abend, bonjour, bonsoir, salut, coucou, hola, buenos días,
    buenas, ciao, salve, buongiorno, buonasera, hoi, goedemorgen, goedemiddag, goedendag, goedenavond,
    hejsan, hallå, tjena, god morgon, cześć, czesc, witam, dzień dobry, dzien dobry, hei, heisann, olá, oi,
    bom dia, moi, terve, huomenta, my name is, ich heiße, mein name ist, je m appelle, me llamo, mi chiamo, ik heet,
    jeg hedder, jag heter, nazywam się, mam na imię
    """,
    "Hello. I ask one question at a time; this one is open.",
    "remark",
    last=True,
)

GOODBYE = Row(
    """
    bye, goodbye, good bye, bye bye, good night, see you, farvel, vi ses, tschüss, tschuess, auf wiedersehen, bis bald,
    bis morgen, gute nacht, au revoir, à bientôt, à demain, bonne nuit, adiós, hasta luego, hasta mañana, buenas noches,
    arrivederci, a domani, buonanotte, doei, tot ziens, hej då, vi ses, do widzenia, na razie, do jutra, dobranoc
    """,
    "Goodbye. Write again when you are back: every answer is saved.",
    "remark",
    last=True,
)

THANKS = Row(
    """
    thanks, thank you, thank, thx, ty, cheers, tnx, tak, mange tak, danke, dankeschön, vielen dank, merci, gracias,
    muchas gracias, grazie, bedankt, dank, dankjewel, dank je, tack, dziękuję, dziekuje, dzięki, dzieki, takk,
    obrigado, obrigada, kiitos
    """,
    "You are welcome. Here is the question again.",
    "remark",
    last=True,
)

FINE = Row(
    """
    never mind, nevermind, forget it, ok, okay, oki, okey, k, great, nice, cool, perfect, fine, good, super, yes,
    yep, yeah, sure, alright, all right, understood, got it, fint, gut, prima, klar, alles klar, verstanden,
    d accord, daccord, bien, vale, bueno, entendido, va bene, certo, capito, goed, begrepen, bra, toppen,
    dobrze, rozumiem, selvä, lol, haha, hahaha
    """,
    "Here is the question again.",
    "remark",
    last=True,
)
