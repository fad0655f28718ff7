CREATE TABLE "conversation" (
	"customer_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "conversation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"held_on" date NOT NULL,
	"channel" text NOT NULL,
	"with_whom" text,
	"heard" text,
	"written_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "conversation_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "channel_is_known" CHECK ("conversation"."channel" in ('call', 'visit', 'video call', 'e-mail')),
	CONSTRAINT "words_are_there_or_erased" CHECK (("conversation"."heard" is null) = ("conversation"."erased_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "follow_up" (
	"customer_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "follow_up_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"response_id" bigint,
	"kind" text NOT NULL,
	"what" text,
	"owner_id" integer NOT NULL,
	"due_on" date NOT NULL,
	"opened_by" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"outcome" text,
	"ended_by" integer,
	"ended_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	CONSTRAINT "follow_up_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "kind_is_known" CHECK ("follow_up"."kind" in ('call back', 'thank', 'promise')),
	CONSTRAINT "state_is_known" CHECK ("follow_up"."state" in ('open', 'done', 'dropped')),
	CONSTRAINT "end_is_told" CHECK (("follow_up"."state" = 'open') = ("follow_up"."ended_at" is null)),
	CONSTRAINT "words_are_there_or_erased" CHECK (("follow_up"."what" is null) = ("follow_up"."erased_at" is not null)
				and ("follow_up"."outcome" is null) = ("follow_up"."erased_at" is not null or "follow_up"."state" = 'open'))
);
--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_open" ON "follow_up" USING btree ("due_on") WHERE state = 'open';