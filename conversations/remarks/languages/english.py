"""English words that tell a remark from an answer."""

from conversations.remarks.languages import Language

ENGLISH = Language(
    chat="""
    ttyl afk nvm tbh wdym omfg jk ikr smh np complicated ridiculous worries sucks ugly dear mate buddy dude bro sir pal
    reply replying respond asap urgent urgently signing typing typed comment headache joke spam scam virus autocorrect
    whatever weird patient sec secs kind empty remind figure brb anser anwser awnser qestion undertand understan
    forgotten spelling grammar spell wont form typo kidding joking hello hi hey hiya heya helo hallo yo howdy greetings
    bye goodbye cheers thanks thank thx thankyou ty tnx please pls plz ok okay okey oki k kk sorry oops ups hmm hm huh
    eh uh ah oh aha wow lol haha hahaha hehe yep yeah yup nope nah sure alright fine great cool nice perfect super
    awesome excellent idk dunno confused lost stuck understand understood undrestand unclear clear help helping hurry
    busy tired boring bored stop stopping pause break wait waiting quit cancel continue resume finish finished done
    ready next skip back later tomorrow tonight tmrw soon moment answer answers answered answering question questions
    forms section sections page button buttons menu message messages chat write wrote written type typing read reads
    send sending sent submit submitted save saved delete deleted remove undo change changed edit correct mistake
    mistakes wrong error bot robot chatgpt gpt mean means meaning explain explanation example examples translate
    translation deadline password test testing hear stupid crap shit fuck fucking damn wtf omg idiot dumb hell bullshit
    nonsense annoying hate useless know knows tell ask asking asked say said talk speak call show repeat again remember
    forgot forget colleague boss coordinator coordinators somebody someone anybody anyone everybody nobody
    """,
    common="""
    job fault friend friends kid kids boss computer laptop screen holiday vacation office limit couple word bit lot far
    slower faster simpler easier clearer maximum minimum rest break luck point deal thing stuff four five six seven
    eight nine ten twenty thirty hundred purpose comment idea monday tuesday wednesday thursday friday saturday sunday
    weekend year month bed head sick ill allowed paper website somewhere anywhere elsewhere inside guess hear heard
    listen check checked checking search searching look seen saw eat eating sleep sit sitting stand walk drive pay buy
    open closed close click clicked press pressed push hold kept told tells says saying believe guess suppose wonder
    hope wish love hate feel felt seem seems sound sounds looks matter care worry bother allowed allow expect expected
    meant called phone screen paper thing stuff side top bottom front behind between around above below together alone
    away outside inside already soon early late once twice often usually sometimes again against through via per such so
    rather quite pretty too especially exactly simply completely totally honestly clearly obviously basically because
    though although unless whether both either neither none whole half full empty big small high low easy hard true
    false wrong ready free own quick quickly slow slowly fast please second seconds almost nearly somehow someday
    another wat wut wht waht rite wright shal shud shld cud cld wud hw hwo teh thsi dis wich whre hows r im wanted
    making sense matters give up fill filling cant cause cuz coz gimme no i ive ill id me my mine myself you u ur your
    yours youre we us our were he she him her they them their it its this that thats these those there theres here heres
    what whats who whos whom whose how when whens where wheres why which am is are be been being was do does did doing
    done have has had having will would wont wouldnt can cannot could couldnt should shouldnt shall may might must need
    needs want wants wanna gonna gotta going go goes gone come comes came coming get got gets getting gives put make
    makes made take takes took let lets lemme see sees think thinks try trying use using used like likes start started
    begin began keep looking find found dont doesnt didnt isnt arent wasnt havent hasnt not yes never ever always still
    yet just only also very much many more most less least few little lot lots any some all each every other one two
    three first last same different new old good bad better best right left now today then than as if or and but the a
    an of to in on at for from with without about by down out off over into until till before after during while really
    maybe perhaps probably actually anyway else enough something anything nothing everything things way time times day
    days week weeks bit part even possible able supposed work works working happen happens next mind problem problems
    sir madam dear morning afternoon evening night welcome minute minutes minuts hours hour lunch meeting bus train
    driving home writing reading human person machine computer ai app telegram real language languages english danish
    german french spanish italian dutch swedish polish arabic turkish russian word words text sentence sentences long
    short length optional required mandatory necessary needed obligatory anonymous private public published publish
    secret confidential photo picture voice audio video link file files supervisor manager difficult signed sign mail
    internet battery dictate glasses
    """,
    openings="""
    no wait, wait no, oh wait, bear with me, sorry the name,
    go away, get lost, shut up, not my, not our, its complicated, it is complicated, its difficult, its hard, it is
    hard, it depends, it doesnt matter, its ok, its fine, its all, no worries, no thanks, no thank you, so what, big
    deal, who cares, come on, hold up, my bad, good luck, take care, have a nice, one more time, say again, come again,
    pardon me, fine by me, up to you, your call, you tell me, beats me, god knows, no can do, cant do, cant say, cant
    think, cant find, cant see, cant open, cant read, cant type, not possible, not allowed, not available right, not at
    the, not at work, not yet sorry, not really, not me, not mine, sure thing, makes sense, i told, i asked, i tried, i
    made, i did, i was told, i got this, i got a, i got the, i clicked on, i feel, i find, i need a, i need someone, i
    need somebody, i need to, i have no, i have another, i have lost, i have forgotten, i have a meeting, i have to, i
    want you, i want this, i want a break, i would prefer, i would like help, i would like some, i would like an, i
    would like more, id like some, id like an, id like help, id like more, id prefer, im at, im out, im off, im going,
    im gonna, im fed up, im afraid, im here to, im new, im only the, im using, im having, im trying, im looking, im
    waiting, im writing from, im getting, im too, im very, im so, im bad at, im stopping, we talked, we spoke, we
    already, we will see, we need help, we have a question, we are not sure, we are done, we are stuck, you said, you
    told, you can skip, you have, you should, you must, you want, you know, your form, your bot, your questions, stupid,
    read above, read my, see previous, see the previous, see earlier, check my, check the, look at my, please do, please
    let, please give, please send, please show, please tell, please help, please repeat, please stop, please change,
    please remove, please go, please add, please correct, please translate, please note, can you, wont let, why the,
    what a, what the, who the, where the, no comment, got it, u there, you there, for what, from where, to who, about
    what, with what, in what way, in which way, just write, just put, just fill, just take, just skip, write something,
    put whatever, put anything, write whatever, take whatever, you write, you decide, you choose, you can write, you
    fill, pick one, same as, like before, like above, see my, see the, it says, it said, it wont, it doesnt, it does
    not, it keeps, it is not working, nothing happens, nothing happened, still waiting, still there, still not, all
    good, sounds good, fair enough, as you like, if you want, if i, if we, when i, when we are, once i, before i, after
    i, because i, but you, need to, have to, want to, got to, trying to, going to, must think, must look, must find,
    hard to answer, too hard, too tired, let someone, feel free, never heard, no need, no problem, no way, of course, as
    far as i know, to be honest, honestly, lets, what if, dont remember, cant remember, cannot remember, will look, will
    check, will ask, will do, will write, will come back, will be back, will finish, will continue, thats private, that
    is private, none of your, its none, wat is, wat do, wat does, wat should, wat are, wat u, what shal, what shud, what
    i should, what i must, what i have to, how i, how is it, hows it, hows this, how r u, does spelling, does grammar,
    does length, does size, do they, do all, do these, are all, thank you for, thanks for the, thanks for your, thanks
    for helping, thank u, my boss wants, my manager wants, this question, this form, these questions, your question, the
    question is, the question does, the question makes, the form is, who wants, what the heck, are we, is all this, no
    sense, makes no sense, can they, may my, shall we, could my, could somebody, could someone, i give up, i have had
    enough, i dont want, i do not want, i cant find, i lost, i clicked, i pressed, i pushed, i sent, i think you, i
    meant, i mean, i am not, i am only, i am just, im just, im only, im here, i am here, i am the wrong, im the wrong,
    one more question, another question, quick question, just a question, question about, question for you, can i, can
    you, can u, can we, can it, can my, can this, can someone, can somebody, could i, could you, could u, may i, may we,
    might i, do i, do you, do u, do we, does it, does this, does the bot, did i, did you, did u, should i, should we,
    must i, must we, shall i, will i, will you, will it, will this, will my, will the coordinators, would you, would it,
    have i, have you, has it, has my, is this, is it, is that, is there, is here, is my, is english, is danish, is
    german, is french, is your, is the bot, is the form, are you, are u, are there, are these, are my, are we, am i, how
    do i, how do you, how does this, how does it, how can i, how can you, how could i, how should i, how am i, how long,
    how much, how many, how far, how big, how detailed, how are you, how are u, how is this, how is it, how will, how to
    answer, how to write, how to skip, how to stop, how to go, how to change, how to correct, how to delete, how to use
    this, how to continue, how to send, how to save, how to fill, how exactly, how about, how come, what is, whats, what
    are, what do, what does, what did, what should, what shall, what can i, what can you, what must, what if i, what
    will, what would, what kind of, what sort of, what exactly, what about, what happens, what happend, what language,
    what languages, what now, what next, what to, what else, what counts, what for, what time, what u, who is, whos, who
    are, who reads, who will, who can, who sees, who gets, who do, who does, who made, who has, who else can, who
    should, where is, where are, where do, where does, where can, where should, where will, where did, when is, when
    are, when do, when does, when will, when can, when should, when must, why do, why does, why are, why is, why should,
    why must, why did, why so, why cant, which language, which one, which word, which do, which should, in which
    language, in what language, to whom do, for whom is this, i dont, i do not, i didnt, i did not, i dunno, i cant, i
    cannot, i can not, i couldnt, i havent, i am not, im not, i am sorry, im sorry, i am busy, im busy, i am confused,
    im confused, i am lost, im lost, i am stuck, im stuck, i am tired, im tired, i am done, im done, i am back, im back,
    i am in a, im in a, i am on the, im on the, i am at work, im at work, i am driving, im driving, i am not sure, i
    have no time, i have no idea, i have no clue, i have a question, i have to go, i have to leave, i have to stop, i
    have to ask, i have to think, i have questions, i have already, i have another question, i have problems, i have a
    problem, i got to go, i gotta, i must go, i must ask, i must think, i must check, i need help, i need more time, i
    need some time, i need a break, i need to go, i need to ask, i need to check, i need to think, i need to stop, i
    want to stop, i want to ask, i want to go, i want to change, i want to quit, i want to talk, i want to speak, i want
    to know, i want to continue, i want to delete, i want to skip, i want to cancel, i want help, i want a human, i
    would like to ask, i would like to know, i would like to stop, i would like to change, i would like to talk, i would
    like to speak, i would like to continue, i would rather, i would need to, id like to ask, id like to know, id like
    to stop, id like to change, id like to talk, id like to speak, id like to continue, id rather, ill be back, ill come
    back, ill do, ill ask, ill continue, ill finish, ill answer, ill check, ill send, ill write, ill think, ill get
    back, i will be back, i will come back, i will do, i will ask, i will continue, i will finish, i will answer, i will
    check, i will send, i will write, i will think, i will get back, i think i made, i think i wrote, i think that was,
    i made a mistake, i made a typo, i already, i just, i forgot, i wrote, i hate, i thought, i hope this, i hope you, i
    hope it, i guess, i prefer to, i wonder, i wish, i was wondering, i never, i still dont, i really dont, we dont
    know, we do not know, we have no idea, dont know, do not know, dont understand, do not understand, dont have time,
    no idea, no clue, not sure, no time, not now, not today, not yet sure, never mind, nevermind, doesnt matter, forget
    it, leave it, leave me, let me, lets go, lets start, lets continue, lets stop, tell me, show me, give me, help me,
    excuse me, hold on, hang on, one moment, one sec, one second, one minute, just a, just a moment, a moment, moment
    please, give me a, stop it, stop this, go back, go on, go to, take me, bring me, come back later, see you, talk to
    you, ask, you should ask, you must ask, you need to ask, you have to ask, you can ask, better ask, let us ask, my
    boss knows, my boss has, my colleague knows, my colleague has, my colleague will, someone else, somebody else has,
    someone else has, that is a, thats a, that was a, that was wrong, that was the wrong, that is wrong, thats wrong,
    that is not what, thats not what, this is a stupid, this is stupid, this is too, this is taking, this takes, this is
    boring, this is difficult, this is hard, this is ridiculous, this is annoying, this is a test, this is just, this is
    only a test, this is confusing, this is not working, this doesnt, this does not work, it doesnt work, it does not
    work, it is too, its too, its not working, nothing works, you are, youre, u are, you dont, you do not, you didnt,
    you already asked, you asked, why you, what the, good morning, good afternoon, good evening, good day, good night,
    nice to, happy to, ok i, ok so, ok but, okay so, okay but, ok what, ok how, ok can, so what, so how, so do, so i,
    but what, but how, but i dont, but why, and what, and how, and then, and now, and if i, what happens if, my english
    is, my english, sorry my, sorry for, sorry i, do not want, dont want, not interested, nobody knows, no one knows,
    hard to say, difficult to say, difficult question, good question, too many questions, too long, too difficult, too
    complicated, same as before, same as above, see above, see before, as above, as i said, like i said, already said,
    already answered, already told, same answer, delete my, delete this, delete the, remove my, change my, cancel this,
    skip this, next question, previous question, last question, change language, switch to, in danish, in german, in
    french, in spanish, in my language, in english please, call me, contact me, please call, anybody there, anyone
    there, is anyone, is anybody, is somebody, somebody there, someone there, hello is, will somebody, will anyone, does
    anybody, does anyone, does somebody, must this, must it, should this, should it, could it, would this, has anyone,
    was that, was this, was it, was i, were you, are those, is everything, is all, is what i, is that what, explain,
    define, and if, so if, what about if, to who do, to whom, who approves, who checks, who programmed, who built, who
    selects, who pays, who owns, who runs, who wrote, would a, could a, can a, can others, can people, can parents, can
    anyone, can anybody, roughly how, about how, approximately how, more or less how, would that, will they, will
    people, will others, will there, will anybody
    """,
    me="question form i im ive ill id me my you u your youre bot robot",
    practice="we us our ours he she him her his they them their",
    question_words="what who whom whose how when where why which whats whos hows wat",
    verbs=(
        "can could may might do does did should shall would is are am was were has have had will must isnt arent "
        "cant dont doesnt wont shouldnt"
    ),
    subjects=(
        "i you u we he she they it this that these those the my your our his her their there someone somebody "
        "anyone anybody everyone everybody people others other one any some every each"
    ),
    work_subjects="""
    i, we, i am, i am a, i am an, im a, i also, we also, i often, we often, i mostly, i mainly, i usually, i try to, we
    try to
    """,
    work_verbs="""
    help train teach mentor teacher psychologist officer imam trainer coach support visit meet accompany counsel advise
    organise organize supervise lead protect guide educate empower offer provide invite inform host
    """,
    other_verbs="""
    work talk run speak listen tell show bring explain cook sit go send write read make do give take use see let start
    stop change answer play come build prepare deliver share know
    """,
    not_work="""
    later tomorrow tonight today soon first second question questions form section sections page button message messages
    chat bot telegram english danish german french italian spanish dutch swedish polish boss colleague colleagues
    manager coordinator coordinators dont cant not no nothing already late moment minute minutes break holiday lunch
    """,
)
