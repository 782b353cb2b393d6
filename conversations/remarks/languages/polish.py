"""Polish words that tell a remark from an answer."""

from conversations.remarks.languages import Language

POLISH = Language(
    chat="""
    zastanowić dziwne szukam szukać sprawdzić sprawdzam kliknąłem nacisnąłem dobra chyba zaraz wieczorem dokończę
    skończę wrócę cześć hej halo witam witaj dobry dobranoc pa żegnam dzięki dziękuję dziekuje proszę prosze ok okej
    przepraszam sorry sory ups hm hmm eh aha och tak nie super dobrze świetnie fajnie rozumiem zrozumieć rozumiesz
    rozumie zrozumiałem jasne niejasne zgubiłem pomoc pomóż pomocy pomóc pośpiech zajęty zajęta zmęczony zmęczona nudne
    stop przestać przerwa przerwę przerwać czekaj czekać poczekaj chwila chwilę chwilkę moment anuluj koniec kończę
    skończyć skończyłem skończyłam gotowe dalej kontynuować następne następny pomiń pominąć wróć wrócić wstecz później
    potem jutro wkrótce pytanie pytania pytań pytam zapytać zapytaj odpowiedź odpowiedzi odpowiedzieć odpowiadać
    odpowiem odpowiedziałem formularz formularza ankieta sekcja strona przycisk wiadomość pisać piszę napisać napiszę
    napisałem pisz czytać czyta czytają przeczyta czytasz wysłać wysyłam wyślij wysłane zapisać zapisane zapisuje zapisz
    usunąć usuń zmienić zmień poprawić popraw błąd pomyłka pomyliłem pomyliłam źle bot robot robotem znaczy oznacza
    znaczenie chodzi wyjaśnij wyjaśnić wytłumacz wyjaśnienie przykład przetłumacz termin test testuję głupie głupi
    cholera kurwa gówno idiota bzdura bez sensu denerwujące wiem wie wiedzieć pojęcia powiedz mówić mówisz rozmawiać
    zadzwoń zadzwonić pokaż powtórz jeszcze raz znowu zapomniałem zapomniałam kolega koleżanka szef szefa szefowa
    koordynator koordynatorzy koordynatorów ktoś nikt pisownia pisownię ortografia ortografię błędy literówki
    """,
    common="""
    przycisk limit wypełnić inni piszą osobą osoba właściwą pięć sześć siedem osiem dziewięć dziesięć dwadzieścia
    poniedziałek wtorek środa czwartek piątek weekend miesiąc rok chory łóżko głowa prywatne darmo kosztuje różnica
    pracy słyszę słyszeć słyszałem widzę widziałem patrzę patrzeć wiedziałem myśleć myślałem sądziłem szukać szukam
    znaleźć znalazłem wziąłem siedzę stoję jadę jeść spać płacić kupić otworzyć zamknąć trzymać nadzieję czuję wydaje
    działać zostawić zostaw zostać dostać dostanę nazywa nazywam prawda fałsz pewny pewna naprawdę rzeczywiście inaczej
    więc dlatego niestety oczywiście dokładnie całkiem prawie wszystkie ktokolwiek nikt nigdy dłużej wkrótce natychmiast
    od razem sam sama daleko na zewnątrz wewnątrz przed za między wokół wyżej niżej oba albo ani pół pełny pusty duży
    mały wysoki niski lekki ciężki wolny własny szybko powoli taki choć podczas aż użyć pytał powiedział znam zna
    nauczyć nazwa imię ekran rzecz strona lepiej chcecie możecie musicie macie robicie piszecie czytał czytała napisał
    wpisać zrobiłem no dobra żaden żadna żadnego ja mnie mi mną mój moja moje mojego moją moich ty ciebie ci cię tobą
    twój twoja twoje pan pani państwo pana my nas nam nami nasz nasza nasze wy was wam on ona ono oni one jego jej ich
    im go ją to ten ta te tego tej tym tych tę tutaj tu tam co czego czym kto kogo komu kim jak jaki jaka jakie jakim
    ile kiedy gdzie dlaczego czemu po który która które którym czy jest jestem jesteś są jesteśmy był była było być
    będzie będę będziesz będą mam masz ma mamy mają mieć miał mogę możesz może możemy można móc mógłbym mogłabym muszę
    musisz musi trzeba musimy powinienem powinnam powinno chcę chcesz chce chcieć chciałbym chciałabym robię robi robić
    zrobić zrobię idę iść daj dać biorę wziąć widać zacząć zaczynam zawsze już jeszcze tylko też także bardzo dużo wiele
    więcej mniej mało trochę coś wszystko nic każdy każde inny inna inne jeden jedno dwa trzy pierwszy pierwsze ostatni
    ostatnie nowy dobry zły teraz dziś dzisiaj wtedy tak jeśli jeżeli lub i a ale bo ponieważ że żeby aby w we do z ze o
    u pod nad przez dla bez przy raczej właśnie dzień dni tydzień razy raz część możliwe dzieje stanie działa trwa
    potrwa zajmie zajmuje myślę sądzę sobie się wieczór minuta minut minuty godzina godzin godziny zebranie spotkaniu
    człowiek człowiekiem osoba maszyna komputer język języku polsku polski angielsku angielski słowo słów słowa tekst
    zdanie zdań długo długi długie krótko czas czasu dobrowolne obowiązkowe konieczne potrzebne anonimowe anonimowo
    publiczne opublikowane tajne poufne zdjęcie plik pliki głosowa trudne łatwe zespół okulary papiery komórka telefon
    internet bateria kierownik kierowniczka przełożony biuro
    """,
    openings="""
    co inni, nie jestem, nazywam się, mam na imię, powiedziano mi, kazano mi, to zależy, wszystko jedno, idź sobie, daj
    spokój, nie moja, nie moje, to nie moja, jestem nowy, jestem nowa, gdzie jest, nie chce mi, wpisz coś, napisz coś,
    wpisz sam, bez komentarza, to prywatne, jak chcesz, jeśli ja, kiedy skończę, ale ty, jesteś tam, wszystko jedno,
    dobranoc, ile to kosztuje, no dobra, dobra, muszę się, zastanowię, pomyślę, poszukam, sprawdzę, trudne to, dokończę,
    skończę, zrobię, uzupełnię, nie dziękuję, to wie, tego nie, to pytanie, te pytania, ten formularz, dzięki za,
    dziękuję za, nie mówię, poddaję się, kliknąłem, nacisnąłem, chodzi mi, chciałem, chciałam, jeszcze jedno pytanie,
    jedno pytanie, mam jeszcze pytanie, czy mój, czy moja, nie mam siły, pracuję teraz, nie znam, nie ogarniam, w sumie
    nie wiem, sam nie wiem, sama nie wiem, mogę dokończyć, mogę skończyć, mogę wysłać, można prosić, czy mogę, czy moge,
    czy możesz, czy można, czy mozna, czy muszę, czy musze, czy trzeba, czy to, czy ten, czy jest, czy jesteś, czy
    jestes, czy ktoś, czy ktos, czy są, czy moje, czy będzie, czy bedzie, czy mam, czy masz, czy mówisz, czy mowisz, czy
    rozumiesz, czy pan, czy pani, czy tu, czy zostanie, czy powinienem, czy powinnam, czy wystarczy, czy da się, czy da
    sie, mogę prosić, moge prosic, mogę odpowiedzieć, mogę pisać, moge pisac, mogę później, mogę przerwać, mogę wrócić,
    możesz, mozesz, jesteś, jestes, jest tu, jest ktoś, jest tam, co to, co znaczy, co oznacza, co mam, co robić, co
    robic, co zrobić, co jest, co teraz, co dalej, co jeśli, co jesli, co się, co sie, co będzie, co napisać, co
    napisac, co wpisać, co wpisac, co powinienem, co masz na myśli, o co, kto to, kto jest, kto czyta, kto przeczyta,
    kto będzie, kto bedzie, kto może, kto moze, kto widzi, kto dostanie, kto ma, kim jesteś, kim jestes, jak długo, jak
    dlugo, jak dużo, jak duzo, jak mam, jak to, jak mogę, jak moge, jak zmienić, jak zmienic, jak poprawić, jak
    poprawic, jak usunąć, jak usunac, jak wrócić, jak wrocic, jak odpowiedzieć, jak odpowiadać, jak się, jak sie, jak
    działa, jak dziala, jak napisać, jak dokładnie, ile, kiedy, gdzie jest, gdzie mogę, gdzie moge, gdzie mam, gdzie
    znajdę, dlaczego, czemu, po co, jaki jest, jaki język, w jakim języku, w jakim jezyku, do kogo, dla kogo to, od
    kiedy mogę, nie wiem, ja nie wiem, nie mam pojęcia, nie mam pojecia, nie mam czasu, nie mam teraz, nie mam ochoty,
    nie rozumiem, nie zrozumiałem, nie zrozumialem, nie mogę, nie moge, nie jestem pewien, nie jestem pewna, nie chcę,
    nie chce, nie teraz, nie działa, nie dziala, nie pamiętam, nie pamietam, nie umiem, nie potrafię, nie potrafie, to
    nie działa, to nie dziala, trudno powiedzieć, trudne pytanie, dobre pytanie, mam pytanie, mam wątpliwości, mam
    problem, mam dość, mam mało czasu, jestem zajęty, jestem zajety, jestem zajęta, jestem zajeta, jestem zmęczony,
    jestem zmeczony, jestem zmęczona, jestem na, jestem w pracy, jestem z powrotem, jestem gotowy, jestem gotowa, chcę
    przerwać, chce przerwac, chcę przestać, chce przestac, chcę skończyć, chce skonczyc, chcę zapytać, chce zapytac,
    chcę wiedzieć, chce wiedziec, chcę zmienić, chce zmienic, chcę poprawić, chce poprawic, chcę porozmawiać, chce
    porozmawiac, chcę wrócić, chce wrocic, chcę kontynuować, chce kontynuowac, chcę usunąć, chcę zrobić przerwę,
    chciałbym zapytać, chciałbym wiedzieć, chciałbym zmienić, chciałbym przerwać, chciałbym porozmawiać, chciałbym
    poprawić, chciałbym, chcialbym, chciałabym, chcialabym, potrzebuję pomocy, potrzebuje pomocy, potrzebuję więcej,
    potrzebuje wiecej, potrzebuję przerwy, potrzebuję czasu, potrzebuje czasu, muszę iść, musze isc, muszę kończyć,
    musze konczyc, muszę zapytać, musze zapytac, muszę pomyśleć, musze pomyslec, muszę sprawdzić, musze sprawdzic, muszę
    już, musze juz, muszę lecieć, zapytam, wrócę, wroce, zrobię to, zrobie to, dokoncze, odpowiem, napiszę później,
    napisze pozniej, pomyliłem, pomylilem, pomyliłam, zapomniałem, zapomnialem, zapomniałam, już odpowiedziałem, juz
    odpowiedzialem, już to, juz to, już pisałem, już mówiłem, skończyłem, nienawidzę, myślę że, zapytaj, spytaj, proszę
    zapytać, prosze zapytac, trzeba zapytać, mój szef wie, moja koleżanka, mój kolega, mój szef, moj szef, to samo, jak
    wyżej, jak wyzej, patrz wyżej, jak poprzednio, jak pisałem, pomóż, pomoz, daj mi, pokaż, pokaz mi, powiedz,
    wyjaśnij, wyjasnij, wytłumacz, wytlumacz, następne pytanie, nastepne pytanie, dzień dobry, dzien dobry, dobry
    wieczór, dobry wieczor, to za, to jest za, to jest test, to jest głupie, to głupie, to glupie, to trudne, to błąd,
    to był błąd, to tylko test, za długo, za dlugo, za dużo pytań, za duzo pytan, za trudne, mój angielski, moj
    angielski, po polsku, zadzwoń do mnie, proszę zadzwonić, może później, moze pozniej, a jeśli, a co, a jak, a teraz,
    ale co, ale jak, ale nie, no i co, ok i, to wszystko, długo to, dlugo to, do kogo, z kim, dla kogo, a jeśli, a
    jeżeli, co jeśli, a co jeśli, co będzie jeśli, jeśli nie, jeśli zamknę, jak nie mamy, jeśli wyjdę
    """,
    me=(
        "wiem rozumiem dokończę wrócę skończę zrobię odpowiem napiszę pytanie formularz ja mnie mi moj moja moje ty "
        "ciebie ci pan pani bot robot mam chce moge musze jestem"
    ),
    practice="my nas nam nami nasz nasza nasze on ona oni one jego ich im",
    question_words="co kto kogo komu kim jak kiedy gdzie dlaczego czemu ile który która które czy po",
    work_subjects=", ja, my",
    work_verbs="""
    pomagam pomagamy szkolę szkolimy wspieram wspieramy odwiedzam odwiedzamy uczę uczymy prowadzę prowadzimy organizuję
    organizujemy doradzam spotykam spotykamy towarzyszę
    """,
    other_verbs="pracuję pracujemy rozmawiam rozmawiamy słucham opowiadam pokazuję tłumaczę",
    not_work="""
    później potem jutro zaraz najpierw pytanie pytania formularz sekcja strona przycisk wiadomość angielski polsku szef
    szefem kolega koleżanka nie nic już przerwa teraz
    """,
)
