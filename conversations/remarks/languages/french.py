"""French words that tell a remark from an answer."""

from conversations.remarks.languages import Language

FRENCH = Language(
    chat="""
    envie bizarre flemme pff cherche chercher vérifier vérifie regarde regarder cliqué appuyé appuyer sauter demande
    demander soir finirai finir efface ferme jsp bonjour bonsoir salut coucou allo hello merci beaucoup stp svp ok okay
    accord daccord pardon désolé désolée oups hum euh ah oh bah ben oui non super bien parfait génial cool compris
    comprends comprend comprendre pige clair perdu perdue confus aide aider aidez pressé pressée fatigué fatiguée
    ennuyeux arrêter arrête arrêtez stop pause attends attendez attendre instant quitter annuler fin fini finie terminé
    terminer continuer reprendre suite suivant suivante passer retour revenir reviens reviendrai tard demain bientôt
    occupé occupée question questions réponse réponses répondre réponds répondu formulaire questionnaire section page
    bouton message écrire écris écrit lire lit lis lu envoyer envoie envoyé enregistrer enregistré sauvegardé
    sauvegarder supprimer effacer modifier changer corriger erreur faux trompé trompée bot robot ia signifie sens veut
    expliquer explique expliquez explication exemple exemples traduire traduis délai test bête nul stupide con merde
    putain bordel idiot chiant agaçant ridicule sais savoir idée dire dis dites parler parle parlez appeler appelez
    montre montrez répéter répète encore oublié collègue chef directeur coordinateur coordinateurs coordinatrice quelqu
    quelquun orthographe fautes grammaire
    """,
    common="""
    bouton limite remplir dit autres écrivent personne bonne cinq six sept huit neuf dix vingt lundi mardi mercredi
    jeudi vendredi weekend mois an année malade lit tête privé gratuit coûte coûter ligne lignes envie différence clés
    perdu entendre entends entendu vois vu regarder regarde sait savoir pensais crois croire cherche trouver trouvé
    mettre assis assise debout conduire manger dormir payer acheter ouvrir ouvert fermer fermé tenir tiens espère
    espérer sens sentir semble marche marcher fonctionne laisser laisse laissez rester reste reçu recevoir appelle
    appelez vrai vraie faux sûr sûre sans doute vraiment effectivement sinon donc alors malheureusement heureusement
    évidemment exactement complètement assez plutôt presque quelque chose rien jamais longtemps bientôt tout de suite
    depuis ensemble seul seule loin dehors dedans devant derrière entre autour dessus dessous chaque soit ni moitié
    plein vide grand petit haut bas léger lourd libre propre vite lentement tel telle même si bien que parce lorsque
    jusque utilisé demandé connais connaît appris nom écran côté mieux voulez veulent peuvent doivent savez pouvons
    allons faites dites trop aucun moi c d l n s t qu aucune personne je j me m mon ma mes tu te toi ton ta tes vous
    votre vos nous notre nos on il elle le la les lui leur leurs se ce ça ca cela ceci cette cet ces ci là ici y en qui
    quoi quel quelle quels quelles comment combien quand où pourquoi lequel laquelle est es suis sont sommes êtes était
    être été ai as a avons avez ont avoir eu peux peut pouvez pouvoir pourrais pourriez dois doit devez devoir devrais
    faut faudrait veux veut vouloir voudrais aimerais vais va vas allez aller fais fait faire mets met prends prend
    prendre donne donnez donner voir trouve commence commencer besoin ne pas plus toujours déjà encore juste seulement
    aussi très peu plusieurs tous toute toutes autre autres un une des du deux trois premier première dernier dernière
    nouveau bon bonne mauvais maintenant aujourd hui ou et mais car comme à au aux dans sur sous pour par avec avant
    après pendant chez vers jusqu jour jours semaine fois moment partie possible passe passer penser pense mois monsieur
    madame oui dure durer plait plaît sil ensuite minute minutes heure heures réunion humain machine ordinateur langue
    français anglais mot mots texte phrase long longue longueur court temps facultatif obligatoire nécessaire anonyme
    public publié secret confidentiel photo image fichier fichiers vocal dur difficile facile équipe lunettes papiers
    portable téléphone internet batterie responsable supérieur supérieure truc trucs bureau
    """,
    openings="""
    on m a, on me, je suis pas la, je suis la, je m appelle, ça dépend, ca depend, peu importe, c est égal, va t en,
    laissez, tais toi, pas mon, pas ma, ce n est pas mon, c est pas mon, je suis nouveau, je suis nouvelle, ou est, où
    est le, quelle est, vous parlez, vous avez, tu as, tu es là, pas envie, pas de commentaire, sans commentaire, ça
    coûte, ca coute, c est payant, c est gratuit, c est privé, c est la même, c est pas, écrivez ce, écris ce, mettez
    ce, mets ce, comme vous, comme tu, si je, si on, quand je, mais vous, vous êtes, t es là, toujours là, peu importe,
    je m en fiche, bonne nuit, trop dur, trop difficile, c est dur, c est qui, je vois, je cherche, j attends, je
    vérifie, d accord, ok et, on peut, on doit, on fait, je finirai, je finis, je termine, je le ferai, je le fais, je
    verrai, je continue, on verra, faut que, il faut que, non merci, j ai pas, jsp, cette question, la question est, ces
    questions, ce formulaire, merci pour, merci de, je parle pas, je ne parle, j en sais rien, je n en sais, j en ai
    marre, j ai pas le temps, j abandonne, je me demande, j ai cliqué, j ai appuyé, je voulais, je veux dire, une autre
    question, encore une question, est ce que mon, mon collègue peut, ma collègue peut, est ce que quelqu, c est à dire,
    puis je, est ce que, est ce, estce, est il, c est quoi, cest quoi, c est pour, c est combien, c est obligatoire, c
    est trop, c est long, c est nul, c est difficile, c est compliqué, c est un test, c est une erreur, cest un test,
    cest trop, cest nul, ça veut dire, ca veut dire, ça sert, ça prend, ça dure, ca dure, ca prend, ça marche pas, ça ne
    marche, ca marche pas, qu est ce, quest ce, qu entendez, qu entend, que veut dire, que signifie, que dois, que faut,
    que faire, que se passe, que mettre, que puis, que voulez, que veux, que peut on, qui est, qui êtes, qui es, qui
    lit, qui va lire, qui va, qui peut, qui voit, qui a accès, qui reçoit, quoi dire, quoi mettre, quoi répondre, quoi
    faire, quoi écrire, quel est, quelle est, quelle langue, quel mot, quelles sont, quels sont, dans quelle langue, en
    quelle langue, comment faire, comment je, comment puis, comment on, comment dois, comment répondre, comment
    modifier, comment corriger, comment supprimer, comment ça, comment ca, comment revenir, comment allez, comment vas,
    comment arrêter, comment passer, combien de, combien ça, combien ca, quand, où est, où puis, où dois, pourquoi, à
    quoi, a quoi, à qui, a qui, je peux, je peux arrêter, je ne sais, je sais pas, je n sais, j sais pas, jsais pas,
    chais pas, sais pas, aucune idée, je n ai pas, jai pas, je nai pas, je n ai aucune, je ne comprends, je comprends
    pas, comprends pas, je n y comprends, je ne peux pas, je peux pas, je ne suis pas sûr, je ne suis pas, je suis pas,
    je suis occupé, je suis occupée, je suis perdu, je suis perdue, je suis fatigué, je suis fatiguée, je suis pressé,
    je suis en réunion, je suis en train, je suis de retour, je suis désolé, je veux arrêter, je veux pas, je ne veux,
    je veux parler, je veux savoir, je veux changer, je veux modifier, je voudrais arrêter, je voudrais savoir, je
    voudrais parler, je voudrais changer, je voudrais modifier, je voudrais corriger, je voudrais demander, je voudrais
    une, j aimerais savoir, j aimerais parler, j aimerais arrêter, j aimerais changer, je dois y aller, je dois partir,
    je dois demander, je dois réfléchir, je dois arrêter, je dois vérifier, je demande, je vais demander, je vais
    réfléchir, je vais faire, je vais revenir, je vais continuer, je vais devoir, je reviens, je reviendrai, je
    continue, je continuerai, je répondrai, je ferai, j ai une question, jai une question, j ai besoin d aide, j ai
    besoin de, j ai fait une erreur, j ai oublié, j ai déjà, jai déjà, j ai fini, jai fini, j arrête, je déteste, je
    pense que je, je crois que je, je me suis trompé, je me suis trompée, je préfère, je regarde, peux tu, pouvez vous,
    pourriez vous, pourrais tu, tu peux, vous pouvez, es tu, êtes vous, etes vous, tu es, vous êtes, as tu, avez vous,
    parlez vous, parles tu, tu parles, tu comprends, vous comprenez, dois je, on peut, faut il, il faut, y a t il, il y
    a combien, il y a quelqu, y a quelqu, ya quelqu, il reste, va t on, vont ils, sera t, est on, suis je, ai je, peut
    on, ce sera, mes réponses sont, mes réponses seront, mon collègue sait, ma collègue sait, mon chef sait, ma
    collègue, mon collègue, mon chef, demandez, demande à, il faut demander, faut demander, voir plus haut, voir ci
    dessus, comme avant, comme j ai, pas maintenant, pas sûr, pas le temps, plus tard, peut être plus tard, un instant,
    un moment, une minute, une seconde, désolé, désolée, excusez, excuse, aide moi, au secours, s il vous, s il te, sil
    vous plait, montre, donnez moi, donne moi, explique, expliquez, dites moi, dis moi, question suivante, trop long,
    trop de questions, trop compliqué, mon anglais, en français, appelez moi, laissez moi, laisse moi, tout est, c est
    fini, c est bon et, et maintenant, et après, et si je, mais je, mais qui, mais comment, à qui, avec qui, de qui,
    pour qui, et si, que se passe, définir, si je, si on n, si nous n, je fais beaucoup, c est grave, c est ma, c est
    mon, cest ma, cest mon, ça va, ça dure, ça prend, il faut, faut il, on peut, peut on, y a t il, il y a encore, vous
    allez, vous pouvez, l anglais est, c est obligatoire, c est possible, c est gratuit, c est public, c est anonyme
    """,
    me="question formulaire je j me moi mon ma tu te toi ton vous votre bot robot",
    practice="nous notre nos ils elles elle lui leur leurs",
    question_words="qui que quoi comment combien quand où pourquoi quel quelle quels quelles",
    verbs=(
        "kostet reicht reichen zählt gilt stimmt steht liest lesen seht sehen brauche brauchen müsst könnt wollt "
        "seid habt peux peut dois doit vais va suis est ai es êtes avez as pouvez voulez faut puis sont pourrait "
        "pourriez"
    ),
    subjects="je tu vous on il elle ils ce nous",
    work_subjects="je, j, nous, on, je suis",
    work_verbs="""
    aide aidons accompagne accompagnons forme formons soutiens soutenons visite visitons rencontre rencontrons anime
    animons enseigne organise organisons conseille éducateur éducatrice enseignant enseignante professeur mentor
    psychologue
    """,
    other_verbs="""
    travaille travaillons parle parlons écoute écoutons raconte montre explique fais faisons donne donnons utilise vais
    joue
    """,
    not_work="""
    plus tard demain bientôt question questions formulaire section page bouton message anglais français chef collègue
    pas rien déjà encore pause maintenant d abord
    """,
)
