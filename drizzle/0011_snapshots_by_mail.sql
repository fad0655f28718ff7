CREATE TABLE "snapshot_attempt" (
	"delivery_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"answer" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "snapshot_attempt_delivery_id_number_pk" PRIMARY KEY("delivery_id","number"),
	CONSTRAINT "outcome_is_known" CHECK ("snapshot_attempt"."outcome" in ('sending', 'sent', 'in outbox', 'deferred', 'failed', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "snapshot_delivery" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "snapshot_delivery_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"edition_id" integer NOT NULL,
	"kind" text NOT NULL,
	"recipient_id" integer,
	"person_id" integer,
	"address" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"give_up_at" timestamp with time zone NOT NULL,
	"claim" text,
	"lease_until" timestamp with time zone,
	"message_id" text NOT NULL,
	"late" boolean NOT NULL,
	"answer" text,
	"ended_at" timestamp with time zone,
	"asked_by" integer,
	CONSTRAINT "snapshot_delivery_messageId_unique" UNIQUE("message_id"),
	CONSTRAINT "kind_is_known" CHECK ("snapshot_delivery"."kind" in ('edition', 'trouble')),
	CONSTRAINT "state_is_known" CHECK ("snapshot_delivery"."state" in ('queued', 'sending', 'sent', 'in outbox', 'deferred', 'failed', 'unknown', 'bounced', 'unsubscribed', 'missed')),
	CONSTRAINT "sending_is_claimed" CHECK ("snapshot_delivery"."state" <> 'sending' or ("snapshot_delivery"."claim" is not null and "snapshot_delivery"."lease_until" is not null)),
	CONSTRAINT "ended_or_under_way" CHECK (("snapshot_delivery"."state" in ('queued', 'sending', 'deferred')) = ("snapshot_delivery"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "snapshot_edition" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "snapshot_edition_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"schedule_id" integer NOT NULL,
	"occasion" text NOT NULL,
	"occurrence" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"fate" text NOT NULL,
	"why" text,
	"week" text NOT NULL,
	"late" boolean NOT NULL,
	"shape" integer,
	"contents" text,
	"made_at" timestamp with time zone NOT NULL,
	"asked_by" integer,
	CONSTRAINT "one_edition_an_occurrence" UNIQUE("schedule_id","occasion","occurrence"),
	CONSTRAINT "occasion_is_known" CHECK ("snapshot_edition"."occasion" in ('clock', 'review closed', 'now', 'test')),
	CONSTRAINT "fate_is_known" CHECK ("snapshot_edition"."fate" in ('made', 'skipped', 'missed')),
	CONSTRAINT "week_is_iso" CHECK ("snapshot_edition"."week" ~ '^[0-9]{4}-W[0-9]{2}$'),
	CONSTRAINT "made_or_why_not" CHECK (("snapshot_edition"."fate" = 'made') = ("snapshot_edition"."contents" is not null)
				and ("snapshot_edition"."fate" = 'made') = ("snapshot_edition"."shape" is not null)
				and ("snapshot_edition"."fate" = 'made') = ("snapshot_edition"."why" is null))
);
--> statement-breakpoint
CREATE TABLE "snapshot_link" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"edition_id" integer,
	"recipient_id" integer,
	"delivery_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "purpose_is_known" CHECK ("snapshot_link"."purpose" in ('read', 'unsubscribe')),
	CONSTRAINT "reads_an_edition" CHECK (("snapshot_link"."purpose" = 'read') = ("snapshot_link"."edition_id" is not null)),
	CONSTRAINT "stops_a_recipient" CHECK ("snapshot_link"."purpose" <> 'unsubscribe' or "snapshot_link"."recipient_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "snapshot_recipient" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "snapshot_recipient_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"schedule_id" integer NOT NULL,
	"person_id" integer,
	"address" text,
	"zone" text,
	"state" text NOT NULL,
	"bounces" integer DEFAULT 0 NOT NULL,
	"added_by" integer NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "state_is_known" CHECK ("snapshot_recipient"."state" in ('active', 'paused', 'unsubscribed', 'removed')),
	CONSTRAINT "person_or_address" CHECK (("snapshot_recipient"."person_id" is null) <> ("snapshot_recipient"."address" is null))
);
--> statement-breakpoint
CREATE TABLE "snapshot_schedule" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "snapshot_schedule_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"owner_id" integer NOT NULL,
	"every" text NOT NULL,
	"weekdays" smallint[] NOT NULL,
	"month_of_quarter" smallint,
	"day_of_month" smallint,
	"last_day" boolean DEFAULT false NOT NULL,
	"time" text,
	"zone" text NOT NULL,
	"zone_of" text NOT NULL,
	"segment" text,
	"region" text,
	"plan" text,
	"survey" text,
	"sections" text[] NOT NULL,
	"comment_rule" text NOT NULL,
	"comment_limit" integer NOT NULL,
	"late_within_hours" integer DEFAULT 24 NOT NULL,
	"rule_since" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"skips" text,
	"trouble" text,
	"trouble_since" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "every_is_known" CHECK ("snapshot_schedule"."every" in ('week', 'month', 'quarter', 'review closed')),
	CONSTRAINT "zone_is_of_somebody" CHECK ("snapshot_schedule"."zone_of" in ('schedule', 'recipient')),
	CONSTRAINT "comments_have_a_rule" CHECK ("snapshot_schedule"."comment_rule" in ('all', 'newest', 'draw')),
	CONSTRAINT "weekdays_are_days" CHECK ("snapshot_schedule"."weekdays" <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
	CONSTRAINT "weeks_name_their_days" CHECK (("snapshot_schedule"."every" = 'week') = (cardinality("snapshot_schedule"."weekdays") > 0)),
	CONSTRAINT "months_name_their_day" CHECK (("snapshot_schedule"."every" in ('month', 'quarter')) = ("snapshot_schedule"."last_day" or "snapshot_schedule"."day_of_month" is not null)
				and not ("snapshot_schedule"."last_day" and "snapshot_schedule"."day_of_month" is not null)),
	CONSTRAINT "every_month_has_the_day" CHECK ("snapshot_schedule"."day_of_month" between 1 and 28),
	CONSTRAINT "quarters_name_their_month" CHECK (("snapshot_schedule"."every" = 'quarter') = ("snapshot_schedule"."month_of_quarter" is not null) and "snapshot_schedule"."month_of_quarter" between 1 and 3),
	CONSTRAINT "time_is_of_a_clock" CHECK ("snapshot_schedule"."time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	CONSTRAINT "clocks_have_a_time" CHECK ("snapshot_schedule"."time" is not null or "snapshot_schedule"."every" = 'review closed'),
	CONSTRAINT "late_is_bounded" CHECK ("snapshot_schedule"."late_within_hours" between 1 and 168)
);
--> statement-breakpoint
ALTER TABLE "snapshot_attempt" ADD CONSTRAINT "snapshot_attempt_delivery_id_snapshot_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."snapshot_delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_delivery" ADD CONSTRAINT "snapshot_delivery_edition_id_snapshot_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."snapshot_edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_delivery" ADD CONSTRAINT "snapshot_delivery_recipient_id_snapshot_recipient_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."snapshot_recipient"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_delivery" ADD CONSTRAINT "snapshot_delivery_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_delivery" ADD CONSTRAINT "snapshot_delivery_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_edition" ADD CONSTRAINT "snapshot_edition_schedule_id_snapshot_schedule_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."snapshot_schedule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_edition" ADD CONSTRAINT "snapshot_edition_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_link" ADD CONSTRAINT "snapshot_link_edition_id_snapshot_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."snapshot_edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_link" ADD CONSTRAINT "snapshot_link_recipient_id_snapshot_recipient_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."snapshot_recipient"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_link" ADD CONSTRAINT "snapshot_link_delivery_id_snapshot_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."snapshot_delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_recipient" ADD CONSTRAINT "snapshot_recipient_schedule_id_snapshot_schedule_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."snapshot_schedule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_recipient" ADD CONSTRAINT "snapshot_recipient_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_recipient" ADD CONSTRAINT "snapshot_recipient_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_schedule" ADD CONSTRAINT "snapshot_schedule_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_delivery_a_recipient" ON "snapshot_delivery" USING btree ("edition_id","kind",lower("address"));--> statement-breakpoint
CREATE INDEX "snapshot_delivery_next" ON "snapshot_delivery" USING btree ("next_at") WHERE "snapshot_delivery"."state" in ('queued', 'deferred');--> statement-breakpoint
CREATE INDEX "snapshot_delivery_lease" ON "snapshot_delivery" USING btree ("lease_until") WHERE "snapshot_delivery"."state" = 'sending';--> statement-breakpoint
CREATE INDEX "snapshot_delivery_of_recipient" ON "snapshot_delivery" USING btree ("recipient_id");--> statement-breakpoint
CREATE INDEX "snapshot_edition_made" ON "snapshot_edition" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "snapshot_link_of_edition" ON "snapshot_link" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "snapshot_link_of_delivery" ON "snapshot_link" USING btree ("delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "snapshot_recipient_person" ON "snapshot_recipient" USING btree ("schedule_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "snapshot_recipient_address" ON "snapshot_recipient" USING btree ("schedule_id",lower("address"));--> statement-breakpoint
CREATE INDEX "snapshot_recipient_of_person" ON "snapshot_recipient" USING btree ("person_id");