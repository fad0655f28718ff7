CREATE TABLE "comment_theme" (
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"theme_id" integer NOT NULL,
	"responded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "comment_theme_customer_id_response_id_theme_id_pk" PRIMARY KEY("customer_id","response_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "comment_words" (
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"responded_at" timestamp with time zone NOT NULL,
	"language" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "comment_words_customer_id_response_id_pk" PRIMARY KEY("customer_id","response_id")
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "theme_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"made_by" integer,
	"from_demo" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "theme_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "theme_cell" (
	"theme_id" integer NOT NULL,
	"month" date NOT NULL,
	"series" text NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"score" smallint NOT NULL,
	"comments" integer NOT NULL,
	CONSTRAINT "theme_cell_key" PRIMARY KEY("theme_id","month","series","segment","region","plan","score")
);
--> statement-breakpoint
CREATE TABLE "theme_label" (
	"theme_id" integer NOT NULL,
	"version" integer NOT NULL,
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"is_right" boolean NOT NULL,
	"person_id" integer,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "theme_label_theme_id_version_customer_id_response_id_pk" PRIMARY KEY("theme_id","version","customer_id","response_id")
);
--> statement-breakpoint
CREATE TABLE "theme_rule" (
	"theme_id" integer NOT NULL,
	"language" text NOT NULL,
	"rule" text NOT NULL,
	CONSTRAINT "theme_rule_theme_id_language_pk" PRIMARY KEY("theme_id","language"),
	CONSTRAINT "language_is_a_code" CHECK ("theme_rule"."language" ~ '^([a-z]{2,3})?$')
);
--> statement-breakpoint
ALTER TABLE "comment_theme" ADD CONSTRAINT "comment_theme_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_label" ADD CONSTRAINT "theme_label_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_label" ADD CONSTRAINT "theme_label_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_rule" ADD CONSTRAINT "theme_rule_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_theme_newest" ON "comment_theme" USING btree ("theme_id","responded_at","response_id");