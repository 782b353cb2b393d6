"""Finnish words that tell a remark from an answer."""

from conversations.remarks.languages import Language

FINNISH = Language(
    chat="""
    hei moi terve moikka huomenta päivää iltaa näkemiin kiitos kiitti ole hyvä ok okei anteeksi sori hups hmm kyllä ei
    joo juu hienoa selvä ymmärrä ymmärrän ymmärsin epäselvä apua auta auttaa kiire kiireinen väsynyt tylsää lopeta
    lopettaa stop tauko odota hetki hetkinen peruuta loppu valmis jatka jatkaa seuraava ohita takaisin palaan myöhemmin
    huomenna pian kysymys kysymystä kysymyksiä kysyä kysy vastaus vastata vastaan lomake lomakkeen osio sivu painike
    viesti kirjoittaa kirjoitan kirjoita lukea lukee lähettää lähetä tallentaa tallennetaan tallentuu poistaa poista
    muuttaa muuta korjata virhe väärin botti robotti ihminen kone tarkoittaa tarkoitat selitä esimerkki kääntää kielellä
    suomeksi englanniksi englanti vapaaehtoinen pakko anonyymi julkaistaan salainen testi tyhmä paska helvetti idiootti
    ärsyttävä tiedä tiedän sano puhua soita näytä toista uudelleen unohdin kollega pomo esimies toimisto koordinaattori
    joku kukaan
    """,
    common="""
    minä mä mun minun minua sinä sä sinun me meidän te teidän hän se tämä tuo nämä täällä tässä siellä mikä mitä kuka
    kenen ketkä miten kuinka milloin koska missä mihin miksi onko on olen olet ovat oli olla voi voin voit voiko voinko
    voitko voisinko pitää pitäisi pitääkö täytyy täytyykö saa saako saanko haluan haluat haluaisin teen tehdä tee menen
    mennä tulen tulla annan anna otan en et emme ei eikö koskaan aina jo vielä vain myös hyvin paljon monta montako
    enemmän vähemmän vähän jotain kaikki kaiken mitään toinen yksi kaksi kolme ensimmäinen viimeinen sama uusi hyvä
    huono parempi oikein nyt tänään sitten niin kuin jos tai ja mutta että kanssa ilman ennen jälkeen ehkä päivä viikko
    kerta osa mahdollista tapahtuu toimii kestää aikaa aika minuutti minuuttia tunti tuntia kokous kieli suomi sana
    sanaa sanoja teksti pitkä kauan lyhyt pakollinen julkinen kuva tiedosto
    """,
    openings="""
    voinko, voiko, voitko, saanko, saako, pitääkö, täytyykö, onko, oletko, ovatko, kuinka kauan, kuinka monta, kuinka
    paljon, kuinka pitkä, miten, mitä, mikä on, mikä tämä, kuka, ketkä, milloin, missä, mihin, miksi, millä kielellä,
    montako, en tiedä, en tieda, en mä tiedä, en ymmärrä, en ymmarra, en ole varma, en voi, en osaa, en halua, en
    muista, minulla on kysymys, minulla on kiire, minulla ei ole aikaa, mulla on kiire, ei mitään tietoa, ei hajuakaan,
    ei nyt, olen kiireinen, olen väsynyt, olen kokouksessa, olen valmis, olen takaisin, haluan lopettaa, haluan kysyä,
    haluan tietää, haluan puhua, haluan muuttaa, haluaisin, tarvitsen apua, tarvitsen lisää, minun pitää kysyä, minun
    täytyy, pitää kysyä, pitää miettiä, kysyn, palaan, teen sen, vastaan myöhemmin, tein virheen, unohdin, kysy,
    kollegani tietää, pomoni, sama kuin, katso yllä, ole hyvä ja, näytä, selitä, seuraava kysymys, hyvää huomenta, hyvää
    päivää, liian pitkä, liian monta, liian vaikea, suomeksi, englantini, entä jos, mutta miten, luetko, lukeeko,
    tallennetaanko, tallentuuko, kestääkö, puhutko, ymmärrätkö
    """,
    me="mina ma mun minun minua sina sa sinun botti robotti haluan voinko olen en",
    practice="me meidän hän te",
    question_words="mitä kuka kenen ketkä miten kuinka milloin koska missä mihin miksi mikä",
)
