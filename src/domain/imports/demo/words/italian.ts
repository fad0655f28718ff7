import { phrases } from './grammar.ts';

export const italian = {
	low: phrases(`
@onboarding,new,ET| Sono {n} settimane che «stiamo per partire». [La seconda sede non c'è ancora.|Intanto usiamo la lavagna.]
@onboarding,new,ET| Prima {name}, poi {name2}, adesso nessuno. Ogni telefonata riparte da zero.
@onboarding,new| L'elenco clienti l'ho mandato {n} volte. Non è ancora dentro.
@onboarding,new,pooled,ET| Da quando l'avviamento lo fa «il gruppo» nessuno sa chi siamo. Ridateci {name}.
@billing,emea| Partita IVA sbagliata, di nuovo. {nth} fattura di fila. [Il commercialista me la rimanda indietro.|Ve l'ho dettata al telefono cifra per cifra.]
@billing,emea| La partita IVA in fattura è di un altro. L'ho segnalato a {month}, e poi a {month2}.
@billing| Addebito doppio a {month}, rimborso «in lavorazione» da {N} giorni.
@support| Ticket {ticket} chiuso senza soluzione. E poi mi chiedete se è stato facile.
@support| Ogni volta una persona diversa, ogni volta le stesse domande.
@support| Tutti gentilissimi, nessuno risolve.
@support,road| Alle {early} l'autista fermo davanti al cancello e il numero di emergenza che recita gli orari d'ufficio. Complimenti.
@ET| Lunedì, {time}, tabellone giù. Come lunedì scorso. La pagina di stato però era verde.
Lento. [A ogni aggiornamento un po' di più.|Con la gente davanti non si può.]
Due appuntamenti alla stessa ora, {n} volte in una settimana. L'agenda di carta non sbagliava.
Avete spostato tutto e non avete chiesto a nessuno.
@care| {N} pazienti davanti a una porta chiusa per un promemoria con la sede sbagliata. Mi sono scusata con ognuno.
@care| I promemoria sono partiti alle tre di notte. C'è chi si è spaventato davvero.
Aumento del {pct} senza una riga di spiegazione.
@S| Per una partita IVA da sola {amount} al mese sono troppi.
L'app si chiude alla {nth} foto. [Telefono nuovo.|E si torna sul posto.]
@ET| Il report dice {pct}, a mano ho contato {pct}. A chi credo?
Il venditore diceva sempre sì.
Eravate bravi. [Che peccato.|Non so cosa sia successo.]
@support| Mi mandate un articolo che avevo già letto. Per questo scrivevo.
@support| Prima il robot, poi una persona che mi chiede le stesse cose del robot.
@support| Passato «al reparto competente». Sarà ancora lì.
@billing| Un modulo mai ordinato, in fattura da {month}.
@billing,emea| La fattura elettronica viene scartata perché i dati sono sbagliati. [È la {nth}.|Il codice ve l'ho mandato tre volte.]
@onboarding,new| Corso in inglese, metà dei miei non ha capito niente.
@onboarding,new| Tutti chiedono il file, nessuno chiede come lavoriamo.
`),
	awful: phrases(`
Una vergogna.
Uno schifo dall'ultimo aggiornamento, scusate.
Mai più.
Ma mi prendete in giro?
Basta. Voglio parlare con un responsabile. {phone}
`),
	mid: phrases(`
Buono, niente di più.
Si lavora.
Buon prodotto, [un po' lento la mattina|un po' caro|report da rivedere].
@billing,emea| Contenti del programma, meno delle fatture: la partita IVA è ancora sbagliata.
@support| Risolto, ma ci sono voluti {n} giorni.
@support| {her} molto brava. Chi c'era prima, insomma.
@onboarding,new| Partenza faticosa, adesso va.
@ET| A {city} sono entusiasti, qui ci stiamo abituando.
Manca [la modalità scura|un vero «annulla»|la stampa su una pagina]. Per il resto bene.
Rinnovato senza pensarci troppo.
Lo consiglierei, con qualche ma.
@support| Bene, superato il robot.
@support| Risolto, ma il perché non si sa.
@support| Al telefono ottimi, per mail così così.
@billing| Corretta in {n} giorni. Vediamo la prossima.
@billing| Spiegazione chiara, fattura no.
@onboarding,new| Bravi loro, vecchio il manuale.
`),
	high: phrases(`
@support| {name} ha risolto in {N} minuti e mi ha pure spiegato il perché. Rarità.
@support| Risposta di domenica sera! Non me l'aspettavo.
@support| Una mail, una risposta, fatto. Grazie {name}.
@onboarding,new,ET| Operativi in {n} giorni. Avevo messo in conto un mese di lamentele.
@onboarding,new| Configurato in un pomeriggio, da solo. [Ho {age} anni.|E non sono portato.]
@billing| Avevo pagato due volte: ve ne siete accorti prima voi.
@care| Le assenze sono scese dal {pct} a meno del 5%. Sono persone che adesso riusciamo a vedere.
@road| Neve, due autisti malati, e alle {early} il piano era pronto. Prima facevo mezzogiorno.
@road| La notte di {weekday} la nostra operatrice era sola, {N} mezzi fuori e il passo chiuso. Dalla mappa ha visto chi non si muoveva più e l'ha chiamato per primo. Stava bene. Sono tornati tutti a casa.
@S| I clienti prenotano mentre lavoro. Ho di nuovo le domeniche.
@ET| Abbiamo buttato la lavagna. Non manca a nessuno.
Semplice, veloce, non si blocca mai.
Vi ho già consigliati a {n} colleghi.
@ET| Rinnovato per tre anni. Il tabellone però non toccatelo!
{name} è un tesoro.
La nuova app è bellissima. [Sposto tutto con un dito.|Bravi.]
Dormo meglio, davvero.
@support| {N} minuti di orologio e pure di buon umore.
@support| {name} mi ha richiamato il giorno dopo per sapere se andava. Andava!
@support| Chiari, senza paroloni.
@billing| Una domanda, una telefonata, a posto.
@billing| Mi avete proposto un piano più economico. Mai successo.
@onboarding,new| Una pazienza infinita. Ho chiesto la stessa cosa {n} volte.
@onboarding,new,S| Iscritta di {weekday}, la sera c'era già una prenotazione.
`),
	leaving: phrases(`
Disdetta: [costa troppo|troppo complicato da sola|non richiama nessuno].
Passiamo a {rival}. Senza rancore.
Vado in pensione. Grazie di tutto!
Attività chiusa, non è colpa vostra.
@ET| Ci ha comprati un gruppo, sistema imposto. Io vi avrei tenuti.
@S| Torno all'agenda di carta.
`),
	short: {
		low: phrases('no\nNo.\ntroppo caro\nlento\nnessuna risposta\nmale\nancora aperto\ndeludente\nvedi ticket {ticket}'),
		mid: phrases('ok\nbene\ndiscreto\nva bene\nniente da dire\nbuono ma caro'),
		high: phrases('Ottimo\nottimo!\nperfetto\nGrazie {name}!\nbravissimi\ntutto bene\nveloci\nConsigliatissimo\n👍')
	},
	before: {
		low: phrases('Sinceramente,\nMi dispiace, ma\nDi nuovo:'),
		mid: phrases('Nel complesso bene.'),
		high: phrases('Va detto:\nComplimenti.')
	},
	after: {
		low: phrases('Attendo una chiamata: {phone}.\nPeccato.\nPerdiamo clienti.\nSaluti, {own}\nCosì non va.'),
		mid: phrases('Il resto va bene.\nSaluti.\nVediamo.'),
		high: phrases('Grazie!\nContinuate così.\nSaluti da {city}.\nNon cambiate niente.\nBravi tutti.')
	}
};
