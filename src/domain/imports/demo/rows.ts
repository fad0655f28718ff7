import type { IncomingInvitation, IncomingResponse } from '#domain/surveys/incoming.ts';
import type { Asked } from './asking.ts';
import { momentText } from './calendar.ts';
import { chanceFor } from './chance.ts';
import { askings } from './surveys.ts';
import { commenter } from './words/comments.ts';

const idOf = (prefix: string, { customer, number }: Asked) => `${prefix}-${customer.key.slice(3)}-${number}`;

export const invitationsOf = (all: readonly Asked[]): Iterable<IncomingInvitation> => ({
	*[Symbol.iterator]() {
		for (const asked of all) {
			const { customer, touchpoint, contact, sentAt, bounced } = asked;
			yield {
				sourceId: idOf('ask', asked),
				customerKey: customer.key,
				survey: askings[touchpoint].name,
				contactKey: customer.contacts[contact].key,
				channel: askings[touchpoint].channel,
				sentAt: momentText(sentAt),
				bouncedAt: bounced ? momentText(sentAt + 41_000) : null
			};
		}
	}
});

/** Of those who wrote something, how many did not choose a number. */
const withoutScore = 0.015;

/** Share of answers whose writer did not want to be named. */
const unnamed = 0.03;

/** Answers in the order in which they came. */
export function responsesOf(
	all: readonly Asked[],
	{ seed, today, words }: { seed: number; today: number; words: boolean }
): Iterable<IncomingResponse> {
	const answered = all
		.filter((asked) => asked.answer)
		.sort((a, b) => a.answer!.at - b.answer!.at || a.customer.number - b.customer.number);

	return {
		*[Symbol.iterator]() {
			const write = commenter({ seed, today });
			const chance = chanceFor(seed, 'left out');
			for (const asked of answered) {
				const { at, score, worded } = asked.answer!;
				const comment = words && worded ? write(asked) : null;
				yield {
					sourceId: idOf('ans', asked),
					customerKey: asked.customer.key,
					survey: askings[asked.touchpoint].name,
					contactKey: chance.yes(unnamed) ? null : asked.customer.contacts[asked.contact].key,
					invitationId: idOf('ask', asked),
					respondedAt: momentText(at),
					score: comment && chance.yes(withoutScore) ? null : score,
					title: null,
					comment: comment?.text ?? null,
					language: comment?.language ?? null,
					channel: askings[asked.touchpoint].channel
				};
			}
		}
	};
}
