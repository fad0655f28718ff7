import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#domain/auth/roles.ts';
import type { Bet } from '#domain/bets/bet.ts';
import { calibration } from '#domain/bets/calibration.ts';
import { allBets, betOf, plansOf, powerOf, progressOf, whysOf } from '#domain/bets/server.ts';
import { proposed } from '#domain/bets/view/typed.ts';
import type { Typed } from '#domain/bets/view/typed.ts';
import { insightOf, insightsEndedWith, whoCanBeMentioned } from '#domain/insights/server.ts';
import { slicesOfCustomers, versionOfSums } from '#domain/money/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { nothingPicked } from '#domain/reviews/picked.ts';
import type { Picked } from '#domain/reviews/picked.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import { addDays, addMonths } from '#domain/scope/calendar.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { sliceChoices } from '#domain/scope/slice-choices.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { answering } from '../answering.ts';
import { loadBeside } from '../beside.server.ts';
import { remembered } from '../remembered.server.ts';
import { latestWeek } from '../review.server.ts';
import { surveyChoices } from '../survey-choices.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;
type BetEvent = Event & Pick<RequestEvent<{ number: string }>, 'params'>;

const isDemo = ({ organisation }: App.Locals) => organisation.demoSince !== null;
const everybody = { segment: null, region: null, plan: null, survey: null };

/** Every bet, and what they say of our own forecasts. */
export async function loadBets(event: Event) {
	const { locals } = event;
	const scope: Scope = { week: await latestWeek(event), ...everybody };
	const found = await seriesInScope(locals.db, scope);
	const [beside, bets] = await Promise.all([
		loadBeside(event, { scope, picked: nothingPicked, series: found?.series ?? null }),
		allBets(locals.db, isDemo(locals))
	]);
	const judged = bets.flatMap(({ plan, verdict }) =>
		verdict ? [{ forecast: plan.forecast, effect: verdict.effect }] : []
	);
	return { ...beside, scope, bets, calibration: calibration(judged), mayMake: can(locals.person!, 'write') };
}

/** What a form of a bet offers to choose from. */
async function choicesFor({ db }: App.Locals, scope: Scope) {
	const [owners, customers, found] = await Promise.all([
		whoCanBeMentioned(db),
		slicesOfCustomers(db),
		seriesInScope(db, scope)
	]);
	return {
		owners: owners.map(({ id, name }) => ({ id, name })),
		slices: sliceChoices(customers),
		series: found ? surveyChoices(found.all, found.series, null) : []
	};
}

/** A new bet, proposed from an insight where it is made of one. */
export const loadNewBet = answering(async (event: Pick<RequestEvent, 'locals' | 'url'>) => {
	const { db, organisation } = event.locals;
	const asked = event.url.searchParams.get('insight') ?? '';
	const insight = /^\d{1,9}$/.test(asked) ? await insightOf(db, Number(asked)) : null;
	const today = dayIn(new Date(), organisation.timeZone);
	const startsOn = `${addMonths(today, 1).slice(0, 7)}-01`;
	const from = insight && scopeFromUrl(insight.week, new URLSearchParams(insight.population));
	const typed: Partial<Typed> = insight
		? {
				hypothesis: insight.current.claim,
				ownerId: String(insight.current.owner.id),
				...{
					segment: from!.segment ?? '',
					region: from!.region ?? '',
					plan: from!.plan ?? '',
					series: from!.survey ?? ''
				}
			}
		: {};
	return {
		...(await choicesFor(event.locals, { week: await latestWeek(event), ...everybody })),
		insight: insight && {
			number: insight.number,
			claim: insight.current.claim,
			version: insight.current.version,
			ended: insight.current.state === 'ended'
		},
		typed: proposed({ startsOn, endsOn: addDays(addMonths(startsOn, 6), -1), ...typed }),
		currency: organisation.reportingCurrency
	};
});

/** A bet with everything that was written about it, and the words of its customers. */
export const loadBet = answering(async (event: BetEvent) => {
	const { locals, params } = event;
	const { db, person } = locals;
	if (!/^\d{1,9}$/.test(params.number)) throw new Refusal('not-found', 'There is no such bet.');
	const bet = await betOf(db, Number(params.number));
	const { scope, picked } = wordsOf(bet, await latestWeek(event));
	const found = await seriesInScope(db, scope);
	const mayWrite = can(person!, 'write');
	const isOpen = !bet.start && !bet.stopped;
	const [beside, plans, whys, insights, form, expected] = await Promise.all([
		loadBeside(event, { scope, picked, series: found?.series ?? null }),
		plansOf(db, bet.number),
		whysOf(db, bet.number),
		insightsOf(locals, bet),
		mayWrite && isOpen ? choicesFor(locals, { ...scope, ...everybody }) : null,
		whatToExpect(locals, bet, isOpen)
	]);
	return {
		...beside,
		...{ scope, picked, bet, plans, whys, insights, form, mayWrite, ...expected },
		series: found?.series ?? null,
		mayDraw: can(person!, 'draw')
	};
});

/** Whose words stand beside a bet: of its customers once they are known, of those it is about until then. */
function wordsOf({ number, start, plan: { whom } }: Bet, week: string): { scope: Scope; picked: Picked } {
	if (start) return { scope: { week, ...everybody }, picked: { ...nothingPicked, bet: number } };
	const { segment, region, plan } = whom;
	return { scope: { week, segment, region, plan, survey: null }, picked: nothingPicked };
}

/** The insight a bet was made of, and others that ended with it. */
async function insightsOf({ db }: App.Locals, { number, insight }: Bet) {
	const [made, ended] = await Promise.all([
		insight === null ? null : insightOf(db, insight),
		insightsEndedWith(db, number)
	]);
	const came = made ? [{ number: made.number, claim: made.current.claim }] : [];
	return [...came, ...ended.filter((one) => one.number !== made?.number)];
}

/** Before the groups are made, what they would show; afterwards, of how many months the outcomes are in. */
async function whatToExpect(locals: App.Locals, bet: Bet, isOpen: boolean) {
	const time = { zone: locals.organisation.timeZone, now: new Date() };
	return {
		power: isOpen ? await rememberedPower(locals, bet, time) : null,
		progress: bet.start && !bet.verdict ? await progressOf(locals.db, bet, time) : null
	};
}

async function rememberedPower({ db }: App.Locals, { plan }: Bet, time: { zone: string; now: Date }) {
	const { whom, comparison, measure, months, series } = plan;
	const key = JSON.stringify([
		'power',
		await versionOfSums(db),
		dayIn(time.now, time.zone),
		whom,
		comparison,
		measure,
		months,
		series
	]);
	return remembered(key, () => powerOf(db, plan, time));
}
