CREATE TABLE "repeated_comment_cell" (
	"theme_id" integer NOT NULL,
	"of" text NOT NULL,
	"months" smallint NOT NULL,
	"as_of" date NOT NULL,
	"series" text NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"repeats" integer NOT NULL,
	"pairs" bigint NOT NULL,
	"pair_sums" bigint NOT NULL,
	"pair_products" bigint NOT NULL,
	CONSTRAINT "repeated_comment_cell_key" PRIMARY KEY("as_of","of","months","theme_id","series","segment","region","plan")
);
