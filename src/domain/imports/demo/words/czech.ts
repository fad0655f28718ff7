import { phrases } from './grammar.ts';

export const czech = {
	low: phrases(`
@onboarding,new,ET| Už [pět|šest|sedm] týdnů „najíždíme do provozu“. Druhá pobočka v systému pořád není.
@onboarding,new,ET| Pokaždé volá někdo jiný a pokaždé začínám od Adama. [Nemám na to čas.|Zapisujete si to vůbec?]
@onboarding,new| Seznam klientů jsem poslala [třikrát|čtyřikrát|pětkrát]. Nahraný není dodnes.
@onboarding,new,pooled,ET| Od té doby, co máte zaškolení „na jedné hromadě“, o nás nikdo nic neví.
@billing,emea| Zase špatné DIČ na faktuře. [Potřetí.|Počtvrté za sebou.|Účetní už to jen vrací.]
@billing,emea| DIČ na faktuře není naše. Psala jsem to v [lednu|březnu|září]. A pak ještě dvakrát.
@billing| Strhli jste mi peníze dvakrát a {N} dní čekám na vrácení.
@support| Tiket {ticket} zavřený, problém otevřený.
@support| Všichni milí, nikdo nic nevyřešil.
@support,road| Ve {early} stojí řidič před zavřenou bránou a na nouzové lince mi automat čte úřední hodiny.
@ET| Pondělí ráno, {time}, tabule nejede. Jako minule. Ale na stavové stránce máte všechno zelené.
Pomalé. [S každou aktualizací víc.|Mám plnou čekárnu a koukám na kolečko.]
Dvě objednávky na stejný čas, tento týden [třikrát|čtyřikrát]. To můj papírový diář neuměl.
Všechno jste přestěhovali a nikoho jste se nezeptali.
@care| {N} pacientů před zavřenými dveřmi, protože připomínka měla špatnou adresu. Omlouvala jsem se každému zvlášť.
Zdražení o {pct} a ani slovo proč.
@S| Na živnostníka je {amount} měsíčně už moc.
Aplikace spadne u každé třetí fotky. [Nový telefon, prosím.|A můžu jet zpátky.]
@ET| Sestava tvrdí {pct}, ručně vychází {pct}. Komu mám věřit?
Obchodník sliboval všechno. Umí to půlku.
Bývali jste lepší.
@support| Poslali mi odkaz na návod, který jsem už četla. Proto jsem psala.
@support| Nejdřív robot, pak člověk, který se ptá na totéž co robot.
@billing| Účtujete modul, který jsme si nikdy neobjednali.
@onboarding,new| Školení bylo anglicky a půlka lidí nerozuměla.
`),
	awful: phrases(`
Ostuda.
Nikdy víc.
To si děláte srandu?
Od poslední aktualizace hrůza. [Zase to nejede.|Ať mi někdo zavolá. {phone}]
Vyhozené peníze.
`),
	mid: phrases(`
Dobré, nic víc.
Ujde to.
Program dobrý, [ráno trochu pomalý|cena vyšší|sestavy slabší].
@billing,emea| Spokojenost, jen to DIČ na faktuře je zase špatně.
@support| Vyřešeno, ale trvalo to [tři|čtyři] dny.
@onboarding,new| Rozjezd byl kostrbatý, teď to běží.
Doporučil bych, ale s poznámkou pod čarou.
Chybí [tmavý režim|pořádné „zpět“|tisk na jednu stránku]. Jinak dobré.
@ET| V terénu si to chválí, v kanceláři si zvykáme.
@support| Dobré, jen se musí člověk dostat přes robota.
@support| Funguje to. Proč to nefungovalo, se nikdo nedozví.
@billing| Opraveno. Uvidíme příští měsíc.
@onboarding,new| Lidé výborní, návody staré.
@S| Na mě samotného až moc funkcí, ale co potřebuju, to tam je.
`),
	high: phrases(`
@support| {him} to měl za {N} minut hotové a ještě mi vysvětlil, čím to bylo.
@support| Psala jsem v neděli večer a v neděli večer přišla odpověď. Klobouk dolů.
@support| Jeden dotaz, jedna odpověď, hotovo.
@onboarding,new,ET| Najeli jsme za [tři|čtyři] dny. Počítal jsem s měsícem nadávání.
@onboarding,new| Nastavil jsem si to za odpoledne sám. [A je mi {age}.|A to na počítače nejsem.]
@billing| Zaplatil jsem dvakrát a všimli jste si toho dřív než já. Díky.
@care| Nedostavilo se nám {pct} lidí, teď méně než pět ze sta. To jsou pacienti, které konečně vidíme.
@road| Náledí, dva řidiči nemocní a v {early} byl plán hotový. Dřív bych volal do poledne.
@road| Tu noc byla naše dispečerka sama, {N} aut venku, dálnice zavřená. Na mapě viděla, kdo stojí tam, kde se nestojí. Tomu volala prvnímu. Byl v pořádku. Všichni dojeli domů.
@S| Klienti se objednávají, zatímco pracuju. Mám zase volné neděle.
Prostě to funguje.
Doporučil jsem vás už [dvěma|třem|pěti] kolegům.
@ET| Prodlouženo o tři roky. Na plánovací tabuli prosím nesahejte.
Nová aplikace je paráda.
Není co vytknout, a já vytýkám rád.
@support| {N} minut a bylo to. Ještě s dobrou náladou.
@support| Druhý den se ozvali, jestli to pořád jede. Jede!
@billing| Jedna otázka, jeden telefonát, vyřešeno.
@onboarding,new| Trpělivost svatých. Ptal jsem se pořád na totéž.
@ET| Magnetickou tabuli jsme sundali a nikomu nechybí.
`),
	leaving: phrases(`
Končím, [drahé|pro jednoho moc složité|nikdo se neozval].
Přecházíme na {rival}. Ve vší slušnosti.
Jdu do důchodu. Děkuju za všechno.
Zavřel jsem živnost, vaše vina to není.
@S| Vracím se k papírovému diáři.
`),
	short: {
		low: phrases('ne\nNe.\ndrahé\npomalé\nnikdo se neozval\nšpatné\npořád to nejde\nviz tiket {ticket}\nzklamání'),
		mid: phrases('ok\ndobré\njde to\nujde\nbez připomínek\ndobré, ale drahé'),
		high: phrases('Super\nsuper!\nvýborné\nDěkuji!\nSpokojenost.\nvše ok, díky\njednička s hvězdičkou\nparáda 👍')
	},
	before: {
		low: phrases('Upřímně:\nJe mi líto, ale\nZnovu:'),
		mid: phrases('Celkově dobré.'),
		high: phrases('Musím říct:\nKlobouk dolů.')
	},
	after: {
		low: phrases('Prosím zavolejte: {phone}.\nŠkoda.\nPřicházíme o klienty.\nTakhle vás doporučit nemůžu.\nČekám.'),
		mid: phrases('Jinak dobré.\nUvidíme.\nZdravím.'),
		high: phrases('Děkuju!\nJen tak dál.\nNic neměňte.\nZůstáváme.\nHezký den všem.')
	}
};
