import type { Region } from '../model.ts';
import type { Language } from './language.ts';

const list = (names: string) => names.split(' ');

/** The people at Larkmoor whom customers meet, by where they work. The same few come up again, as they do. */
export const staff: Record<Region, readonly string[]> = {
	EMEA: list('Priya Tom Agnieszka Callum Sofie Jonas Hannah Femi Katja Declan Ilaria Matej Bex Rhys'),
	'North America': list('Kayla Marcus Jen Dwayne Teresa Brandon Noor Caleb Shawna Luis Monique Pat'),
	'Latin America': list('Paola Rodrigo Marisol Thiago Camila Andrés'),
	'Asia Pacific': list('Mei Farah Kiri Arvind Siti Lachlan Jia Nadine')
};

export const sellers = list('Chad Oliver Melanie Dirk Vanessa Jarrod Gavin Brooke Fergus Tiffany');

/** In other languages customers meet people of their own tongue: women and men, since words bend to them. */
export const speakers: Record<Exclude<Language, 'en'>, { women: readonly string[]; men: readonly string[] }> = {
	de: {
		women: ['Frau Keller', 'Katja', 'Frau Brandt', 'Steffi'],
		men: ['Herr Yildiz', 'Jonas', 'Herr Albers', 'Timo']
	},
	fr: { women: list('Camille Sandrine Aurélie Inès'), men: list('Julien Mehdi Baptiste Loïc') },
	es: { women: list('Paola Marisol Lucía Jimena'), men: list('Rodrigo Andrés Iker Mauricio') },
	pt: { women: list('Camila Renata Bia Joana'), men: list('Thiago Rui Danilo Caio') },
	it: { women: list('Ilaria Giulia Federica'), men: list('Matteo Davide Simone') },
	nl: { women: list('Sofie Lieke Marloes'), men: list('Daan Bram Joris') },
	cs: { women: list('Lenka Tereza'), men: ['pan Dvořák', 'Matěj', 'Honza', 'pan Beran'] },
	pl: { women: list('Agnieszka Ola'), men: ['pan Wojtek', 'Mateusz', 'pan Kuba', 'Bartek'] },
	ja: { women: list('中村 小林 森'), men: list('田中 リム タン') }
};

/** Products that do not exist, to be compared with. */
export const rivals = ['Plannoro', 'Rotaloom', 'Kalendra', 'Dayfold', 'Brettano', 'Tourmio'];
