import { fullMoment } from '#ui/format/time.ts';
import type { MyTelling } from '../server.ts';
import { stateMeaning } from '../../snapshots/delivery.ts';

/** What a reader was told of an alert, when and how. */
export function tellingText(telling: MyTelling, zone: string): string {
	if (!telling) return 'Not told to you: you had not asked for it.';
	if (telling.state === 'not told') return `Not told to you. ${telling.why}`;
	if (telling.state === 'held') return 'Held until your hour comes, or your quiet hours end.';
	const { state, at, answer } = telling.delivery!;
	if (state === 'sent') return `Mailed to you ${fullMoment(at, zone)}.`;
	return `By mail, ${fullMoment(at, zone)}: ${stateMeaning[state]}.${answer && state !== 'in outbox' ? ` ${answer}` : ''}`;
}
