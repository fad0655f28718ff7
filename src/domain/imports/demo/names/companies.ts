import type { Chance } from '../chance.ts';
import type { Trade } from '../trades.ts';
import { companyPatterns } from './company-patterns.ts';
import { type Culture, person } from './people.ts';

const table = (text: string): ReadonlyMap<string, readonly (readonly string[])[]> =>
	new Map(
		text
			.trim()
			.split('\n')
			.map((row) => row.split(' | '))
			.map(([key, ...lists]) => [key, lists.map((list) => list.split(', '))])
	);

/** Invented place names and the like, in two halves. */
const roots = table(`
english | Bright, Stone, Ash, Elm, Raven, Thorn, Clear, Fair, Silver, Grey, Hazel, Copper, Winter, Sand, Long, Kings, Marsh, Heather, Otter, Kestrel, Amber, Millers, Swan, Harrow, Larch, Fox, Wool | water, field, brook, gate, ford, ridge, haven, mere, bridge, wick, dale, holt, combe, stead, view, bank, lea, ley, cross
german | Linden, Eichen, Birken, Rosen, Stein, Wald, Hohen, Alten, Mühl, Kalten, Lichten, Tannen, Weiden, Ober, Reh | hof, bach, feld, tal, berg, au, bruck, stein, brunn, hain, see
dutch | Linde, Eiken, Wilgen, Molen, Zand, Ooster, Noorder, Berken, Kraan, Hagen | hof, veld, dijk, haven, donk, brug, zoom, rode, burg
nordic | Sol, Björk, Nor, Sten, Ek, Fjell, Lind, Alm, Strand, Hav | vik, dal, borg, lund, näs, berga, by, holm, ås
czech | Sokol, Bor, Lip, Hor, Krás, Bystř, Jas, Topol, Jav | ov, ice, ná, nka, ovka, ina, any
polish | Brzoz, Lip, Dąb, Jawor, Sosn, Kalin, Olsz, Klon | owo, nica, ówka, iny, ówek, iec
japanese | Aoba, Minato, Hikari, Sakura, Kita, Midori, Asahi, Tsubaki, Kaede, Hayate, Nagi, Yamabuki | gaoka, dai, hama, mori, kawa, no, 
`);

const saintsAndPlaces = table(`
french | du Parc, du Lac, des Tilleuls, du Vieux Pont, des Moulins, de la Gare, du Canal, des Remparts, Saint-Aubin, Sainte-Colombe, des Cèdres, du Grand Pré, de la Fontaine, des Quatre Vents, du Belvédère
spanish | Santa Elvira, San Telmo, Los Álamos, El Puente, La Alameda, Vista Clara, Río Manso, Monte Alto, Las Acacias, Puerta Norte, El Faro, Los Cedros, Valle Hondo
portuguese | Santa Efigênia, São Bento, Boa Esperança, Vale Verde, Monte Claro, Porto Novo, Três Rios, Das Acácias, Bela Vista, Do Farol, Pedra Branca
italian | San Rocco, Santa Lucia, Villa Chiara, Del Ponte, Al Parco, Tre Fontane, Monte Alto, La Quercia, Porta Nuova, Del Lago
`);

/** An invented name for a company of this trade, in the way of its language. */
export function companyName(
	family: string,
	culture: Culture,
	cities: readonly string[],
	trade: Trade,
	chance: Chance
): string {
	const families = [family, person(culture, chance).family];
	const fill: Record<string, () => string> = {
		R: () => root(culture, chance),
		P: () => chance.pick(saintsAndPlaces.get(culture)?.[0] ?? [root(culture, chance)]),
		F: () => families.shift() ?? family,
		C: () => chance.pick(cities)
	};
	const pattern = chance.pick(patternsFor(culture, trade));

	return pattern.replace(/(?<!\p{L})[RFPC](?=s\b|klinikken|(?!\p{L}))/gu, (letter) => fill[letter]());
}

function patternsFor(culture: Culture, { key, sector }: Trade): readonly string[] {
	const own = culture === 'world' ? 'english' : culture;
	const found = [`${own} ${key}`, `${own} ${sector}`, `english ${key}`].find((name) => companyPatterns.has(name));
	return companyPatterns.get(found ?? 'english clinic') ?? [];
}

function root(culture: Culture, chance: Chance): string {
	const [first, second] = roots.get(culture) ?? roots.get('english') ?? [[], []];
	return (chance.pick(first) + chance.pick(second)).trim();
}
