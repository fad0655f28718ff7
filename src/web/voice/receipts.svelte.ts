import { page } from '$app/state';
import { can } from '#domain/auth/roles.ts';
import { Receipts } from '#domain/voice/view/receipts.svelte.ts';
import { postReceipts } from './voice-client.ts';

/** Receipts of the page that asks, which go out at the latest when it is left; null for who leaves none. */
export function receiptsOfPage(): Receipts | null {
	if (!page.data.person || !can(page.data.person, 'mark as read')) return null;
	const receipts = new Receipts(postReceipts);
	const send = () => void receipts.send();
	const sendIfHidden = () => document.visibilityState === 'hidden' && send();
	$effect(() => {
		addEventListener('pagehide', send);
		document.addEventListener('visibilitychange', sendIfHidden);
		return () => {
			removeEventListener('pagehide', send);
			document.removeEventListener('visibilitychange', sendIfHidden);
			send();
		};
	});
	return receipts;
}
