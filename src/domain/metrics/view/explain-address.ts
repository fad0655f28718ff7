/** The address of a page with what stands behind one figure written out, or with none: what a link on it says. */
export function explainAddress(address: string, figure: string | null): string {
	const { searchParams } = new URL(address);
	searchParams.delete('explain');
	if (figure) searchParams.set('explain', figure);
	return `?${searchParams}`;
}

/** Whether the address asks what stands behind a figure. */
export const isAskedBy = (address: string, figure: string): boolean =>
	new URL(address).searchParams.getAll('explain').includes(figure);
