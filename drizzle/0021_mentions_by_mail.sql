CREATE TABLE "mention_mail" (
	"mention_id" bigint PRIMARY KEY NOT NULL,
	"delivery_id" bigint NOT NULL,
	CONSTRAINT "mention_mail_deliveryId_unique" UNIQUE("delivery_id")
);
--> statement-breakpoint
ALTER TABLE "snapshot_delivery" DROP CONSTRAINT "kind_is_known";--> statement-breakpoint
ALTER TABLE "snapshot_delivery" ALTER COLUMN "edition_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mention_mail" ADD CONSTRAINT "mention_mail_mention_id_mention_id_fk" FOREIGN KEY ("mention_id") REFERENCES "public"."mention"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention_mail" ADD CONSTRAINT "mention_mail_delivery_id_snapshot_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."snapshot_delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "snapshot_delivery_letters" ON "snapshot_delivery" USING btree ("id") WHERE "snapshot_delivery"."edition_id" is null;--> statement-breakpoint
ALTER TABLE "snapshot_delivery" ADD CONSTRAINT "about_an_edition_or_a_letter" CHECK (("snapshot_delivery"."kind" in ('edition', 'trouble')) = ("snapshot_delivery"."edition_id" is not null));--> statement-breakpoint
ALTER TABLE "snapshot_delivery" ADD CONSTRAINT "letters_go_to_somebody" CHECK ("snapshot_delivery"."edition_id" is not null or "snapshot_delivery"."person_id" is not null);--> statement-breakpoint
ALTER TABLE "snapshot_delivery" ADD CONSTRAINT "kind_is_known" CHECK ("snapshot_delivery"."kind" in ('edition', 'trouble', 'mention'));