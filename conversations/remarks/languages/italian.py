"""Italian words that tell a remark from an answer."""

from conversations.remarks.languages import Language

ITALIAN = Language(
    chat="""
    boh strano guardare guardo cercare cerco controllare controllo premuto senso pensarci finisco stasera completo ciao
    salve buongiorno buonasera buonanotte arrivederci grazie mille prego favore ok okay va bene scusa scusi scusate
    spiacente dispiace ops uhm ehm ah oh sì no perfetto ottimo certo capisco capire capito capisce chiaro perso persa
    confuso confusa aiuto aiutare aiutami aiutarmi fretta stanco stanca noioso fermare fermarmi stop smettere pausa
    aspetta aspetti aspettare attimo momento uscire annullare fine finire finito terminare terminato pronto continuare
    proseguire avanti prossima prossimo saltare indietro tornare torno dopo tardi domani presto occupato occupata
    domanda domande chiedere risposta risposte rispondere rispondo risposto modulo questionario sezione pagina pulsante
    bottone messaggio scrivere scrivo scritto leggere legge leggono letto leggi inviare invio inviato mandare salvare
    salvato salva salvata salvate salvati cancellare eliminare cambiare modificare correggere errore sbagliato sbagliata
    bot robot significa significato vuol dire spiegare spiega spiegami spiegazione esempio tradurre traduci scadenza
    prova test stupido stupida merda cazzo cavolo idiota noia ridicolo so sapere sa idea dimmi dica parlare parli
    chiamare chiama mostra ripetere ripeti ancora dimenticato collega capo coordinatore coordinatori coordinatrice
    qualcuno nessuno ortografia grammatica refusi
    """,
    common="""
    dov pulsante limite compilare detto altri scrivono persona giusta cinque sei sette otto nove dieci venti lunedì
    martedì mercoledì giovedì venerdì settimana mese anno malato letto testa privato gratis costa costare voglia
    differenza sentire sento sentito vedo visto vedere guardare guardo sapere sapevo penso pensare credevo cerco cercare
    trovare trovato mettere messo seduto guidare mangiare dormire pagare comprare aprire aperto chiudere chiuso tenere
    tengo spero sperare sembra funziona lasciare lascia lascio restare resta ricevere ricevuto chiamo vero falso sicuro
    sicura davvero infatti altrimenti quindi purtroppo certamente esattamente completamente abbastanza quasi nessuno
    niente subito presto insieme solo sola lontano fuori dentro davanti dietro tra intorno sopra sotto ogni sia né metà
    pieno vuoto grande piccolo alto basso libero proprio veloce piano tale stesso anche mentre usato chiesto detto
    conosco conosce imparato nome schermo cosa lato meglio volete vogliono possono devono sapete potete fate dite saprei
    direi nessun nessuna io mi me mio mia miei mie tu ti te tuo tua tuoi lei suo sua noi ci ce nostro nostra voi vi
    vostro lui loro egli essa si il lo la i gli le l un uno una questo questa questi queste quello quella quelli qui qua
    lì là che cos chi come quanto quanta quanti quante quando dove perché perche quale quali è e sono sei siamo siete
    era essere stato ho hai ha abbiamo avete hanno avere avuto posso può puo puoi possiamo potere potrei potrebbe
    potresti devo deve devi dobbiamo dovere dovrei voglio vuoi vuole volere vorrei faccio fa fai fare fatto vado va vai
    andare metto do dai dare dammi trovo serve servono bisogno inizio iniziare non mai sempre già gia ancora molto molta
    molti più piu meno poco qualcosa tutto tutti tutta tutte altro altra altri due tre primo prima ultimo ultima nuovo
    buono buona male adesso ora oggi allora così se o ed ma a al alla ai alle di del della dei delle d da dal in nel
    nella con senza su sul per fra fino durante forse nulla giorno giorni settimana volta volte parte possibile succede
    credo dura signore signora minuto minuti ore riunione umano umana persona macchina computer lingua italiano inglese
    parola parole testo frase lungo lunga corto tempo facoltativo obbligatorio obbligatoria necessario anonimo pubblico
    pubblicato segreto riservato foto immagine file voce vocale difficile facile squadra occhiali carte cellulare
    telefono internet batteria responsabile ufficio
    """,
    openings="""
    dov è, dov e, non sono la, non sono il, mi chiamo, mi hanno detto, mi hanno chiesto, dipende, non importa, vattene,
    lascia stare, lasciami in, non è il mio, non e il mio, sono nuovo, sono nuova, cosa scrivono, hai un, avete un, è
    privato, aspetta che, è privato, e privato, è gratis, costa qualcosa, metti quello, scrivi qualcosa, scrivi tu, come
    vuoi, come vuole, fa lo stesso, non mi va, nessun commento, se io, quando finisco, ma tu, ci sei, buona notte,
    buonanotte, e allora, ci devo, ci penso, in che senso, boh non, è difficile, troppo difficile, eh non, mah non, per
    ora, per adesso, finisco, lo finisco, lo completo, lo faccio, lo scrivo, continuo, riprendo, non mi, no grazie, ma
    chi, ma come, ma perché, ma quanto, mi fai, mi dai, chiedi alla, chiedi al, chieda alla, chieda al, chiedilo, questa
    domanda, queste domande, la domanda non, questo modulo, grazie per, non parlo, non lo capisco, non mi ricordo, mi
    arrendo, non ho capito, ho premuto, volevo, voglio dire, un altra domanda, una domanda, si capisce, il mio collega
    può, può il mio, adesso non, ora non, sto lavorando, mi sono perso, mi sono persa, posso, puoi, potrei, potresti,
    potrebbe, devo, dovrei, bisogna, è obbligatorio, e obbligatorio, è necessario, e necessario, è possibile, e
    possibile, è anonimo, è un robot, e un robot, è una prova, è un test, è troppo, e troppo, è questo, c è, ce
    qualcuno, ci sono, ci vuole, parli, capisci, leggi, qualcuno legge, verrà pubblicato, va bene se, va bene anche, va
    bene in, che cosa, cosa, cos è, che significa, che vuol, che devo, che faccio, che succede, che lingua, che ne, chi
    è, chi e, chi sei, chi siete, chi legge, chi leggerà, chi può, chi puo, chi vede, chi riceve, chi ha, come posso,
    come si, come faccio, come devo, come funziona, come cambio, come modifico, come correggo, come cancello, come
    torno, come rispondo, come stai, come mai, quanto, quanta, quanti, quante, quando, dove, perché, perche, a cosa, a
    che, in che lingua, in quale lingua, qual è, qual e, quale, per chi, per quanto, non so, non lo so, non saprei, io
    non so, non capisco, non ho tempo, non ho idea, non ho la minima, non ho voglia, non posso, non riesco, non sono
    sicuro, non sono sicura, non voglio, non adesso, non ora, non funziona, non ricordo, nessuna idea, ora no, adesso
    no, sono occupato, sono occupata, sono stanco, sono stanca, sono confuso, sono confusa, sono perso, sono in
    riunione, sono in, sono tornato, sono tornata, voglio fermarmi, voglio smettere, voglio sapere, voglio chiedere,
    voglio parlare, voglio cambiare, voglio correggere, voglio uscire, voglio continuare, voglio finire, vorrei sapere,
    vorrei chiedere, vorrei parlare, vorrei cambiare, vorrei modificare, vorrei correggere, vorrei fermarmi, vorrei
    smettere, vorrei una, vorrei continuare, ho una domanda, ho un dubbio, ho dei dubbi, ho fretta, ho bisogno di, ho
    sbagliato, ho fatto un errore, ho dimenticato, ho già, ho gia, ho finito, mi sono sbagliato, mi serve, mi
    servirebbe, mi dispiace, mi aiuti, mi puoi, mi può, lo farò, rispondo, devo chiedere, devo andare, devo pensare,
    devo fermarmi, devo controllare, chiedo, chiederò, odio, credo di, penso di aver, chiedi a, chiedete a, chieda a,
    bisogna chiedere, il mio capo, la mia collega, il mio collega, lo stesso, vedi sopra, come prima, come ho, un
    attimo, un momento, un minuto, un secondo, aiutami, aiutatemi, per favore, dammi, dimmi, mostrami, spiega, spiegami,
    prossima domanda, mille grazie, troppo, troppe domande, il mio inglese, in italiano, chiamami, chiamatemi, lasciami,
    più tardi, piu tardi, e adesso, e ora, e se, e poi, ma io, ma non, ma cosa, ma chi, funziona, basta così, basta
    cosi, sei un, sei una, sei umano, hai capito, hai salvato, viene salvato, vengono salvate, dura molto, a chi, con
    chi, da chi, di chi, per chi, e se, cosa succede se, parlo solo, definire, se esco, se chiudo, se non abbiamo, se
    non ho, i miei dati, i miei, si può, si vede, si salva, vi serve, bisogna, ci vuole, ci vogliono, manca molto,
    mancano molte, è obbligatorio, è necessario, è possibile, mi potete, potete, qualcuno legge, qualcuno vede, qualcuno
    controlla, scusate, devo chiudere
    """,
    me=(
        "ho voglio posso devo so capisco faccio finisco torno riprendo domanda modulo questionario io mi me mio mia "
        "tu ti te tuo lei bot robot"
    ),
    practice="noi nostro nostra loro lui egli",
    question_words="dov che cosa chi come quando quanto quanta quanti quante dove perché quale quali",
    work_subjects=", io, noi",
    work_verbs="""
    aiutiamo formo formiamo sostengo accompagno accompagniamo visito visitiamo insegno insegniamo seguo organizzo
    organizziamo
    """,
    other_verbs="aiuto lavoro lavoriamo parlo parliamo ascolto ascoltiamo racconto spiego mostro",
    not_work="""
    dopo domani presto prima domanda domande modulo sezione pagina pulsante messaggio inglese italiano capo collega non
    niente già pausa adesso ora solo
    """,
)
