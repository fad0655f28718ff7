ALTER TABLE "decision" ADD COLUMN "of_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "of_demo" boolean DEFAULT false NOT NULL;