"""Spanish words that tell a remark from an answer."""

from conversations.remarks.languages import Language

SPANISH = Language(
    chat="""
    raro mirar miro buscar busco comprobar pulsado lío rollo pregunte consulta duda dudas termino acabo noche tengo
    entiendo necesito hola buenas buenos adiós chao gracias muchas favor porfa ok okay vale perdón perdona perdone
    disculpa disculpe lo siento uy hum eh ah ajá sí no bien perfecto genial claro entender entendido entiende comprendo
    perdido perdida confundido confundida ayuda ayudar ayúdame ayudame ayudarme prisa cansado cansada aburrido parar
    para pausa espera espere esperar momento momentito salir cancelar fin terminar terminado terminé listo lista
    continuar seguir sigo siguiente saltar pasar atrás volver vuelvo luego después mañana pronto ocupado ocupada
    pregunta preguntas preguntar respuesta respuestas responder respondo respondido contestar contesto formulario
    cuestionario sección página botón mensaje escribir escribo escrito leer lee leen leo enviar envío enviado mandar
    guardar guardado guarda borrar eliminar cambiar corregir error equivocado equivocada equivoqué bot robot significa
    significado quiere decir explicar explica explícame explicame explicación ejemplo traducir traduce plazo prueba test
    tonto tonta mierda joder coño idiota pesado ridículo estúpido sé saber sabe idea dime diga hablar hablas llamar
    llama muestra repetir repite otra vez olvidé olvidado compañero compañera jefe jefa coordinador coordinadora
    coordinadores alguien nadie ortografía faltas gramática
    """,
    common="""
    botón límite rellenar dicho demás escriben persona adecuada cinco seis siete ocho nueve diez veinte lunes martes
    miércoles jueves viernes semana mes año enfermo cama cabeza privado gratis cuesta costar asunto vuestro ganas
    diferencia oír oigo oído veo visto ver mirar miro saber sabía pienso pensar creía busco buscar encontrar encontrado
    poner puesto sentado conducir comer dormir pagar comprar abrir abierto cerrar cerrado tener espero sentir siento
    parece funciona dejar deja dejo quedar queda recibir recibido llamar llama llamo verdad falso seguro segura
    realmente efectivamente sino pues entonces desgraciadamente claro exactamente completamente bastante casi nadie
    jamás mucho pronto enseguida desde juntos solo sola lejos fuera dentro delante detrás entre alrededor arriba abajo
    cada sea ni medio lleno vacío grande pequeño alto bajo libre propio rápido despacio tal mismo aunque mientras usado
    preguntado dicho conozco conoce aprendido nombre pantalla lado mejor queréis quieren pueden deben sabéis podéis
    hacéis decís ana dice dije ningún ninguna yo me mi mis mí conmigo tú tu tus te ti usted ustedes su sus nosotros nos
    nuestro nuestra él ella ellos ellas le les la el los las lo se un una unos unas uno esto esta este estos estas eso
    esa ese aquí ahí allí qué que quién quien quiénes cómo como cuánto cuanto cuánta cuántos cuantos cuántas cuantas
    cuándo cuando dónde donde por para porque cuál cual cuáles es eres soy son somos era ser sido está estoy estás
    estamos están estar he has ha hemos han haber había hay puedo puede puedes podemos poder podría podrías debo debe
    debería tengo tiene tienes hago hace haces hacer hecho quiero quiere quieres querer quisiera gustaría voy va vas ir
    pongo pone doy da dar dame encuentro necesito necesita necesitas empezar empiezo no nunca siempre ya todavía aún
    sólo también muy mucha muchos más menos poco algo todo todos toda todas otro otra otros misma dos tres primero
    primera último última nuevo bueno buena malo ahora hoy así si o y e pero a al de del en con sin sobre hasta antes
    después durante quizás quizá vez nada día días semana veces parte posible pasa pasar creo toma tarda dura cosa señor
    señora tardes noches tarde minuto minutos hora horas reunión humano humana persona máquina ordenador idioma lengua
    español inglés palabra palabras texto frase largo larga corto tiempo opcional obligatorio obligatoria necesario
    anónimo público publicado publica secreto confidencial foto imagen archivo archivos voz difícil fácil equipo gafas
    papeles móvil celular teléfono internet batería oficina responsable encargado
    """,
    openings="""
    eso es, no soy la, no soy el, me llamo, me han dicho, me dijeron, depende, da lo mismo, vete, cállate, déjame, no es
    mi, soy nuevo, soy nueva, donde está, tú eres, tienes un, tiene un, que escriben, me pidieron, espera que, no es
    asunto, no es tu, es privado, pon lo, pon algo, escribe algo, escriba lo, pon tú, como quieras, como quiera, me da
    igual, da igual, sin comentarios, si yo, si no, cuando termine, pero tú, sigues ahí, no me apetece, ya no, buenas
    noches, cuesta algo, hay que pagar, eso ya, mejor pregunte, mejor pregunta, mejor luego, mejor mañana, soy yo, y
    esto, y eso, pues no, es difícil, es muy difícil, qué difícil, qué lío, una consulta, la verdad es que no, lo
    termino, lo acabo, lo pienso, lo miro, lo dejo, lo hago, la verdad no, no me queda, no me sale, no lo tengo, no
    quiero, no gracias, me das, me puedes, me lo, no hablo, esta pregunta, estas preguntas, la pregunta no, este
    formulario, gracias por, yo no entiendo, no tengo ganas, estoy harto, estoy harta, me rindo, otra pregunta, una
    pregunta, una duda, puede mi, mi jefe quiere, me puedes, me puede, me ayudas, no le entiendo, no te entiendo, no lo
    entiendo, quería, quiero decir, le pulsé, me perdí, estoy trabajando, ahora mismo no, puedo, puedes, puede usted,
    puede alguien, podría, podrías, podemos, debo, debería, tengo que, hay que, es obligatorio, es necesario, es esto,
    es un robot, es usted, es anónimo, es público, es posible, es para, es una prueba, es demasiado, es muy, esto es una
    prueba, esto es muy, esto es demasiado, esto no, hay alguien, hay un, hay una, tienes, tiene que, hablas, habla
    usted, entiendes, lee alguien, alguien lee, se guarda, se guardan, se publica, va a, van a, vas a, qué es, que es,
    qué son, que son, qué significa, que significa, qué quiere, que quiere decir, qué quieres, que quieres, qué debo,
    que debo, qué tengo, que tengo, qué hago, que hago, qué pongo, que pongo, qué pasa, que pasa, qué puedo, que puedo,
    qué se, que se entiende, qué hay que, que hay que, qué escribo, que escribo, qué idioma, que idioma, qué palabra,
    qué va a, quién es, quien es, quién eres, quien eres, quién lee, quien lee, quién va, quien va, quién puede, quien
    puede, quién ve, quien ve, quién recibe, quién lo, quien lo, quiénes, cómo puedo, como puedo, cómo se, como se, cómo
    hago, como hago, cómo debo, cómo funciona, como funciona, cómo cambio, como cambio, cómo corrijo, como corrijo, cómo
    borro, como borro, cómo vuelvo, como vuelvo, cómo contesto, como contesto, cómo respondo, como respondo, cómo estás,
    como estas, cuánto, cuanto, cuánta, cuántos, cuantos, cuántas, cuantas, cuándo, cuando puedo, cuando sabré, dónde,
    donde esta, donde puedo, donde pongo, por qué, por que, porque tantas, porque hay, para qué, para que sirve, para
    que es, en qué idioma, en que idioma, cuál es, cual es, no sé, no se que, no se como, no se, no lo sé, no lo se, yo
    no sé, no entiendo, no comprendo, no tengo ni, no tengo tiempo, no tengo idea, no tengo claro, no puedo, no estoy
    seguro, no estoy segura, no ahora, no funciona, no me acuerdo, no recuerdo, ni idea, ahora no, estoy ocupado, estoy
    ocupada, estoy cansado, estoy cansada, estoy perdido, estoy perdida, estoy en una, estoy en el, estoy confundido,
    estoy de vuelta, quiero parar, quiero saber, quiero preguntar, quiero hablar, quiero cambiar, quiero corregir,
    quiero dejar, quiero salir, quiero continuar, quiero terminar, quiero borrar, quisiera, me gustaría saber, me
    gustaría parar, me gustaría hablar, me gustaría cambiar, me gustaría preguntar, me gustaría hacer, tengo una
    pregunta, tengo una duda, tengo dudas, tengo prisa, necesito ayuda, necesito más, necesito mas, necesito preguntar,
    necesito pensar, necesito parar, necesito una, me he equivocado, me equivoqué, me equivoque, he cometido, ya lo, ya
    he, ya está, ya respondí, ya contesté, ya conteste, ya te, vuelvo, lo haré, lo hare, más tarde, mas tarde, sigo,
    seguimos, seguiré, voy a preguntar, voy a pensar, voy a parar, voy a seguir, voy a consultar, voy a mirar, debo
    preguntar, odio, creo que me, creo que he, pregunta a, pregúntale, preguntale, pregunte a, preguntad, hay que
    preguntar, mi jefe sabe, mi jefa, mi jefe, mi compañera, mi compañero, lo mismo que, ver arriba, como antes, como
    dije, como he, un momento, un segundo, un minuto, lo siento, ayúdame, ayudame, por favor, dame, dime, muéstrame,
    muestrame, explica, explícame, explicame, siguiente pregunta, muchas gracias, buenos días, demasiado, demasiadas
    preguntas, muy largo, mi inglés, mi ingles, en español, llámame, llamame, llámeme, déjame, dejame, y ahora, y si, y
    luego, pero qué, pero que, pero no, pero cómo, vale y, ok y, funciona esto, sirve, eres un, eres una, eres humano,
    has guardado, a quién, con quién, de quién, para quién, y si, qué pasa si, hablo solo, solo hablo, defina, si salgo,
    si cierro, si paro, si no tengo, si no tenemos, si me voy, falta mucho, queda mucho, faltan muchas, es obligatorio,
    es necesario, es posible, esto lo, esto se, me pueden, me puedes, podéis, tardo mucho, se ve, se publica, se guarda,
    lo ve, perdón por, eso lo
    """,
    me=(
        "tengo quiero necesito puedo entiendo hago termino vuelvo estoy soy voy debo creo pregunta formulario yo me "
        "mi mis tu te ti usted bot robot"
    ),
    practice="nosotros nos nuestro nuestra ella ellos ellas",
    question_words="qué quién quiénes cómo cuándo cuánto cuánta cuántos cuántas dónde cuál",
    work_subjects=", yo, nosotros",
    work_verbs="""
    ayudo ayudamos formo formamos apoyo apoyamos acompaño acompañamos visito visitamos enseño enseñamos asesoro organizo
    organizamos
    """,
    other_verbs="trabajo trabajamos hablo hablamos escucho escuchamos cuento explico muestro",
    not_work="""
    luego después mañana pronto primero pregunta preguntas formulario sección página botón mensaje inglés español jefe
    jefa compañero compañera no nada ya pausa ahora solo
    """,
)
