"""Norwegian words that tell a remark from an answer."""

from conversations.remarks.languages import Language

NORWEGIAN = Language(
    chat="""
    hei heisann hallo god morgen kveld takk tusen vær snill ok okei unnskyld beklager sorry oi oj hm hmm ja nei jo
    supert fint bra perfekt forstår forstå skjønner skjønte forvirret hjelp hjelpe travelt opptatt trøtt sliten kjedelig
    stopp stoppe slutte pause vent vente øyeblikk avslutte avbryt slutt ferdig fortsette fortsett videre neste hopp
    tilbake senere snart minutt spørsmål spørsmålet spørsmålene spørre spør svar svare svaret svart skjema skjemaet
    avsnitt side knapp melding skrive skriver skrevet skriv lese leser lest les sende send sendt lagre lagret lagres
    slette slett rette endre feil robot betyr betydning menes mener forklar forklare forklaring eksempel oversette lenge
    nødvendig publiseres hemmelig frist test tester dum dumt dritt faen idiot irriterende vet aner anelse si fortell
    snakke ringe ring vis gjenta igjen glemt glemte kollega sjef sjefen koordinator koordinatorene noen ingen
    """,
    common="""
    ingen intet jeg meg min mitt mine du deg din ditt dine vi oss vår han hun de dem det den dette denne disse her der
    hva hvem hvor hvordan når hvorfor hvilken hvilket hvilke er var være vært har hadde ha blir bli ble kan kunne skal
    skulle vil ville må måtte bør gjør gjøre gjorde gå går gikk kom komme kommer få får fikk gi gir ta tar se ser lage
    bruke prøve finne starte begynne ikke aldri alltid allerede fortsatt ennå bare kun også for mye mange mer mest
    mindre litt noe noen alle alt hver annen andre en et ei to tre første siste samme ny god bra dårlig bedre riktig nå
    i dag så som hvis eller og men fordi at av til på ved fra med uten om opp ned ut inn over under før etter mens
    kanskje vel jo da nok gang ganger dager uke tid del hele mulig skjer tror synes gjerne egentlig minutter timer time
    møte menneske person maskin språk norsk engelsk ord tekst lang langt kort frivillig obligatorisk anonymt offentlig
    bilde fil stemme kontoret
    """,
    openings="""
    kan jeg, kan du, kan man, kan vi, kan noen, får jeg, må jeg, må man, skal jeg, skal det, er det her, er dette, er
    det mulig, er det ok, er det greit, er det nødvendig, er det en, er du, er det noen, er svarene, finnes det, har du,
    har jeg, blir det, blir svarene, lagres, leser du, leser noen, snakker du, forstår du, hva er, hva betyr, hva mener,
    hva menes, hva skal, hva gjør, hva kan, hva skjer, hva om, hva hvis, hva nå, hva vil, hvem er, hvem leser, hvem kan,
    hvem ser, hvem får, hvor lang, hvor langt, hvor lenge, hvor mange, hvor mye, hvor skal, hvor kan, hvor er, hvordan
    gjør, hvordan skal, hvordan kan, hvordan svarer, hvordan endrer, hvordan retter, hvordan går, når, hvorfor, hvilket
    språk, på hvilket språk, jeg vet ikke, vet ikke, det vet jeg ikke, jeg aner, aner ikke, ingen anelse, jeg forstår
    ikke, jeg skjønner ikke, skjønner ikke, forstår ikke, jeg kan ikke, jeg har ikke tid, jeg har det travelt, jeg har
    et spørsmål, jeg har ingen, jeg har allerede, jeg har glemt, jeg har gjort en feil, jeg har svart, jeg er ikke
    sikker, jeg er usikker, jeg er forvirret, jeg er ferdig, jeg er trøtt, jeg er sliten, jeg er opptatt, jeg er på, jeg
    er i et, jeg er tilbake, jeg vil slutte, jeg vil stoppe, jeg vil spørre, jeg vil vite, jeg vil snakke, jeg vil
    endre, jeg vil ikke, jeg vil gjerne, jeg vil heller, jeg trenger hjelp, jeg trenger mer, jeg trenger en pause, jeg
    må gå, jeg må spørre, jeg må tenke, jeg må sjekke, jeg må slutte, jeg skal spørre, jeg skal bare, jeg spør, jeg
    kommer tilbake, jeg fortsetter, jeg svarer senere, jeg gjør det senere, jeg tar det, jeg tror jeg, jeg skrev, jeg
    glemte, jeg hater, jeg orker, ikke sikker, ikke nå, kanskje senere, et øyeblikk, øyeblikk, vis meg, gi meg, forklar,
    fortell meg, gå tilbake, hopp over, neste spørsmål, spør, du må spørre, det er for, det er dumt, det er vanskelig,
    det er en test, det var en feil, det var feil, det tar, det virker ikke, det har jeg, samme som, se over, som før,
    min kollega, sjefen min, kollegaen min, du er, god morgen, god kveld, tusen takk, for mange spørsmål, for langt, for
    vanskelig, på norsk, engelsken min, ring meg, la meg, senere, hva faen, tar det
    """,
    me="jestem wy wasz zastanowić się jeg meg min mitt du deg din bot robot",
    practice="vi oss vår han hun dem",
    question_words="hva hvem hvor hvordan når hvorfor hvilken hvilket",
    verbs="kan må skal vil er har blir kommer får",
    subjects="jeg du vi man det den de dette mitt min mine noen alle andre",
)
