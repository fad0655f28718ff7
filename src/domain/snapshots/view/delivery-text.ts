import { count, number } from '#ui/format/number.ts';
import type { DeliveryCounts, DeliveryState } from '../delivery.ts';
import { deliveryStates, troubled } from '../delivery.ts';
import type { ListedEdition, Occasion } from '../edition.ts';

export type CountTold = { state: DeliveryState; text: string; isTrouble: boolean };

/** '38 sent', '1 failed': every state in which a message is, trouble first. */
export function countsTold(counts: DeliveryCounts): CountTold[] {
	const told = deliveryStates.flatMap((state): CountTold[] => {
		const n = counts[state] ?? 0;
		return n === 0 ? [] : [{ state, text: `${number(n)} ${state}`, isTrouble: troubled.includes(state) }];
	});
	return told.sort((a, b) => Number(b.isTrouble) - Number(a.isTrouble));
}

const occasionText: Record<Occasion, string> = {
	clock: 'by the clock',
	'review closed': 'after the review was closed',
	now: 'sent now',
	test: 'a test'
};

/** What brought an edition about, and who asked for it. */
export const occasionTold = ({
	occasion,
	askedBy,
	late
}: Pick<ListedEdition, 'occasion' | 'askedBy' | 'late'>): string =>
	[occasionText[occasion], askedBy && `by ${askedBy}`, late && 'late'].filter(Boolean).join(', ');

/** '12 people, 1 paused' */
export const audienceText = ({ active, paused }: { active: number; paused: number }): string =>
	[active === 0 ? 'nobody' : count(active, 'person', 'people'), paused > 0 && `${number(paused)} paused`]
		.filter(Boolean)
		.join(', ');
