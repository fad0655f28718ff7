CREATE TABLE "answer_currency" (
	"customer_id" integer NOT NULL,
	"response_id" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"revenue_minor" bigint NOT NULL,
	"before_minor" bigint NOT NULL,
	"per_year_then_minor" bigint NOT NULL,
	"per_year_after_minor" bigint NOT NULL,
	CONSTRAINT "answer_currency_customer_id_response_id_currency_pk" PRIMARY KEY("customer_id","response_id","currency")
);
--> statement-breakpoint
CREATE TABLE "currency_month" (
	"customer_id" integer NOT NULL,
	"currency" char(3) NOT NULL,
	"month" date NOT NULL,
	"minor" bigint NOT NULL,
	CONSTRAINT "currency_month_customer_id_currency_month_pk" PRIMARY KEY("customer_id","currency","month")
);
--> statement-breakpoint
CREATE TABLE "day_rate" (
	"currency" char(3) NOT NULL,
	"from_day" date NOT NULL,
	"factor" numeric NOT NULL,
	"is_known" boolean NOT NULL,
	CONSTRAINT "day_rate_currency_from_day_pk" PRIMARY KEY("currency","from_day")
);
