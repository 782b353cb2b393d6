"""Titles by which Word forms name the sections and questions, also shortened and in other languages.

The titles of the form itself are added in ``titles.py``. A key is a section or the path of a question, in a group that
repeats with a star in place of the number.
"""

from collections.abc import Mapping

ANYWHERE: Mapping[str, str] = {
    "name.name": """
        name of practice, name, title, title of the practice, practice, practice name, name of the project, project,
        navn på praksis, praksissens navn, navn på praksissen, projektets navn, titel, name der praxis,
        bezeichnung der praxis, titel der praxis, name des projekts, nom de la pratique, titre de la pratique,
        intitulé de la pratique, nom du projet, nombre de la práctica, título de la práctica, nombre del proyecto,
        nome della pratica, titolo della pratica, nome del progetto, naam van de praktijk, titel van de praktijk,
        naam van het project, praktikens namn, namn på praktiken, metodens namn, projektets namn, nazwa praktyki,
        tytuł praktyki, nazwa projektu
    """,
    "description.description": """
        description of the practice, short description, summary, beskrivelse, kort beskrivelse, beskrivelse af praksis,
        beschreibung, kurzbeschreibung, beschreibung der praxis, description de la pratique, brève description,
        descripción, descripción de la práctica, breve descripción, descrizione, descrizione della pratica,
        breve descrizione, beschrijving, korte beschrijving, beschrijving van de praktijk, beskrivning,
        kort beskrivning, beskrivning av praktiken, opis, opis praktyki, krótki opis
    """,
    "peer_reviewed.peer_reviewed": """
        peer reviewed practice, fagfællebedømt, peer-reviewet, peer-begutachtet, von fachleuten begutachtet,
        évalué par les pairs, évaluée par des pairs, revisado por pares, revisada por pares, sottoposto a peer review,
        valutato da pari, door vakgenoten beoordeeld, collegiaal getoetst, kollegialt granskad, peer review-granskad,
        recenzowane, praktyka recenzowana
    """,
    "key_themes.themes": """
        themes, main themes, key theme, temaer, nøgletemaer, hovedtemaer, themen, schlüsselthemen, hauptthemen,
        schwerpunktthemen, thèmes, thèmes clés, thèmes principaux, temas, temas clave, temas principales, temi,
        temi chiave, temi principali, thema's, kernthema's, belangrijkste thema's, teman, nyckelteman, huvudteman,
        tematy, kluczowe tematy, główne tematy
    """,
    "target_audience.audiences": """
        audience, target group, target groups, target audiences, målgruppe, målgrupper, zielgruppe, zielgruppen,
        public cible, publics cibles, groupe cible, público objetivo, público destinatario, grupo destinatario,
        destinatari, pubblico di riferimento, gruppo di riferimento, gruppo target, doelgroep, doelgroepen, målgrupp,
        grupa docelowa, grupy docelowe, odbiorcy
    """,
    "target_audience.additional": """
        add additional target audience, other target audience, additional audience, yderligere målgruppe,
        anden målgruppe, weitere zielgruppe, weitere zielgruppen, public cible supplémentaire, autre public cible,
        público objetivo adicional, altri destinatari, pubblico aggiuntivo, aanvullende doelgroep, overige doelgroep,
        ytterligare målgrupp, annan målgrupp, dodatkowa grupa docelowa
    """,
    "geographical_scope.scope": """
        scope, geographic scope, geographical area, where, geografisk omfang, geografisk område,
        geografische reichweite, geografischer geltungsbereich, geographischer umfang, räumlicher geltungsbereich,
        portée géographique, couverture géographique, étendue géographique, ámbito geográfico, alcance geográfico,
        ambito geografico, portata geografica, copertura geografica, geografisch bereik, geografische reikwijdte,
        geografisk omfattning, geografisk räckvidd, zasięg geograficzny, obszar geograficzny
    """,
    "start": """
        start of practice, start, start and end, period, praksissens start, praksissens begyndelse, start på praksis,
        beginn der praxis, start der praxis, laufzeit, début de la pratique, lancement de la pratique,
        inicio de la práctica, comienzo de la práctica, inizio della pratica, avvio della pratica,
        start van de praktijk, begin van de praktijk, praktikens start, start för praktiken, rozpoczęcie praktyki,
        początek praktyki
    """,
    "start.starting_year": """
        start year, year of start, startår, beginn, startjahr, anfangsjahr, année de début, année de lancement,
        año de inicio, año de comienzo, anno di inizio, anno di avvio, startjaar, beginjaar, rok rozpoczęcia
    """,
    "start.ending_year": """
        end year, year of end, slutår, ende, endjahr, abschlussjahr, année de fin, année de clôture, año de fin,
        año de finalización, anno di fine, anno di conclusione, eindjaar, rok zakończenia
    """,
    "deliverables.deliverables": """
        products, outputs, materials, results and products, leverancer, produkter, resultater og produkter,
        ergebnisse, produkte, arbeitsergebnisse, livrables, réalisations, productions, resultados, productos,
        entregables, prodotti, risultati, materiali prodotti, resultaten, producten, opgeleverde producten, leverabler,
        produkter, resultat, rezultaty, produkty
    """,
    "evidence": """
        evidence, evidence & evaluation, evidens og evaluering, dokumentation og evaluering, nachweise und evaluierung,
        belege und bewertung, wirksamkeit und evaluation, preuves et évaluation, données probantes et évaluation,
        pruebas y evaluación, evidencia y evaluación, prove e valutazione, evidenze e valutazione,
        bewijs en evaluatie, onderbouwing en evaluatie, evidens och utvärdering, dowody i ewaluacja, dowody i ocena
    """,
    "evidence.performance": """
        evidence and evaluation: performance, performance of the practice, results, leistung,
        performances, rendimiento, desempeño, prestazioni, prestaties, prestation, wyniki
    """,
    "evidence.feedback": """
        evidence and evaluation: feedback, evaluation & feedback, evaluering og feedback, evaluierung und feedback,
        bewertung und rückmeldungen, évaluation et retours, évaluation et retour d'information,
        evaluación y comentarios, valutazione e feedback, evaluatie en feedback, utvärdering och återkoppling,
        ewaluacja i informacje zwrotne, ocena i opinie
    """,
    "evidence.peer_review": """
        evidence and evaluation: peer review, peer review in ran, fagfællebedømmelse, begutachtung durch fachleute,
        évaluation par les pairs, revisión por pares, revisione tra pari, collegiale toetsing, kollegial granskning,
        recenzja
    """,
    "sustainability.sustainability": """
        sustainability, sustainability & transferability, transferability, bæredygtighed og overførbarhed,
        bæredygtighed, nachhaltigkeit und übertragbarkeit, nachhaltigkeit, durabilité et transférabilité,
        pérennité et transférabilité, durabilité, sostenibilidad y transferibilidad, sostenibilidad,
        sostenibilità e trasferibilità, sostenibilità, duurzaamheid en overdraagbaarheid, duurzaamheid,
        hållbarhet och överförbarhet, hållbarhet, trwałość i możliwość przeniesienia, trwałość i transferowalność
    """,
    "ran_meetings": """
        presented and discussed in a ran meeting, presented in ran meeting, presented in ran, ran meeting,
        ran meetings, præsenteret og drøftet på ran-møde, præsenteret på et ran-møde,
        vorgestellt und diskutiert in einer ran-sitzung, vorstellung bei einem ran-treffen, ran-treffen,
        présentée et discutée lors d'une réunion ran, présenté et discuté en réunion ran, réunion ran,
        presentada y debatida en una reunión de la ran, presentado en una reunión ran, reunión ran,
        presentata e discussa in una riunione ran, riunione ran,
        gepresenteerd en besproken in een ran-bijeenkomst, ran-bijeenkomst, presenterad och diskuterad på ran-möte,
        ran-möte, przedstawione i omówione na spotkaniu ran, spotkanie ran
    """,
    "eu_funding": """
        linked to other eu initiatives or funding, eu funding, eu initiatives, linked to eu initiatives, funding,
        tilknyttet andre eu-initiativer eller eu-støtte, eu-støtte, eu-finansiering,
        verbindung zu anderen eu-initiativen oder eu-förderung, eu-förderung, finanzierung,
        lien avec d'autres initiatives ou financements de l'ue, financement de l'ue, financement européen,
        vinculación con otras iniciativas o financiación de la ue, financiación de la ue,
        collegamento ad altre iniziative o finanziamenti ue, finanziamenti ue, finanziamento ue,
        gekoppeld aan andere eu-initiatieven of eu-financiering, eu-financiering,
        kopplad till andra eu-initiativ eller eu-finansiering,
        powiązanie z innymi inicjatywami ue lub finansowaniem ue, finansowanie ue
    """,
    "eu_funding.co_funded": """
        co-funded by the eu, funded by the eu, eu co-funded, medfinansieret af eu, (med)finansieret af eu,
        von der eu (ko)finanziert, von der eu kofinanziert, (co)financé par l'ue, cofinancé par l'ue,
        cofinanciado por la ue, (co)financiado por la ue, cofinanziato dall'ue, (co)finanziato dall'ue,
        medegefinancierd door de eu, medfinansierad av eu, współfinansowane przez ue
    """,
    "eu_funding.funds": """
        eu fund, funds, eu-fonde, eu-fonds, fonds de l'ue, fondos de la ue, fondi ue, eu-fonder, fundusze ue
    """,
    "organisation": """
        organization, organisation behind the practice, about the organisation, organisationen, organización,
        organizzazione, organisatie, organisationen bakom, organizacja
    """,
    "organisation.type": """
        type of organization, organisation type, type, organisationstype, type organisation, art der organisation,
        organisationsform, type d'organisation, tipo de organización, tipo di organizzazione, soort organisatie,
        type organisatie, typ av organisation, organisationstyp, rodzaj organizacji, typ organizacji
    """,
    "country_of_origin": """
        country, oprindelsesland, land, herkunftsland, ursprungsland,
        pays d'origine, pays, país de origen, país, paese di origine, paese d'origine, paese, land van herkomst,
        kraj pochodzenia, kraj
    """,
    "country_of_origin.country": """
        eu/eea country, eu country, eea country, eu- eller eøs-land, eu- oder ewr-land, pays de l'ue ou de l'eee,
        país de la ue o del eee, paese ue o see, eu- of eer-land, eu- eller ees-land, kraj ue lub eog
    """,
    "country_of_origin.non_eu_country": """
        non eu, country outside the eu, land uden for eu, ikke-eu-land, nicht-eu-land, pays hors ue, pays non ue,
        país no perteneciente a la ue, país no ue, paese non ue, paese extra ue, niet-eu-land, land utanför eu,
        icke eu-land, kraj spoza ue
    """,
    "contact": """
        contact, contact information, contact data, kontaktoplysninger, kontakt, kontaktdaten, kontaktangaben,
        coordonnées, contacts, datos de contacto, contacto, recapiti, dati di contatto, contatti, contactgegevens,
        kontaktuppgifter, dane kontaktowe
    """,
    "contact.person": """
        contact name, name of the contact person, kontaktperson, ansprechpartner, ansprechperson,
        personne de contact, persona de contacto, persona di contatto, referente, contactpersoon,
        osoba kontaktowa, osoba do kontaktu
    """,
    "contact.email": """
        e-mail, mail, email address, e-mail address, e-mailadresse, e-mail-adresse, courriel, adresse électronique,
        correo electrónico, correo, indirizzo e-mail, posta elettronica, e-mailadres, e-post, e-postadress,
        adres e-mail
    """,
    "contact.telephone": """
        phone, tel, telephone number, phone number, mobile, telefon, telefonnummer, téléphone, teléfono, telefono,
        telefoon, telefoonnummer, numer telefonu
    """,
    "contact.website": """
        web, web site, web address, url, homepage, hjemmeside, webseite, website der praxis, site web, site internet,
        sitio web, página web, sito web, sito, webbplats, hemsida, strona internetowa, strona www
    """,
    "contact.address": """
        postal address, adresse, anschrift, adresse postale, dirección, dirección postal, indirizzo, adres,
        postadres, adress, postadress, adres pocztowy
    """,
    "last_update.year": """
        last update, last updated, update, seneste opdatering, sidst opdateret, letzte aktualisierung, stand,
        dernière mise à jour, última actualización, ultimo aggiornamento, laatste update, laatst bijgewerkt,
        senaste uppdatering, senast uppdaterad, ostatnia aktualizacja
    """,
}

WITHIN: Mapping[str, Mapping[str, str]] = {
    "start": {
        "start.starting_year": "from, started, began, begun, start, beginning, fra, ab, début, inicio, inizio, van, od",
        "start.ending_year": "to, until, end, ended, ending, til, bis, slut, fin, fine, tot, einde, till, do, koniec",
    },
    "evidence": {
        "evidence.performance": "qualitative and quantitative data, performance measures, monitoring, outcomes",
        "evidence.feedback": "evaluation, feedback, evaluering, évaluation, evaluación, valutazione, evaluatie",
        "evidence.peer_review": "peer reviews",
    },
    "ran_meetings": {
        "ran_meetings.meetings.*.name": """
            name, meeting, event, working group, ran working group, name of the ran working group or event, navn, møde,
            sitzung, treffen, arbeitsgruppe, nom, réunion, nombre, reunión, nome, riunione, naam, bijeenkomst, namn,
            möte, nazwa, spotkanie
        """,
        "ran_meetings.meetings.*.date": """
            date, when, dato, datum, fecha, data
        """,
        "ran_meetings.meetings.*.place": """
            place, location, venue, where, city, sted, ort, lieu, lugar, luogo, plaats, plats, miejsce
        """,
        "ran_meetings.meetings.*.subject": """
            subject, topic, theme, emne, thema, sujet, tema, asunto, argomento, oggetto, onderwerp, ämne, temat
        """,
    },
    "eu_funding": {
        "eu_funding.co_funded": "eu funded, eu funding, co-funding",
        "eu_funding.initiatives": "initiatives, linked initiatives, funding, details",
        "eu_funding.funds": "which funds, fund",
    },
    "organisation": {"organisation.type": "legal status, status, art, tipo, soort, rodzaj, typ"},
    "country_of_origin": {
        "country_of_origin.country": "eu, eu or eea, country",
        "country_of_origin.non_eu_country": "other country, other, non-eu, outside the eu, anden, andet land, autre",
    },
    "contact": {
        "contact.person": "name, person, contact, navn, nom, nombre, nome, naam, namn, nazwisko, imię i nazwisko",
        "contact.address": "street, address of the organisation",
    },
}
"""Titles that mean this only within their section."""
