import { phrases } from './grammar.ts';

export const german = {
	low: phrases(`
@onboarding,new,ET| Seit {n} Wochen sollen wir "live gehen". [Der zweite Standort ist bis heute nicht angelegt.|Live ist hier nur der Ärger.|Ich glaube da nicht mehr dran.]
@onboarding,new,ET| Unsere Ansprechpartnerin hieß erst {her}, dann {her2}, jetzt [heißt sie "Team"|meldet sich niemand mehr]. Jedes Gespräch fängt bei Adam und Eva an.
@onboarding,new| Die Kundenliste habe ich inzwischen {n} Mal geschickt. [Drin ist sie immer noch nicht.|Jedes Mal an jemand anderen.]
@onboarding,new| Eingekauft habe ich Betreuung, bekommen habe ich [ein PDF|einen Link auf ein Video von vorvorgestern|eine Checkliste mit {N} Punkten].
@onboarding,new,ET| Einführung um {time} Uhr angesetzt, {n} Leute extra dafür geholt, abgesagt um {time}. Zum {nth} Mal übrigens.
@onboarding,new| Bezahlen darf ich schon seit dem Ersten. Benutzen noch nicht.
@onboarding,new,pooled,ET| Seit die Einführung bei Ihnen "gebündelt" wurde, ist niemand mehr zuständig. Früher gab es {name}. Rufen Sie {name} zurück!
@billing,ET| Zum {nth} Mal die falsche USt-IdNr. auf der Rechnung. [Unsere Buchhaltung schickt sie zurück, Sie schicken sie wieder hin.|So kann ich keine Vorsteuer ziehen.|Ich mag nicht mehr.]
@billing| Die Umsatzsteuer-ID auf Ihrer Rechnung gehört nicht mir. Meine steht seit {month} in Ihrem System, ich habe sie selbst eingetragen.
@billing| Falsche USt-ID, falsche Anschrift, aber die Mahnung kam [pünktlich|an die richtige Adresse].
@billing| Im {month} doppelt abgebucht. Gutschrift angeblich unterwegs. Zu Fuß vermutlich.
@billing,ET| Wir zahlen für {N} Plätze und haben {n}. [Seit einem halben Jahr bekannt.|Ticket {ticket}. Keine Antwort.]
@support| Ticket {ticket}: nach {N} Tagen ungelöst geschlossen. Von wem? Warum?
@support| Jedes Mal ein anderer, jedes Mal dieselben Fragen. [Lesen Sie untereinander nicht, was man schreibt?|Ich habe die Antworten jetzt als Textbaustein.]
@support| {n} Mails, {n} Textbausteine, null Lösung.
@support| Der Herr am Telefon war nett, durfte aber nichts. Dann sparen Sie sich und mir das Telefon.
@support,road| Um {early} Uhr steht der Fahrer vor verschlossenem Tor, und bei der Notfallnummer läuft ein Band mit den Bürozeiten.
@support| Warteschleife {N} Minuten. Die Melodie pfeift inzwischen [mein Hund|das ganze Büro] mit.
@ET| Montag früh, {time} Uhr, Plantafel weg. Wie letzte Woche. [Und auf der Statusseite alles grün.|Da brennt bei uns sowieso die Hütte.]
Langsam. [Früher ging das mal.|Mit jedem Update ein Stück langsamer.]
@ET| {n} Leute standen {N} Minuten auf dem Hof, weil Ihr Programm nicht lud. Rechnen Sie sich das mal aus.
Doppelbelegungen, trotz Sperre. Am {weekday} gleich {n} Stück. [Die Gesichter hätten Sie sehen sollen.|Das konnte mein Papierkalender besser.]
Die neue Oberfläche hat bestimmt jemand schön gefunden. [Ich suche jeden Tag die Knöpfe.|Gefragt hat uns keiner.]
@care| Erinnerungen gingen nachts um drei raus. Patienten riefen in Panik an, weil sie dachten, es sei etwas passiert.
@care| Am {weekday} standen {N} Patienten vor verschlossener Tür, weil die Erinnerung den falschen Standort nannte. Die meisten über siebzig. Ich habe mich bei jedem einzelnen entschuldigt.
@road| Die Tourenplanung schickt den 40-Tonner durchs Dorf mit der Dreimeterbrücke. [Zum {nth} Mal.|Die Brücke ist im ganzen Landkreis bekannt, nur Ihnen nicht.]
Preis rauf, Leistung gleich, Erklärung: keine.
{pct} teurer, und angekündigt wurde es [in den AGB|drei Tage vorher|gar nicht].
@S| Für einen Ein-Mann-Betrieb inzwischen schlicht zu teuer. [Ich kann das nicht umlegen.|{amount} im Monat sind für mich {n} Aufträge.]
@ET| Die Schnittstelle zur Buchhaltung legt Rechnungen doppelt an. [Gefunden hat es der Steuerberater.|{N} Stück bisher.]
@ET| CSV-Export ohne Umlaute. Herr M?ller lässt grüßen.
App stürzt bei jedem {nth} Foto ab. [Android, neuestes Gerät.|Dann fährt man halt nochmal hin.]
@ET| Der Außendienst nutzt die App nicht mehr, sondern ruft mich an. Ich bin jetzt die App.
@ET| Auswertung sagt {pct} Auslastung, nachgezählt sind es {pct}. Wer von uns beiden kann nicht rechnen?
Im Verkaufsgespräch ging alles. [Danach ging vor allem das Telefon nicht mehr.|Seitdem heißt es "auf der Roadmap".]
Früher war das mal ein Laden, den ich empfohlen habe. Jetzt halte ich mich da zurück.
Ich will nicht meckern, aber [es wird halt nicht besser|ich meckere seit {month}].
{N} Termine nach dem Update verschwunden. Nicht verschoben, weg. [Ausdruck vom Vortag liegt bei mir.|Und ich soll beweisen, dass es sie gab?]
Ohne Maus nicht bedienbar. Ich habe den Arm in Gips und weiß jetzt, wovon ich rede.
@support| Antwort nach {N} Stunden: "Haben Sie es mit einem anderen Browser probiert?" [Ja.|Ja, mit allen.|Raten Sie mal.]
@support| Drei Rückfragen, die schon in meiner ersten Mail beantwortet waren.
@support| Der Robotermensch im Chat hat mich {n} Mal gefragt, wie es mir geht. Schlecht geht es mir, ich komme nicht in den Kalender!
@support| Wurde "an die Fachabteilung" gegeben. Dort ruht es in Frieden.
@billing| Auf der Rechnung steht ein Modul, das wir nie bestellt haben. [Gefunden hat es meine Frau.|Seit {month}, wie ich jetzt weiß.]
@billing| Gutschrift zugesagt im {month}. Kommt die noch mit der Post?
@billing| Rechnung nur im Portal, Portal nur mit Passwort, Passwort nur per Mail, Mail kommt nicht an. Mahnung schon.
@onboarding,new| Schulung auf Englisch, obwohl anders vereinbart. [Die Hälfte meiner Leute hat genickt und nichts verstanden.|Mit Folien für Hotels.]
@onboarding,new| Niemand fragt, wie wir arbeiten. Alle fragen nach der CSV-Datei.
Suchen geht nicht, drucken geht nicht, aber ein neues Logo haben Sie.
@ET| Meine Disponentin hat gekündigt, und ich sage nicht, dass es am Programm lag, aber erwähnt hat sie es.
@S| Bin allein, muss alles selber machen, und dann noch dreimal täglich neu anmelden.
@teach| Die Schüler sehen im Buchungskalender gegenseitig ihre Namen. Das geht gar nicht, Datenschutz!
@shop| Reifenwechselzeit, Laden voll, Kalender hängt. Mehr sage ich nicht.
`),
	awful: phrases(`
Eine Frechheit.
Nie wieder.
Sauladen.
Ich krieg die Krise. [Schon wieder down!|Rufen Sie mich an. Heute.]
Was für ein Murks!
Unter aller Sau, tut mir leid.
Verarschen kann ich mich selber.
{amount} im Monat für so einen Mist?
Reine Zeitverschwendung. Wie diese Umfrage.
Geben Sie mir jemanden ans Telefon, der was zu sagen hat. {phone}
`),
	mid: phrases(`
Ganz ordentlich. [Könnte schneller sein.|Nicht mehr, nicht weniger.|Die App hinkt hinterher.]
Passt schon.
Nicht geschimpft ist genug gelobt.
Gutes Programm, [etwas altbackene Oberfläche|teures Gesamtpaket|die Auswertungen sind ein Witz].
@billing| Produkt gut, Rechnungen weniger: wieder die falsche USt-ID. [Bitte einmal richtig.|Kleinigkeit, aber eine teure.]
@support| Geholfen wurde mir, nach {n} Tagen. Mit zwei hätte ich gut leben können.
@support| {name} wusste Bescheid, die Kollegen davor leider nicht.
@support| Freundlich, richtig, aber drei Rückfragen zu viel.
@onboarding,new| Der Start war holprig, jetzt [rollt es|geht es]. Die Videos bitte mal neu aufnehmen.
@onboarding,new| Für ein Urteil ist es zu früh. Fragen Sie mich im {soon} nochmal.
@ET| Die Kollegen in {city} sind begeistert, hier hält es sich in Grenzen. Macht zusammen eine 7.
@ET| Läuft. Nur montags nicht so schnell.
Würde ich weiterempfehlen, mit Fußnote.
Für die Planung top, für den Urlaubskalender [ein Graus|nehme ich weiter die Wand].
Wenn man einmal weiß, wo alles ist, geht es. Bis dahin nicht.
Solide. Was fehlt: [Dunkelmodus|ein echtes Rückgängig|eine Druckansicht, die auf eine Seite passt].
Verlängert, ohne groß nachzudenken. Das dürfen Sie als Lob nehmen.
Alles gut soweit, der Preis dürfte [bleiben, wo er ist|ruhig mal stillhalten].
@support| Ordentlich, aber man muss erst am Chatroboter vorbei.
@support| Gelöst. Warum es passiert ist, wüsste ich trotzdem gern.
@support| Kompetent, aber kurz angebunden. Mir recht.
@support| Am Telefon prima, schriftlich zäh.
@support| Ich hatte schneller mit einer Antwort gerechnet, dafür war sie richtig.
@billing| Erklärt wurde es gut. Verstehen würde ich die Rechnung trotzdem gern alleine.
@billing| Korrigiert nach {n} Tagen. Im {soon} sehen wir, ob es hält.
@billing| Rechnung stimmt jetzt. Die Bestellnummer fehlt nach wie vor.
@billing,emea| Adresse korrigiert, USt-ID noch die alte. Halbzeit.
@onboarding,new| Einrichtung gut, Unterlagen veraltet.
@onboarding,new,ET| Die Leute haben es schneller verstanden als ich. Fragen Sie die.
@onboarding,new| Ein zweiter Termin nach zwei Wochen wäre Gold wert gewesen.
Man gewöhnt sich. Auch an die guten Sachen.
@S| Reicht für mich völlig. Billiger wäre auch recht.
`),
	high: phrases(`
@support| {name} hat das in {N} Minuten gelöst und mir danach noch [gezeigt, woran es lag|zwei Kniffe verraten]. Großartig.
@support| Sonntagabend geschrieben, Sonntagabend Antwort. Damit hatte ich nicht gerechnet.
@support| Endlich mal jemand, der zuhört, bevor er antwortet. Danke {name}.
@support| Eine Mail, eine Antwort, fertig.
@support| Fehler am Montag gemeldet, am Donnerstag behoben. Und {name} hat sogar angerufen!
@onboarding,new,ET| In {n} Tagen eingeführt, eingeplant hatte ich {n} Wochen. {name} sei Dank.
@onboarding,new| Einrichtung an einem Nachmittag, ohne Handbuch. [Meine Kinder waren beeindruckt.|Ich bin {age} und kein Technikfreund.]
@onboarding,new,ET| {name} hat sich erst unseren Ablauf angesehen und dann das Programm gezeigt. Diese Reihenfolge kannte ich bisher nicht.
@billing| Doppelt bezahlt, Ihnen fiel es vor mir auf. Geld nach {n} Tagen zurück. Respekt.
@billing| Endlich die richtige USt-ID! [Unser Steuerberater grüßt.|Bitte so lassen.]
@care| Die Ausfälle sind von {pct} auf unter fünf Prozent gefallen. Das sind Menschen, die wir sonst nicht gesehen hätten.
@care| Wir erreichen unsere Patienten wieder. Mehr muss ich dazu nicht sagen.
@road| Glatteis, zwei Fahrer krank, Rampe zu. Um {early} Uhr stand der Plan. Früher hätte ich bis mittags telefoniert.
@road| Unser Disponent hatte Nachtschicht, allein, Autobahn gesperrt, {N} Fahrzeuge draußen. Er sagt, ohne die Tafel hätte er nicht gewusst, wen er zuerst anrufen soll. Alle sind heimgekommen.
@ET| Die Magnettafel hängt noch, aus Nostalgie. Gesteckt wird da seit {month} nichts mehr.
@ET| Seit der Umstellung ruft nachts keiner mehr bei mir zu Hause an. [Meine Frau lässt grüßen.|Unbezahlbar.]
@S| Die Kunden buchen, während ich arbeite. Ich habe sonntags wieder frei.
@S| Als Einzelkämpferin ist das meine Bürokraft, mein Gedächtnis und mein Feierabend.
@field| Funktioniert sogar im Aufzugsschacht. Das meine ich wörtlich.
Läuft und läuft und läuft.
Da gibt es nichts zu meckern, und ich komme aus [Schwaben|dem Emsland|Wien], das will was heißen.
Habe Sie schon {n} Kollegen empfohlen. [Zwei haben gekauft.|Provision nehme ich in Keksen.]
@ET| Um drei Jahre verlängert. Bitte lassen Sie die Finger von der Plantafel.
Schnell, verständlich, fair im Preis. Mehr will ich nicht.
Die neue App ist ein Traum. Termin mit dem Daumen verschieben, fertig.
{name} ist Gold wert.
Ich empfehle selten etwas. Das hier schon.
Ehrlich gesagt das einzige Programm, über das hier keiner schimpft.
@ET| Zum ersten Mal stimmen die Zahlen aus dem System mit meinem Bauchgefühl überein.
Man merkt, dass da jemand mitdenkt. Danke auch für die ehrlichen Störungsmails.
@support| Nach {n} Minuten ein Mensch, nach {N} Minuten eine Lösung. Wo gibt's das noch?
@support| {name} hat am nächsten Tag nachgefragt, ob es noch läuft. Läuft!
@support| Kein Fachchinesisch, keine Warteschleife. Danke.
@support| War mein eigener Fehler, und {name} hat es mich kaum spüren lassen.
@support| Sogar der Chat taugt was. Hätte ich nicht gedacht.
@billing| Frage zur Rechnung, Anruf nach zehn Minuten, erledigt.
@billing| Sie haben mir einen kleineren Tarif vorgeschlagen. So bindet man Kunden.
@billing,ET| Bestellnummer steht drauf, USt-ID stimmt, Betrag stimmt. Unsere Buchhaltung sucht jetzt andere Hobbys.
@onboarding,new| Freundlich, geduldig, auf den Punkt. Und alles beim ersten Mal.
@onboarding,new,S| Am {weekday} angemeldet, am Abend kam die erste Buchung.
@teach| Die Fahrschüler tragen sich selbst ein, und zwar nachts um halb zwei. Ich schlafe da.
@shop| Räderwechsel im {month}: {N} Autos am Tag, kein einziger doppelt. Das gab's noch nie.
`),
	leaving: phrases(`
Gekündigt, weil [zu teuer|zu kompliziert für mich allein|keiner zurückruft].
Wechsel zu {rival}. [Die gehen ans Telefon.|Nichts für ungut.]
Ich höre auf, Rente. War eine gute Zeit mit Ihnen, danke!
@ET| Nach dem Ausfall im {month} war das Vertrauen weg. Ich hätte Sie gern behalten.
@ET| Die neue Geschäftsführung hat entschieden. Mich hat keiner gefragt.
Brauche es nicht mehr. Betrieb aufgegeben.
Kündigen ging schneller als jede Supportanfrage. Immerhin.
Bitte Daten löschen und schriftlich bestätigen.
@S| Zurück zum Papierkalender. Der fragt nie nach einem Passwort.
`),
	short: {
		low: phrases(
			'nein\nNein.\nzu teuer\nzu langsam\nKeine Antwort.\nNervig.\nlangsam!!\nso nicht\nImmer noch offen.\nschlecht\nUSt-ID falsch\nSiehe Ticket {ticket}\nenttäuschend\nRückruf bitte\nwarte noch immer'
		),
		mid: phrases(
			'ok\nOK\npasst\nPasst.\ngeht so\nganz gut\nin Ordnung\nsolide\nläuft\nkeine Anmerkung\nPreis/Leistung ok\ngut, aber teuer'
		),
		high: phrases(
			'Top!\ntop\nSuper\nsuper Service\nDanke {name}!\nPerfekt.\nAlles bestens\nEinfach gut.\nWeiter so!\nTut, was es soll.\nsehr zufrieden\nKlasse 👍\nimmer wieder\nGenial'
		)
	},
	before: {
		low: phrases('Also ehrlich:\nLeider.\nTut mir leid, aber\nKurz und knapp:\nNochmal:'),
		mid: phrases('Im Großen und Ganzen zufrieden.\nSoweit gut.\nEhrliche Antwort:'),
		high: phrases('Muss mal gesagt werden:\nHut ab.\nSelten so etwas geschrieben:\nOhne Übertreibung:')
	},
	after: {
		low: phrases(
			'Bitte melden Sie sich: {phone}.\nSchade eigentlich.\nDas kostet uns Kunden.\nSo kann ich Sie nicht empfehlen.\nIch warte.\nBis {soon} schaue ich mir das noch an.\nMfG {own}\nDas muss besser werden.\nIch schaue mich um.'
		),
		mid: phrases('Sonst alles gut.\nGrüße aus {city}\nMal sehen.\nWird schon.\nKein Drama.\nDanke der Nachfrage.'),
		high: phrases(
			'Danke!\nWeiter so.\nGrüße aus {city}!\nBitte so bleiben.\nWir bleiben.\nGruß an {name}.\nDas wollte ich mal loswerden.\nFünf Sterne, wenn es welche gäbe.\nVG {own}'
		)
	}
};
