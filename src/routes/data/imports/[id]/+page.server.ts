import { MappingForm, NothingForm, WhereForm } from '#web/data/forms.ts';
import { bringIn, check, discard, keepColumns, loadImport, lookElsewhere } from '#web/data/import.server.ts';
import { form } from '#web/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadImport(event);

export const actions: Actions = {
	map: form(MappingForm, keepColumns),
	where: form(WhereForm, lookElsewhere),
	check: form(NothingForm, (_, event) => check(event)),
	bringIn: form(NothingForm, (_, event) => bringIn(event)),
	discard: form(NothingForm, (_, event) => discard(event))
};
