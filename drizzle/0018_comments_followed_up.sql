CREATE TABLE "followed_comment" (
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"open" integer NOT NULL,
	CONSTRAINT "followed_comment_customer_id_response_id_pk" PRIMARY KEY("customer_id","response_id")
);
--> statement-breakpoint
ALTER TABLE "followed_comment" ADD CONSTRAINT "followed_comment_customer_id_response_id_response_customer_id_id_fk" FOREIGN KEY ("customer_id","response_id") REFERENCES "public"."response"("customer_id","id") ON DELETE cascade ON UPDATE cascade;