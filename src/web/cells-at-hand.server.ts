import { latestWeek, weeksOpened } from '#domain/money/as-of.ts';
import { slicesOfCustomers, whatIsKnown } from '#domain/money/server.ts';
import { keepingCells } from '#domain/scope/server.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { remembered } from './remembered.server.ts';

/** With more combinations of segment, region and plan the rows of all would fill the memory: each choice is read by itself. */
const mostSlices = 150;

let kept = { version: '', answers: new Map<string, Promise<unknown>>() };

/**
 * The database for somebody who asks of some customers what others ask of others: the cells of the weeks that
 * everybody opens are read once, of all slices, and kept until the sums change. `version`: theirs, as it was asked for just now.
 */
export async function cellsAtHand(
	{ db, organisation }: Pick<App.Locals, 'db' | 'organisation'>,
	scope: Scope,
	version: string
) {
	const { known, slices } = await whatThereIs(db, version);
	const latest = latestWeek(dayIn(new Date(), organisation.timeZone), known?.answersThrough ?? null);
	if (!weeksOpened(latest).includes(scope.week) || slices.length > mostSlices) return db;

	const name = `${version} ${latest}`;
	if (kept.version !== name) kept = { version: name, answers: new Map() };
	const { answers } = kept;
	return keepingCells(db, (question, ask) => once(answers, question, ask));
}

/** Until when there is anything, and whose. `version`: of the sums, as it was asked for just now. */
export const whatThereIs = (db: App.Locals['db'], version: string) =>
	remembered(JSON.stringify(['there is', version]), async () => {
		const [known, slices] = await Promise.all([whatIsKnown(db), slicesOfCustomers(db)]);
		return { known, slices, revenueThrough: known?.revenueThrough ?? null };
	});

/** Asks once; what failed is asked again the next time. */
function once<Answer>(answers: Map<string, Promise<unknown>>, question: string, ask: () => Promise<Answer>) {
	const known = answers.get(question) as Promise<Answer> | undefined;
	if (known) return known;
	const answer = ask();
	answers.set(question, answer);
	answer.catch(() => answers.delete(question));
	return answer;
}
