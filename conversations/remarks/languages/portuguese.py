"""Portuguese words that tell a remark from an answer."""

from conversations.remarks.languages import Language

PORTUGUESE = Language(
    chat="""
    olá ola oi bom boa tchau adeus obrigado obrigada ok okay desculpe desculpa perdão opa hum eh ah sim não bem ótimo
    perfeito claro entendo entendi entender compreendo perceber percebo perdido confuso ajuda ajudar ajude pressa
    cansado cansada parar pausa espera espere esperar momento sair cancelar fim terminar terminei pronto continuar
    seguir próxima próximo pular saltar voltar volto depois amanhã logo ocupado ocupada pergunta perguntas perguntar
    resposta respostas responder respondi formulário questionário seção secção página botão mensagem escrever escrevo
    ler lê leem enviar enviei guardar guardado salvar salvo apagar eliminar mudar alterar corrigir erro errado enganei
    robô robot bot pessoa significa significado quer dizer explicar explique explica exemplo traduzir inglês longo curto
    anônimo prazo teste imagem burro merda porra idiota chato sei saber ideia falar ligar mostra repetir repita
    novamente esqueci colega chefe escritório coordenador coordenadores alguém ninguém
    """,
    common="""
    eu me mim meu minha meus tu te ti teu você voce vocês seu sua nós nos nosso nossa ele ela eles lhe o a os as um uma
    uns isto isso este esta esse essa aqui aí que quê quem como quanto quanta quantos quantas quando onde porque porquê
    por qual quais é és sou são somos era ser está estou estás estamos estão estar tenho tem tens ter há pode posso
    podes podemos poder poderia devo deve deveria faço faz fazer feito quero quer querer queria gostaria vou vai ir
    ponho pôr dá dar vejo ver preciso precisa começar não nunca sempre já ainda só também muito muita mais menos pouco
    algo tudo todos outro outra mesmo dois três primeiro último novo bom mau melhor agora hoje então assim se ou e mas
    ao à de do da em no na com sem sobre desde até antes durante entre talvez nada dia dias semana vez vezes parte
    possível acontece funciona demora leva tarde noite minuto minutos hora horas reunião humano máquina língua idioma
    português palavra palavras texto frase tempo opcional obrigatório necessário anónimo público publicado secreto foto
    ficheiro arquivo voz
    """,
    openings="""
    posso, pode, podes, poderia, devo, tenho que, tenho de, é obrigatório, é necessário, é um robô, é anónimo, é
    possível, há alguém, tem alguém, você é, o que é, o que significa, o que quer, o que devo, o que faço, o que
    escrevo, o que acontece, o que são, que significa, que devo, quem é, quem és, quem lê, quem le, quem vai, quem pode,
    quem vê, como posso, como faço, como se, como devo, como funciona, como mudo, como respondo, quanto, quantas,
    quantos, quando, onde, porquê, por que, para que, em que língua, qual é, não sei, nao sei, eu não sei, não entendo,
    nao entendo, não percebo, nao percebo, não compreendo, não tenho tempo, nao tenho tempo, não tenho ideia, não posso,
    não consigo, não estou certo, não quero, não funciona, agora não, estou ocupado, estou ocupada, estou cansado, estou
    perdido, estou numa, quero parar, quero saber, quero perguntar, quero falar, quero mudar, quero sair, gostaria de
    saber, gostaria de falar, gostaria de parar, tenho uma pergunta, tenho uma dúvida, preciso de ajuda, preciso de
    mais, preciso perguntar, enganei me, já respondi, faço depois, faço amanhã, continuo, vou perguntar, vou pensar,
    pergunte a, pergunta ao, a minha colega, o meu chefe, meu chefe, o mesmo que, um momento, um minuto, desculpe,
    desculpa, ajude, por favor, explique, explica, próxima pergunta, bom dia, boa tarde, boa noite, demasiado longo,
    muito longo, demasiadas perguntas, muitas perguntas, o meu inglês, em português, mais tarde, depois, e agora, e se
    """,
    me="tenho quero preciso posso entendo faço volto estou sou vou devo sei eu me mim meu minha tu te voce bot robo",
    practice="nós nos nosso nossa ele ela eles",
    question_words="que quem como quando quanto onde porquê qual",
)
