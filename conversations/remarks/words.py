"""Words of no one language: what leads to something, greets, or tries the bot; ``languages`` has all others."""

LEADING = """
m mm hm uhm ehm er erm eh oi nope yeah yep hello hi hey ok okay oh ah but and so well sorry please thanks thank you
hmm yes no good morning hej hejsa men og så ja nej hallo aber und also nein bonjour salut mais et alors oui euh hola
pero y entonces si perdon ciao ma e allora scusa hoi maar en dus nee och sa czesc ale i wiec tak dzien dobry hei ola
mas moi mutta undskyld forlat entschuldigung pardon bot excuse me actually just still then
"""
"""Words that only lead to what is said: "hello", "ok but"."""

GREETINGS = """
hello hi hey hiya hej hejsa hallo moin servus bonjour bonsoir salut coucou hola buenas buenos ciao salve buongiorno
buonasera hoi goedemorgen goedemiddag hejsan halla tjena czesc witam hei heisann ola oi moi terve
"""
INTRODUCING = """
i im its this here my from det jeg mit her hier ich das c je j ici moi soy aqui me yo sono qui io ik met jag har mitt
tu jestem ja z
"""
"""The first words of who one is, behind a greeting."""

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
machines project versehen ender korter worten zeilen chiudo obligado przesłać gemeten libro rader resten unsure
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

I_OF_MANY = "jeg ich ik jag"
BEFORE_I = """
som når fordi at da hvis før efter siden mens hvor om idet kun også ikke selv bare alene det den der hvad
hvordan hvorfor als wenn weil dass ob damit bevor nachdem seit bis während nur auch nicht selbst allein sobald
obwohl falls was wie wo toen terwijl omdat dat voordat nadat sinds alleen ook niet zelf zoals wat hoe waar waarom
när medan eftersom att innan sedan bara också inte själv ensam vad hur varför och og und en
aber maar men
"""
"""Words of Danish, German, Dutch and Swedish that stand before "I" where nothing is asked: "when I", "only I"."""

ENDINGS = """
or not, or what, ou pas, ou non, oder nicht, oder was, eller hvad, eller ikke, eller inte, eller vad, of niet, of wel,
o no, o non, czy nie
"""
"""Two words at the end that ask."""
