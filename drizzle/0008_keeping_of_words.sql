CREATE TABLE "earlier_words" (
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"version" smallint NOT NULL,
	"survey_id" integer NOT NULL,
	"responded_at" timestamp with time zone NOT NULL,
	"score" smallint,
	"title" text,
	"comment" text,
	"replaced_at" timestamp with time zone NOT NULL,
	"import_id" integer NOT NULL,
	CONSTRAINT "earlier_words_customer_id_response_id_version_pk" PRIMARY KEY("customer_id","response_id","version"),
	CONSTRAINT "earlier_version" UNIQUE("response_id","version")
);
--> statement-breakpoint
CREATE TABLE "seal" (
	"id" integer PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"act_id" integer,
	"comments" integer NOT NULL,
	"root" "bytea" NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seal_actId_unique" UNIQUE("act_id"),
	CONSTRAINT "seal_has_comments" CHECK ("seal"."comments" > 0),
	CONSTRAINT "hashes_are_sha256" CHECK (octet_length("seal"."root" || "seal"."previous" || "seal"."hash") = 96)
);
--> statement-breakpoint
CREATE TABLE "sealed_words" (
	"seal_id" integer NOT NULL,
	"place" integer NOT NULL,
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"version" smallint NOT NULL,
	"responded_at" timestamp with time zone NOT NULL,
	"salt" uuid,
	"hash" "bytea" NOT NULL,
	"act_id" integer,
	CONSTRAINT "sealed_words_seal_id_place_pk" PRIMARY KEY("seal_id","place"),
	CONSTRAINT "sealed_once" UNIQUE("response_id","version"),
	CONSTRAINT "hash_is_sha256" CHECK (octet_length("sealed_words"."hash") = 32),
	CONSTRAINT "salt_goes_with_the_words" CHECK (("sealed_words"."salt" is null) = ("sealed_words"."act_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "staff_name" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "staff_name_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"added_by" integer,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressed_person" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"stands_in" text,
	"act_id" integer NOT NULL,
	CONSTRAINT "kind_is_known" CHECK ("suppressed_person"."kind" in ('e-mail', 'contact', 'customer')),
	CONSTRAINT "only_customers_have_a_stand_in" CHECK (("suppressed_person"."kind" = 'customer') = ("suppressed_person"."stands_in" is not null))
);
--> statement-breakpoint
CREATE TABLE "suppression_secret" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"secret" text NOT NULL,
	CONSTRAINT "one_secret" CHECK ("suppression_secret"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "voice_act" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "voice_act_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" integer,
	"reason" text NOT NULL,
	"import_id" integer,
	"made_in" bigint DEFAULT (pg_current_xact_id())::text::bigint NOT NULL,
	CONSTRAINT "kind_is_known" CHECK ("voice_act"."kind" in ('erasure', 'undo', 'demo removal')),
	CONSTRAINT "undo_names_its_import" CHECK (("voice_act"."kind" = 'undo') = ("voice_act"."import_id" is not null)),
	CONSTRAINT "act_has_a_reason" CHECK (length(trim("voice_act"."reason")) > 0)
);
--> statement-breakpoint
ALTER TABLE "response" DROP CONSTRAINT "says_something";--> statement-breakpoint
DROP INDEX "response_with_words";--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "versions" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "seal" ADD CONSTRAINT "seal_act_id_voice_act_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."voice_act"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_words" ADD CONSTRAINT "sealed_words_act_id_voice_act_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."voice_act"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_name" ADD CONSTRAINT "staff_name_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressed_person" ADD CONSTRAINT "suppressed_person_act_id_voice_act_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."voice_act"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_act" ADD CONSTRAINT "voice_act_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "earlier_words_of_import" ON "earlier_words" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "seal_of_day" ON "seal" USING btree ("day");--> statement-breakpoint
CREATE INDEX "sealed_words_taken" ON "sealed_words" USING btree ("responded_at") WHERE "sealed_words"."act_id" is not null;--> statement-breakpoint
CREATE INDEX "sealed_words_of_act" ON "sealed_words" USING btree ("act_id") WHERE "sealed_words"."act_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_name_once" ON "staff_name" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "response_with_words" ON "response" USING btree ("responded_at","id") WHERE "response"."comment" is not null or "response"."title" is not null or "response"."erased_at" is not null;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "erased_means_wordless" CHECK ("response"."erased_at" is null or num_nonnulls("response"."title", "response"."comment", "response"."contact_id") = 0);--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "versions_in_order" CHECK ("response"."version" between 1 and "response"."versions");--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "says_something" CHECK (num_nonnulls("response"."score", "response"."title", "response"."comment", "response"."erased_at") > 0);