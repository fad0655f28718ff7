import { selectSeries } from '../metrics/server.ts';
import { slicesOfCustomers } from '../money/server.ts';
import { Refusal } from '../refusal.ts';
import { publishedFigures } from './figures.server.ts';
import { unknownFilter } from './unknown-filter.ts';

/** Every figure of a week's review for a program. It does not see what a page falls back to, so a filter that names nothing is refused. */
export async function figuresForProgram(...asked: Parameters<typeof publishedFigures>) {
	const [db, scope] = asked;
	const [customers, series] = await Promise.all([slicesOfCustomers(db), selectSeries(db)]);
	const unknown = unknownFilter(scope, { customers, series });
	if (unknown) throw new Refusal('invalid', unknown);
	return publishedFigures(...asked);
}
