CREATE TABLE "bet" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bet_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"insight_id" integer,
	"about" text NOT NULL,
	"of_demo" boolean NOT NULL,
	"made_by" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bet_member" (
	"bet_id" integer NOT NULL,
	"customer_id" integer NOT NULL,
	"key" text NOT NULL,
	"unit" text NOT NULL,
	"gets" boolean NOT NULL,
	CONSTRAINT "bet_member_customer_id_bet_id_pk" PRIMARY KEY("customer_id","bet_id")
);
--> statement-breakpoint
CREATE TABLE "bet_start" (
	"bet_id" integer PRIMARY KEY NOT NULL,
	"version" smallint NOT NULL,
	"seed" text,
	"gets" integer NOT NULL,
	"others" integer NOT NULL,
	"detectable" double precision,
	"why_not" text,
	"made_on" date NOT NULL,
	"starts_on" date NOT NULL,
	"started_by" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "made_before_anybody_gets_it" CHECK ("bet_start"."made_on" <= "bet_start"."starts_on"),
	CONSTRAINT "detectable_or_why_not" CHECK (("bet_start"."detectable" is null) = ("bet_start"."why_not" is not null))
);
--> statement-breakpoint
CREATE TABLE "bet_stop" (
	"bet_id" integer PRIMARY KEY NOT NULL,
	"why" text NOT NULL,
	"stopped_by" integer NOT NULL,
	"stopped_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stopping_has_a_reason" CHECK ("bet_stop"."why" <> '')
);
--> statement-breakpoint
CREATE TABLE "bet_verdict" (
	"bet_id" integer PRIMARY KEY NOT NULL,
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"n" integer,
	"reason" text,
	"definition" text NOT NULL,
	"definition_version" smallint NOT NULL,
	"judgement" jsonb NOT NULL,
	"complete_on" date NOT NULL,
	"judged_on" date NOT NULL,
	"judged_by" integer,
	"judged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "never_before_it_is_complete" CHECK ("bet_verdict"."judged_on" >= "bet_verdict"."complete_on"),
	CONSTRAINT "value_or_reason" CHECK (("bet_verdict"."value" is null) = ("bet_verdict"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "bet_version" (
	"bet_id" integer NOT NULL,
	"version" smallint NOT NULL,
	"hypothesis" text NOT NULL,
	"owner_id" integer NOT NULL,
	"cost_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"segment" text,
	"region" text,
	"plan" text,
	"customers" text[],
	"comparison" text NOT NULL,
	"share" double precision,
	"group_slice" text,
	"group_value" text,
	"measure" text NOT NULL,
	"series" text,
	"months" smallint NOT NULL,
	"expected" double precision NOT NULL,
	"expected_low" double precision NOT NULL,
	"expected_high" double precision NOT NULL,
	"worth_minor" bigint NOT NULL,
	"written_by" integer NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bet_version_bet_id_version_pk" PRIMARY KEY("bet_id","version"),
	CONSTRAINT "starts_before_it_ends" CHECK ("bet_version"."starts_on" <= "bet_version"."ends_on"),
	CONSTRAINT "costs_no_less_than_nothing" CHECK ("bet_version"."cost_minor" >= 0),
	CONSTRAINT "measured_for_months" CHECK ("bet_version"."months" between 1 and 24),
	CONSTRAINT "drawn_or_by_group" CHECK (case "bet_version"."comparison" when 'draw' then "bet_version"."share" > 0 and "bet_version"."share" < 1 and "bet_version"."group_slice" is null else "bet_version"."comparison" = 'group' and "bet_version"."share" is null and "bet_version"."group_slice" in ('segment', 'region', 'plan') and "bet_version"."group_value" is not null end),
	CONSTRAINT "measure_is_known" CHECK ("bet_version"."measure" in ('score', 'nps', 'staying', 'revenue')),
	CONSTRAINT "scores_have_a_series" CHECK ("bet_version"."measure" not in ('score', 'nps') or "bet_version"."series" is not null),
	CONSTRAINT "forecast_in_order" CHECK ("bet_version"."expected_low" < "bet_version"."expected_high" and "bet_version"."expected" between "bet_version"."expected_low" and "bet_version"."expected_high")
);
--> statement-breakpoint
CREATE TABLE "bet_whys" (
	"bet_id" integer NOT NULL,
	"version" smallint NOT NULL,
	"whys" text[] NOT NULL,
	"written_by" integer NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bet_whys_bet_id_version_pk" PRIMARY KEY("bet_id","version"),
	CONSTRAINT "five_at_most" CHECK (cardinality("bet_whys"."whys") <= 5)
);
--> statement-breakpoint
ALTER TABLE "insight_version" ADD COLUMN "end_bet" integer;--> statement-breakpoint
ALTER TABLE "bet" ADD CONSTRAINT "bet_insight_id_insight_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet" ADD CONSTRAINT "bet_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_member" ADD CONSTRAINT "bet_member_bet_id_bet_id_fk" FOREIGN KEY ("bet_id") REFERENCES "public"."bet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_start" ADD CONSTRAINT "bet_start_bet_id_bet_id_fk" FOREIGN KEY ("bet_id") REFERENCES "public"."bet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_start" ADD CONSTRAINT "bet_start_started_by_person_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_stop" ADD CONSTRAINT "bet_stop_bet_id_bet_id_fk" FOREIGN KEY ("bet_id") REFERENCES "public"."bet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_stop" ADD CONSTRAINT "bet_stop_stopped_by_person_id_fk" FOREIGN KEY ("stopped_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_verdict" ADD CONSTRAINT "bet_verdict_bet_id_bet_id_fk" FOREIGN KEY ("bet_id") REFERENCES "public"."bet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_verdict" ADD CONSTRAINT "bet_verdict_judged_by_person_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_version" ADD CONSTRAINT "bet_version_bet_id_bet_id_fk" FOREIGN KEY ("bet_id") REFERENCES "public"."bet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_version" ADD CONSTRAINT "bet_version_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_version" ADD CONSTRAINT "bet_version_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_whys" ADD CONSTRAINT "bet_whys_bet_id_bet_id_fk" FOREIGN KEY ("bet_id") REFERENCES "public"."bet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bet_whys" ADD CONSTRAINT "bet_whys_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bet_member_of" ON "bet_member" USING btree ("bet_id");--> statement-breakpoint
ALTER TABLE "insight_version" ADD CONSTRAINT "only_bets_have_a_bet" CHECK ("insight_version"."end_bet" is null or coalesce("insight_version"."end_kind" = 'bet', false));