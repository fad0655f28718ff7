CREATE TABLE "comment_month" (
	"month" date NOT NULL,
	"survey_id" integer NOT NULL,
	"score" smallint NOT NULL,
	"feeling" text NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"magnitude" smallint NOT NULL,
	"comments" integer NOT NULL,
	CONSTRAINT "comment_month_key" PRIMARY KEY("month","survey_id","score","feeling","segment","region","plan","magnitude")
);
