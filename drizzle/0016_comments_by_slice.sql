CREATE TABLE "comment_slice" (
	"survey_id" integer NOT NULL,
	"score" smallint NOT NULL,
	"feeling" text NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"comments" integer NOT NULL,
	CONSTRAINT "comment_slice_key" PRIMARY KEY("survey_id","score","feeling","segment","region","plan")
);
