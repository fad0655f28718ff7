import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '#domain/auth/roles.ts';
import { slicesOfCustomers, whatIsKnown } from '#domain/money/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { scopeFromUrl, scopeToQuery, slices } from '#domain/scope/scope.ts';
import { sliceChoices } from '#domain/scope/slice-choices.ts';
import { weekOf } from '#domain/scope/week.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { cursorFrom } from '#domain/voice/feed.ts';
import { rulesFrom } from '#domain/voice/themes/rule-lines.ts';
import {
	changeTheme,
	checkTheme,
	commentsAbout,
	commentsToCheck,
	languagesWritten,
	makeTheme,
	removeTheme,
	suggestedFor,
	themesToldOf
} from '#domain/voice/themes/server.ts';
import { form } from './form.server.ts';
import { revalue } from './beside-work.server.ts';
import { answerId, numberId } from './ids.ts';

type ThemesEvent = Pick<RequestEvent, 'locals' | 'url'>;
type ThemeEvent = Pick<RequestEvent<{ id: string }>, 'locals' | 'url' | 'params'>;

/** Every theme with its figures, for the customers that the address says. */
async function told({ locals: { db, organisation }, url }: ThemesEvent) {
	const today = dayIn(new Date(), organisation.timeZone);
	const known = await whatIsKnown(db);
	const earlier = (day: string | null | undefined) => (day && day < today ? day : today);
	return themesToldOf(db, scopeFromUrl(weekOf(today), url.searchParams), {
		answersThrough: earlier(known?.answersThrough),
		revenueThrough: known?.revenueThrough ? earlier(known.revenueThrough) : null
	});
}

/** Whose comments: the slices in the address, and what each can be. */
async function whoseOf({ locals: { db }, url }: ThemesEvent) {
	const offered = sliceChoices(await slicesOfCustomers(db));
	const alike = scopeFromUrl('', url.searchParams);
	const choices = slices.map((slice) => ({ slice, chosen: alike[slice], values: offered[slice] }));
	return { alike, choices, query: scopeToQuery(alike) };
}

const groups = ['low', 'high'] as const;

/** What an analyst asked to be suggested; null: nothing yet. */
async function suggestion({ locals: { db, person }, url }: ThemesEvent) {
	const language = url.searchParams.get('suggest');
	const group = groups.find((one) => one === url.searchParams.get('group')) ?? 'low';
	if (language === null || !/^([a-z]{2,3})?$/.test(language) || !can(person!, 'themes')) return null;
	return { language, group, ...(await suggestedFor(db, { language, group })) };
}

/** Named here, since browsers know other names for some. */
const languageName = (language: string): string =>
	language === '' ? 'Language not known' : (new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language);

export async function loadThemes(event: ThemesEvent) {
	const { db, organisation, person } = event.locals;
	const [themes, suggested, languages, whose] = await Promise.all([
		told(event),
		suggestion(event),
		languagesWritten(db),
		whoseOf(event)
	]);
	return {
		whose,
		told: themes,
		suggested,
		languages: languages.map((one) => ({ ...one, name: languageName(one.language) })),
		/** What a new theme begins with. */
		start: event.url.searchParams.get('start') ?? '',
		today: dayIn(new Date(), organisation.timeZone),
		mayWrite: can(person!, 'themes'),
		currency: organisation.reportingCurrency
	};
}

export async function loadTheme(event: ThemeEvent) {
	const { db, organisation, person } = event.locals;
	const id = idOf(event);
	const themes = await told(event);
	const theme = themes.themes.find((one) => one.id === id);
	if (!theme) throw new Refusal('not-found', 'There is no such theme.');
	const mayWrite = can(person!, 'themes');
	const whose = await whoseOf(event);
	const [page, toCheck] = await Promise.all([
		commentsAbout(db, id, cursorFrom(event.url.searchParams.get('older')), whose.alike),
		mayWrite ? commentsToCheck(db, id, 1) : []
	]);
	return {
		theme,
		whose,
		told: themes,
		page,
		isFirstPage: !event.url.searchParams.has('older'),
		toCheck: toCheck[0] ?? null,
		today: dayIn(new Date(), organisation.timeZone),
		mayWrite,
		currency: organisation.reportingCurrency,
		zone: organisation.timeZone
	};
}

const idOf = ({ params }: { params: { id: string } }): number => (/^\d{1,9}$/.test(params.id) ? Number(params.id) : 0);

const Written = v.object({
	name: v.pipe(v.string(), v.trim(), v.nonEmpty('Give the theme a name.'), v.maxLength(80)),
	rules: v.pipe(
		v.string(),
		v.maxLength(10_000),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const read = rulesFrom(dataset.value);
			if ('rules' in read) return read.rules;
			addIssue({ message: read.problem });
			return NEVER;
		})
	)
});
const Check = v.object({
	customerId: numberId,
	responseId: answerId,
	isRight: v.pipe(
		v.picklist(['yes', 'no']),
		v.transform((text) => text === 'yes')
	)
});

export const themesActions = {
	make: form(Written, async (written, { locals: { db, person } }: RequestEvent) => {
		const id = await makeTheme(db, written, { by: person!, now: new Date() });
		void revalue();
		redirect(303, `/voice/themes/${id}`);
	})
};

export const themeActions = {
	change: form(Written, async (written, event: RequestEvent<{ id: string }>) => {
		await changeTheme(event.locals.db, idOf(event), written, { by: event.locals.person!, now: new Date() });
		void revalue();
	}),
	check: form(Check, (read, event: RequestEvent<{ id: string }>) =>
		checkTheme(event.locals.db, { id: idOf(event), ...read }, { by: event.locals.person!, now: new Date() })
	),
	remove: form(v.object({}), async (_, event: RequestEvent<{ id: string }>) => {
		await removeTheme(event.locals.db, idOf(event), event.locals.person!);
		void revalue();
		redirect(303, '/voice/themes');
	})
};
