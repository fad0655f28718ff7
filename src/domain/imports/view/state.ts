import { count } from '#ui/format/number.ts';
import { kinds } from '../import.ts';
import type { ImportCounts } from '../import.ts';
import type { ImportState } from '../server.ts';

/** What a state means to whoever waits for it. */
export const stateName: Record<ImportState, string> = {
	uploaded: 'Not checked yet',
	checking: 'Being checked',
	checked: 'Checked, not in yet',
	running: 'Going in',
	committed: 'In',
	failed: 'Failed, nothing went in',
	undone: 'Undone'
};

/** Watched until it ends. */
export const isUnderWay = (state: ImportState): boolean => state === 'checking' || state === 'running';

/** Said before anything goes in; see `mergeCustomers`, `mergeContacts`, and what is contradicted of answers and lines. */
export const whichRowCounts =
	'Where several rows tell of one customer or contact, the last one that says something counts, field by field. Of several with the id of one answer or one amount the first counts; others that say something else are rejected.';

export const nothingNew = 'Nothing new: all of it is here already.';

/** Whether bringing it in would bring nothing in: no row of it can go in as it is. */
export const isAllRejected = ({ rows, rejected }: ImportCounts): boolean => rows > 0 && rejected === rows;

/** The first names of a list, and how many more there are: 'a.csv, b.csv and 7 more'. */
export function shortList(names: readonly string[]): string {
	const shown = names.length > 3 ? 2 : 3;
	return names.slice(0, shown).join(', ') + (names.length > shown ? ` and ${names.length - shown} more` : '');
}

/** 'customers: 8,016 new · responses: 8,225 new · 3 rejected' */
export function summary(counts: ImportCounts | null): string {
	if (!counts) return '';
	const parts = summaryByKind(counts);
	if (counts.rejected > 0) {
		if (parts.length === 0 && counts.rows > counts.rejected) parts.push('the rest is here already');
		parts.push(count(counts.rejected, 'rejected', 'rejected'));
	}
	return parts.join(' · ') || nothingNew;
}

/** Of customers it is not counted how many stay as they were, so what is 0 is not told. */
export function summaryByKind(counts: ImportCounts): string[] {
	return kinds.flatMap((kind) => {
		const { added, changed, unchanged } = counts[kind];
		if (added + changed + unchanged === 0) return [];
		const what = [
			added > 0 && `${count(added, 'new', 'new')}`,
			changed > 0 && `${count(changed, 'changed', 'changed')}`,
			unchanged > 0 && `${count(unchanged, 'unchanged', 'unchanged')}`
		];
		return [`${kind}: ${what.filter(Boolean).join(', ')}`];
	});
}
