import { money } from '#ui/format/money.ts';
import { nobodyToAverage } from '../value.ts';
import type { Outcomes } from '../outcome.ts';

type Part = { text: string; isMoney?: boolean };

const reasonOf = ({ revenue }: Outcomes['byGroup'][number]) =>
	revenue.status === 'ok'
		? ''
		: revenue.reason === nobodyToAverage
			? 'nobody answered a year ago or earlier'
			: revenue.reason;

/** The chart in a sentence; careful where the groups cannot be told apart. */
export function sentence(groups: Outcomes['byGroup'], currency: string): Part[] {
	const [high, , low] = groups;
	if (groups.every(({ customers }) => customers === 0))
		return [{ text: 'Not in this data: nobody answered a year ago or earlier whose revenue since then is known.' }];
	const missing = [high, low].find(({ revenue }) => revenue.status !== 'ok');
	if (high.revenue.status !== 'ok' || low.revenue.status !== 'ok')
		return [{ text: `Not in this data: of the ${missing!.name.toLowerCase()}, ${reasonOf(missing!)}.` }];

	const [more, less] = [high.revenue, low.revenue];
	const difference = more.value - less.value;
	const margin = Math.hypot(more.high - more.value, less.high - less.value);
	if (Math.abs(difference) <= margin)
		return [
			{
				text: `${high.name} and ${low.name.toLowerCase()} do not differ in the money that followed by more than chance: `
			},
			{ text: money(more.value, currency), isMoney: true },
			{ text: ' against ' },
			{ text: money(less.value, currency), isMoney: true },
			{ text: '.' }
		];

	return [
		{ text: `${high.name} brought ` },
		{ text: money(more.value, currency), isMoney: true },
		{ text: ` in the year after they answered, ${low.name.toLowerCase()} ` },
		{ text: money(less.value, currency), isMoney: true },
		{ text: difference > 0 ? '.' : `: here the ${low.name.toLowerCase()} brought more.` }
	];
}
