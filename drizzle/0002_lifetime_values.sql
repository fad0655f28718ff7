CREATE TABLE "valuation" (
	"refresh_id" integer PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"took_ms" integer NOT NULL,
	"basis" text NOT NULL,
	"method" text NOT NULL,
	"refusal" text,
	"left_out" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "valuation_cell" (
	"as_of" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"customers_opening" integer NOT NULL,
	"customers_added" integer NOT NULL,
	"customers_lost" integer NOT NULL,
	"customers_closing" integer NOT NULL,
	"opening" double precision NOT NULL,
	"added" double precision NOT NULL,
	"lost" double precision NOT NULL,
	"grown" double precision NOT NULL,
	"shrunk" double precision NOT NULL,
	"aged" double precision NOT NULL,
	"closing" double precision NOT NULL,
	"customers_without" integer[] NOT NULL,
	"closing_without" double precision[] NOT NULL,
	CONSTRAINT "valuation_cell_as_of_segment_region_plan_pk" PRIMARY KEY("as_of","segment","region","plan")
);
