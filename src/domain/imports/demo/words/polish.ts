import { phrases } from './grammar.ts';

export const polish = {
	low: phrases(`
@onboarding,new,ET| Od [pięciu|sześciu|siedmiu] tygodni „zaraz ruszamy”. Drugiego oddziału dalej nie ma w systemie.
@onboarding,new,ET| Za każdym razem dzwoni ktoś inny i za każdym razem tłumaczę wszystko od początku. [Ile można?|Czy wy to w ogóle zapisujecie?]
@onboarding,new| Listę klientów wysłałam już [trzy|cztery|pięć] razy. Dalej pusto.
@onboarding,new,pooled,ET| Odkąd wdrożenia robi „wspólny zespół”, nikt nie wie, kim jesteśmy.
@billing,emea| Znowu zły NIP na fakturze. [Trzeci raz z rzędu.|Księgowa odsyła, wy przysyłacie to samo.|Podawałem go przez telefon, cyfra po cyfrze.]
@billing,emea| NIP na fakturze nie jest nasz. Zgłaszałem w styczniu, w marcu i wczoraj.
@billing| Pobraliście opłatę dwa razy. Na zwrot czekam {N} dni.
@support| Zgłoszenie {ticket} zamknięte, problem otwarty.
@support| Wszyscy mili, nikt nie pomógł.
@support,road| O {early} kierowca stoi pod zamkniętą bramą, a numer alarmowy podaje mi godziny pracy biura.
@ET| Poniedziałek, {time}, tablica nie działa. Jak tydzień temu. Za to strona ze statusem cała na zielono.
Wolno. [Z każdą aktualizacją wolniej.|Mam pełną poczekalnię i patrzę na kółeczko.]
Dwie wizyty na tę samą godzinę, w tym tygodniu [trzy|cztery] razy. Zeszyt się nie mylił.
Wszystko poprzestawiane i nikt nikogo nie zapytał.
@care| {N} pacjentów pod zamkniętymi drzwiami, bo w przypomnieniu był zły adres. Każdego przepraszałam osobiście.
Podwyżka o {pct}, bez słowa wyjaśnienia.
@S| Dla jednoosobowej działalności {amount} miesięcznie to już za dużo.
Aplikacja pada przy co trzecim zdjęciu. [Nowy telefon.|I jadę jeszcze raz.]
@ET| Raport mówi {pct}, ręcznie wyszło {pct}. Komu mam wierzyć?
Handlowiec obiecywał wszystko. Działa połowa.
Kiedyś byliście lepsi.
@support| Dostałam link do artykułu, który już czytałam. Dlatego napisałam.
@support| Najpierw robot, potem człowiek, który pyta o to samo co robot.
@billing| Na fakturze moduł, którego nigdy nie zamawialiśmy.
@onboarding,new| Szkolenie po angielsku, połowa ludzi nic nie zrozumiała.
`),
	awful: phrases(`
Dramat.
Nigdy więcej.
Kpina.
Żarty sobie robicie? [Znowu nie działa.|Proszę o telefon. Dziś. {phone}]
Szkoda pieniędzy i nerwów.
`),
	mid: phrases(`
W porządku, bez zachwytu.
Może być.
Dobry program, [rano trochę wolny|cena mogłaby być niższa|raporty słabe].
@billing,emea| Program dobry, tylko ten NIP na fakturze znowu zły.
@support| Załatwione, ale po [trzech|czterech] dniach.
@onboarding,new| Początek był trudny, teraz idzie.
Poleciłbym, z małym zastrzeżeniem.
Brakuje [trybu ciemnego|porządnego „cofnij”|wydruku na jednej stronie]. Poza tym dobrze.
@ET| W terenie chwalą, w biurze się przyzwyczajamy.
@support| Dobrze, jak już się człowiek przebije przez robota.
@support| Działa. Dlaczego nie działało, nie wiadomo.
@billing| Poprawione. Zobaczymy za miesiąc.
@onboarding,new| Ludzie świetni, instrukcje stare.
@S| Jak dla mnie samego aż za dużo funkcji, ale to, co trzeba, jest.
`),
	high: phrases(`
@support| {him} załatwił to w {N} minut i jeszcze wyjaśnił, skąd się wzięło.
@support| Napisałam w niedzielę wieczorem, w niedzielę wieczorem miałam odpowiedź. Szok.
@support| Jedno pytanie, jedna odpowiedź, po sprawie.
@onboarding,new,ET| Ruszyliśmy w [trzy|cztery] dni. Liczyłem na miesiąc narzekania.
@onboarding,new| Ustawiłem sam w jedno popołudnie. [A mam {age} lat.|A komputerów nie lubię.]
@billing| Zapłaciłem dwa razy, zauważyliście to przede mną. Szacunek.
@care| Nie przychodziło {pct} osób, teraz mniej niż pięć na sto. To są ludzie, których wreszcie leczymy.
@road| Gołoledź, dwóch kierowców chorych, a o {early} plan był gotowy. Kiedyś dzwoniłbym do południa.
@road| Tamtej nocy nasza dyspozytorka była sama, {N} aut w trasie, autostrada zamknięta. Na mapie zobaczyła, kto stoi tam, gdzie się nie staje. Do niego zadzwoniła pierwszego. Nic mu nie było. Wszyscy wrócili do domu.
@S| Klienci umawiają się sami, kiedy pracuję. Odzyskałam niedziele.
Po prostu działa.
Poleciłem już [dwóm|trzem|pięciu] znajomym.
@ET| Przedłużone o trzy lata. Tylko nie ruszajcie tablicy.
Nowa aplikacja jest świetna.
Nie mam uwag, a zwykle mam.
@support| {N} minut i po kłopocie. I jeszcze w dobrym humorze.
@support| Następnego dnia zadzwonili, czy dalej działa. Działa!
@billing| Jedno pytanie, jeden telefon, załatwione.
@onboarding,new| Anielska cierpliwość. Pytałam w kółko o to samo.
@ET| Tablicę magnetyczną zdjęliśmy, nikt nie tęskni.
`),
	leaving: phrases(`
Rezygnuję, [za drogo|za trudne dla jednej osoby|nikt nie oddzwonił].
Przechodzimy do {rival}. Bez urazy.
Odchodzę na emeryturę. Dziękuję za wszystko.
Zamknąłem firmę, to nie wasza wina.
@S| Wracam do papierowego kalendarza.
`),
	short: {
		low: phrases(
			'nie\nNie.\nza drogo\nwolno\nbrak odpowiedzi\nsłabo\ndalej nie działa\npatrz zgłoszenie {ticket}\nrozczarowanie'
		),
		mid: phrases('ok\ndobrze\nmoże być\nujdzie\nbez uwag\ndobre, ale drogie'),
		high: phrases('Super\nsuper!\nświetnie\nDziękuję!\nPolecam.\nwszystko ok\nrewelacja\nszóstka 👍')
	},
	before: {
		low: phrases('Szczerze:\nPrzykro mi, ale\nJeszcze raz:'),
		mid: phrases('Ogólnie dobrze.'),
		high: phrases('Muszę przyznać:\nCzapki z głów.')
	},
	after: {
		low: phrases('Proszę o telefon: {phone}.\nSzkoda.\nTracimy klientów.\nTak nie mogę was polecać.\nCzekam.'),
		mid: phrases('Reszta dobrze.\nZobaczymy.\nPozdrawiam.'),
		high: phrases('Dziękuję!\nTak trzymać.\nNic nie zmieniajcie.\nZostajemy.\nPozdrawiam serdecznie.')
	}
};
