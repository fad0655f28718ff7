CREATE TABLE "customer_value" (
	"customer_id" integer PRIMARY KEY NOT NULL,
	"minor" bigint
);
--> statement-breakpoint
CREATE TABLE "asked_price" (
	"series" text NOT NULL,
	"as_of" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	CONSTRAINT "asked_price_series_as_of_segment_region_plan_pk" PRIMARY KEY("series","as_of","segment","region","plan")
);
--> statement-breakpoint
CREATE TABLE "told_story" (
	"week" text PRIMARY KEY NOT NULL,
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"chosen_by" integer NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "week_is_iso" CHECK ("told_story"."week" ~ '^[0-9]{4}-W[0-9]{2}$')
);
--> statement-breakpoint
ALTER TABLE "told_story" ADD CONSTRAINT "told_story_chosen_by_person_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_story" ADD CONSTRAINT "told_story_customer_id_response_id_response_customer_id_id_fk" FOREIGN KEY ("customer_id","response_id") REFERENCES "public"."response"("customer_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "told_story_of" ON "told_story" USING btree ("customer_id","response_id");--> statement-breakpoint
CREATE INDEX "response_erased" ON "response" USING btree ("id") WHERE "response"."erased_at" is not null;