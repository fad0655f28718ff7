CREATE TABLE "base_rate" (
	"currency" char(3) NOT NULL,
	"week" date NOT NULL,
	"until" date NOT NULL,
	"from_day" date NOT NULL,
	"factor" numeric NOT NULL,
	"is_known" boolean NOT NULL,
	CONSTRAINT "base_rate_currency_week_pk" PRIMARY KEY("currency","week")
);
--> statement-breakpoint
CREATE TABLE "constant_cell" (
	"week" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"customers_unrated" integer NOT NULL,
	"customers_then" integer NOT NULL,
	"customers_kept" integer NOT NULL,
	"revenue_then" numeric(40, 0) NOT NULL,
	"revenue_now" numeric(40, 0) NOT NULL,
	"revenue_kept" numeric(40, 0) NOT NULL,
	"revenue_then_squared" numeric(40, 0) NOT NULL,
	"revenue_now_squared" numeric(40, 0) NOT NULL,
	"revenue_then_times_now" numeric(40, 0) NOT NULL,
	"revenue_kept_squared" numeric(40, 0) NOT NULL,
	"revenue_then_times_kept" numeric(40, 0) NOT NULL,
	"revenue_lost" numeric(40, 0) DEFAULT 0 NOT NULL,
	"revenue_lost_squared" numeric(40, 0) DEFAULT 0 NOT NULL,
	CONSTRAINT "constant_cell_week_segment_region_plan_pk" PRIMARY KEY("week","segment","region","plan")
);
--> statement-breakpoint
CREATE TABLE "currency_step" (
	"customer_id" integer NOT NULL,
	"currency" char(3) NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"per_year_minor" bigint NOT NULL,
	"due_on" date,
	CONSTRAINT "currency_step_customer_id_currency_from_day_pk" PRIMARY KEY("customer_id","currency","from_day"),
	CONSTRAINT "step_in_order" CHECK ("currency_step"."from_day" < "currency_step"."to_day")
);
--> statement-breakpoint
CREATE TABLE "family_constant_cell" (
	"week" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"customers_unrated" integer NOT NULL,
	"customers_then" integer NOT NULL,
	"customers_kept" integer NOT NULL,
	"revenue_then" numeric(40, 0) NOT NULL,
	"revenue_now" numeric(40, 0) NOT NULL,
	"revenue_kept" numeric(40, 0) NOT NULL,
	"revenue_then_squared" numeric(40, 0) NOT NULL,
	"revenue_now_squared" numeric(40, 0) NOT NULL,
	"revenue_then_times_now" numeric(40, 0) NOT NULL,
	"revenue_kept_squared" numeric(40, 0) NOT NULL,
	"revenue_then_times_kept" numeric(40, 0) NOT NULL,
	"revenue_lost" numeric(40, 0) DEFAULT 0 NOT NULL,
	"revenue_lost_squared" numeric(40, 0) DEFAULT 0 NOT NULL,
	CONSTRAINT "family_constant_cell_week_segment_region_plan_pk" PRIMARY KEY("week","segment","region","plan")
);
--> statement-breakpoint
CREATE INDEX "currency_step_currency" ON "currency_step" USING btree ("currency");--> statement-breakpoint
CREATE INDEX "currency_step_due" ON "currency_step" USING btree ("due_on");