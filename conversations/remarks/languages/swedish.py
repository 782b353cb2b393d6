"""Swedish words that tell a remark from an answer."""

from conversations.remarks.languages import Language

SWEDISH = Language(
    chat="""
    konstigt kolla kollar leta letar söka söker tryckte knappen krångligt ikväll kväll hej hejsan hejhej hallå halloj
    tjena tja godmorgon godkväll hejdå tack tackar snälla ok okej okay förlåt ursäkta oj hoppsan hm hmm eh ah jaha aha
    ja nej jo japp super bra perfekt toppen förstår förstå fattar förstått oklart förvirrad hjälp hjälpa bråttom
    upptagen trött tråkigt stopp stoppa sluta paus vänta väntar ögonblick avsluta avbryt slut klar färdig fortsätta
    fortsätt vidare nästa hoppa tillbaka senare imorgon idag snart minuter fråga frågor frågan frågorna frågar svar
    svara svaret svarar svarat formulär formuläret enkät avsnitt sida knapp meddelande skriva skriver skrivit skriv läsa
    läser läst läs skicka skickar skickat spara sparas sparat sparar ta bort radera ändra rätta fel bot robot robotar
    betyder betydelse menas menar förklara förklaring exempel översätta översätt deadline test testar dum dumt skit fan
    jävla idiot irriterande löjligt vet aning säg säga tala prata pratar ring ringa visa upprepa igen glömt glömde
    kollega kollegan chef chefen samordnare samordnaren samordnarna koordinator någon ingen stavning stavfel grammatik
    """,
    common="""
    knappen gräns fylla andra skriver rätt person fem sex sju åtta nio tio tjugo måndag tisdag onsdag torsdag fredag
    helg månad år sjuk säng huvud privat gratis kostar skillnad pratar höra hör hört ser sett titta tittar visste tänka
    tänkt tyckte leta letar söka hämta tagit sätta lägga ligga sitta sitter stå står köra kör äta sova betala köpa öppna
    stänga hålla håller hoppas känna känns verkar verka passar stämmer brukar hinner orkar nå säkert kanske faktiskt
    alltså annars därför tyvärr lyckligtvis självklart precis helt ganska allting ingenting någonsin längre snart strax
    sedan sen igen tillsammans ensam bort dit hit ute inne hem hemma framför bakom mellan runt ovanför nedanför både
    antingen varken hel halv full tom stor liten små hög låg lätt svår sann falsk klar fri egen snabb snabbt långsamt
    sådan fast medan tills använt frågat sagt svarat känner lärt heter namn namnet skärm sak sida gärna helst ändra går
    ingen inget inga jag mig min mitt mina du dig din ditt dina vi oss vår vårt våra ni er han hon honom henne de dem
    deras det den detta denna dessa här där vad vem vilka hur när var varför vilken vilket är vara varit har hade ha
    haft blir bli blev kan kunna kunde ska skall skulle vill ville må måste bör borde gör göra gjorde gå gick kom komma
    kommer får få fick ge ger tar ta se använda använder prova försöka hitta börja start starta inte aldrig alltid redan
    fortfarande ännu bara också för mycket många mer mest mindre lite några något någon alla allt varje annan annat
    andra en ett två tre första sista samma ny gammal god bra dålig bättre bäst rätt nu idag så som om eller och men
    eftersom att av till på vid från med utan över under upp ner ut in innan före efter väl ju då nog gång gånger dag
    dagar vecka veckor tid tiden del hela möjligt händer tänker tror tycker just egentligen morgon kväll minut timme
    timmar möte människa person maskin dator ai språk svenska engelska danska ord text mening lång långt länge kort
    frivilligt obligatoriskt nödvändigt anonymt anonym offentligt publiceras hemligt bild foto fil filer röst svårt team
    glasögon papper mobil telefon internet batteri ansvarig kontoret
    """,
    openings="""
    jag är fel, jag är ny, jag heter, mitt namn, de sa, jag fick, det beror, spelar ingen roll, gå bort, lägg av, sluta,
    inte min, inte mitt, var är, skriv du, skriv bara, skriv något, ta bara, god natt, inga kommentarer, det är privat,
    om jag, när jag, men du, är du kvar, spelar ingen, som du vill, orkar inte, går det, gick det, jag kollar, jag
    letar, jag söker, jag väntar, för svårt, för krångligt, hej på, jag fortsätter, jag gör, jag skriver, jag tar, det
    gör jag, det tar jag, nej tack, får alla, får andra, den här frågan, frågan är, de här frågorna, formuläret är, tack
    för hjälpen, tack för din, jag talar inte, jag pratar inte, jag ger upp, jag tryckte, jag menar, jag ville, jag
    begriper, en fråga till, en till fråga, en fråga bara, kan min, får min, det vet min, jag jobbar nu, jag hänger
    inte, ingen tid, har ingen tid, jag orkar inte, kan jag, kan du, kan man, kan vi, kan ni, kan någon, kan det, får
    jag, får man, får vi, måste jag, måste man, måste det, ska jag, ska man, ska vi, ska det, är det här en, är det här,
    är det ok, är det okej, är det möjligt, är det nödvändigt, är det en, är det ett, är det obligatoriskt, är det
    anonymt, är du, är ni, är det någon, är mina, är någon, finns det, har du, har ni, har jag, blir det, sparas, sparar
    du, läser du, läser någon, pratar du, talar du, förstår du, kommer det, kommer mina, kommer mitt, kommer någon,
    publiceras, vad är, vad betyder, vad menar, vad menas, vad ska, vad gör, vad kan, vad händer, vad om, vad vill, vad
    nu, vad heter, vad skriver, vad för, vem är, vem läser, vem kan, vem ser, vem får, vem har, vem ska, vem kommer,
    vilka läser, vilka ser, vilka kan, hur lång, hur långt, hur länge, hur många, hur mycket, hur gör, hur ska, hur kan,
    hur svarar, hur skriver, hur ändrar, hur rättar, hur tar jag, hur går, hur kommer jag, hur fungerar, hur då, hur
    utförligt, när, var är, var kan, var ska, var ser, varför, vilket språk, på vilket språk, vilket ord, till vem, jag
    vet inte, jag vet ej, det vet jag inte, vet inte, ingen aning, jag har ingen, jag har en fråga, jag har inte tid,
    jag har bråttom, jag har redan, jag har glömt, jag har gjort, jag har svarat, jag har skrivit fel, jag förstår inte,
    jag fattar inte, det förstår jag inte, förstår inte, fattar inte, jag kan inte, jag är inte säker, jag är osäker,
    jag är förvirrad, jag är klar, jag är trött, jag är upptagen, jag är på möte, jag är på väg, jag är i ett, jag är
    tillbaka, jag är inte, jag vill sluta, jag vill fråga, jag vill veta, jag vill prata, jag vill ändra, jag vill inte,
    jag vill göra, jag vill ta, jag vill avsluta, jag vill avbryta, jag vill fortsätta, jag vill hellre, jag vill gärna
    veta, jag skulle vilja, jag behöver hjälp, jag behöver mer, jag behöver fråga, jag behöver en paus, jag behöver
    tänka, jag måste gå, jag måste fråga, jag måste sluta, jag måste tänka, jag måste kolla, jag måste iväg, jag ska
    fråga, jag ska bara, jag ska gå, jag ska kolla, jag frågar, jag kommer tillbaka, jag återkommer, jag svarar senare,
    jag gör det senare, jag gör det imorgon, jag tar det, jag skriver senare, jag tror jag, jag tror att jag, jag skrev,
    jag glömde, jag hatar, jag slutar, jag orkar, jag hinner, inte säker, inte nu, kanske senare, ett ögonblick, en
    sekund, en minut, ett tag, hjälp mig, visa mig, ge mig, förklara, säg mig, berätta, gå tillbaka, hoppa över, nästa
    fråga, du får fråga, du måste, det är för, det är dumt, det är svårt, det är ett test, det är fel, det var ett, det
    var fel, det tar, det fungerar inte, det funkar inte, det har jag, det skrev, det samma, samma som, se ovan, som
    ovan, som innan, som jag, min kollega vet, min chef vet, min kollega, min chef, du är, ni är, vad fan, god morgon,
    god kväll, tack så, tusen tack, för många frågor, för långt, för krångligt, på svenska, min engelska, ring mig, låt
    mig, och nu, och sen, och om jag, men hur, men vad, men jag, ok och, okej och, tar det, räcker det, räknas, stämmer
    det, funkar det, fungerar det, till vem, med vem, av vem, för vem, tänk om, vad händer om, och om, definiera, om
    jag, om vi inte
    """,
    me="fråga frågan formuläret jag mig min mitt du dig din ditt bot robot",
    practice="vi oss vår vårt våra han hon honom henne dem deras",
    question_words="vad vem vilka hur när var varför vilken vilket",
    verbs="""
    kommer blir står fungerar sparas syns räknas går krävs behövs kostar räcker gäller tar läser ser behöver kost duurt
    geldt telt leest lezen ziet zien hoef hoeft kan får måste ska är har finns var vet
    """,
    subjects="detta jag du vi ni man det den de detta mitt min mina någon alla andra vårt våra",
    work_subjects="jag, vi, jag är",
    work_verbs="""
    hjälper utbildar stöttar stödjer besöker träffar handleder leder erbjuder coachar undervisar lärare mentor polis
    socialsekreterare psykolog
    """,
    other_verbs="arbetar jobbar pratar talar lyssnar berättar visar förklarar gör ger använder går spelar",
    not_work="""
    senare imorgon morgon idag snart först fråga frågor frågan formulär formuläret sida knapp meddelande engelska
    svenska chef kollega inte ingen inget redan igen paus lunch nu
    """,
)
