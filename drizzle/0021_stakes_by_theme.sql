CREATE TABLE "theme_stake" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"refresh_id" integer NOT NULL,
	"rules" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theme_stake_cell" (
	"theme_id" integer NOT NULL,
	"as_of" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"tenure_band" smallint NOT NULL,
	"feeling" text NOT NULL,
	"followed" integer NOT NULL,
	"lost" integer NOT NULL,
	"paying" integer NOT NULL,
	"revenue_minor" bigint NOT NULL,
	"revenue_squared" numeric(40, 0) NOT NULL,
	CONSTRAINT "theme_stake_cell_key" PRIMARY KEY("as_of","theme_id","segment","region","plan","tenure_band","feeling")
);
