import { makeToken, withdrawToken } from '#domain/auth/server.ts';
import { removeDemoFor, undoImport } from '#domain/imports/server.ts';
import { loadData } from '#web/data/data.server.ts';
import { NothingForm, scopesFrom, TokenForm, UndoForm, WithdrawForm } from '#web/data/forms.ts';
import { revalue } from '#web/beside-work.server.ts';
import { form } from '#web/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const now = () => new Date();

export const load: PageServerLoad = (event) => loadData(event);

export const actions: Actions = {
	undo: form(UndoForm, async ({ id, reason }, { locals: { db, person } }) => {
		await undoImport(db, id, { by: person, now, reason: reason || undefined });
		void revalue();
	}),
	removeDemo: form(NothingForm, async (_, { locals: { db, person } }) => {
		await removeDemoFor(db, person, now);
		void revalue();
		return { removed: true };
	}),
	token: form(TokenForm, async (asked, { locals: { db, person } }) => ({
		token: await makeToken(db, { name: asked.name, scopes: scopesFrom(asked), by: person! })
	})),
	withdraw: form(WithdrawForm, ({ id }, { locals: { db, person } }) =>
		withdrawToken(db, { id, by: person!, now: now() })
	)
};
