CREATE TABLE "customer_value" (
	"customer_id" integer PRIMARY KEY NOT NULL,
	"minor" bigint
);
