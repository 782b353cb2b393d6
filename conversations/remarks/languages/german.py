"""German words that tell a remark from an answer."""

from conversations.remarks.languages import Language

GERMAN = Language(
    chat="""
    schauen nachschauen gucken suchen suche gedrückt drücken klicken nochmals mist bräuchte vertan verklickt
    wiedersehen
    verschrieben vergessen hallo hi hey moin servus grüezi guten gute morgen tag abend nacht tschüss tschüs danke
    dankeschön vielen bitte ok okay sorry entschuldigung entschuldige verzeihung ups hm hmm ach aha achso ja nein nö jo
    super toll prima gut perfekt klar verstehe versteh verstanden verstehen unklar verwirrt hilfe hilf helfen eilig
    stress keine müde langweilig stopp stop aufhören pause warte warten moment abbrechen beenden ende fertig
    weitermachen weiter nächste nächster überspringen zurück später heute gleich bald feierabend frage fragen antwort
    antworten antworte geantwortet beantworten beantwortet beantworte formular fragebogen abschnitt seite knopf taste
    nachricht chat schreiben schreibe schreib geschrieben lesen liest lese gelesen lies senden schicken abschicken
    gesendet speichern gespeichert löschen lösche gelöscht ändern ändere korrigieren fehler falsch vertippt bot roboter
    ki bedeutet bedeutung heißt meint meinst gemeint erklären erkläre erklärung beispiel übersetzen übersetze frist test
    teste sprachnachricht dumm blöd blöde blöder doof scheiße scheiss verdammt idiot quatsch nervt nervig unsinn weiß
    weiss ahnung wissen sagen sag sprechen sprichst reden anrufen zeig zeige zeigen wiederholen nochmal wieder kollege
    kollegin chef chefin koordinator koordinatoren jemand niemand keiner rechtschreibung rechtschreibfehler tippfehler
    grammatik
    """,
    common="""
    knopf absenden andere anderen rückruf nachher fünf sechs sieben acht neun zehn zwanzig montag dienstag mittwoch
    donnerstag freitag wochenende monat jahr krank bett kopf privat kostet kosten stichworte rein nachlesen lust
    unterschied hören höre gehört sehen gesehen schauen schau wissen wusste denken dachte meinen meine glauben suchen
    suche gesucht holen nehmen genommen setzen legen liegen sitzen sitze stehen stehe fahren fahre essen schlafen zahlen
    kaufen öffnen schließen halten halte hoffen hoffe fühlen scheint passt passen funktionieren lassen lass lasse
    bleiben bleibe bekommen bekomme kriegen kriege nennen heißen heiße stimmt stimmen falsch sicher unsicher wohl
    wirklich tatsächlich also sonst deshalb daher leider zum glück natürlich genau ganz ziemlich alles irgend irgendwie
    irgendwas irgendwo nie niemals länger bald sofort seit wieder zusammen allein weg hin drüben draußen drinnen vorne
    hinten zwischen rund oben unten beide entweder weder halb voll leer groß klein hoch niedrig leicht schwer wahr frei
    eigen eigene schnell langsam solche falls obwohl während bis gebraucht gefragt gesagt kenne kennen gelernt name
    namen bildschirm sache sachen seite lieber am besten wollt könnt habt seid wisst dürft müsst sollt gerade mal halt
    eh zuerst später unterwegs drauf drin dran hause daheim zuhause kein keine keinen keinem ich mich mir mein meinem
    meiner du dich dir dein deine deinen wir uns unser unsere ihr euch er sie ihn ihm ihnen es das der die den dem des
    ein eine einen einem einer eines dies diese dieser dieses hier da dort was wer wen wem wessen wie wann wo wohin
    woher warum wieso weshalb welche welcher welches bin ist sind bist war waren sein gewesen habe hab hast hat haben
    hatte wird werde werden wurde worden kann kannst können könnte könntest soll sollen sollte sollst muss musst müssen
    müsste darf darfst dürfen will willst wollen möchte möchtest würde mag tun tue tut mache mach machen macht gemacht
    gehen gehe geht kommen komme kommt geben gib gibt nimm sehe finden finde brauchen brauche braucht nicht immer schon
    noch nur auch sehr viel viele mehr weniger wenig etwas nichts jede jeder jedes andere anderer anderes eins zwei drei
    erste erster letzte letzter gleiche neu alt gut schlecht besser richtig jetzt heute dann so als wenn ob oder und
    aber denn weil dass zu zur in im ins auf an für von vom mit ohne über um unter bei vor nach vielleicht doch ja
    eigentlich eben zeit tag tage woche wochen teil möglich passiert los dafür dazu damit davon darüber daran darauf her
    raus rein selbst einfach dauert dauern denke glaube erst gern gerne minute minuten stunde stunden besprechung mensch
    menschen person maschine computer sprache deutsch englisch französisch wort wörter text satz sätze lang lange länge
    kurz freiwillig pflicht notwendig nötig anonym öffentlich veröffentlicht geheim vertraulich foto bild datei dateien
    brille unterlagen papiere schwierig handy telefon internet akku leiter leiterin vorgesetzte vorgesetzter büro
    """,
    openings="""
    bitte um, geh weg, hau ab, lass mal, lass das, kommt drauf an, das hängt, nicht mein, nicht meine, mir wurde gesagt,
    man hat mir, ich heiße, ich soll, ich sollte, ich wurde gebeten, ich bin nicht, ich bin neu, ich bin die falsche,
    haben wir nicht, hatten wir nicht, ist doch, geht so, schreib einfach, schreiben sie, schreib du, nimm einfach, noch
    da, keine lust, kein kommentar, das ist doch, das ist privat, wenn ich, wie du willst, aber du, ist egal, egal, mir
    egal, weiß der, muss mal, muss erst, muss noch, muss ich erst, will nicht, weiter bitte, zu schwer, zu schwierig,
    hab mich, habe mich, hab das, habe das schon, das mache, das mach, mach ich, mache ich, das schreibe ich, das muss,
    das kann ich, das kann ihnen, komme später, komme gleich, bin gleich, bin gerade, bin im, bin unterwegs, bin müde,
    danke für, vielen dank für, diese frage, die frage ist, die fragen sind, dieses formular, ich mag nicht, ich will
    mehr, ich gebe auf, ich hab keine lust, ich habe genug, ich habe falsch, ich wollte, ich meine, ich sitze, ich
    brauch, ich brauche, ich kapier, kapier ich, kapier das nicht, kann mein, kann meine, kann jemand, darf mein, eine
    frage noch, noch eine frage, ich kann kein, ich spreche, mein deutsch, das weiß mein, das weiß meine, das weiß nur,
    da muss ich, hab keine, habe keine zeit, keine zeit, keine lust, kann ich, kann man, kann mir, kannst du, können
    sie, können wir, könnten sie, könntest du, darf ich, darf man, muss ich, muss man, muss das, müssen wir, soll ich,
    soll das, sollen wir, ist das, ist es, ist hier, ist da, ist jemand, ist mein, sind sie, sind meine, sind das, sind
    da, bist du, hast du, haben sie, habe ich, hab ich, gibt es, gibts, geht das, geht es, wird das, wird mein, werden
    meine, werden die, wird meine, bin ich, wollen sie, willst du, sprichst du, sprechen sie, verstehst du, verstehen
    sie, liest du, lesen sie, liest das, liest hier, speicherst du, was ist, was sind, was bedeutet, was heißt, was
    meint, was meinst, was meinen, was soll, was muss, was mache, was kann ich, was kann man, was darf, was passiert,
    was wenn, was wird, was genau, was schreibe, was schreibt, was gehört, was wollen, was willst, was jetzt, was nun,
    was für, wer ist, wer sind, wer bist, wer liest, wer sieht, wer kann, wer hat, wer bekommt, wer kriegt, wer wird,
    wie lange, wie lang, wie viel, wie viele, wieviel, wieviele, wie geht, wie kann, wie mache, wie soll, wie muss, wie
    komme, wie ändere, wie lösche, wie korrigiere, wie beantworte, wie schreibe, wie ausführlich, wie genau, wie weit,
    wie funktioniert, wie heißt du, wie ist das, wie meinst, wie meinen, wann, wo ist, wo kann, wo muss, wo finde, wo
    sehe, wo soll, warum, wieso, weshalb, wozu, welche sprache, in welcher sprache, auf welcher sprache, wohin, woher
    weiß, ich weiß nicht, ich weiß es nicht, weiß ich nicht, das weiß ich, ich weiß das nicht, ich weiß gerade, ich weiß
    leider, keine ahnung, ich habe keine, ich hab keine, ich habe eine frage, ich hab eine frage, ich habe noch eine
    frage, ich habe schon, ich habe das schon, ich habe mich, ich habe einen fehler, ich habe vergessen, ich hab mich,
    ich hab vergessen, ich verstehe, ich versteh, verstehe ich nicht, das verstehe, versteh ich nicht, ich kann nicht,
    ich kann das nicht, ich kann jetzt, ich kann gerade, ich kann dazu, ich bin nicht sicher, ich bin mir nicht, ich bin
    unsicher, ich bin verwirrt, ich bin fertig, ich bin müde, ich bin gerade, ich bin beschäftigt, ich bin im, ich bin
    in einer, ich bin unterwegs, ich bin wieder, ich möchte aufhören, ich möchte fragen, ich möchte wissen, ich möchte
    eine pause, ich möchte das, ich möchte etwas, ich möchte meine, ich möchte mit, ich möchte später, ich möchte
    lieber, ich möchte abbrechen, ich will aufhören, ich will nicht, ich will das nicht, ich will später, ich will mit
    einem, ich will abbrechen, ich will etwas, ich muss los, ich muss weg, ich muss gehen, ich muss erst, ich muss
    fragen, ich muss kurz, ich muss jetzt, ich muss nachfragen, ich muss nachdenken, ich muss meinen, ich muss noch, ich
    brauche hilfe, ich brauche mehr, ich brauche eine pause, ich brauche zeit, ich mache später, ich mache das später,
    ich mache morgen, ich komme später, ich komme wieder, ich komme nicht weiter, ich frage, ich antworte später, ich
    schreibe später, ich schreibe morgen, ich überlege, ich denke darüber, ich glaube ich, ich hasse, ich höre auf, ich
    würde gerne, ich würde lieber, weiß nicht, weiss nicht, weiß es nicht, verstehe nicht, versteh nicht, kann nicht,
    nicht sicher, jetzt nicht, nicht jetzt, vielleicht später, warten sie, einen moment, moment bitte, tut mir leid,
    hilf mir, helfen sie, zeig mir, gib mir, geben sie mir, erkläre, erklären sie, erklär, sag mir, sagen sie,
    übersetze, geh zurück, nächste frage, frag, fragen sie, fragt, da müssen sie, da musst du, das müssen sie, das muss
    ich, das ist zu, das ist doof, das ist dumm, das ist schwer, das ist schwierig, das ist ein test, das ist nur ein,
    das ist mir, das ist falsch, das ist blöd, das war ein, das war falsch, das war die falsche, das dauert, das geht
    nicht, das funktioniert, das habe ich, das hab ich, das nervt, das gleiche wie, wie oben, siehe oben, wie gesagt,
    mein chef weiß, meine kollegin weiß, meine kollegin, mein kollege, mein chef, du bist, sie sind, so ein, was für
    ein, so ein mist, guten morgen, guten tag, guten abend, gute nacht, vielen dank, herzlichen dank, lass mich, zu
    viele fragen, zu lang, zu kompliziert, auf deutsch, mein englisch, ruf mich, rufen sie, bitte rufen, wer zum, alles
    klar und, funktioniert das, dauert das, dauert es, reicht das, stimmt das, zählt das, an wen, mit wem, von wem, für
    wen, was wenn, und wenn, und was wenn, was passiert, erkläre, erklär, definiere, wenn ich, wenn wir keine, wenn man
    """,
    me="frage formular fragebogen ich mich mir mein meine du dich dir dein bot roboter",
    practice="wir uns unser unsere er ihn ihnen",
    question_words="was wer wem wen wie wann wo warum wieso weshalb woher wohin welche welcher welches wozu wofür",
    verbs="""
    landet dauert bleibt reicht kostet funktioniert zählt bekommt sieht liest stimmt gilt steht läuft brauche dürfen
    komme mache kann kannst können könnte könnten darf muss müssen soll sollen wird werden ist sind war hat hast haben
    hab gibt geht kommt bin bist wäre will wollen braucht
    """,
    subjects=(
        "stichworte was das ich du sie ihr wir man das dies es der die mein meine meinen unser unsere jemand andere "
        "alle hier"
    ),
    work_subjects="ich, wir, ich bin",
    work_verbs="""
    helfe helfen unterstütze unterstützen begleite begleiten berate beraten betreue betreuen besuche besuchen
    unterrichte unterrichten schule coache leite leiten treffe treffen trainiere trainieren biete bieten lehrer lehrerin
    mentor mentorin sozialarbeiter sozialarbeiterin polizist psychologin
    """,
    other_verbs="""
    arbeite arbeiten spreche sprechen rede reden höre hören erzähle erzählen zeige zeigen erkläre erklären mache machen
    gebe geben nutze nutzen gehe gehen spiele spielen
    """,
    not_work="""
    später morgen heute gleich bald erst zuerst kurz frage fragen formular abschnitt seite knopf nachricht englisch
    deutsch chef chefin kollege kollegin nicht kein keine nichts schon nochmal pause mittag jetzt auf
    """,
)
