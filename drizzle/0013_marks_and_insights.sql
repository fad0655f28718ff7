CREATE TABLE "insight" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "insight_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"week" text NOT NULL,
	"population" text NOT NULL,
	"of_demo" boolean NOT NULL,
	"made_by" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "week_is_iso" CHECK ("insight"."week" ~ '^[0-9]{4}-W[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "insight_comment" (
	"insight_id" integer NOT NULL,
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"side" text NOT NULL,
	"version" smallint NOT NULL,
	"feeling" text,
	"pinned_by" integer NOT NULL,
	"pinned_at" timestamp with time zone NOT NULL,
	"taken_off_by" integer,
	"taken_off_at" timestamp with time zone,
	CONSTRAINT "insight_comment_insight_id_response_id_pk" PRIMARY KEY("insight_id","response_id"),
	CONSTRAINT "side_is_known" CHECK ("insight_comment"."side" in ('for', 'against')),
	CONSTRAINT "taken_off_by_somebody" CHECK (("insight_comment"."taken_off_by" is null) = ("insight_comment"."taken_off_at" is null))
);
--> statement-breakpoint
CREATE TABLE "insight_figure" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "insight_figure_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"insight_id" integer NOT NULL,
	"figure" text NOT NULL,
	"version" smallint NOT NULL,
	"week" text NOT NULL,
	"query" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"currency" char(3),
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"n" bigint NOT NULL,
	"reason" text,
	"grade" text,
	"definition" text NOT NULL,
	"population" text NOT NULL,
	"pinned_by" integer NOT NULL,
	"pinned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "figure_pinned_once" UNIQUE("insight_id","figure","week","query"),
	CONSTRAINT "value_or_reason" CHECK (("insight_figure"."value" is null) = ("insight_figure"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "insight_reply" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "insight_reply_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"insight_id" integer NOT NULL,
	"text" text NOT NULL,
	"said_by" integer NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saying_has_words" CHECK ("insight_reply"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE "insight_version" (
	"insight_id" integer NOT NULL,
	"version" smallint NOT NULL,
	"claim" text NOT NULL,
	"owner_id" integer NOT NULL,
	"state" text NOT NULL,
	"end_kind" text,
	"end_text" text,
	"end_decision" integer,
	"words" text NOT NULL,
	"written_by" integer NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "insight_version_insight_id_version_pk" PRIMARY KEY("insight_id","version"),
	CONSTRAINT "state_is_known" CHECK ("insight_version"."state" in ('open', 'being worked on', 'ended')),
	CONSTRAINT "end_is_known" CHECK ("insight_version"."end_kind" in ('bet', 'decision', 'no action')),
	CONSTRAINT "end_is_told" CHECK (("insight_version"."state" = 'ended') = ("insight_version"."end_kind" is not null)),
	CONSTRAINT "end_has_its_words" CHECK (coalesce("insight_version"."end_kind" in ('bet', 'no action'), false) = ("insight_version"."end_text" is not null)),
	CONSTRAINT "end_has_its_decision" CHECK (coalesce("insight_version"."end_kind" = 'decision', false) = ("insight_version"."end_decision" is not null))
);
--> statement-breakpoint
CREATE TABLE "mark" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mark_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"chart" text NOT NULL,
	"from_place" text NOT NULL,
	"to_place" text NOT NULL,
	"points_at" text NOT NULL,
	"population" text NOT NULL,
	"week" text NOT NULL,
	"saw" text,
	"of_demo" boolean NOT NULL,
	"placed_by" integer NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"through" text,
	CONSTRAINT "week_is_iso" CHECK ("mark"."week" ~ '^[0-9]{4}-W[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "mark_reply" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mark_reply_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"mark_id" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"said_by" integer NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kind_is_known" CHECK ("mark_reply"."kind" in ('said', 'resolved', 'reopened')),
	CONSTRAINT "saying_has_words" CHECK ("mark_reply"."kind" <> 'said' or "mark_reply"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE "mark_text" (
	"mark_id" integer NOT NULL,
	"version" smallint NOT NULL,
	"text" text NOT NULL,
	"written_by" integer NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mark_text_mark_id_version_pk" PRIMARY KEY("mark_id","version")
);
--> statement-breakpoint
CREATE TABLE "mention" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mention_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"by_id" integer NOT NULL,
	"kind" text NOT NULL,
	"subject_id" integer NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	CONSTRAINT "kind_is_known" CHECK ("mention"."kind" in ('mark', 'insight'))
);
--> statement-breakpoint
ALTER TABLE "api_token" ADD COLUMN "scopes" text[] DEFAULT '{"read"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "insight" ADD CONSTRAINT "insight_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_comment" ADD CONSTRAINT "insight_comment_insight_id_insight_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_comment" ADD CONSTRAINT "insight_comment_pinned_by_person_id_fk" FOREIGN KEY ("pinned_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_comment" ADD CONSTRAINT "insight_comment_taken_off_by_person_id_fk" FOREIGN KEY ("taken_off_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_figure" ADD CONSTRAINT "insight_figure_insight_id_insight_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_figure" ADD CONSTRAINT "insight_figure_pinned_by_person_id_fk" FOREIGN KEY ("pinned_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_reply" ADD CONSTRAINT "insight_reply_insight_id_insight_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_reply" ADD CONSTRAINT "insight_reply_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_version" ADD CONSTRAINT "insight_version_insight_id_insight_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_version" ADD CONSTRAINT "insight_version_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_version" ADD CONSTRAINT "insight_version_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_placed_by_person_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_reply" ADD CONSTRAINT "mark_reply_mark_id_mark_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."mark"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_reply" ADD CONSTRAINT "mark_reply_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_text" ADD CONSTRAINT "mark_text_mark_id_mark_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."mark"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_text" ADD CONSTRAINT "mark_text_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "insight_of_week" ON "insight" USING btree ("week");--> statement-breakpoint
CREATE INDEX "insight_comment_of" ON "insight_comment" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "insight_reply_of" ON "insight_reply" USING btree ("insight_id");--> statement-breakpoint
CREATE INDEX "mark_on_chart" ON "mark" USING btree ("chart");--> statement-breakpoint
CREATE INDEX "mark_reply_of" ON "mark_reply" USING btree ("mark_id");--> statement-breakpoint
CREATE INDEX "mention_of_person" ON "mention" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "mention_to_tell" ON "mention" USING btree ("id") WHERE "mention"."told_at" is null;