import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import { changeBet, judgeBet, makeBet, makeGroups, stopBet, writeWhys } from '#domain/bets/server.ts';
import { endInsight, insightOf } from '#domain/insights/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { form } from '../form.server.ts';
import { BetForm, ChangeBetForm, GroupsForm, JudgeForm, planFrom, StopForm, WhysForm, whyNotHeld } from './forms.ts';

type BetEvent = RequestEvent<{ number: string }>;

const by = ({ locals }: Pick<RequestEvent, 'locals'>) => ({ by: locals.person!, now: new Date() });
const numberOf = ({ params }: BetEvent) => Number(params.number);

function checkedPlan(typed: Parameters<typeof planFrom>[0], { locals }: Pick<RequestEvent, 'locals'>) {
	const missing = whyNotHeld(typed);
	if (missing) throw new Refusal('invalid', missing);
	return planFrom(typed, locals.organisation.reportingCurrency);
}

export const newBetActions = {
	/** Made of an insight, it ends the insight, both or neither. */
	make: form(BetForm, async ({ insight, insightSeen, about, ...typed }, event: RequestEvent) => {
		const { db, organisation } = event.locals;
		const plan = checkedPlan({ ...typed, seen: 0 }, event);
		const from = { insight: insight || null, about, ofDemo: organisation.demoSince !== null };
		const number = await db.transaction(async (tx) => {
			const made = await makeBet(tx, plan, from, by(event));
			if (insight && (await insightOf(tx, insight)).current.state !== 'ended') {
				const end = { kind: 'bet', text: plan.hypothesis, bet: made } as const;
				await endInsight(tx, { number: insight, seen: insightSeen || 0, end }, by(event));
			}
			return made;
		});
		redirect(303, `/bets/${number}`);
	})
};

export const betActions = {
	change: form(ChangeBetForm, ({ seen, ...typed }, event: BetEvent) =>
		changeBet(
			event.locals.db,
			{ number: numberOf(event), seen, plan: checkedPlan({ ...typed, seen }, event) },
			by(event)
		)
	),
	groups: form(GroupsForm, ({ seen }, event: BetEvent) =>
		makeGroups(
			event.locals.db,
			{ number: numberOf(event), seen },
			{ zone: event.locals.organisation.timeZone, seed: () => randomBytes(16).toString('hex') },
			by(event)
		)
	),
	judge: form(JudgeForm, (_, event: BetEvent) =>
		judgeBet(event.locals.db, numberOf(event), event.locals.organisation, by(event))
	),
	stop: form(StopForm, ({ why }, event: BetEvent) =>
		stopBet(event.locals.db, { number: numberOf(event), why }, by(event))
	),
	whys: form(WhysForm, ({ seen, ...whys }, event: BetEvent) =>
		writeWhys(
			event.locals.db,
			{ number: numberOf(event), seen, whys: Object.values(whys).filter((why) => why !== '') },
			by(event)
		)
	)
};
