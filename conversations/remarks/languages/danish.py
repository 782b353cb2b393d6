"""Danish words that tell a remark from an answer."""

from conversations.remarks.languages import Language

DANISH = Language(
    chat="""
    tjekke tjekker undersøge kigge kigger trykke trykkede hov nåda okaydokay vrøvl træls pjat hallo aften ordne hej
    hejsa hejhej halløj dav davs goddag godmorgen godaften farvel tak mange tusind venligst okay ok oki undskyld ups øh
    hmm nå nej ja jo jep super fint godt perfekt fedt forstår forstå forstået forvirret hjælp hjælpe travlt træt
    kedeligt stop stoppe pause vent vente lige øjeblik afslutte slut færdig fortsætte fortsæt videre næste spring over
    tilbage senere morgen imorgen idag snart spørgsmål spørgsmålet spørgsmålene spørge spørg svar svare svaret skema
    skemaet formular formularen afsnit side knap besked skrive skriver skrevet skriv læse læser læst læs sende send
    sendt gemme gemt gemmer gemmes slette slet rette ret ændre fejl forkert bot robot robotten kunstig betyder betydning
    forklar forklare forklaring eksempel oversætte oversæt frist test tester dum dumt lort pis fanden satan idiot
    irriterende latterligt ved aner anelse fortæl sige sig tale snakke ringe ring vis gentag igen glemt glemte kollega
    kollegaen chef chefen koordinator koordinatorer koordinatorerne nogen ingen stavning stavefejl grammatik
    """,
    common="""
    knap knappen sende vågen andre skriver hedder dag lidt fem seks ti tyve mandag tirsdag onsdag torsdag fredag weekend
    måned år syg seng hoved privat gratis koster færre flere høre hører hørt se set så vide tænke tænkt mene mente synes
    syntes lede søge finde fundet hente tage taget sætte lægge ligge sidde sidder stå køre kører spise sove betale købe
    åbne lukke klikke holde holder håbe håber føle virker virke passer passe betyde plejer orker nå når nåede måtte
    turde ret rigtigt forkert sikkert nok måske faktisk altså ellers derfor derved dermed desværre heldigvis
    selvfølgelig præcis helt ganske temmelig alt alting ingenting nogensinde længere snart straks siden igen sammen
    alene væk hen herfra derfra ude inde hjem hjemme foran bagved mellem omkring ovenfor nedenfor hver både enten
    hverken hel halv fuld tom stor lille små høj lav let svær nem sand falsk klar fri egen hurtig hurtigt langsom sådan
    hvis fordi selvom mens indtil brug bruges brugt spurgt sagt skrive ned svaret hvorhen på lidt siger sagde kender
    kendte lære lært hedder navn navnet skærm ting side gerne helst computer i aften ingen intet jeg mig min mit mine du
    dig din dit dine vi os vores jer han hun ham hende de dem deres det den dette denne disse her der hvad hvem hvor
    hvordan hvornår hvorfor hvilken hvilket hvilke er var være været har havde have haft bliver blive blev kan kunne
    skal skulle vil ville må bør burde gør gøre gjorde gå går gik kom komme kommer få får fik give giver giv tager tag
    ser lave laver bruge bruger prøve prøver starte start begynde ikke aldrig altid allerede stadig endnu bare kun også
    for meget mange mere mest mindre nogle noget nogen alle anden andet andre en et to tre første sidste samme ny gammel
    god godt dårlig bedre bedst rigtig nu dag som eller og men at af til ved fra med uden om op ud ind over under inden
    før efter vel jo da dog gang gange dage uge uger tid tiden del hele muligt sker ske tænker tror lige egentlig
    nærmere står minutter minut timer time menneske person maskine sprog dansk engelsk tysk norsk svensk ord tekst lang
    langt kort længe frivilligt nødvendigt obligatorisk anonymt anonym offentligt offentliggøres hemmeligt billede fil
    filer stemme lyd briller rigtige leder lederen svært nemt mobil telefon wifi net papir papirer kontoret
    """,
    openings="""
    det er ikke mig, jeg er ikke, jeg hedder, det kommer an, det er lige meget, lige meget, det afhænger, ikke mit, ikke
    min, hvad hedder, jeg blev bedt, jeg fik besked, gå væk, hold op, ti nu, lad os, lad det, bare tag, skriv selv,
    skriv bare, skriv noget, sæt bare, tag bare, gider ikke, orker ikke, ingen kommentarer, som du vil, det er privat,
    hvis jeg, hvis vi, når jeg, men du, er du der, godnat, jeg gør, jeg laver, jeg tager, det gør jeg, det laver jeg,
    det tager jeg, det må jeg, det skal jeg, hvem bestemmer, har lavet, kom til at, tak for hjælpen, tak for din, tak
    for jeres, det gider jeg, det forstår, det kan jeg ikke, det vil jeg ikke, det her spørgsmål, spørgsmålet er, de her
    spørgsmål, jeg trykkede, jeg kom til, jeg giver op, jeg sidder, jeg mener, må min, kan min, kan de, kan andre, hvad
    fanden, hvad i, ti stille, et spørgsmål mere, har et spørgsmål, kan jeg, kan du, kan man, kan vi, må jeg, må man,
    skal jeg, skal man, skal vi, skal det, skal den, er det her, er det muligt, er det ok, er det nødvendigt, er det en,
    er det et, er du, er der nogen, er der en, er der et, er i, er mine, bliver det, bliver mit, bliver mine, har du,
    har i, har jeg, hvad er, hvad betyder, hvad mener, hvad skal, hvad gør, hvad kan, hvad nu, hvad sker, hvad hvis,
    hvad vil, hvad med, hvad for, hvad menes, hvem er, hvem læser, hvem kan, hvem ser, hvem får, hvem har, hvem skal,
    hvor lang, hvor langt, hvor længe, hvor mange, hvor meget, hvor skal, hvor kan, hvor er, hvor ser, hvordan gør,
    hvordan skal, hvordan kan, hvordan svarer, hvordan skriver, hvordan kommer, hvordan ændrer, hvordan retter, hvordan
    sletter, hvordan går, hvornår, hvorfor, hvilket sprog, hvilket ord, på hvilket sprog, jeg ved ikke, jeg ved det
    ikke, det ved jeg ikke, jeg aner, jeg forstår ikke, jeg forstår det ikke, det forstår jeg ikke, jeg kan ikke, jeg
    har ikke tid, jeg har travlt, jeg har et spørgsmål, jeg har ingen anelse, jeg har lavet en fejl, jeg har svaret, jeg
    har allerede, jeg har brug for hjælp, jeg har brug for mere, jeg har ikke lyst, jeg har glemt, jeg er ikke sikker,
    jeg er i tvivl, jeg er forvirret, jeg er færdig, jeg er træt, jeg er optaget, jeg er til møde, jeg er på vej, jeg er
    nødt til, jeg er tilbage, jeg vil gerne stoppe, jeg vil gerne spørge, jeg vil gerne vide, jeg vil gerne tale, jeg
    vil gerne ændre, jeg vil gerne rette, jeg vil hellere, jeg vil stoppe, jeg vil ikke, jeg vil spørge, jeg vil vente,
    jeg vil lige, jeg skal lige, jeg skal gå, jeg skal spørge, jeg skal til, jeg skal bruge, jeg må spørge, jeg må lige,
    jeg må gå, jeg spørger, jeg kommer tilbage, jeg fortsætter, jeg vender tilbage, jeg skriver senere, jeg gør det
    senere, jeg tror jeg, jeg skrev, jeg glemte, jeg mangler, jeg gider, jeg stopper, jeg holder, jeg tænker lige, ved
    ikke, ved det ikke, aner det ikke, forstår ikke, forstår det ikke, ingen anelse, ikke sikker, ikke nu, måske senere,
    lige et øjeblik, et øjeblik, øjeblik, hjælp mig, kan ikke, vis mig, giv mig, forklar, fortæl mig, gå tilbage, spring
    over, spørg, du skal spørge, du må spørge, spørg hellere, det er for, det er dumt, det er svært, det er en test, det
    var en fejl, det var forkert, det var en, det er forkert, det står, det virker ikke, det tager, det har jeg, det
    skrev, det gider, det svarede, det samme som, samme som, se ovenfor, som før, som jeg skrev, min kollega ved, min
    chef ved, min kollega, min chef, du er, du spørger, hvad fanden, mange tak, tusind tak, kan nogen, er der, læser
    nogen, læser du, taler du, forstår du, kan det, må det, skal alt, bliver der, gemmer du, gemmes, næste spørgsmål,
    ring til, jeg hader, lad mig, for mange spørgsmål, for svært, for langt, på dansk, mit engelsk, undskyld mit, tager
    det, tager det her, findes der, til hvem, med hvem, fra hvem, hvad hvis, hvad nu hvis, og hvis, forklar, hvis jeg,
    hvis vi ikke
    """,
    me="spørgsmål spørgsmålet skema skemaet formularen jeg mig min mit du dig din dit bot robot",
    practice="vi os vores han hun hende dem deres",
    question_words="hvad hvem hvor hvordan hvornår hvorfor hvilken hvilket hvilke mon",
    verbs="""
    bliver virker ender står ligger gemmer retter skriver passer koster tager læser ser tæller gælder behøver kan må
    skal vil er har kommer får gør findes var ved
    """,
    subjects="jeg du vi man det den de der dette mit min mine vores nogen alle andre alt i",
    work_subjects="jeg, vi, jeg er",
    work_verbs="""
    hjælper træner underviser støtter besøger møder vejleder leder tilbyder inviterer coacher rådgiver mentor lærer
    psykolog pædagog politimand socialrådgiver
    """,
    other_verbs="""
    arbejder taler snakker lytter fortæller viser forklarer laver giver bruger går sender holder spiller bygger
    """,
    not_work="""
    senere imorgen morgen idag snart først lige spørgsmål spørgsmålet skema skemaet formularen side knap besked engelsk
    dansk chef kollega ikke ingen intet allerede igen pause frokost nu
    """,
)
