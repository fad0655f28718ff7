CREATE TABLE "feed_token" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "feed_token_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "feed_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "arrangement" (
	"week" text PRIMARY KEY NOT NULL,
	"parts" text[] NOT NULL,
	"version" integer NOT NULL,
	"arranged_by" integer NOT NULL,
	"arranged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "week_is_iso" CHECK ("arrangement"."week" ~ '^[0-9]{4}-W[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "sign_off" (
	"week" text NOT NULL,
	"person_id" integer NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"headline_version" integer NOT NULL,
	"unread" integer NOT NULL,
	CONSTRAINT "sign_off_week_person_id_pk" PRIMARY KEY("week","person_id"),
	CONSTRAINT "week_is_iso" CHECK ("sign_off"."week" ~ '^[0-9]{4}-W[0-9]{2}$'),
	CONSTRAINT "unread_is_counted" CHECK ("sign_off"."unread" >= 0)
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "closes_on" smallint DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "closes_at" time(0) DEFAULT '23:59' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "fiscal_year_starts_in" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "feed_token" ADD CONSTRAINT "feed_token_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_arranged_by_person_id_fk" FOREIGN KEY ("arranged_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "feed_token_of_person" ON "feed_token" USING btree ("person_id") WHERE "feed_token"."revoked_at" is null;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "closes_on_a_weekday" CHECK ("organisation"."closes_on" between 1 and 7);--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "fiscal_year_starts_in_a_month" CHECK ("organisation"."fiscal_year_starts_in" between 1 and 12);