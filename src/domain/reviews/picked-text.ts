import { groupName } from '../metrics/groups.ts';
import { metricName, seriesFrom } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { behindText, byMonth } from '../voice/behind.ts';
import type { Behind } from '../voice/behind.ts';
import type { Picked } from './picked.ts';

/** In words, as the feed says it: 'the bar “score 6”'. */
export function pickedText(picked: Picked, series: Series, monthText: (month: string) => string): string {
	const { score, group, did, month, moved, touchpoint, behind, bet } = picked;
	if (bet) return `the customers of bet ${bet}`;
	if (behind !== null) return behindPickedText({ ...picked, behind }, series, monthText);
	if (score !== null) return `the bar “score ${score}”`;
	if (group !== null && did !== null)
		return `${groupName(series.metric, group).toLowerCase()} who ${did} within 12 months of their answer`;
	if (group !== null) return `the curve “${groupName(series.metric, group)}”`;
	if (month !== null) return `the month ${monthText(month)}`;
	if (moved !== null) return `the line “${moved.replaceAll('-', ' ')}” of the growth statement`;
	const { metric, about } = seriesFrom(touchpoint!);
	return `the touchpoint “${about}” (${metricName[metric]})`;
}

function behindPickedText(
	{ behind, score, month, touchpoint }: Picked & { behind: Behind },
	{ metric }: Series,
	monthText: (month: string) => string
): string {
	const { whose } = behindText(behind, metric);
	if (score !== null) return `${whose}, score ${score}`;
	if (month !== null && byMonth.includes(behind)) return `${whose}, at the end of ${monthText(month)}`;
	if (touchpoint?.startsWith('theme:')) return `${whose} about a theme`;
	return touchpoint === null ? whose : `${whose} after the touchpoint “${seriesFrom(touchpoint).about}”`;
}
