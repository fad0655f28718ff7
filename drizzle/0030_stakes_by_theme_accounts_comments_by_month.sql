CREATE TABLE "customer_account" (
	"customer_id" integer NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"account_id" integer NOT NULL,
	CONSTRAINT "customer_account_customer_id_from_day_pk" PRIMARY KEY("customer_id","from_day")
);
--> statement-breakpoint
CREATE TABLE "customer_parent" (
	"customer_id" integer NOT NULL,
	"from_day" date NOT NULL,
	"import_id" integer NOT NULL,
	"parent_id" integer NOT NULL,
	CONSTRAINT "customer_parent_customer_id_from_day_import_id_pk" PRIMARY KEY("customer_id","from_day","import_id")
);
--> statement-breakpoint
CREATE TABLE "family_cell" (
	"week" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"customers_paying" integer NOT NULL,
	"customers_then" integer NOT NULL,
	"customers_kept" integer NOT NULL,
	"revenue_then" numeric(40, 0) NOT NULL,
	"revenue_now" numeric(40, 0) NOT NULL,
	"revenue_kept" numeric(40, 0) NOT NULL,
	"revenue_then_squared" numeric(40, 0) NOT NULL,
	"revenue_now_squared" numeric(40, 0) NOT NULL,
	"revenue_then_times_now" numeric(40, 0) NOT NULL,
	"revenue_kept_squared" numeric(40, 0) NOT NULL,
	"revenue_then_times_kept" numeric(40, 0) NOT NULL,
	"revenue_lost" numeric(40, 0) DEFAULT 0 NOT NULL,
	"revenue_lost_squared" numeric(40, 0) DEFAULT 0 NOT NULL,
	CONSTRAINT "family_cell_week_segment_region_plan_pk" PRIMARY KEY("week","segment","region","plan")
);
--> statement-breakpoint
CREATE TABLE "theme_stake" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"refresh_id" integer NOT NULL,
	"rules" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theme_stake_cell" (
	"theme_id" integer NOT NULL,
	"as_of" date NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"tenure_band" smallint NOT NULL,
	"feeling" text NOT NULL,
	"followed" integer NOT NULL,
	"lost" integer NOT NULL,
	"paying" integer NOT NULL,
	"revenue_minor" bigint NOT NULL,
	"revenue_squared" numeric(40, 0) NOT NULL,
	CONSTRAINT "theme_stake_cell_key" PRIMARY KEY("as_of","theme_id","segment","region","plan","tenure_band","feeling")
);
--> statement-breakpoint
CREATE TABLE "comment_month" (
	"month" date NOT NULL,
	"survey_id" integer NOT NULL,
	"score" smallint NOT NULL,
	"feeling" text NOT NULL,
	"segment" text NOT NULL,
	"region" text NOT NULL,
	"plan" text NOT NULL,
	"magnitude" smallint NOT NULL,
	"comments" integer NOT NULL,
	CONSTRAINT "comment_month_key" PRIMARY KEY("month","survey_id","score","feeling","segment","region","plan","magnitude")
);
--> statement-breakpoint
ALTER TABLE "customer_parent" ADD CONSTRAINT "customer_parent_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_parent" ADD CONSTRAINT "customer_parent_parent_id_customer_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."customer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_account_of" ON "customer_account" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "customer_parent_of" ON "customer_parent" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "customer_parent_import" ON "customer_parent" USING btree ("import_id");