import { eraseFor, look } from '#web/settings/erasure.server.ts';
import { ErasureForm, SoughtForm } from '#web/settings/forms.ts';
import { form } from '#web/form.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	look: form(SoughtForm, look),
	erase: form(ErasureForm, eraseFor)
};
