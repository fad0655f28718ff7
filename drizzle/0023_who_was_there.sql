CREATE TABLE "attendee" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attendee_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"week" text NOT NULL,
	"person_id" integer,
	"guest" text,
	"noted_by" integer NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "week_is_iso" CHECK ("attendee"."week" ~ '^[0-9]{4}-W[0-9]{2}$'),
	CONSTRAINT "is_a_person_or_a_guest" CHECK (("attendee"."person_id" is null) <> ("attendee"."guest" is null))
);
--> statement-breakpoint
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_noted_by_person_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "person_is_there_once" ON "attendee" USING btree ("week","person_id");