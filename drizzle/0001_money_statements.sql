CREATE TABLE "asked_cell" (
	"series" text NOT NULL,
	"week" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"sent" integer NOT NULL,
	"bounced" integer NOT NULL,
	"answered" integer NOT NULL,
	CONSTRAINT "asked_cell_key" PRIMARY KEY("series","week","segment","region","plan")
);
--> statement-breakpoint
CREATE TABLE "counted_invitation" (
	"customer_id" integer NOT NULL,
	"series" text NOT NULL,
	"week" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"sent" integer NOT NULL,
	"bounced" integer NOT NULL,
	"answered" integer NOT NULL,
	CONSTRAINT "counted_invitation_customer_id_series_week_pk" PRIMARY KEY("customer_id","series","week")
);
--> statement-breakpoint
CREATE TABLE "coverage_cell" (
	"week" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"customers" integer NOT NULL,
	"per_year" numeric(40, 0) NOT NULL,
	"per_year_squared" numeric(40, 0) NOT NULL,
	"customers_heard" integer NOT NULL,
	"per_year_heard" numeric(40, 0) NOT NULL,
	"per_year_heard_squared" numeric(40, 0) NOT NULL,
	CONSTRAINT "coverage_cell_week_segment_region_plan_pk" PRIMARY KEY("week","segment","region","plan")
);
--> statement-breakpoint
CREATE TABLE "feeling_cell" (
	"series" text NOT NULL,
	"week" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"feeling" text NOT NULL,
	"customers" integer NOT NULL,
	"per_year" bigint NOT NULL,
	"terms" integer NOT NULL,
	"per_year_in_terms" bigint NOT NULL,
	"terms_due" integer NOT NULL,
	"per_year_due" bigint NOT NULL,
	CONSTRAINT "feeling_cell_key" PRIMARY KEY("series","week","segment","region","plan","feeling")
);
--> statement-breakpoint
CREATE TABLE "growth_cell" (
	"as_of" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"movement" text NOT NULL,
	"came_by" text NOT NULL,
	"customers" integer NOT NULL,
	"before_minor" bigint NOT NULL,
	"now_minor" bigint NOT NULL,
	"before_squared" numeric(40, 0) NOT NULL,
	"now_squared" numeric(40, 0) NOT NULL,
	"before_times_now" numeric(40, 0) NOT NULL,
	CONSTRAINT "growth_cell_key" PRIMARY KEY("as_of","segment","region","plan","movement","came_by")
);
--> statement-breakpoint
CREATE TABLE "paid_term" (
	"customer_id" integer NOT NULL,
	"line_id" bigint NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"due_from" date NOT NULL,
	"due_until" date NOT NULL,
	"per_year_minor" bigint NOT NULL,
	CONSTRAINT "paid_term_customer_id_line_id_pk" PRIMARY KEY("customer_id","line_id"),
	CONSTRAINT "due_in_order" CHECK ("paid_term"."due_from" <= "paid_term"."due_until")
);
--> statement-breakpoint
ALTER TABLE "customer_standing" ADD COLUMN "came_by" text NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "heard_until" date NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "per_year_then_minor" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "per_year_after_minor" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "outcome_cell" ADD COLUMN "customers_paying" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "outcome_cell" ADD COLUMN "customers_left" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "outcome_cell" ADD COLUMN "customers_shrank" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "outcome_cell" ADD COLUMN "customers_grew" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "outcome_cell" ADD COLUMN "per_year_then_minor" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "outcome_cell" ADD COLUMN "per_year_after_minor" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "retention_cell" ADD COLUMN "revenue_kept_squared" numeric(40, 0) NOT NULL;--> statement-breakpoint
ALTER TABLE "retention_cell" ADD COLUMN "revenue_then_times_kept" numeric(40, 0) NOT NULL;