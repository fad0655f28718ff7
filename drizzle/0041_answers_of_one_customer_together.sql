CREATE TABLE "repeated_answer_cell" (
	"span" text NOT NULL,
	"as_of" date NOT NULL,
	"series" text NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"repeats" integer NOT NULL,
	"pairs" bigint NOT NULL,
	"pair_sums" bigint NOT NULL,
	"pair_products" bigint NOT NULL,
	CONSTRAINT "repeated_answer_cell_key" PRIMARY KEY("span","series","as_of","segment","region","plan")
);
