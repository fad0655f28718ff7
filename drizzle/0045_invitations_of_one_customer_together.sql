CREATE TABLE "repeated_invitation_cell" (
	"series" text NOT NULL,
	"as_of" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"repeats" integer NOT NULL,
	"pairs" bigint NOT NULL,
	"pair_sums" bigint NOT NULL,
	"pair_products" bigint NOT NULL,
	"across_pairs" bigint NOT NULL,
	"across_before" bigint NOT NULL,
	"across_after" bigint NOT NULL,
	"across_products" bigint NOT NULL,
	CONSTRAINT "repeated_invitation_cell_key" PRIMARY KEY("series","as_of","segment","region","plan")
);
