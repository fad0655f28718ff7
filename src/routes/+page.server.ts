import { redirect } from '@sveltejs/kit';
import { menuFor } from '#web/menu.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { person } }) => {
	redirect(303, menuFor(person!)[0].path);
};
