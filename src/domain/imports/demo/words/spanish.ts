import { phrases } from './grammar.ts';

export const spanish = {
	low: phrases(`
@onboarding,new,ET| Llevamos {n} semanas «a punto de arrancar». [La segunda sede sigue sin existir en el sistema.|Mientras tanto, pizarra y teléfono.]
@onboarding,new,ET| Primero era {name}, después {name2}, ahora nadie. En cada llamada vuelvo a contar todo desde cero.
@onboarding,new| Mandé la lista de clientes {n} veces. Sigue sin cargarse.
@onboarding,new| Me prometieron acompañamiento y me llegó [un enlace|un video de hace dos versiones|un formulario con {N} preguntas].
@onboarding,new| Ya me cobraron. Usarlo, todavía no.
@billing,emea| Otra vez el NIF equivocado en la factura. Van {n}. [Mi gestor la devuelve, claro.|¿Tan difícil es?]
@billing| La factura llega con los datos de otra empresa. Lo avisé en {month} y en {month2}. [Nada.|Me contestan que ya está corregido. No lo está.]
@billing| Me cobraron dos veces en {month} y la devolución «está en proceso» hace {N} días.
@billing,ET| Pagamos {N} usuarios y somos {n}. Lo reclamé por escrito. Silencio.
@support| Cerraron el caso {ticket} sin resolver nada y encima me mandan esta encuesta.
@support| Cada vez me atiende otra persona y cada vez empiezo de nuevo.
@support| Muy amables todos, pero nadie puede hacer nada. [¿Quién puede?|Denles permisos.]
@support| {N} minutos esperando un lunes por la mañana. Ya me sé la canción.
@support,road| A las {early} un chofer parado frente al portón y el número de emergencia me recita el horario de oficina.
@ET| Lunes, {time}, se cae el tablero. Igual que el lunes pasado. [Y la página de estado, en verde.|Nuestro peor momento de la semana, por si no lo saben.]
Lento, lento, lento. [Cada actualización un poco más.|Tengo gente delante y yo mirando un circulito.]
Dos citas en la misma hora, {n} veces esta semana. [Con la libreta no me pasaba.|¿A quién le digo que se vaya?]
Cambiaron todo de lugar y nadie nos preguntó.
@care| Los recordatorios salieron a las tres de la mañana. Hubo pacientes que pensaron que había pasado algo grave.
@care| {N} pacientes frente a una puerta cerrada porque el recordatorio decía otra sede. Una señora vino desde {city} en autobús, con su nieto. Yo misma le pedí disculpas a cada uno.
@road| La ruta me manda el tráiler por debajo de un puente de tres metros. Ya es la {nth} vez.
Subieron {pct} y no dijeron ni agua va.
@S| Para mí sola, {amount} al mes ya no sale. [Lástima.|Piensen en los chiquitos.]
@ET| La conexión con contabilidad duplica facturas. Lo encontró la contadora, no ustedes.
La aplicación se cierra a la {nth} foto. [Y a volver al sitio.|Teléfono nuevo, antes de que pregunten.]
@ET| Mis muchachos ya no abren la aplicación, me escriben a mí. O sea que la aplicación soy yo.
@ET| El informe dice {pct}, contado a mano {pct}. ¿A quién le creo?
El vendedor decía a todo que sí. El sistema dice a todo que no.
Antes daba gusto con ustedes. [Ahora da pena.|No sé qué les pasó.]
Se borraron {N} citas con la actualización. No se movieron: se borraron.
Lo digo con cariño: [así no|estoy cansado|esto no puede seguir].
@support| Me mandan un artículo de ayuda que ya había leído. Por eso escribí.
@support| El robot pregunta, después la persona pregunta lo mismo que el robot.
@support| «Entendemos su frustración.» [No, no la entienden.|Pues arréglenlo.]
@support| Lo pasaron «al área correspondiente». Ahí sigue, supongo.
@billing| Me facturan un módulo que nunca pedí. Desde {month}.
@billing| La nota de crédito prometida nunca llegó. Son {amount}, pero son míos.
@billing| La razón social viene mal escrita en todas las facturas y así no me las aceptan. [Ya van {n}.|Corregirlo es una letra. Una.]
@onboarding,new| La capacitación fue en inglés y la mitad del equipo se quedó mirando.
@onboarding,new| Todos me piden el archivo, nadie me pregunta cómo trabajamos.
@S| Estoy yo sola. No tengo «departamento de sistemas», me tengo a mí.
`),
	awful: phrases(`
Pésimo.
Una vergüenza.
Una burla.
¿Me están tomando el pelo? [Otra vez caído.|Van {n} veces este mes.]
Estoy hasta las narices.
Una porquería desde la última actualización.
Nunca más.
Que me llame alguien que decida. {phone}
No sirve para nada, así de claro.
`),
	mid: phrases(`
Bien, sin más.
Cumple.
Buen sistema, [algo lento por las mañanas|un poco caro|los informes, flojos].
@billing,emea| El producto bien, las facturas no tanto: otra vez mal el NIF.
@support| Me lo resolvieron, pero en {n} días. Con uno hubiera bastado.
@support| {name} muy bien. Los que me atendieron antes, regular.
@onboarding,new| El arranque costó, ahora va solo.
@onboarding,new| Es pronto para opinar. Pregúntenme en {soon}.
@ET| En {city} están encantados, aquí nos vamos acostumbrando.
Le falta [modo oscuro|un botón de deshacer de verdad|poder imprimir en una sola hoja]. Lo demás, bien.
Renovamos sin pensarlo mucho, que ya es algo.
Lo recomendaría, con un par de peros.
La web bien, la aplicación del celular [va por detrás|se queda corta].
Regular tirando a bien.
@support| Bien, una vez que pasas del robot.
@support| Quedó resuelto. Qué era, ni idea.
@support| Atención correcta, un poco lenta.
@support| Por teléfono, diez. Por correo, seis.
@support| Me ayudaron, aunque tuve que explicarlo {n} veces.
@billing| Lo corrigieron en {n} días. A ver la del mes que viene.
@billing| La explicación, clara. La factura, no.
@billing| Todo bien, sólo que tardaron en contestar.
@onboarding,new| Buen acompañamiento, manuales viejos.
@onboarding,new,ET| Al equipo le costó menos que a mí.
`),
	high: phrases(`
@support| {name} me lo arregló en {N} minutos y además me explicó por qué pasaba. Así da gusto.
@support| Escribí un domingo a las 9 de la noche y me contestaron. No me lo creía.
@support| Me devolvieron la llamada cuando dijeron. Parece poco, pero nadie lo hace.
@support| Un mensaje, una respuesta, listo. Gracias {name}.
@onboarding,new,ET| En {n} días estábamos funcionando. Yo había avisado al equipo que sería un mes de sufrimiento.
@onboarding,new| Lo dejé listo en una tarde, yo solo. [Y tengo {age} años.|Y eso que soy negado.]
@onboarding,new,ET| {name} primero preguntó cómo trabajamos y después enseñó el sistema. En ese orden. Por fin.
@billing| Pagué de más y me lo devolvieron sin pedirlo. [Me quedé frío.|Chapó.]
@care| Las faltas bajaron de {pct} a menos del 5 %. Son personas que ahora sí llegan a consulta.
@care| Ahora sí localizamos a los pacientes. Antes llamábamos y llamábamos.
@road| Tormenta, dos choferes enfermos y a las {early} ya teníamos el plan. Antes me daban las doce.
@road| La noche del {weekday} mi despachadora estaba sola, con {N} unidades en carretera y la autopista cerrada. En el mapa vio cuál llevaba rato sin moverse y llamó primero a ése. Estaba bien. Todos llegaron a su casa. Eso no se paga.
@S| La gente reserva mientras yo trabajo. Recuperé mis domingos.
@S| Soy yo sola y parece que tengo recepcionista.
@ET| Tiramos el pizarrón. Nadie lo extraña.
Sencillo, rápido y no se cae.
Ya se lo recomendé a {n} colegas. [Dos ya lo tienen.|Uno me invitó a comer.]
@ET| Renovamos tres años. No me toquen el tablero, por favor.
{name} vale oro.
La aplicación nueva es una maravilla. [Muevo citas con el dedo.|Felicidades a quien la hizo.]
Duermo mejor. En serio.
Nada que reprochar, y miren que soy quisquilloso.
Me hace quedar como una persona organizada. No lo soy.
@shop| Al cliente le llega un mensaje con la foto cuando el coche está listo. Creen que somos una empresa enorme.
@support| {N} minutos de reloj y con buen humor.
@support| {name} me escribió al día siguiente para ver si seguía funcionando. Detallazo.
@support| El error era mío y {name} ni lo mencionó. Una dama, o un caballero, no sé.
@support| Sin tecnicismos, sin vueltas.
@support| Pensé que perdería la mañana y fueron {N} minutos.
@billing| Una duda, una llamada, resuelto.
@billing| Me avisaron ustedes del error antes de que yo lo viera.
@billing| Me recomendaron un plan más barato. Eso no lo hace nadie.
@onboarding,new| Paciencia infinita la de {name}. Pregunté lo mismo {n} veces.
@onboarding,new,S| Me registré el {weekday} y esa noche ya tenía la primera reserva.
@teach| Los alumnos llegan a su hora. No sé qué les dicen en esos recordatorios.
`),
	leaving: phrases(`
Me doy de baja: [muy caro|muy complicado para mí sola|nadie llama de vuelta].
Nos vamos con {rival}. Sin rencores.
Me jubilo. Gracias por todo, de corazón.
@ET| Nos compró una cadena y traen su propio sistema. Yo los hubiera dejado.
@ET| Después de la caída de {month} los socios ya no quisieron.
Cerré el negocio. No es culpa de ustedes.
@S| Vuelvo a mi agenda de papel.
Lo más fácil de todo fue cancelar.
`),
	short: {
		low: phrases(
			'no\nNo.\nmuy caro\nmuy lento\nnadie contesta\nmal\nsigue igual\nno resolvieron\nRegular tirando a mal\nver caso {ticket}\nfatal\nantes era mejor'
		),
		mid: phrases('ok\nbien\nnormal\ntodo bien\nbueno\ncumple\nbien pero caro\nsin comentarios\nahí va'),
		high: phrases(
			'Excelente\nexcelente!!\n¡Genial!\nGracias {name}\nmuy bien\nPerfecto.\nTodo perfecto\nmuy contenta\nrápido y amable\nLos mejores\n👏👏\nde diez\n100% recomendado'
		)
	},
	before: {
		low: phrases('La verdad,\nLo siento, pero\nOtra vez:\nSeré breve:'),
		mid: phrases('En general bien.\nSiendo sincero:'),
		high: phrases('Hay que decirlo:\nLa verdad, encantados.\nNunca escribo, pero')
	},
	after: {
		low: phrases(
			'Espero su llamada: {phone}.\nUna lástima.\nPerdemos clientes por esto.\nSigo esperando.\nSaludos, {own}\nAsí no los puedo recomendar.\nYa lo dije la otra vez.'
		),
		mid: phrases('Lo demás bien.\nSaludos.\nA ver.\nSaludos desde {city}.'),
		high: phrases(
			'¡Gracias!\nSigan así.\nUn abrazo desde {city}.\nSaludos a {name}.\nNo cambien nada.\nAquí seguimos.\n¡Felicidades al equipo!'
		)
	}
};
