CREATE TABLE "asked_price" (
	"series" text NOT NULL,
	"as_of" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	CONSTRAINT "asked_price_series_as_of_segment_region_plan_pk" PRIMARY KEY("series","as_of","segment","region","plan")
);
