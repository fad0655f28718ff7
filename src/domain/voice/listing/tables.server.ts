import { bigint, customType, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Blocks of comments by their number, 65,536 numbers each, of which is listed what is in them. */
export const commentBlock = pgTable('comment_block', { block: integer().primaryKey() });

/** Derived: at which places of a block the comments with a word, or with a trait such as `=region=EMEA`, are. */
export const commentList = pgTable(
	'comment_list',
	{
		/** Found by how it begins as well, byte by byte: its collation is "C". */
		entry: text().notNull(),
		block: integer().notNull(),
		/** Two bytes for each place; or 8,192 bytes, a bit for each. */
		places: bytes().notNull()
	},
	(list) => [primaryKey({ name: 'comment_list_key', columns: [list.entry, list.block] })]
);

/** Comments of listed blocks that have come, changed or gone since: they are looked at one by one. */
export const unlistedComment = pgTable('unlisted_comment', {
	responseId: bigint({ mode: 'number' }).primaryKey()
});
