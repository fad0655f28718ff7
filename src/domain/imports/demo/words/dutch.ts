import { phrases } from './grammar.ts';

export const dutch = {
	low: phrases(`
@onboarding,new,ET| Al {n} weken "bijna live". [De tweede vestiging staat er nog steeds niet in.|Ondertussen werken we dubbel.]
@onboarding,new,ET| Eerst {name}, toen {name2}, nu niemand. Elk gesprek begin ik weer van voren af aan.
@onboarding,new| Klantenlijst {n} keer gestuurd. Nog steeds leeg bij jullie.
@onboarding,new,pooled,ET| Sinds de inwerkbegeleiding "gebundeld" is weet niemand meer wie we zijn. Geef ons {name} terug.
@billing,emea| Weer het verkeerde btw-nummer op de factuur. Voor de {nth} keer. [Onze boekhouder stuurt hem terug, jullie sturen hem weer op.|Hoe moeilijk is het?]
@billing,emea| Btw-nummer klopt niet, adres klopt niet, maar de aanmaning kwam keurig op tijd.
@billing| In {month} twee keer afgeschreven. Al {N} dagen "in behandeling".
@support| Ticket {ticket} gesloten zonder oplossing. Van wie mag dat?
@support| Elke keer een ander, elke keer dezelfde vragen.
@support| Aardige mensen, maar ze mogen niks. Daar schiet ik niets mee op.
@support,road| Om {early} staat de chauffeur voor een dicht hek en het noodnummer vertelt me de kantoortijden.
@ET| Maandagochtend {time}, planbord weer weg. Statuspagina: alles groen. Ja hoor.
Traag. [Elke update een beetje trager.|Met een volle wachtkamer is dat geen pretje.]
Dubbele afspraken, {n} keer deze week. Mijn papieren agenda kon dat beter.
Alles staat op een andere plek en niemand heeft ons wat gevraagd.
@care| {N} patiënten voor een dichte deur door een herinnering met de verkeerde locatie. Ik heb ze allemaal zelf gebeld.
Prijs {pct} omhoog, uitleg nul.
@S| Voor een zzp'er is {amount} per maand echt te veel geworden.
App klapt eruit bij de {nth} foto. [Nieuw toestel.|En dan mag je terug.]
@ET| Rapport zegt {pct}, met de hand geteld {pct}. Wie heeft er gelijk?
In het verkoopgesprek kon alles.
Het was ooit zo'n fijn bedrijf.
@support| Ik krijg een hulpartikel dat ik al gelezen had. Daarom schreef ik juist.
@support| Eerst de robot, dan iemand die hetzelfde vraagt als de robot.
@support| "Doorgezet naar het juiste team." Daar ligt het nog, denk ik.
@billing| Een module die we nooit besteld hebben, op de factuur sinds {month}.
@billing| Creditnota beloofd, creditnota nooit gezien.
@onboarding,new| Training in het Engels, terwijl dat anders was afgesproken.
@onboarding,new| Iedereen wil het bestand, niemand vraagt hoe wij werken.
`),
	awful: phrases(`
Waardeloos.
Wat een drama.
Nooit meer.
Nou ben ik er klaar mee. [Alweer plat.|Bel me. Vandaag. {phone}]
Echt bagger sinds de laatste update.
`),
	mid: phrases(`
Prima, niks bijzonders.
Doet wat het moet doen.
Goed programma, [beetje traag 's ochtends|wel prijzig|rapporten mogen beter].
@billing,emea| Tevreden, behalve over de factuur: weer het verkeerde btw-nummer.
@support| Opgelost, na {n} dagen. Had sneller gemogen.
@support| {name} wist het meteen, de twee daarvoor niet.
@onboarding,new| Start was rommelig, nu loopt het.
@ET| In {city} zijn ze dolblij, hier wennen we er nog aan.
Mist nog [een donkere modus|een echte ongedaan-maken-knop|een afdruk op één blad]. Verder goed.
Zou het aanraden, met een kanttekening.
@support| Prima, als je eenmaal voorbij de robot bent.
@support| Opgelost. Wat het was weet niemand.
@support| Aan de telefoon top, per mail stroperig.
@billing| Gecorrigeerd na {n} dagen. Eens kijken naar de volgende.
@billing| Duidelijk uitgelegd, de factuur zelf blijft vaag.
@onboarding,new| Goede begeleiding, oude handleiding.
`),
	high: phrases(`
@support| {name} had het in {N} minuten opgelost en legde ook nog uit waarom. Top.
@support| Zondagavond gemaild, zondagavond antwoord. Niet verwacht!
@support| Eén mail, één antwoord, klaar. Bedankt {name}.
@onboarding,new,ET| In {n} dagen live. Ik had op een maand gemopper gerekend.
@onboarding,new| In één middag ingericht, zonder hulp. [Ik ben {age}, dus.|Mijn dochter was onder de indruk.]
@billing| Dubbel betaald, jullie zagen het eerder dan ik. Netjes.
@care| Van {pct} wegblijvers naar minder dan 5%. Dat zijn mensen die we nu wél zien.
@road| Gladheid, twee chauffeurs ziek, en om {early} lag de planning er. Vroeger zat ik tot de middag te bellen.
@road| De nacht van {weekday} zat onze planner alleen, {N} wagens buiten, snelweg dicht. Op de kaart zag ze wie er stilstond waar niemand stilstaat. Die belde ze het eerst. Alles goed. Iedereen thuisgekomen.
@S| Klanten boeken terwijl ik werk. Ik heb mijn zondagen terug.
@ET| Het magneetbord hangt er nog, voor de sier.
Werkt gewoon. Altijd.
Al {n} collega's aangeraden.
@ET| Drie jaar verlengd. Blijf van het planbord af, alsjeblieft.
{name} is goud waard.
De nieuwe app is heerlijk. Afspraak verzetten met je duim, klaar.
@support| {N} minuten, op de klok af, en nog vrolijk ook.
@support| {name} belde de dag erna of het nog werkte. Ja dus!
@support| Geen jargon, geen gedoe.
@billing| Eén vraag, één telefoontje, geregeld.
@billing| Jullie raadden me een kleiner pakket aan. Dat maakt indruk.
@onboarding,new| Engelengeduld. Ik heb {n} keer hetzelfde gevraagd.
@onboarding,new,S| {weekday} aangemeld, 's avonds de eerste boeking.
`),
	leaving: phrases(`
Opgezegd: [te duur|te ingewikkeld in mijn eentje|niemand belt terug].
Overgestapt naar {rival}. Even goede vrienden.
Ik stop ermee, pensioen. Bedankt voor alles!
Zaak gesloten. Ligt niet aan jullie.
@ET| Overgenomen door een keten met een eigen systeem. Ik had jullie gehouden.
@S| Terug naar de papieren agenda.
`),
	short: {
		low: phrases(
			'nee\nNee.\nte duur\nte traag\ngeen antwoord\nslecht\nnog steeds niet opgelost\nzie ticket {ticket}\njammer'
		),
		mid: phrases('ok\nprima\nredelijk\ngoed\nniks te klagen\ngaat wel\ngoed maar duur'),
		high: phrases('Top!\ntop\ngeweldig\nPerfect\nBedankt {name}!\nheel tevreden\nsnel en vriendelijk\nGa zo door\n👍')
	},
	before: {
		low: phrases('Eerlijk gezegd:\nSorry, maar\nNog een keer:'),
		mid: phrases('Over het algemeen goed.'),
		high: phrases('Mag ook wel eens gezegd worden:\nHulde.')
	},
	after: {
		low: phrases(
			'Graag een telefoontje: {phone}.\nJammer.\nDit kost ons klanten.\nGroet, {own}\nZo kan ik jullie niet aanraden.'
		),
		mid: phrases('Verder prima.\nGroeten.\nWe zien wel.'),
		high: phrases('Bedankt!\nGa zo door.\nGroeten uit {city}.\nNiks aan veranderen.\nWij blijven.')
	}
};
