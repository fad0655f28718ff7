-- What is kept of answers is made anew by the refresh with which the next start begins.
TRUNCATE "answer_outcome";
--> statement-breakpoint
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
--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "previous_counts_from" date;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "followed_from" date NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "followed_to" date NOT NULL;