CREATE TABLE "comment_tally" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comment_tally_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"change" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_word" (
	"word" text NOT NULL,
	"language" text NOT NULL,
	"stem" text NOT NULL,
	"comments" integer NOT NULL,
	CONSTRAINT "comment_word_word_language_pk" PRIMARY KEY("word","language")
);
--> statement-breakpoint
CREATE TABLE "searchable_comment" (
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"responded_at" timestamp with time zone NOT NULL,
	"survey_id" integer NOT NULL,
	"score" smallint,
	"feeling" text,
	"segment" text,
	"region" text,
	"plan" text,
	"per_year_minor" bigint,
	"language" text NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "searchable_comment_customer_id_response_id_pk" PRIMARY KEY("customer_id","response_id")
);
--> statement-breakpoint
ALTER TABLE "searchable_comment" ADD CONSTRAINT "searchable_comment_customer_id_response_id_response_customer_id_id_fk" FOREIGN KEY ("customer_id","response_id") REFERENCES "public"."response"("customer_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "comment_word_stem" ON "comment_word" USING btree ("stem","language");--> statement-breakpoint
CREATE INDEX "searchable_comment_newest" ON "searchable_comment" USING btree ("responded_at","response_id","customer_id","survey_id","score","feeling","segment","region","plan","per_year_minor");--> statement-breakpoint
CREATE INDEX "searchable_comment_arrival" ON "searchable_comment" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "searchable_comment_words" ON "searchable_comment" USING gin ("words");