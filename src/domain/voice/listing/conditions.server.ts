import type { Db } from '#platform/db/connect.ts';
import { addDays } from '../../scope/calendar.ts';
import { instantOf } from '../../scope/zone.ts';
import type { By, Wanted } from '../queries/matches.server.ts';
import type { MeantSearch } from '../search/meant.ts';
import { minorsOf } from '../value-band.ts';
import type { ValueBand } from '../value-band.ts';
import { wholeMonths } from '../whole-months.ts';
import { magnitudesSought, monthsSought, surveysSought, traitsSought, wordsSought } from './entries.ts';
import { ofFollowed, ofReader, ofTheme, ofTime } from './queries/lists.server.ts';
import type { Condition } from './queries/lists.server.ts';
import { selectSurveys } from './queries/read.server.ts';

const none = { entries: [], ranges: [], without: false };

/** All that a search asks for, as what is listed can tell it. */
export async function conditionsOf(
	db: Db,
	wanted: Wanted,
	search: MeantSearch | null,
	{ zone, currency, reader }: By
): Promise<Condition[]> {
	const { survey, value, theme, followUp, unread } = wanted;
	return [
		...(search === null ? [] : wordsSought(search)),
		...traitsSought(wanted),
		...(survey === null ? [] : [surveysSought(await selectSurveys(db, survey))]),
		...(value === null ? [] : [magnitudesSought(magnitudesOf(value, currency))]),
		...(theme === null ? [] : [{ ...none, numbers: [ofTheme(theme)] }]),
		...(followUp === null ? [] : [{ ...none, numbers: [ofFollowed(followUp)] }]),
		...(unread ? [{ ...none, numbers: [ofReader(reader)], without: true }] : []),
		...ofDays(wanted, zone)
	];
}

/** No amount that the product can count has more digits. */
const highest = 18;

/** All bands begin and end at a power of ten. */
function magnitudesOf(value: ValueBand, currency: string): number[] {
	if (value === 'nothing') return [-1];
	const { from, to } = minorsOf(value, currency);
	const power = (minor: number) => Math.round(Math.log10(minor));
	const [least, end] = [from === 0 ? 0 : power(from), to === null ? highest + 1 : power(to)];
	return Array.from({ length: end - least }, (_, i) => least + i);
}

/** Whole months are listed; the days before the first and after the last of them are few. */
function ofDays({ from, to }: Wanted, zone: string): Condition[] {
	if (from === null && to === null) return [];
	const { months, rest } = wholeMonths({
		from: from && instantOf(from, zone).toISOString(),
		to: to && instantOf(addDays(to, 1), zone).toISOString()
	});
	return [{ ...(months ? monthsSought(months) : none), numbers: rest.map(ofTime) }];
}
