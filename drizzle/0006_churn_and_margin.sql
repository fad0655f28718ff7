ALTER TABLE "refresh" ADD COLUMN "method" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "retention_cell" ADD COLUMN "revenue_lost" numeric(40, 0) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "retention_cell" ADD COLUMN "revenue_lost_squared" numeric(40, 0) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "margin" numeric(5, 4);--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "margin_is_a_share" CHECK ("organisation"."margin" > 0 and "organisation"."margin" <= 1);