import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#domain/auth/roles.ts';
import { accountIdFrom } from '#domain/customers/account.ts';
import { accountEntries, accountOf } from '#domain/customers/server.ts';
import { askedOf, placeFrom, upTo, woven } from '#domain/customers/story/story.ts';
import type { Place, Strand } from '#domain/customers/story/story.ts';
import { customersMoney, paidEntries, valueEntries } from '#domain/money/server.ts';
import { followedEntries, followUpsOf, spokeEntries } from '#domain/officer/server.ts';
import { whoCanOwn } from '#domain/reviews/server.ts';
import { addDays, addMonths, isDay } from '#domain/scope/calendar.ts';
import { dayIn, instantOf } from '#domain/scope/zone.ts';
import { contactsHeard, relativesOf, silentEntries } from '#domain/surveys/server.ts';
import { lastScoreOf, saidEntries, whatTheySaid } from '#domain/voice/server.ts';
import { monthsOf } from './customer/marks.server.ts';
import { insightsByAnswer } from './insights/pinned-in.server.ts';

type CustomerEvent = Pick<RequestEvent<{ key: string }>, 'locals' | 'params' | 'url' | 'request'>;

const entriesOnAPage = 50;

/** What somebody asked to see of the story: all of it or only words, and from where on. */
function askedFor({ url, locals }: CustomerEvent) {
	const month = `${url.searchParams.get('upto')}-01`;
	const upto = isDay(month) ? month : null;
	const after = upto ? instantOf(addMonths(upto, 1), locals.organisation.timeZone) : null;
	return {
		onlyWords: url.searchParams.get('only') === 'words',
		upto,
		behind: placeFrom(url.searchParams.get('behind')) ?? (after && upTo(after))
	};
}

/** Everything one customer's page shows. */
export async function loadCustomer(event: CustomerEvent) {
	const { db, organisation } = event.locals;
	const id = accountIdFrom(event.params.key);
	const account = id === null ? null : await accountOf(db, id);
	if (!account) error(404, 'There is no such customer.');

	const zone = organisation.timeZone;
	const today = dayIn(new Date(), zone);
	const asked = askedFor(event);
	const money = await customersMoney(db, account, { today });
	const on = money.on ?? today;
	const [told, said, lastScore, byMonth, contacts, relatives, followUps, owners] = await Promise.all([
		storyOf(event, account.id, { ...asked, through: on }),
		whatTheySaid(db, account.id),
		lastScoreOf(db, account.id),
		monthsOf(event.locals, account, money),
		contactsHeard(db, account.id),
		relativesOf(db, account.id, { day: on, since: instantOf(addDays(on, -365), zone) }),
		followUpsOf(db, account.id),
		whoCanOwn(db)
	]);
	const pinnedIn = await insightsByAnswer(
		db,
		told.entries.flatMap(({ strand, id }) => (strand === 'said' ? [id] : []))
	);
	const story = {
		...told,
		entries: told.entries.map((one) => (one.strand === 'said' ? { ...one, pinnedIn: pinnedIn(one.id) } : one))
	};
	return {
		account,
		money,
		...byMonth,
		asked: { onlyWords: asked.onlyWords, upto: asked.upto, isFirstPage: asked.behind === null },
		story,
		said,
		lastScore,
		contacts,
		relatives,
		followUps,
		owners,
		me: event.locals.person!.id,
		/** The answer that somebody came from to follow it up. */
		about: Number(/^\d{1,15}$/.exec(event.url.searchParams.get('about') ?? '')?.[0] ?? 0) || null,
		mayFollowUp: can(event.locals.person!, 'follow up'),
		today,
		currency: organisation.reportingCurrency,
		zone,
		narrow: /Mobi/.test(event.request.headers.get('user-agent') ?? '')
	};
}

type Asked = { onlyWords: boolean; behind: Place | null; through: string };

/** A page of what happened, newest first. */
async function storyOf(
	{ locals: { db, organisation } }: CustomerEvent,
	customerId: number,
	{ onlyWords, behind, through }: Asked
) {
	const zone = organisation.timeZone;
	const common = (strand: Strand) => ({
		customerId,
		zone,
		before: askedOf(strand, behind),
		limit: entriesOnAPage + 1
	});
	const said = saidEntries(db, { ...common('said'), onlyWords });
	if (onlyWords) return woven([await said], entriesOnAPage);
	const all = await Promise.all([
		said,
		spokeEntries(db, common('spoke')),
		followedEntries(db, common('followed')),
		silentEntries(db, common('silent')),
		valueEntries(db, { ...common('value'), through }),
		paidEntries(db, common('paid')),
		accountEntries(db, customerId, common('account'))
	]);
	return woven<(typeof all)[number][number]>(all, entriesOnAPage);
}
