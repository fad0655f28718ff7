import { type Chance, weighted } from './chance.ts';
import type { Region } from './model.ts';
import type { Culture } from './names/people.ts';
import type { Language } from './words/language.ts';

/** Where a customer sits: which clock their day follows, how people there are called and what they write in. */
export type Place = {
	country: string;
	region: Region;
	zone: string;
	culture: Culture;
	language: (chance: Chance) => Language;
	cities: readonly string[];
};

/** Share of all customers in thousandths, country, region, time zone, names, languages with their shares, towns. */
const table = `
168 | gb | EMEA | Europe/London | english | en | Leeds, Bristol, Norwich, Stockport, Cardiff, Dundee, Hull, Exeter, Swindon, Bolton, Ipswich, Croydon, Derby
26 | gb | EMEA | Europe/London | world | en | Leicester, Luton, Birmingham, Slough, Bradford, Wembley
24 | ie | EMEA | Europe/Dublin | english | en | Cork, Galway, Limerick, Drogheda, Sligo, Athlone
54 | de | EMEA | Europe/Berlin | german | de 93, en 7 | Kassel, Bremen, Augsburg, Bielefeld, Erfurt, Münster, Ulm, Rostock, Chemnitz, Mainz, Oldenburg
14 | at | EMEA | Europe/Vienna | german | de 93, en 7 | Linz, Graz, Wels, Innsbruck, Villach
12 | ch | EMEA | Europe/Zurich | german | de 70, fr 20, en 10 | Winterthur, Bern, Aarau, Chur, Biel
36 | fr | EMEA | Europe/Paris | french | fr 93, en 7 | Angers, Dijon, Rennes, Clermont-Ferrand, Nîmes, Tours, Le Havre, Pau, Reims
11 | be | EMEA | Europe/Brussels | dutch | nl 55, fr 35, en 10 | Gent, Mechelen, Hasselt, Namur
20 | nl | EMEA | Europe/Amsterdam | dutch | nl 80, en 20 | Zwolle, Breda, Enschede, Apeldoorn, Leiden, Tilburg
20 | es | EMEA | Europe/Madrid | spanish | es 93, en 7 | Zaragoza, Murcia, Vigo, Valladolid, Gijón, Córdoba, Tarragona
8 | pt | EMEA | Europe/Lisbon | portuguese | pt 93, en 7 | Braga, Aveiro, Leiria, Setúbal
19 | it | EMEA | Europe/Rome | italian | it 93, en 7 | Bergamo, Parma, Padova, Ancona, Bari, Brescia, Pescara
12 | cz | EMEA | Europe/Prague | czech | cs 93, en 7 | Ostrava, Brno, Plzeň, Olomouc, Liberec, Zlín
12 | pl | EMEA | Europe/Warsaw | polish | pl 93, en 7 | Poznań, Łódź, Lublin, Gdynia, Katowice, Rzeszów
16 | se | EMEA | Europe/Stockholm | nordic | en | Örebro, Malmö, Aarhus, Uppsala, Odense, Stavanger
10 | za | EMEA | Africa/Johannesburg | english | en | Durban, Pretoria, Gqeberha, Stellenbosch
6 | ae | EMEA | Asia/Dubai | world | en | Dubai, Sharjah, Abu Dhabi
108 | us | North America | America/New_York | english | en | Albany, Dayton, Scranton, Richmond, Worcester, Syracuse, Savannah, Toledo, Knoxville
82 | us | North America | America/Chicago | english | en | Omaha, Tulsa, Des Moines, Madison, Wichita, Peoria, Little Rock, Amarillo
26 | us | North America | America/Denver | english | en | Boise, Pueblo, Billings, Provo, Cheyenne
36 | us | North America | America/Los_Angeles | world | en | Fresno, Tacoma, Reno, Stockton, Eugene
24 | us | North America | America/Chicago | spanish | en 85, es 15 | San Antonio, Laredo, El Paso, Corpus Christi
44 | ca | North America | America/Toronto | english | en | Hamilton, Guelph, London, Kingston, Halifax
22 | ca | North America | America/Vancouver | world | en | Burnaby, Kelowna, Nanaimo, Richmond
15 | ca | North America | America/Toronto | french | fr 80, en 20 | Sherbrooke, Trois-Rivières, Gatineau, Lévis
34 | mx | Latin America | America/Mexico_City | spanish | es 93, en 7 | Puebla, Querétaro, León, Mérida, Toluca
14 | co | Latin America | America/Bogota | spanish | es 93, en 7 | Medellín, Cali, Bucaramanga, Pereira
9 | cl | Latin America | America/Santiago | spanish | es 93, en 7 | Concepción, Temuco, Rancagua
10 | ar | Latin America | America/Argentina/Buenos_Aires | spanish | es 93, en 7 | Rosario, Mendoza, La Plata
38 | br | Latin America | America/Sao_Paulo | portuguese | pt 93, en 7 | Campinas, Joinville, Goiânia, Uberlândia, Curitiba, Ribeirão Preto
50 | au | Asia Pacific | Australia/Sydney | english | en | Newcastle, Wollongong, Geelong, Ballarat, Canberra, Hobart
12 | au | Asia Pacific | Australia/Perth | english | en | Perth, Fremantle, Bunbury
22 | nz | Asia Pacific | Pacific/Auckland | english | en | Hamilton, Tauranga, Dunedin, Napier
24 | sg | Asia Pacific | Asia/Singapore | world | en | Singapore, Jurong, Penang, Johor Bahru
14 | in | Asia Pacific | Asia/Kolkata | world | en | Pune, Coimbatore, Kochi, Jaipur
20 | jp | Asia Pacific | Asia/Tokyo | japanese | ja 88, en 12 | Sendai, Okayama, Kanazawa, Niigata, Hamamatsu
`;

const places = table
	.trim()
	.split('\n')
	.map((row): [Place, number] => {
		const [share, country, region, zone, culture, languages, cities] = row.split(' | ');
		const spoken = languages.split(', ').map((language): [Language, number] => {
			const [code, weight = '1'] = language.split(' ');
			return [code as Language, Number(weight)];
		});
		const place = { country, region: region as Region, zone, culture: culture as Culture, cities: cities.split(', ') };
		return [{ ...place, language: weighted(spoken) }, Number(share)];
	});

export const anywhere: (chance: Chance) => Place = weighted(places);
