import type { Db } from '#platform/db/connect.ts';
import { insertTrusted } from '../customers/server.ts';
import type { Origin, Rejected } from '../customers/server.ts';
import type { IncomingInvitation, IncomingResponse, IncomingSurvey } from './incoming.ts';
import { dropStaged, insertSurvey, selectSurveys, strangersAmong } from './queries/intake.server.ts';
import type { Staged, SurveyRecord } from './queries/intake.server.ts';
import { addInvitations, changeInvitations, stageInvitations } from './queries/invitations.server.ts';
import { addResponses, changeResponses, contradictedResponses, stageResponses } from './queries/responses.server.ts';

export { makeRoomForAnswers } from './queries/intake.server.ts';
export {
	selectContactsHeard as contactsHeard,
	selectRelatives as relativesOf,
	selectSilentEntries as silentEntries
} from './story/queries.server.ts';
export type { ContactHeard, Relative, SilentEntry } from './story/queries.server.ts';

export type OnRow<Row> = { row: number; incoming: Row };

/** The surveys of a source by name. A name that comes back must mean the same question as before. */
export async function surveyBook(db: Db, sourceId: number) {
	const book = new Map<string, SurveyRecord>();
	for (const survey of await selectSurveys(db, sourceId)) book.set(survey.name, survey);

	return {
		/** Adds what is new; returns why a survey cannot be meant, or null. */
		async learn(survey: IncomingSurvey): Promise<string | null> {
			const known = book.get(survey.name);
			if (!known) {
				book.set(survey.name, { ...survey, id: await insertSurvey(db, sourceId, survey) });
				return null;
			}
			const same =
				known.metric === survey.metric &&
				known.kind === survey.kind &&
				known.highIsGood === survey.highIsGood &&
				known.touchpoint === survey.touchpoint;
			return same
				? null
				: `Survey "${survey.name}" is known as ${describe(known)}; this row calls it ${describe(survey)}. Give it another name.`;
		},
		find: (name: string) => book.get(name)
	};
}

export type SurveyBook = Awaited<ReturnType<typeof surveyBook>>;

const describe = ({ metric, kind, touchpoint, highIsGood }: IncomingSurvey) =>
	[metric.toUpperCase(), highIsGood ? '' : '(low is good)', kind, touchpoint ? `after "${touchpoint}"` : '']
		.filter(Boolean)
		.join(' ');

type Merged = { added: number; changed: number; unchanged: number };

const nothing: Merged = { added: 0, changed: 0, unchanged: 0 };

/** What an invitation or a response refers to. */
const referredTo = ['source', 'customer', 'contact', 'survey'];

export async function takeInInvitations(
	db: Db,
	invitations: OnRow<IncomingInvitation>[],
	book: SurveyBook,
	origin: Origin
) {
	if (invitations.length === 0) return { ...nothing, rejected: [] };
	await stageInvitations(db, withSurveys(invitations, book));
	const rejected = await rejectStrangers(db, 'incoming_invitation');
	const { added, said } = await insertTrusted(db, referredTo, () => addInvitations(db, origin));
	return { ...(await merged(added, said, () => changeInvitations(db, origin))), rejected };
}

/** Only where something was here before can anything have changed. */
async function merged(added: number, said: number, change: () => Promise<number>): Promise<Merged> {
	const changed = added < said ? await change() : 0;
	return { added, changed, unchanged: said - added - changed };
}

/** Takes responses in. Each goes in once, however often it is sent. */
export async function takeInResponses(db: Db, responses: OnRow<IncomingResponse>[], book: SurveyBook, origin: Origin) {
	if (responses.length === 0) return { ...nothing, rejected: [] };
	await stageResponses(db, withSurveys(responses, book));
	const rejected = await rejectStrangers(db, 'incoming_response');
	const { added, said } = await insertTrusted(db, referredTo, () => addResponses(db, origin));
	const { changed, unchanged } = await merged(added, said, () => changeResponses(db, origin));

	// Only now can a row be held against those of the same import, this batch included.
	const contradicted = (await contradictedResponses(db, origin)).map(({ row, id }) => ({
		row,
		field: 'response_id',
		reason: `Response "${id}" stands in this file before, with other content. The first one was taken.`
	}));
	return { added, changed, unchanged: unchanged - contradicted.length, rejected: [...rejected, ...contradicted] };
}

const withSurveys = <Row extends { survey: string }>(onRows: OnRow<Row>[], book: SurveyBook): Staged<Row>[] =>
	onRows.map(({ row, incoming }) => {
		const survey = book.find(incoming.survey);
		if (!survey) throw new Error(`survey "${incoming.survey}" was never learned`);
		return { row, incoming, surveyId: survey.id, metric: survey.metric };
	});

async function rejectStrangers(db: Db, staged: 'incoming_invitation' | 'incoming_response'): Promise<Rejected[]> {
	const strangers = await strangersAmong(db, staged);
	if (strangers.length > 0)
		await dropStaged(
			db,
			staged,
			strangers.map(({ row }) => row)
		);
	return strangers.map(({ row, customerKey }) => ({
		row,
		field: 'customer_id',
		reason: `There is no customer "${customerKey}". Import the customers first, or add their columns to this file.`
	}));
}
