import type { RequestEvent } from '@sveltejs/kit';
import { statusOf } from '#domain/bets/bet.ts';
import { outcomeOf } from '#domain/bets/forecast.ts';
import { allBets, betOf, membersOf } from '#domain/bets/server.ts';
import { csvTable } from '#domain/imports/files/write.ts';
import { Refusal } from '#domain/refusal.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { answering } from '../answering.ts';
import { onlyParameters } from '../api-parameters.ts';
import { asAttachment } from '../download.server.ts';

/** Every bet for a program: forecast and verdict as the page shows them, both as they were written. */
export async function betsFor({ locals: { db, organisation }, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	onlyParameters(url, []);
	const today = dayIn(new Date(), organisation.timeZone);
	const bets = await allBets(db, organisation.demoSince !== null);
	return {
		organisation: organisation.name,
		isDemo: organisation.demoSince !== null,
		bets: bets.map((bet) => {
			const { number, insight, about, plan, start, stopped, verdict } = bet;
			const { owner, by, at, ...written } = plan;
			return {
				...{ number, insight, about, status: statusOf(bet, today) },
				plan: { ...written, owner: owner.name, writtenBy: by, writtenAt: at },
				...{ start, stopped, verdict },
				forecastOutcome: verdict && outcomeOf(plan.forecast, verdict.effect),
				path: `/bets/${number}`
			};
		})
	};
}

/** Who gets it and who does not, as it was fixed, safe in a spreadsheet. */
export const sendGroups = answering(
	async ({ locals: { db }, params }: Pick<RequestEvent<{ number: string }>, 'locals' | 'params'>) => {
		const number = /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0;
		const { start } = await betOf(db, number);
		if (!start) throw new Refusal('not-found', 'The groups of this bet are not made yet.');
		const members = await membersOf(db, number);
		const rows = members.map(({ key, unit, gets }) => [key, unit, gets ? 'gets it' : 'left out']);
		return new Response(csvTable(['customer_id', 'account_id', 'group'], rows), {
			headers: asAttachment(`bet-${number}-groups.csv`)
		});
	}
);
