CREATE TABLE "comment_block" (
	"block" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_list" (
	"entry" text NOT NULL,
	"block" integer NOT NULL,
	"places" "bytea" NOT NULL,
	CONSTRAINT "comment_list_key" PRIMARY KEY("entry","block")
);
--> statement-breakpoint
CREATE TABLE "unlisted_comment" (
	"response_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
DROP INDEX "searchable_comment_arrival";--> statement-breakpoint
CREATE INDEX "searchable_comment_arrival" ON "searchable_comment" USING btree ("response_id","responded_at","customer_id");