CREATE TABLE "decision" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "decision_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"week" text NOT NULL,
	"what" text NOT NULL,
	"why" text NOT NULL,
	"owner_id" integer NOT NULL,
	"due_on" date NOT NULL,
	"segment" text,
	"region" text,
	"plan" text,
	"customers" integer NOT NULL,
	"per_year_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"expected" text NOT NULL,
	"for_customers" text,
	"decided_by" integer NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"outcome" text,
	"ended_by" integer,
	"ended_at" timestamp with time zone,
	CONSTRAINT "week_is_iso" CHECK ("decision"."week" ~ '^[0-9]{4}-W[0-9]{2}$'),
	CONSTRAINT "state_is_known" CHECK ("decision"."state" in ('open', 'kept', 'dropped')),
	CONSTRAINT "end_is_told" CHECK (("decision"."state" = 'open') = ("decision"."ended_at" is null) and ("decision"."state" = 'open') = ("decision"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "edition" (
	"week" text PRIMARY KEY NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"closed_by" integer,
	"shape" integer NOT NULL,
	"contents" text NOT NULL,
	CONSTRAINT "week_is_iso" CHECK ("edition"."week" ~ '^[0-9]{4}-W[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"added_by" integer NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ends_after_it_began" CHECK ("event"."to_day" >= "event"."from_day"),
	CONSTRAINT "kind_is_known" CHECK ("event"."kind" in ('campaign', 'outage', 'price change', 'release', 'survey changed', 'other'))
);
--> statement-breakpoint
CREATE TABLE "headline" (
	"week" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"written_by" integer NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "week_is_iso" CHECK ("headline"."week" ~ '^[0-9]{4}-W[0-9]{2}$')
);
--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "headline" ADD CONSTRAINT "headline_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_of_week" ON "decision" USING btree ("week");--> statement-breakpoint
CREATE INDEX "decision_due" ON "decision" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "event_days" ON "event" USING btree ("to_day","from_day");