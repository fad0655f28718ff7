/** A page with what stands behind one figure written out, or with none: what a link on it says. */
export function explainAddress(search: URLSearchParams, figure: string | null): string {
	const query = new URLSearchParams(search);
	query.delete('explain');
	if (figure) query.set('explain', figure);
	return `?${query}`;
}
