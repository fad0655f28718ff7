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
ALTER TABLE "customer_standing" ADD COLUMN "came_by" text NOT NULL;--> statement-breakpoint
ALTER TABLE "retention_cell" ADD COLUMN "revenue_kept_squared" numeric(40, 0) NOT NULL;--> statement-breakpoint
ALTER TABLE "retention_cell" ADD COLUMN "revenue_then_times_kept" numeric(40, 0) NOT NULL;