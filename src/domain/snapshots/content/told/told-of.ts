import { days, fullMoment } from '#ui/format/time.ts';
import { customersText, isWholeCompany } from '../../../scope/scope.ts';
import { mondayOfWeek, sundayOfWeek, weekNumber } from '../../../scope/week.ts';
import { oneLine } from '../../one-line.ts';
import type { SnapshotContent } from '../content.ts';
import { decisionsTold } from './decisions.ts';
import { changedTold, definitionOf, figureTold, headlineFigure } from './figures.ts';
import { insightsTold } from './insights.ts';
import { moneyTold } from './money.ts';
import { promisesTold } from './promises.ts';
import type { SectionTold, Told } from './told.ts';
import { trendTold } from './trend.ts';
import { wordsTold } from './words.ts';

/** An edition in words, as every surface tells it. Parts of which there is nothing are not there. */
export function toldOf(content: SnapshotContent): Told {
	const { week, organisation, figures, headline } = content;
	const name = `week ${weekNumber(week)}`;
	const period = `${name}, ${days(mondayOfWeek(week), sundayOfWeek(week))} ${sundayOfWeek(week).slice(0, 4)}`;
	const customers = isWholeCompany({ ...content.filter, week }) ? null : customersText(content.filter);
	const changed = changedTold(content);
	const said = headline?.text ?? changed[0].map(({ text }) => text.replace(/\.$/, '')).join('');
	return {
		subject: oneLine(
			[headlineFigure(figures, organisation.currency), said, name, customers].filter(Boolean).join(' · ')
		),
		of: [organisation.name, period, customers ?? 'all customers'].join(' · '),
		headline: headline?.text ?? `W${name.slice(1)}`,
		by: headline?.by ?? null,
		changed,
		sections: sectionsOf(content),
		made: madeText(content)
	};
}

function sectionsOf(content: SnapshotContent): SectionTold[] {
	const { organisation, figures, shows, money, trend, insights, words, promises, decisions, week, filter } = content;
	const { currency } = organisation;
	const shown = shows.figures && figures.length > 0;
	const sections: (SectionTold | null | false)[] = [
		shown && {
			kind: 'figures',
			title: 'The week in figures',
			figures: figures.map((one) => figureTold(one, currency))
		},
		money && moneyTold(money, organisation),
		trend && trendTold(trend, organisation),
		insights && insightsTold(insights, currency),
		words && wordsTold(words, organisation),
		promises && promisesTold(promises, { currency, isFiltered: !isWholeCompany({ ...filter, week }) }),
		decisions && decisionsTold(decisions, week),
		shown && { kind: 'notes', title: 'What the figures mean', notes: figures.map(definitionOf) }
	];
	return sections.filter((section) => section !== null && section !== false);
}

function madeText({ madeAt, closed, organisation: { zone, isDemo, name }, isOver }: SnapshotContent): string {
	const made = `Figures and comments as they were on ${fullMoment(new Date(madeAt), zone)}, ${zone}.`;
	const frozen = closed
		? ` The week was closed on ${fullMoment(new Date(closed.at), zone)} by ${closed.by ?? 'itself'}; the figures are those of then.`
		: isOver
			? ''
			: ' The week is not over: these are its figures so far.';
	return `${made}${frozen}${isDemo ? ` ${name} is made up: its customers, their words and their money.` : ''}`;
}
