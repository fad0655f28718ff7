CREATE TABLE "alert" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"of_demo" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"period" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"known" boolean NOT NULL,
	"facts" text NOT NULL,
	"customer_id" integer,
	"response_id" bigint,
	"follow_up_id" integer,
	"words" text,
	"words_gone" boolean DEFAULT false NOT NULL,
	CONSTRAINT "one_alert_a_thing" UNIQUE("of_demo","kind","subject","period"),
	CONSTRAINT "kind_is_known" CHECK ("alert"."kind" in ('figure', 'detractor', 'escalation')),
	CONSTRAINT "figures_are_of_nobody" CHECK (("alert"."kind" = 'figure') = ("alert"."customer_id" is null)),
	CONSTRAINT "gone_words_are_gone" CHECK (not "alert"."words_gone" or "alert"."words" is null)
);
--> statement-breakpoint
CREATE TABLE "alert_look" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_look_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"of_demo" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"version" text NOT NULL,
	"week" text NOT NULL,
	"looks" integer NOT NULL,
	"signals" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_mail" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_mail_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"delivery_id" bigint NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "alert_mail_deliveryId_unique" UNIQUE("delivery_id")
);
--> statement-breakpoint
CREATE TABLE "alert_stop_link" (
	"hash" text PRIMARY KEY NOT NULL,
	"person_id" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_telling" (
	"alert_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"state" text NOT NULL,
	"mail_id" integer,
	"why" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "alert_telling_alert_id_person_id_pk" PRIMARY KEY("alert_id","person_id"),
	CONSTRAINT "state_is_known" CHECK ("alert_telling"."state" in ('held', 'in mail', 'not told')),
	CONSTRAINT "mails_are_named" CHECK (("alert_telling"."state" = 'in mail') = ("alert_telling"."mail_id" is not null)),
	CONSTRAINT "not_told_says_why" CHECK (("alert_telling"."state" = 'not told') = ("alert_telling"."why" is not null))
);
--> statement-breakpoint
CREATE TABLE "alert_wish" (
	"person_id" integer PRIMARY KEY NOT NULL,
	"kinds" text[] NOT NULL,
	"top_percent" smallint,
	"per_year_minor" bigint,
	"daily_at" text,
	"zone" text NOT NULL,
	"quiet_from" text,
	"quiet_to" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kinds_are_known" CHECK ("alert_wish"."kinds" <@ array['figure', 'detractor', 'escalation']),
	CONSTRAINT "worth_is_one" CHECK (("alert_wish"."top_percent" is null) <> ("alert_wish"."per_year_minor" is null)),
	CONSTRAINT "percent_is_one" CHECK ("alert_wish"."top_percent" between 1 and 100),
	CONSTRAINT "quiet_has_two_ends" CHECK (("alert_wish"."quiet_from" is null) = ("alert_wish"."quiet_to" is null)),
	CONSTRAINT "times_are_of_a_clock" CHECK (concat_ws(' ', "alert_wish"."daily_at", "alert_wish"."quiet_from", "alert_wish"."quiet_to") ~ '^(([01][0-9]|2[0-3]):[0-5][0-9] ?)*$')
);
--> statement-breakpoint
CREATE TABLE "watched_figure" (
	"of_demo" text NOT NULL,
	"subject" text NOT NULL,
	"side" smallint NOT NULL,
	"week" text NOT NULL,
	CONSTRAINT "watched_figure_of_demo_subject_pk" PRIMARY KEY("of_demo","subject"),
	CONSTRAINT "side_is_one" CHECK ("watched_figure"."side" in (-1, 0, 1))
);
--> statement-breakpoint
ALTER TABLE "snapshot_delivery" DROP CONSTRAINT "kind_is_known";--> statement-breakpoint
ALTER TABLE "alert_mail" ADD CONSTRAINT "alert_mail_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_mail" ADD CONSTRAINT "alert_mail_delivery_id_snapshot_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."snapshot_delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_stop_link" ADD CONSTRAINT "alert_stop_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_telling" ADD CONSTRAINT "alert_telling_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_telling" ADD CONSTRAINT "alert_telling_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_telling" ADD CONSTRAINT "alert_telling_mail_id_alert_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."alert_mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_wish" ADD CONSTRAINT "alert_wish_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_with_words" ON "alert" USING btree ("customer_id") WHERE "alert"."words" is not null;--> statement-breakpoint
CREATE INDEX "alert_telling_held" ON "alert_telling" USING btree ("person_id") WHERE "alert_telling"."state" = 'held';--> statement-breakpoint
CREATE INDEX "alert_telling_in_mail" ON "alert_telling" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "snapshot_delivery_of_alerts" ON "snapshot_delivery" USING btree ("person_id","id") WHERE "snapshot_delivery"."kind" = 'alert';--> statement-breakpoint
ALTER TABLE "snapshot_delivery" ADD CONSTRAINT "kind_is_known" CHECK ("snapshot_delivery"."kind" in ('edition', 'trouble', 'mention', 'alert'));