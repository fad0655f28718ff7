CREATE TABLE "valued_band" (
	"as_of" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"band" smallint NOT NULL,
	"customers" integer NOT NULL,
	CONSTRAINT "valued_band_as_of_segment_region_plan_band_pk" PRIMARY KEY("as_of","segment","region","plan","band")
);
