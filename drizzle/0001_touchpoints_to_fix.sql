CREATE TABLE "touchpoint_answer" (
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"series" text NOT NULL,
	"feeling" text NOT NULL,
	"tenure_band" smallint NOT NULL,
	"latest_from" date NOT NULL,
	"latest_to" date NOT NULL,
	"followed_from" date NOT NULL,
	"followed_to" date NOT NULL,
	"lost" boolean,
	CONSTRAINT "touchpoint_answer_customer_id_response_id_pk" PRIMARY KEY("customer_id","response_id")
);
--> statement-breakpoint
CREATE TABLE "touchpoint_cell" (
	"as_of" date NOT NULL,
	"series" text NOT NULL,
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
	CONSTRAINT "touchpoint_cell_key" PRIMARY KEY("as_of","series","segment","region","plan","tenure_band","feeling")
);
