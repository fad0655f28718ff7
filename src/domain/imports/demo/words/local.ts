import type { Language } from './language.ts';

/** How each language writes days, months, numbers and hours inside a sentence. */
type Local = {
	weekdays: readonly string[];
	months: readonly string[];
	/** Two to nine. */
	numbers: readonly string[];
	/** Third to seventh, in the form that the phrases of that language need. */
	ordinals: readonly string[];
	hour: (hour: number, minute: number) => string;
	percent: (percent: number) => string;
};

const list = (words: string) => words.split(' ');
const two = (number: number) => String(number).padStart(2, '0');
const colon = (hour: number, minute: number) => `${hour}:${two(minute)}`;
const spaced = (percent: number) => `${percent} %`;
const tight = (percent: number) => `${percent}%`;

export const locals: Record<Language, Local> = {
	en: {
		weekdays: list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
		months: list('January February March April May June July August September October November December'),
		numbers: list('two three four five six seven eight nine'),
		ordinals: list('third fourth fifth sixth seventh'),
		hour: (hour, minute) =>
			`${hour > 12 ? hour - 12 : hour}${minute ? `.${two(minute)}` : ''} ${hour < 12 ? 'am' : 'pm'}`,
		percent: tight
	},
	de: {
		weekdays: list('Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'),
		months: list('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
		numbers: list('zwei drei vier fünf sechs sieben acht neun'),
		ordinals: list('dritten vierten fünften sechsten siebten'),
		hour: colon,
		percent: spaced
	},
	fr: {
		weekdays: list('lundi mardi mercredi jeudi vendredi samedi dimanche'),
		months: list('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
		numbers: list('deux trois quatre cinq six sept huit neuf'),
		ordinals: list('troisième quatrième cinquième sixième septième'),
		hour: (hour, minute) => `${hour} h ${two(minute)}`,
		percent: spaced
	},
	es: {
		weekdays: list('lunes martes miércoles jueves viernes sábado domingo'),
		months: list('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
		numbers: list('dos tres cuatro cinco seis siete ocho nueve'),
		ordinals: list('tercera cuarta quinta sexta séptima'),
		hour: colon,
		percent: spaced
	},
	pt: {
		weekdays: list('segunda terça quarta quinta sexta sábado domingo'),
		months: list('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
		numbers: list('duas três quatro cinco seis sete oito nove'),
		ordinals: list('terceira quarta quinta sexta sétima'),
		hour: (hour, minute) => `${hour}h${two(minute)}`,
		percent: tight
	},
	it: {
		weekdays: list('lunedì martedì mercoledì giovedì venerdì sabato domenica'),
		months: list('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
		numbers: list('due tre quattro cinque sei sette otto nove'),
		ordinals: list('terza quarta quinta sesta settima'),
		hour: (hour, minute) => `${hour}.${two(minute)}`,
		percent: tight
	},
	nl: {
		weekdays: list('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
		months: list('januari februari maart april mei juni juli augustus september oktober november december'),
		numbers: list('twee drie vier vijf zes zeven acht negen'),
		ordinals: list('derde vierde vijfde zesde zevende'),
		hour: (hour, minute) => `${hour}.${two(minute)} uur`,
		percent: tight
	},
	cs: {
		weekdays: list('pondělí úterý středu čtvrtek pátek sobotu neděli'),
		months: list('leden únor březen duben květen červen červenec srpen září říjen listopad prosinec'),
		numbers: list('dva tři čtyři pět šest sedm osm devět'),
		ordinals: list('třetí čtvrté páté šesté sedmé'),
		// "Ve 4.20": the phrases hold the preposition that goes with four.
		hour: (hour, minute) => (hour < 7 ? `4.${two(minute)}` : `${hour}.${two(minute)}`),
		percent: spaced
	},
	pl: {
		weekdays: list('poniedziałek wtorek środę czwartek piątek sobotę niedzielę'),
		months: list('styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień'),
		numbers: list('dwa trzy cztery pięć sześć siedem osiem dziewięć'),
		ordinals: list('trzeci czwarty piąty szósty siódmy'),
		hour: colon,
		percent: tight
	},
	ja: {
		weekdays: list('月曜 火曜 水曜 木曜 金曜 土曜 日曜'),
		months: list('1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月'),
		numbers: list('二 三 四 五 六 七 八 九'),
		ordinals: list('三回目 四回目 五回目'),
		hour: (hour, minute) => (minute === 0 ? `${hour}時` : `${hour}時${minute}分`),
		percent: tight
	}
};
