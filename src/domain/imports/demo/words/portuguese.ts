import { phrases } from './grammar.ts';

export const portuguese = {
	low: phrases(`
@onboarding,new,ET| Faz {n} semanas que estamos "quase no ar". [A segunda unidade ainda não existe no sistema.|Enquanto isso, quadro branco e telefone.]
@onboarding,new,ET| Primeiro era {name}, depois {name2}, agora ninguém. A cada ligação conto tudo de novo.
@onboarding,new| Já enviei a planilha de clientes {n} vezes. Continua vazia do lado de vocês.
@onboarding,new| Prometeram acompanhamento, recebi [um link|um vídeo antigo|um formulário de {N} perguntas].
@billing| Cobrança em duplicidade em {month}. O estorno está "em análise" há {N} dias.
@billing| A nota vem com o cadastro errado todo mês. Corrigem o PDF, não o cadastro. [Mês que vem, de novo.|Já são {n}.]
@billing,ET| Pagamos {N} acessos e usamos {n}. Pedi a correção por escrito, nada.
@support| Fecharam o chamado {ticket} sem resolver e ainda me perguntam se foi fácil.
@support| {n} atendentes, {n} respostas diferentes. [Qual delas vale?|Combinem entre vocês.]
@support| Todo mundo educado, ninguém resolve.
@support| {N} minutos na espera numa segunda de manhã. A musiquinha eu já decorei.
@support,road| Às {early} o motorista parado no portão e o telefone de emergência informando o horário comercial. É sério?
@ET| Segunda-feira, {time}, o painel caiu. De novo. [E a página de status toda verdinha.|É a hora em que mais precisamos.]
Lento demais. [Piora a cada atualização.|O cliente na minha frente e eu olhando a rodinha girar.]
Dois clientes no mesmo horário, {n} vezes esta semana. Meu caderno não fazia isso.
Mudaram tudo de lugar e não avisaram.
@care| Os lembretes saíram às três da manhã. Teve paciente que achou que era notícia ruim.
@care| {N} pacientes na porta fechada porque o lembrete dizia outra unidade. Uma senhora veio de {city} de ônibus. Pedi desculpas a cada um, pessoalmente.
@road| O roteiro manda a carreta passar debaixo de um viaduto de três metros. É a {nth} vez!
Aumentaram {pct} sem explicar nada.
@S| Para quem trabalha sozinha, {amount} por mês pesa. [Uma pena.|Pensem nos pequenos.]
@ET| A integração com o financeiro duplica lançamentos. Quem achou foi a contadora.
O aplicativo fecha na {nth} foto. [Celular novo.|E lá vou eu voltar no cliente.]
@ET| O relatório diz {pct}, contei na mão, {pct}. Em quem acredito?
O vendedor disse que fazia. Não faz.
Já foram muito bons. [Saudade.|Não sei o que houve.]
Sumiram {N} agendamentos depois da atualização. Não mudaram de dia, sumiram.
Falo numa boa: [assim não dá|estou cansada|não dá mais para defender vocês].
@support| Mandaram um artigo de ajuda que eu já tinha lido. Por isso abri o chamado.
@support| Falo com o robô, depois com uma pessoa que pergunta o mesmo que o robô.
@support| "Entendemos sua frustração." [Não entendem, não.|Então resolvam.]
@support| Passaram para "a área responsável". E lá ficou.
@billing| Cobram um módulo que nunca pedi. Desde {month}.
@billing| A nota fiscal veio com o CNPJ de outra empresa. [Pela {nth} vez.|O contador já desistiu.]
@billing| O crédito prometido em {month} não apareceu.
@onboarding,new| Treinamento em inglês. Metade da equipe não entendeu nada.
@onboarding,new| Todo mundo pede a planilha, ninguém pergunta como a gente trabalha.
@S| Sou só eu. Não tenho "equipe de TI", tenho um celular.
`),
	awful: phrases(`
Péssimo.
Uma vergonha.
Palhaçada.
Que droga, [caiu de novo|sempre a mesma coisa].
Vocês estão de brincadeira, né?
Uma porcaria desde a última versão.
Nunca mais.
Quero falar com alguém que decida. {phone}
`),
	mid: phrases(`
Bom, sem mais.
Atende.
Bom sistema, [um pouco lento de manhã|meio caro|relatórios fracos].
@support| Resolveram, mas levou {n} dias.
@support| {her} foi ótima. Antes dela, nem tanto.
@onboarding,new| O começo foi enrolado, agora anda.
@onboarding,new| Cedo para dizer. Perguntem de novo em {soon}.
@billing| Produto bom, boleto confuso. [Nunca sei o que estou pagando.|Melhorem isso.]
@ET| Em {city} adoram, aqui a gente se acostuma.
Falta [modo escuro|um botão de desfazer|imprimir em uma página]. O resto está bom.
Renovamos sem discutir muito, o que já diz alguma coisa.
Recomendo com ressalvas.
Nota boa, podia ser melhor se o aplicativo acompanhasse.
@support| Bom, depois que a gente passa do robô.
@support| Resolvido. O motivo ninguém soube dizer.
@support| Atendimento correto, meio demorado.
@support| Por telefone, ótimo. Por e-mail, nem tanto.
@billing| Corrigiram em {n} dias. Vamos ver a próxima.
@billing| Explicaram bem, mas a fatura continua um mistério.
@onboarding,new| Bom acompanhamento, material desatualizado.
@onboarding,new,ET| A equipe pegou mais rápido do que eu.
`),
	high: phrases(`
@support| {name} resolveu em {N} minutos e ainda explicou o motivo. Assim dá gosto.
@support| Mandei mensagem domingo à noite e responderam! Não esperava.
@support| Ligaram de volta na hora combinada. Parece pouco, mas ninguém faz.
@support| Uma pergunta, uma resposta, pronto. Obrigada, {name}.
@onboarding,new,ET| No ar em {n} dias. Eu tinha avisado a equipe que seria um mês de sofrimento.
@onboarding,new| Configurei sozinho numa tarde. [Tenho {age} anos, viu?|E olha que sou péssimo com isso.]
@onboarding,new,ET| {name} primeiro quis entender a nossa rotina. Só depois abriu o sistema. Faz diferença.
@billing| Paguei a mais e devolveram sem eu pedir. Parabéns pela honestidade.
@care| As faltas caíram de {pct} para menos de 5%. São pessoas que agora a gente consegue atender.
@care| Agora conseguimos falar com os pacientes. Antes era ligar e ninguém atender.
@road| Temporal, dois motoristas doentes, e às {early} o plano estava pronto. Antes eu ia até o meio-dia.
@road| Na madrugada de {weekday} a nossa despachante estava sozinha, {N} carretas na estrada e a serra interditada. Pelo mapa viu quem tinha parado fora de lugar e ligou primeiro para ele. Estava bem. Todos chegaram em casa. Obrigado.
@S| Os clientes marcam enquanto eu trabalho. Voltei a ter domingo.
@S| Sou só eu, mas parece que tenho secretária.
@ET| Aposentamos o quadro branco. Ninguém sente falta.
Simples, rápido e não cai.
Já indiquei para {n} colegas. [Dois fecharam.|Todos me agradecem.]
@ET| Renovamos por três anos. Só não mexam no painel, por favor!
{name} é nota mil.
O aplicativo novo ficou show. [Troco horário com o dedão.|Parabéns a quem fez.]
Durmo melhor. Não é força de expressão.
Não tenho do que reclamar, e olha que eu reclamo.
@support| {N} minutos no relógio, e com bom humor.
@support| No dia seguinte {name} escreveu perguntando se continuava tudo bem. Capricho.
@support| O erro era meu e {name} nem comentou. Elegância.
@support| Sem enrolação.
@support| Achei que ia perder a manhã, levou {N} minutos.
@billing| Uma dúvida, uma ligação, resolvido.
@billing| Sugeriram um plano mais barato. Nunca vi isso.
@onboarding,new| Paciência de santo. Perguntei a mesma coisa {n} vezes.
@onboarding,new,S| Cadastrei na {weekday}, à noite já tinha reserva.
`),
	leaving: phrases(`
Cancelei: [caro demais|complicado para mim sozinha|ninguém retorna].
Vamos para {rival}. Sem mágoas.
Vou me aposentar. Obrigada por tudo!
@ET| Fomos comprados por uma rede que já tem sistema. Por mim, ficava.
Fechei o consultório. Não é culpa de vocês.
@ET| Depois da queda em {month}, a diretoria perdeu a confiança.
@S| Voltei para a agenda de papel.
`),
	short: {
		low: phrases(
			'não\nNão.\ncaro\nmuito lento\nninguém responde\nruim\nnão resolveu\nver chamado {ticket}\ncontinua igual\njá foi melhor'
		),
		mid: phrases('ok\nbom\nnormal\ntudo certo\natende\nbom, mas caro\nrazoável\nnada a declarar'),
		high: phrases(
			'Ótimo\nótimo!!\nMuito bom\nObrigada {name}!\nPerfeito\nshow\nexcelente\nrápido e fácil\nnota 10\nRecomendo!\n👏\ntop demais'
		)
	},
	before: {
		low: phrases('Sinceramente,\nDesculpem, mas\nMais uma vez:'),
		mid: phrases('No geral, bom.\nSendo sincera:'),
		high: phrases('Preciso dizer:\nQuase nunca escrevo, mas\nDe verdade:')
	},
	after: {
		low: phrases(
			'Aguardo retorno: {phone}.\nUma pena.\nEstamos perdendo clientes.\nSigo esperando.\nAtt., {own}\nAssim não dá para indicar.'
		),
		mid: phrases('O resto está bem.\nAbraço.\nVamos ver.'),
		high: phrases(
			'Obrigada!\nContinuem assim.\nAbraço de {city}.\nBeijo para {name}.\nNão mudem nada.\nEstamos juntos.'
		)
	}
};
