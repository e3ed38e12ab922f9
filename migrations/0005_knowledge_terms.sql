CREATE TABLE `synonyms` (
	`tenant_id` text NOT NULL,
	`term` text NOT NULL,
	`other` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `term`, `other`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `entries` ADD `title_terms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `passages` ADD `heading` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `passages` ADD `title_terms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `passages` ADD `heading_terms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `passages` ADD `body_terms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `passages` ADD `name_words` integer GENERATED ALWAYS AS (length((title_terms || heading_terms)) - length(replace((title_terms || heading_terms), ' ', ''))) VIRTUAL;--> statement-breakpoint
ALTER TABLE `passages` ADD `body_words` integer GENERATED ALWAYS AS (length(body_terms) - length(replace(body_terms, ' ', ''))) VIRTUAL;