"""Dutch words that tell a remark from an answer."""

from conversations.remarks.languages import Language

DUTCH = Language(
    chat="""
    lastig raar telefoon kijken kijk zoeken zoek opzoeken checken check gedrukt precies gedoe verkeerde vanavond
    vanmiddag hallo hoi hey hi goedemorgen goedemiddag goedenavond goedendag doei bedankt dank dankje dankjewel dankuwel
    alsjeblieft alstublieft aub ok oke okay sorry excuses pardon oeps hm hmm eh ah oh ja nee super mooi prima goed
    perfect leuk snap begrijp begrijpen begrepen duidelijk onduidelijk verward kwijt hulp help helpen haast druk moe
    saai stop stoppen pauze wacht wachten even moment momentje afsluiten annuleren einde klaar doorgaan verder volgende
    overslaan terug later straks morgen vandaag gauw vraag vragen gevraagd antwoord antwoorden beantwoorden beantwoord
    geantwoord formulier vragenlijst sectie onderdeel pagina knop bericht schrijven schrijf geschreven typen lezen leest
    lees gelezen sturen stuur versturen verstuurd opgestuurd opslaan opgeslagen bewaard verwijderen wissen wijzigen
    veranderen aanpassen corrigeren fout fouten verkeerd bot robot betekent betekenis bedoel bedoelt bedoeld uitleggen
    uitleg leg voorbeeld vertalen vertaal deadline test testen dom stom stomme kut shit verdomme idioot onzin irritant
    belachelijk weet weten idee zeg zeggen praten spreek spreken bellen bel toon laat herhaal herhalen nogmaals opnieuw
    vergeten collega chef baas coördinator coördinatoren iemand niemand spelfouten taalfouten spelling grammatica
    """,
    common="""
    knop limiet invullen anderen schrijven persoon juiste vijf zes zeven acht negen tien twintig maandag dinsdag
    woensdag donderdag vrijdag weekend maand jaar ziek bed hoofd privé gratis kost kosten verschil zin pas horen hoor
    gehoord zie gezien kijken kijk wist denken dacht meende geloven zoeken zoek gezocht halen haal nemen zetten zet
    leggen liggen zitten zit staan sta rijden rij eten slapen betalen kopen openen sluiten houden hou hopen hoop voelen
    lijkt klopt passen werken laten blijven blijf krijgen krijg noemen heet heten zeker waarschijnlijk werkelijk dus
    anders daarom helaas gelukkig natuurlijk precies helemaal best alles ergens nergens nooit langer gauw meteen sinds
    weer samen alleen weg heen buiten binnen voor achter tussen rond boven onder beide noch half vol leeg groot klein
    hoog laag licht zwaar waar vrij eigen snel langzaam zulke hoewel terwijl gebruikt gevraagd gezegd ken kennen geleerd
    naam scherm ding kant liefst willen kunnen hebben zijn jullie bedoelen jou jouw uit ook daarna eerst nodig geen ik
    mij me mijn je jij u uw wij we ons onze hij zij ze hem haar hen hun het de een dit dat deze die hier daar er wat wie
    hoe wanneer waarom waarvoor welke welk is ben bent was waren geweest heb hebt heeft had word wordt worden kan kun
    kunt kon zou zouden moet moeten mag mogen wil wilt zal zullen doe doet doen gedaan ga gaat gaan kom komt komen geef
    geven neem zien vind vinden maak maken probeer begin beginnen gebruik gebruiken niet altijd al nog maar heel erg
    veel meer minst minder weinig iets niets elke ander andere twee drie eerste laatste zelfde nieuw oud goed slecht
    beter juist nu dan zo als of en want omdat te om in op aan van met zonder over bij tot naar na tijdens misschien wel
    eens toch eigenlijk gewoon even dag dagen week weken keer deel hele mogelijk gebeurt werkt duurt duren denk geloof
    graag liever mevrouw meneer hoeveel hoelang waarmee minuut minuten uur uren vergadering mens mensen persoon machine
    computer taal nederlands engels duits woord woorden tekst zin zinnen lang kort lengte tijd vrijwillig optioneel
    verplicht noodzakelijk anoniem openbaar gepubliceerd geheim vertrouwelijk foto afbeelding bestand bestanden
    spraakbericht moeilijk makkelijk team bril papieren mobiel internet batterij leidinggevende manager kantoor
    """,
    openings="""
    ik ben niet, ik heet, mijn naam is, ze zeiden, mij werd, het hangt, hangt ervan af, ga weg, hou op, laat maar, niet
    mijn, ik ben nieuw, ik moest, waar zit, heeft u, dat is niet mijn, schrijf maar, vul maar, zet maar, doe maar, geen
    commentaar, dat is privé, als ik, wanneer ik, maar je, ben je er, nog daar, maakt niet uit, zoals je wilt,
    goedenacht, welterusten, morgen pas, wat bedoelen, wat willen, kunnen jullie, willen jullie, hebben jullie, zijn
    jullie, lezen jullie, ik zoek, ik kijk, ik check, te moeilijk, heel moeilijk, ik maak, ik doe, ik vul, ik rond, ik
    schrijf, dat doe ik, dat maak ik, nee bedankt, nee dank, daar moet ik, deze vraag, deze vragen, de vraag is, dit
    formulier, bedankt voor, dank voor, dank je voor, ik spreek, ik geef het op, ik drukte, ik klikte, ik bedoel, ik
    wilde, nog een vraag, een vraag, kan mijn, mag mijn, ik werk nu, ik weet er, ik weet echt, ik weet eigenlijk, geen
    zin, ik heb geen zin, ik snap er, kan ik, kan je, kan het, kan u, kan dit, kan iemand, kun je, kunt u, kunnen we,
    mag ik, mag het, mag dit, moet ik, moet dit, moet het, moeten we, zal ik, zou je, zou u, is dit, is het, is er, is
    iemand, is mijn, ben je, bent u, ben jij, zijn er, zijn mijn, heb je, heeft u, heb ik, wordt dit, wordt mijn, worden
    mijn, worden de, spreek je, spreekt u, begrijp je, begrijpt u, lees je, leest iemand, leest u, bewaar je, gaat dit,
    wat is, wat zijn, wat betekent, wat bedoel, wat bedoelt, wat wordt, wat moet, wat doe, wat kan, wat mag, wat
    gebeurt, wat als, wat nu, wat voor, wat schrijf, wat vul, wat wil, wat wilt, wat zet, wie is, wie ben, wie bent, wie
    zijn jullie, wie leest, wie kan, wie ziet, wie krijgt, wie gaat, wie heeft, hoe lang, hoelang, hoe veel, hoeveel,
    hoe kan, hoe moet, hoe doe, hoe werkt, hoe verander, hoe wijzig, hoe corrigeer, hoe verwijder, hoe ga, hoe gaat, hoe
    beantwoord, hoe schrijf, hoe kom, hoe uitgebreid, hoe bedoel, hoe zo, hoezo, wanneer, waar is, waar kan, waar moet,
    waar vind, waar zie, waarom, waarvoor, waartoe, welke taal, in welke taal, welk woord, ik weet niet, ik weet het
    niet, weet ik niet, dat weet ik, ik weet dit, ik weet dat niet, geen idee, ik heb geen, ik heb een vraag, ik heb nog
    een, ik heb vragen, ik heb al, ik heb dat al, ik heb het al, ik heb het druk, ik heb hulp, ik heb me, ik heb een
    fout, ik heb meer tijd, ik heb een pauze, ik snap, ik begrijp, snap het niet, begrijp het niet, snap ik niet,
    begrijp ik niet, ik kan niet, ik kan dit, ik kan nu, ik kan geen, ik ben niet zeker, ik ben er niet, ik ben in de
    war, ik ben klaar, ik ben moe, ik ben druk, ik ben nu, ik ben bezig, ik ben in, ik ben even, ik ben terug, ik ben
    onderweg, ik wil stoppen, ik wil vragen, ik wil weten, ik wil praten, ik wil iets, ik wil mijn, ik wil niet, ik wil
    graag stoppen, ik wil graag weten, ik wil graag, ik wil later, ik wil een pauze, ik wil even, ik wil met, ik wil
    iemand, ik zou graag, ik zou liever, ik moet weg, ik moet gaan, ik moet eerst, ik moet even, ik moet vragen, ik moet
    nu, ik moet nadenken, ik moet het, ik moet dit, ik moet mijn, ik moet stoppen, ik ga later, ik ga verder, ik ga nu,
    ik ga het, ik ga even, ik kom later, ik kom terug, ik kom er, ik vraag, ik doe het later, ik doe dit, ik doe dat
    later, ik schrijf later, ik antwoord later, ik denk dat ik, ik denk erover, ik haat, ik stop, ik vergat, ik ben
    vergeten, ik vind dit, ik vind het, weet niet, weet het niet, kweenie, geen tijd, niet zeker, nu niet, niet nu,
    misschien later, een moment, een ogenblik, even wachten, even geduld, help mij, help me, laat zien, laat me, geef
    me, geef mij, leg uit, leg dit, zeg me, vertaal, ga terug, volgende vraag, vraag het, vraag aan, vraag dat, je moet,
    u moet, dat moet je, dat moet ik, dat moet u, dit is te, dit is stom, dit is moeilijk, dit is lastig, dit is een
    test, dit is maar, dit is belachelijk, dit duurt, dit werkt, dit snap, dat is te, dat is fout, dat is moeilijk, dat
    was een, dat was fout, dat was verkeerd, dat was niet, dat klopt niet, dat heb ik, dat snap, het is te, het werkt
    niet, het duurt, hetzelfde als, zie boven, zoals eerder, zoals gezegd, mijn collega weet, mijn baas weet, mijn
    collega, mijn baas, mijn chef, je bent, jij bent, u bent, wat een, wat stom, te veel vragen, te lang, te
    ingewikkeld, mijn engels, in het nederlands, bel me, bel mij, en nu, en dan, en als ik, maar hoe, maar wat, maar ik,
    ok en, oke en, duurt het, duurt dit, werkt dit, klopt het, klopt dit, naar wie, aan wie, met wie, van wie, voor wie,
    wat als, en als, definieer, als ik, als we geen, als je
    """,
    me="jullie vraag formulier vragenlijst ik mij me mijn je jij jou jouw u uw bot robot",
    practice="wij we ons onze hij zij hem haar hen hun",
    question_words="wat wie hoe wanneer waar waarom waarvoor welke welk",
    verbs="""
    komt staat blijft werkt krijgt ziet leest duurt geldt klopt telt gaat moet mag kan kun kunnen mogen moeten zal is
    zijn heeft heb hebben wordt worden krijg ben was
    """,
    subjects="ik je jij u we wij het dit dat de mijn onze iemand anderen er",
    work_subjects="ik, wij, we, ik ben",
    work_verbs="""
    help helpen train trainen begeleid begeleiden ondersteun ondersteunen bezoek bezoeken coach coachen leid leiden
    organiseer organiseren ontmoet geef les leraar lerares mentor jongerenwerker agent psycholoog
    """,
    other_verbs="""
    werk werken praat praten spreek spreken luister luisteren vertel vertellen leg maak maken gebruik gebruiken ga
    """,
    not_work="""
    later morgen straks vandaag eerst vraag vragen formulier sectie pagina knop bericht engels nederlands baas chef
    collega niet geen niks al pauze nu even
    """,
)
