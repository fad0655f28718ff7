CREATE TABLE "kept_price" (
	"series" text NOT NULL,
	"as_of" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"refresh_id" integer NOT NULL,
	"method" smallint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"seed" integer NOT NULL,
	"every" integer NOT NULL,
	"found" jsonb NOT NULL,
	CONSTRAINT "kept_price_series_as_of_segment_region_plan_pk" PRIMARY KEY("series","as_of","segment","region","plan")
);
--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "tenure_months" smallint NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "per_year_minor" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "before_minor" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "previous_score" smallint;--> statement-breakpoint
CREATE INDEX "answer_outcome_counts" ON "answer_outcome" USING btree ("series","counts_from");