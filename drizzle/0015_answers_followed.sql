ALTER TABLE "answer_outcome" ADD COLUMN "previous_counts_from" date;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "followed_from" date NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_outcome" ADD COLUMN "followed_to" date NOT NULL;