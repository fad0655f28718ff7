import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { seenAs } from '#domain/metrics/view/seen.ts';

const place = { organisation: 'Acme', filter: 'all customers', on: '2026-11-30' };

function renderedAt(address: string, part: unknown, props: Record<string, unknown>): string {
	const context = seenAs({ ...place, address });
	return render(part as Component<Record<string, unknown>>, { props, context }).body;
}

/** A part of a page as the server renders it, with all that stands behind its figures written out. */
export function rendered(part: unknown, props: Record<string, unknown>): string {
	const address = 'http://localhost/';
	const asks = renderedAt(address, part, props).match(/(?<=\?)explain=[^"]+/g) ?? [];
	return renderedAt(`${address}?${asks.join('&')}`, part, props);
}
